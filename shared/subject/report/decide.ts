import { CONTENT_KEYS } from './content.ts';
import type { z } from 'zod';
import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision } from '../../subject.ts';
import {
  type Content,
  type commands,
  reportId,
  type Report,
  type ReportCommand,
  type ReportSlice,
} from './schema.ts';

type Needs = { report: ReportSlice };

/** A report that this actor may see, or undefined. */
export function reportFor(state: Needs, id: string, context: Context): Report | undefined {
  const report = state.report.reports.get(id);
  return context.sees(report) ? report : undefined;
}

export function decide(state: Needs, command: ReportCommand, context: Context): Decision {
  switch (command.type) {
    case 'report.receive':
      return receive(state, command.data);
    case 'report.file': {
      // Colons are for feeds' records (`reportId`): nobody takes the place of one by hand.
      if (command.id.includes(':')) return reject(refuse('invalid', 'id'));
      if (state.report.reports.has(command.id)) return reject(refuse('id-taken'));
      const { data, id } = command;
      if (unknownType(data, context)) return reject(refuse('type-unknown', 'data.type'));
      return accept(fact('report.received', id, { ...data, feed: 'hand', record: id }));
    }
    case 'report.dismiss': {
      const { report: id, ...why } = command.data;
      const report = reportFor(state, id, context);
      if (!report) return reject(refuse('report-unknown', 'data.report'));
      if (report.status !== 'new') return reject(refuse('report-settled', 'data.report'));
      return accept(fact('report.dismissed', id, why, report.restrictions));
    }
    case 'report.reopen': {
      const report = reportFor(state, command.data.report, context);
      if (!report) return reject(refuse('report-unknown', 'data.report'));
      if (report.status === 'new') return reject(refuse('report-open', 'data.report'));
      return accept(fact('report.reopened', report.id, {}, report.restrictions));
    }
    case 'report.archive': {
      const ids = [...new Set(command.data.reports)];
      const settled = ids
        .map((id) => reportFor(state, id, context))
        .filter((report) => report !== undefined)
        .filter((report) => report.status !== 'new');
      return accept(...settled.map((r) => fact('report.archived', r.id, {}, r.restrictions)));
    }
  }
}

function unknownType(content: { type?: string | undefined }, context: Context): boolean {
  return content.type !== undefined && !context.plan.incidentTypes.includes(content.type);
}

type Receive = z.infer<(typeof commands)['report.receive']>;

function receive(state: Needs, data: Receive): Decision {
  const { feed, record, ...content } = data;
  const id = reportId(feed, record);
  const known = state.report.reports.get(id);
  if (!known) {
    // What was settled and archived stays so, however long its source repeats it, unless it gets worse.
    const past = state.report.past.get(id);
    return past && past.priority <= data.priority
      ? accept()
      : accept(fact('report.received', id, data));
  }
  const older = known.version && data.version && data.version < known.version;
  if (older || sameContent(known, content)) return accept();
  // A settled report comes back only when it got worse: otherwise a chatty source refills the queue.
  const resurfaces = known.status === 'dismissed' && content.priority < known.priority;
  return accept(fact('report.updated', id, { ...content, resurfaces }, known.restrictions));
}

function sameContent(known: Report, next: Content): boolean {
  return CONTENT_KEYS.every((key) => JSON.stringify(known[key]) === JSON.stringify(next[key]));
}
