import type { Moment } from '../../subject.ts';
import type { AlertNote, AlertRow, AnprEvent } from './schema.ts';
import { statusOf } from './status.ts';

/** Words kept in the state; all of them are in the log. */
const KEPT_NOTES = 10;

type Certainty = Pick<AlertRow, 'certainty' | 'probability'>;
const sureness = ({ certainty, probability }: Certainty): number =>
  (certainty === 'certain' ? 2 : 0) + probability;

/** The alert after one of the events that are about itself. */
export function after(row: AlertRow, event: AnprEvent, entry: Moment): AlertRow {
  const next = { ...row, ...edit(row, event, entry), changed: entry.at, seq: entry.seq };
  return { ...next, status: statusOf(next) };
}

function edit(row: AlertRow, event: AnprEvent, { at, actor }: Moment): Partial<AlertRow> {
  const done = { at, by: actor.name, who: actor.id };
  const noted = (what: AlertNote['what'], text: string | undefined): Partial<AlertRow> =>
    text
      ? { notes: [...(row.notes ?? []), { what, text, at, by: actor.name }].slice(-KEPT_NOTES) }
      : {};
  switch (event.type) {
    case 'anpr.passed': {
      const { data } = event;
      const surer = sureness(data) > sureness(row) ? data : row;
      return {
        passages: row.passages + 1,
        certainty: surer.certainty,
        probability: surer.probability,
        // A camera that was out of reach may tell late.
        ...(data.at > row.last ? { last: data.at, lastCamera: data.camera } : {}),
      };
    }
    case 'anpr.acknowledged':
      return { acknowledged: row.acknowledged ?? done };
    case 'anpr.checked': {
      const { check, verified } = event.data;
      return {
        checks: [...row.checks, { check, ...done }],
        ...(verified ? { verified: done } : {}),
      };
    }
    case 'anpr.rejected': {
      const { reason, note } = event.data;
      return { rejected: { ...done, reason }, ...noted('rejected', note) };
    }
    case 'anpr.reopened':
      return {
        reopened: done,
        acknowledged: done,
        closed: undefined,
        // Whoever rejected it did not believe what was checked before.
        ...(row.rejected
          ? { rejected: undefined, verified: undefined, dispatched: undefined, checks: [] }
          : {}),
        ...noted('reopened', event.data.note),
      };
    case 'anpr.linked':
      return { linked: done };
    case 'anpr.unlinked':
      return { linked: undefined };
    case 'anpr.dispatched': {
      const { to, note } = event.data;
      return { dispatched: { ...done, to }, ...noted('dispatched', note) };
    }
    case 'anpr.closed': {
      const { outcome, note } = event.data;
      return { closed: { ...done, outcome }, ...noted('closed', note) };
    }
    default:
      return {};
  }
}
