import type { Actor, Entry, SeenEntry } from '../shared/entry.ts';
import type { Refusal } from '../shared/refusal.ts';
import type { Decision } from '../shared/subject.ts';

/** What `commit.ts` needs to be told of a space: how to fold, and what a job is. */

export interface Model<State> {
  initial: State;
  reduce(state: State, entry: SeenEntry): State;
  /** For snapshots. `shape` names the code's shape of state: another one means folding anew. */
  shape: string;
  toText(state: State): string;
  fromText(text: string): State;
}

export interface Standing<State> {
  seq: number;
  at: string;
  hash: string;
  state: State;
}

export interface Job<State> {
  id: string;
  type: string;
  actor: Actor;
  decide(state: State, at: string): Decision;
}

export type Outcome =
  { ok: true; seq: number; entry: SeenEntry | undefined } | { ok: false; refusal: Refusal };

export const step =
  <State>(model: Model<State>) =>
  (standing: Standing<State>, entry: Entry): Standing<State> => ({
    seq: entry.seq,
    at: entry.at,
    hash: entry.hash,
    state: model.reduce(standing.state, entry),
  });
