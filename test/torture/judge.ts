import { createHash } from 'node:crypto';
import { reduce } from '../../shared/reduce.ts';
import { initial, type State } from '../../shared/folds.ts';
import { redactState, type View } from '../../shared/role.ts';
import { canonical } from '../../shared/state.ts';
import type { Entry } from '../../shared/entry.ts';
import { verify } from '../../server/log/chain.ts';
import type { Log } from '../../server/log/log.ts';

/** What the log itself says afterwards, read without the server. */
export interface Truth {
  entries: number;
  chain: string;
  state: State;
  /** Command id → entry number. */
  seqOf: Map<string, number>;
  /** Command ids and marked texts that occur more than once. */
  doubled: string[];
}

/** A text that marks one command; of that command's kind it must occur in one entry of the log, never in two. */
export const needleOf = (id: string): string => `<${id}>`;

export async function readTruth(log: Log, space: string): Promise<Truth> {
  const verdict = await verify(log, space);
  const seqOf = new Map<string, number>();
  const needles = new Map<string, { seq: number; type: string }>();
  const doubled: string[] = [];
  let state = initial;
  let at = 0;
  for (let page: Entry[]; (page = await log.read(space, at, 5_000)).length > 0;) {
    for (const entry of page) {
      at = entry.seq;
      if (seqOf.has(entry.command.id)) doubled.push(entry.command.id);
      seqOf.set(entry.command.id, entry.seq);
      // Released rows carry texts that were written before.
      if (entry.command.type !== 'incident.release')
        for (const [needle] of JSON.stringify(entry.events).matchAll(/<[\w-]{8,}>/g)) {
          const { type } = entry.command;
          const first = needles.get(needle) ?? { seq: entry.seq, type };
          // What follows may quote it: a step's end its title, a hand-over the order that is open.
          if (first.seq !== entry.seq && first.type === type) doubled.push(needle);
          needles.set(needle, first);
        }
      state = reduce(state, entry);
    }
  }
  const chain = verdict.ok ? 'whole' : `${verdict.why} at ${verdict.seq}`;
  return { entries: at, chain, state, seqOf, doubled };
}

export const stateHash = (state: State): string =>
  createHash('sha256').update(canonical(state)).digest('hex').slice(0, 16);

export const hashFor = (view: View, state: State): string => stateHash(redactState(view, state));
