import { reduce } from '../shared/reduce.ts';
import { initial, type State } from '../shared/folds.ts';
import type { Commit } from './commit.ts';
import type { Log } from './log/log.ts';

/**
 * Any moment of a space again (promise P6). States are persistent values, so that checkpoints along
 * the log share most of what they hold. They are laid in the background after a start, a little at a
 * time; a visit folds from the checkpoint before it.
 */
export interface History {
  /** The state after entry `moment`, or at that time; undefined when it lies outside the log. */
  at(commit: Commit<State>, moment: number | string): Promise<Then | undefined>;
  /** Lays the checkpoints up to where the space stands now, without getting in anybody's way. */
  warm(commit: Commit<State>): Promise<void>;
  close(): void;
}
export interface Then {
  seq: number;
  at: string;
  state: State;
}

/** At most about this many checkpoints: each keeps alive what was on the screens at its moment. */
const CHECKPOINTS = 100;
const LEAST_APART = 500;
/** Entries folded at once in the background: some milliseconds. */
const SIP = 200;
const START: Then = { seq: 0, at: '', state: initial };

export function openHistory(log: Log): History {
  const checkpoints = new Map<string, Then[]>();
  let closed = false;

  const of = (space: string): Then[] => {
    const made = checkpoints.get(space) ?? [START];
    checkpoints.set(space, made);
    return made;
  };

  /** One step on from a moment, not past the next checkpoint; lays that one when it is reached. */
  async function forward(space: string, from: Then, upTo: number, sip: number, head: number) {
    const made = of(space);
    const last = made.at(-1)!;
    const apart = Math.max(LEAST_APART, Math.ceil(head / CHECKPOINTS));
    const goal = from.seq >= last.seq ? Math.min(upTo, last.seq + apart) : upTo;
    const entries = await log.read(space, from.seq, Math.min(sip, goal - from.seq));
    const end = entries.at(-1);
    if (!end) return undefined;
    const then = { seq: end.seq, at: end.at, state: entries.reduce(reduce, from.state) };
    // Somebody else may have laid it meanwhile.
    if (then.seq === last.seq + apart && made.at(-1) === last) made.push(then);
    return then;
  }

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
      let then = of(space).findLast((one) => one.seq <= seq)!;
      while (then.seq < seq) {
        const next = await forward(space, then, seq, LEAST_APART, now.seq);
        if (!next) return undefined;
        then = next;
      }
      return then;
    },

    async warm(commit) {
      const { space } = commit;
      const { seq: head } = commit.now();
      let then = of(space).at(-1)!;
      while (then.seq < head && !closed) {
        const next = await forward(space, then, head, SIP, head);
        if (!next) return;
        // A visit may have come further than this.
        then = of(space).at(-1)!.seq > next.seq ? of(space).at(-1)! : next;
        await new Promise((done) => setTimeout(done, 2));
      }
    },
    close() {
      closed = true;
    },
  };
}
