import { create } from 'zustand';
import { subscribeWithSelector } from 'zustand/middleware';
import { reduceFor } from '../shared/reduce.ts';
import { initial, type State } from '../shared/folds.ts';
import { fromPlain } from '../shared/state.ts';
import type { SeenEntry } from '../shared/entry.ts';
import type { Batch, Beat, Joined } from '../shared/wire.ts';
import type { LinkState } from './link.ts';

/**
 * What the console knows. `confirmed` is the fold of what the server sent, up to entry `seq`;
 * `shown` is that with the console's own waiting commands played over it (see `send.ts`).
 * Panels and layers read `shown`; only the link writes.
 */
export interface Picture {
  /** Fingerprint of the log up to `seq`, as the server gave it. */
  mark: string | undefined;
  seq: number;
  /** Subjects that this role is sent, as the server said when we joined. */
  sees: readonly string[];
  confirmed: State;
  shown: State;
  link: LinkState;
  /** `Date.now()` and `performance.now()` when the last sign of life came. */
  signAt: { wall: number; steady: number } | undefined;
  /** Server clock minus console clock, in milliseconds. */
  skew: number;
  /** Entries as they came in since the page was loaded, newest last, for announcements. */
  recent: readonly SeenEntry[];
}

export const usePicture = create<Picture>()(
  subscribeWithSelector((): Picture => ({
    mark: undefined,
    seq: 0,
    sees: [],
    confirmed: initial,
    shown: initial,
    link: 'connecting',
    signAt: undefined,
    skew: 0,
    recent: [],
  })),
);

/** Plays waiting commands over the confirmed state; set by `send.ts`, which keeps them. */
let overlay: (confirmed: State) => State = (confirmed) => confirmed;
export function setOverlay(play: (confirmed: State) => State): void {
  overlay = play;
  replay();
}

/** The set of waiting commands changed. */
export const replay = (): void => usePicture.setState((p) => ({ shown: overlay(p.confirmed) }));

const RECENT = 200;

function advance(
  confirmed: State,
  { seq, mark }: { seq: number; mark: string },
  entries: readonly SeenEntry[],
): void {
  usePicture.setState((p) => ({
    confirmed,
    seq,
    mark,
    shown: overlay(confirmed),
    recent: entries.length > 0 ? [...p.recent, ...entries].slice(-RECENT) : p.recent,
  }));
}

export function applyJoined(joined: Joined & { ok: true }): void {
  const { confirmed, seq, mark = joined.mark } = usePicture.getState();
  const { sees } = joined;
  usePicture.setState({ sees, skew: Date.parse(joined.now) - Date.now() });
  if (joined.state) return advance(fromPlain(joined.state), joined, []);
  // A batch may have come in since we asked: what we have already is passed over.
  const fresh = (joined.entries ?? []).filter((entry) => entry.seq > seq);
  const at = joined.seq >= seq ? joined : { seq, mark };
  advance(fresh.reduce(reduceFor(sees), confirmed), at, fresh);
}

/** False when the batch does not follow on what we have: a gap. What we have already is passed over. */
export function applyBatch(batch: Batch): boolean {
  const { seq, sees, confirmed } = usePicture.getState();
  if (batch.upTo <= seq) return true;
  if (batch.after > seq) return false;
  const fresh = batch.entries.filter((entry) => entry.seq > seq);
  advance(fresh.reduce(reduceFor(sees), confirmed), { seq: batch.upTo, mark: batch.mark }, fresh);
  return true;
}

/** False when the server has entries that did not reach us. */
export function applyBeat(beat: Beat): boolean {
  usePicture.setState({ skew: Date.parse(beat.now) - Date.now() });
  return beat.head <= usePicture.getState().seq;
}

export const sign = (): void =>
  usePicture.setState({ signAt: { wall: Date.now(), steady: performance.now() } });

export const setLink = (link: LinkState): void => usePicture.setState({ link });

/** Milliseconds since the last sign of life: by whichever clock says longer, as one of them stops while a computer sleeps. */
export function ageOf(signAt: Picture['signAt']): number {
  if (!signAt) return Infinity;
  return Math.max(Date.now() - signAt.wall, performance.now() - signAt.steady);
}

/** A picture older than this is grey: P2. */
export const STALE_AFTER = 5_000;
