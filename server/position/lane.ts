import { redactThings, type View } from '../../shared/role.ts';
import type { Fix } from '../../shared/subject/unit/schema.ts';
import type { Positions } from '../../shared/wire.ts';

/**
 * The fast lane of positions: the last fix of every unit, in memory, beside the log. Whatever comes
 * in is coalesced and goes out a few times a second, only what changed, encoded once per audience.
 * Knows no socket: `emit` reaches a room, and may skip a console that is slow, which then gets
 * `whole` when it is not slow any more. Hiding is `shared/role.ts`'s.
 */
export interface Lane {
  /**
   * `old`: not later than what is known, or too old to be shown. `full`: there are too many units, and
   * all of them are known to be there; those that are not any more make room, the longest silent first.
   */
  take(fix: Fix): 'taken' | 'old' | 'full';
  /** Fixes that another process took. */
  receive(fixes: readonly Fix[]): void;
  /** Whether a unit's fix of this time would be news. */
  wants(id: string, at: string): boolean;
  /** The last fix of every unit that is still to be shown. */
  all(): Fix[];
  /** The whole picture for a console that joins; register its socket in `room` in the same turn. */
  join(view: View, room: string): Positions[];
  close(): void;
}

export interface LaneOptions {
  space: string;
  emit(room: string, batch: Positions | undefined, whole: () => Positions[]): void;
  /** Hands what this process took to the others, once per tick. */
  publish?: (fixes: Fix[]) => void;
  /** Milliseconds between two batches, at least. */
  tick?: number;
  /** Units known at once. */
  most?: number;
  now?: () => number;
}

const TICK = 200;
const MOST = 20_000;
/** Fixes in one message of the whole picture. */
const PART = 1_000;
/** Units in one batch: more wait for the next, so that no burst holds up a command. */
const AT_ONCE = 2_000;
const REPAY = 1_000;
const SWEEP = 30_000;
/** How often it is looked who could make room, at most: it means looking at everybody. */
const LOOK = 1_000;

export function openLane(options: LaneOptions): Lane {
  const { space, emit, publish, tick = TICK, most = MOST, now = Date.now } = options;
  const fixes = new Map<string, Fix>();
  const views = new Map<string, View>();
  /** Unit → its fix as the consoles were last sent it. */
  const changed = new Map<string, Fix | undefined>();
  const outgoing = new Map<string, Fix>();
  /** Units that were stale when it was last looked, the longest silent last. */
  let silent: string[] = [];
  let looked = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  let next = 0;

  const isGone = (fix: Fix): boolean => Date.parse(fix.gone) <= now();
  const isStale = (fix: Fix): boolean => Date.parse(fix.stale) <= now();

  function sweep(): void {
    for (const [id, fix] of fixes) if (isGone(fix)) fixes.delete(id);
  }

  /** Takes the place of a unit that is not known to be there any more; false when there is none. */
  function makeRoom(): boolean {
    if (silent.length === 0 && now() - looked >= LOOK) {
      looked = now();
      silent = [...fixes.values()]
        .filter(isStale)
        .sort((a, b) => (a.stale < b.stale ? 1 : a.stale > b.stale ? -1 : 0))
        .map(({ id }) => id);
    }
    for (let id = silent.pop(); id !== undefined; id = silent.pop()) {
      const fix = fixes.get(id);
      if (!fix || !isStale(fix)) continue;
      if (!changed.has(id)) changed.set(id, fix);
      fixes.delete(id);
      outgoing.delete(id);
      return true;
    }
    return false;
  }

  function take(fix: Fix): 'taken' | 'old' | 'full' {
    const known = fixes.get(fix.id);
    if ((known?.at ?? '') >= fix.at || isGone(fix)) return 'old';
    if (!known && fixes.size >= most && !makeRoom()) return 'full';
    if (!changed.has(fix.id)) changed.set(fix.id, known);
    fixes.set(fix.id, fix);
    timer ??= setTimeout(flush, Math.max(0, next - performance.now()));
    return 'taken';
  }

  function flush(): void {
    timer = undefined;
    const begun = performance.now();
    const some = [...changed].slice(0, AT_ONCE);
    const before = some.map(([, fix]) => fix).filter((fix) => fix !== undefined);
    const after = some.map(([id]) => fixes.get(id)).filter((fix) => fix !== undefined);
    const ours = some.map(([id]) => outgoing.get(id)).filter((fix) => fix !== undefined);
    for (const [id] of some) {
      changed.delete(id);
      outgoing.delete(id);
    }
    for (const [room, view] of views) {
      const seen = redactThings(view, 'unit', after);
      const ids = new Set(seen.map(({ id }) => id));
      const gone = redactThings(view, 'unit', before)
        .map(({ id }) => id)
        .filter((id) => !ids.has(id));
      if (seen.length + gone.length > 0)
        emit(room, { space, fixes: seen, gone }, () => whole(view));
    }
    if (publish && ours.length > 0) publish(ours);
    // Entries have the right of way: sending positions never takes more than a fifth of the core.
    const end = performance.now();
    next = end + Math.max(tick, 4 * (end - begun));
    if (changed.size > 0) timer = setTimeout(flush, next - end);
  }

  function whole(view: View): Positions[] {
    const seen = redactThings(view, 'unit', all());
    const parts: Positions[] = [{ space, whole: true, fixes: seen.slice(0, PART), gone: [] }];
    for (let at = PART; at < seen.length; at += PART)
      parts.push({ space, fixes: seen.slice(at, at + PART), gone: [] });
    return parts;
  }

  const all = (): Fix[] => [...fixes.values()].filter((fix) => !isGone(fix));

  const repayer = setInterval(() => {
    for (const [room, view] of views) emit(room, undefined, () => whole(view));
  }, REPAY);
  const sweeper = setInterval(sweep, SWEEP);

  return {
    take(fix) {
      const taken = take(fix);
      if (taken === 'taken') outgoing.set(fix.id, fix);
      return taken;
    },
    receive(theirs) {
      for (const fix of theirs) take(fix);
    },
    wants: (id, at) => (fixes.get(id)?.at ?? '') < at,
    all,
    join(view, room) {
      if (!view.sees.includes('unit')) return [];
      views.set(room, view);
      return whole(view);
    },
    close() {
      clearTimeout(timer);
      clearInterval(repayer);
      clearInterval(sweeper);
    },
  };
}
