import type { Entry, SeenEntry } from '../shared/entry.ts';
import { audienceOf, redactEntry, redactState, type View } from '../shared/role.ts';
import type { State } from '../shared/folds.ts';
import { toPlain, type PlainState } from '../shared/state.ts';
import type { Batch, Beat, Join, Joined } from '../shared/wire.ts';
import { markOf, type Commit } from './commit.ts';
import { CLOSED, type Reveal } from './reveal.ts';

/**
 * From the log to the screens. Entries go out at once when nothing went out lately, else in one
 * batch per tick; encoded once per audience (roles that see the same), never per socket. Hiding is
 * `shared/role.ts`'s. Knows no subject and no socket: `emit` reaches a room.
 */
export interface Fanout {
  /** What a console that has entry `after` needs to be current; register the socket in `room` in the same turn. */
  join(view: View, join: Join): { room: string; joined: Joined & { ok: true } };
  close(): void;
}

export interface FanoutOptions {
  commit: Commit<State>;
  /** The latest entries up to the commit's standing: consoles that saw a restart get the few they lack. */
  seed?: readonly Entry[];
  /** Sends to all sockets of a room; `beat` may be dropped for a slow one, a batch never. */
  emitBatch(room: string, batch: Batch): void;
  emitBeat(room: string, beat: Beat): void;
  /** Milliseconds that entries wait for others at most. */
  tick: number;
  /** Seconds between heartbeats. */
  beat: number;
  reveal?: Reveal;
}

/** Entries kept in memory to bring a console that was away for a moment up to date. */
export const RING = 5_000;
/** And no more than so many things in them: an entry of the trail holds hundreds of positions. */
const RING_WEIGHT = 100_000;

/** The newest entries, as many as are kept. */
export function lastOf(entries: readonly Entry[]): Entry[] {
  let [from, weight] = [entries.length, 0];
  while (from > 0 && entries.length - from < RING) {
    weight += weightOf(entries[from - 1]!);
    if (weight > RING_WEIGHT && from < entries.length) break;
    from--;
  }
  return entries.slice(from);
}

/** Events, and the rows of lists in them. */
const weightOf = ({ events }: Entry): number =>
  events.reduce(
    (sum, { data }) =>
      Object.values(data).reduce<number>(
        (more, value) => more + (Array.isArray(value) ? value.length : 0),
        sum + 1,
      ),
    0,
  );

export function openFanout(options: FanoutOptions): Fanout {
  const { commit, emitBatch, emitBeat, tick, beat, reveal = CLOSED } = options;
  const { space } = commit;
  const views = new Map<string, View>();
  const snapshots = new Map<string, { seq: number; state: PlainState }>();
  const { seed = [] } = options;
  // Entries that came while the seed was read would be missing between it and the next ones.
  let ring: Entry[] = seed.at(-1)?.seq === commit.now().seq ? lastOf(seed) : [];
  /** Weight that came since the ring was last cut. */
  let grown = 0;
  let pending: Entry[] = [];
  let resting: NodeJS.Timeout | undefined;

  commit.onApplied((entries) => {
    pending = pending.length > 0 ? [...pending, ...entries] : [...entries];
    resting ??= flush();
  });

  /**
   * Sends what is pending, and rests: what comes meanwhile makes the next batch. The rest is twice
   * as long as the sending took, so that sending never takes more than a third of the core, and a
   * tick at most, so that nobody waits longer.
   */
  function flush(): NodeJS.Timeout | undefined {
    const begun = performance.now();
    const entries = pending;
    pending = [];
    if (entries.length > 0) {
      ring = [...ring, ...entries];
      grown += entries.reduce((sum, entry) => sum + weightOf(entry), 0);
      if (ring.length > RING * 1.2 || grown > RING_WEIGHT / 5) {
        ring = lastOf(ring);
        grown = 0;
      }
      const last = entries.at(-1)!;
      const span = { space, after: entries[0]!.seq - 1, upTo: last.seq, mark: markOf(last.hash) };
      for (const [room, view] of views)
        emitBatch(room, { ...span, entries: visible(view, entries) });
    }
    if (entries.length === 0) return undefined;
    return setTimeout(
      () => {
        resting = flush();
      },
      Math.min(tick, 2 * (performance.now() - begun)),
    );
  }

  const heart = setInterval(() => {
    // No word is better than a wrong one: without beats, every screen greys by itself (P2).
    if (!commit.fresh()) return;
    const sent = pending[0] ? pending[0].seq - 1 : commit.now().seq;
    const now = new Date().toISOString();
    for (const room of views.keys()) emitBeat(room, { space, head: sent, now });
  }, beat * 1_000);

  /** The entries after the console's own, if they are few, at hand, and of the same log. */
  function since(join: Join, head: number): Entry[] | undefined {
    const known = pending.length > 0 ? [...ring, ...pending] : ring;
    if (join.after === 0 || join.after > head) return undefined;
    if (join.after === head) return join.mark === markOf(commit.now().hash) ? [] : undefined;
    const first = known[0]?.seq;
    if (first === undefined || join.after < first) return undefined;
    const at = join.after - first;
    return known[at] && join.mark === markOf(known[at].hash) ? known.slice(at + 1) : undefined;
  }

  const visible = (view: View, entries: readonly Entry[]): SeenEntry[] =>
    entries
      .map((entry) => reveal.entry(redactEntry(view, entry)))
      .filter((entry) => entry.events.length > 0);

  function snapshot(view: View, room: string): PlainState {
    const { seq, state } = commit.now();
    const made = snapshots.get(room);
    if (made?.seq === seq) return made.state;
    const plain = toPlain(reveal.state(redactState(view, state)));
    snapshots.set(room, { seq, state: plain });
    return plain;
  }

  return {
    join(view, join) {
      const room = `${space}/${audienceOf(view)}`;
      views.set(room, view);
      const { seq, hash } = commit.now();
      const entries = since(join, seq);
      const what = entries
        ? { entries: visible(view, entries) }
        : { state: snapshot(view, room) as Joined extends { state?: infer S } ? S : never };
      const now = new Date().toISOString();
      return {
        room,
        joined: {
          ...{ ok: true, mark: markOf(hash), fresh: commit.fresh(), now, seq, sees: view.sees },
          ...what,
        } as never,
      };
    },
    close() {
      clearInterval(heart);
      clearTimeout(resting);
    },
  };
}
