import type { Entry, Event } from '../shared/entry.ts';
import { refuse } from '../shared/refusal.ts';
import { seal } from './log/chain.ts';
import { step, type Job, type Model, type Outcome, type Standing } from './model.ts';

export interface Waiting<State> extends Job<State> {
  answer(outcome: Outcome): void;
}

export interface Draft<State> {
  before: number;
  entries: Entry[];
  after: Standing<State>;
  answers: { job: Waiting<State>; outcome: Outcome }[];
  /** Jobs without an entry: refused, or with nothing to change. */
  silent: Waiting<State>[];
}

/** Decides a group one after the other, each on the state that the ones before would leave. */
export function draft<State>(
  group: readonly Waiting<State>[],
  before: Standing<State>,
  now: Date,
  model: Model<State>,
  warn: (message: string, error?: unknown) => void,
): Draft<State> {
  const time = now.toISOString();
  const at = time > before.at ? time : before.at; // The log's time never runs backwards.
  const out: Draft<State> = {
    before: before.seq,
    entries: [],
    after: before,
    answers: [],
    silent: [],
  };
  const ids = new Map<string, number>();
  for (const job of group) {
    const twin = ids.get(job.id);
    if (twin !== undefined) {
      const entry = out.entries[twin]!;
      const same = entry.command.type === job.type && entry.actor.id === job.actor.id;
      const outcome: Outcome = same
        ? { ok: true, seq: entry.seq, entry }
        : { ok: false, refusal: refuse('command-id-taken', 'id') };
      out.answers.push({ job, outcome });
      continue;
    }
    let outcome: Outcome;
    try {
      const decision = job.decide(out.after.state, at);
      if (decision.ok && decision.events.length > 0) {
        const entry = entryOf(job, decision.events, at, out.after);
        out.after = step(model)(out.after, entry);
        ids.set(job.id, out.entries.length);
        out.entries.push(entry);
        outcome = { ok: true, seq: entry.seq, entry };
      } else {
        outcome = decision.ok
          ? { ok: true, seq: out.after.seq, entry: undefined }
          : { ok: false, refusal: decision.refusal };
        out.silent.push(job);
      }
    } catch (error) {
      warn(`deciding ${job.type} failed`, error);
      outcome = { ok: false, refusal: refuse('internal') };
    }
    out.answers.push({ job, outcome });
  }
  return out;
}

function entryOf<State>(
  job: Job<State>,
  events: readonly Event[],
  at: string,
  head: Standing<State>,
): Entry {
  const { id, type } = job;
  const { actor } = job;
  return seal(head.hash, {
    seq: head.seq + 1,
    at,
    actor,
    command: { id, type },
    events: [...events],
  });
}
