import { reduce } from '../shared/reduce.ts';
import { initial, type State } from '../shared/registry.ts';
import type { Commit } from './commit.ts';
import type { Log } from './log/log.ts';

/**
 * Any moment of a space again (promise P6). States are persistent values, so that a checkpoint every
 * thousand entries costs little more than one state; the first visit folds up to it, later ones start
 * at the checkpoint before.
 */
export interface History {
  /** The state after entry `moment`, or at that time; undefined when it lies outside the log. */
  at(commit: Commit<State>, moment: number | string): Promise<Then | undefined>;
}
export interface Then {
  seq: number;
  at: string;
  state: State;
}

const EVERY = 1_000;

export function openHistory(log: Log): History {
  const checkpoints = new Map<string, Then[]>();

  async function seqAt(space: string, time: string, head: number): Promise<number> {
    let [low, high] = [0, head];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const [entry] = await log.read(space, middle - 1, 1);
      if (entry && entry.at <= time) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  return {
    async at(commit, moment) {
      const { space } = commit;
      const now = commit.now();
      const time = typeof moment === 'string' ? new Date(moment).toISOString() : undefined;
      const seq = time === undefined ? Number(moment) : await seqAt(space, time, now.seq);
      if (seq > now.seq) return undefined;
      if (seq === now.seq) return now;
      const made = checkpoints.get(space) ?? [{ seq: 0, at: '', state: initial }];
      checkpoints.set(space, made);
      let then = made.findLast((one) => one.seq <= seq)!;
      while (then.seq < seq) {
        const entries = await log.read(space, then.seq, Math.min(EVERY, seq - then.seq));
        if (entries.length === 0) return undefined;
        const last = entries.at(-1)!;
        then = { seq: last.seq, at: last.at, state: entries.reduce(reduce, then.state) };
        if (then.seq % EVERY === 0 && then.seq > made.at(-1)!.seq) made.push(then);
      }
      return then;
    },
  };
}
