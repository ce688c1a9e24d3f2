import { create } from 'zustand';
import type { Fix } from '../shared/subject/unit/schema.ts';
import type { Positions } from '../shared/wire.ts';
import { usePicture } from './store.ts';

/**
 * Where units are, as the fast lane tells it: beside the picture, which is the fold of the log. Only
 * the link writes. Promise P2 for each unit: one whose last fix is too old is stale, with its age,
 * and later gone, by the server's clock and without a word from it.
 */
export interface UnitRow {
  id: string;
  fix: Fix;
  /** Milliseconds since the fix, of a unit that is stale; coarse, so that it seldom changes. */
  age: number | undefined;
}
export type Units = ReadonlyMap<string, UnitRow>;

const NONE: Units = new Map();
export const usePositions = create<{ units: Units }>()(() => ({ units: NONE }));

/** The row of a fix at a moment of the server's clock; the row before when nothing about it changed; undefined when it is gone. */
export function rowOf(fix: Fix, now: number, before?: UnitRow): UnitRow | undefined {
  if (Date.parse(fix.gone) <= now) return undefined;
  const age = Date.parse(fix.stale) <= now ? coarse(now - Date.parse(fix.at)) : undefined;
  return before?.fix === fix && before.age === age ? before : { id: fix.id, fix, age };
}

/** Ten seconds under a minute, then minutes. */
function coarse(milliseconds: number): number {
  const step = milliseconds < 60_000 ? 10_000 : 60_000;
  return Math.max(0, Math.floor(milliseconds / step) * step);
}

/** The units after a message. A fix that is older than the one known changes nothing. */
export function afterMessage(units: Units, { whole, fixes, gone }: Positions, now: number): Units {
  const next = new Map(whole ? NONE : units);
  for (const id of gone) next.delete(id);
  for (const fix of fixes) {
    const before = next.get(fix.id);
    if (before && before.fix.at > fix.at) continue;
    const row = rowOf(fix, now, before);
    if (row) next.set(fix.id, row);
    else next.delete(fix.id);
  }
  return next;
}

/** The units after some time without a message; the same ones when none of them looks different. */
export function afterTime(units: Units, now: number): Units {
  const next = new Map<string, UnitRow>();
  let changed = false;
  for (const [id, before] of units) {
    const row = rowOf(before.fix, now, before);
    if (row) next.set(id, row);
    if (row !== before) changed = true;
  }
  return changed ? next : units;
}

const serverNow = (): number => Date.now() + usePicture.getState().skew;

let timer: ReturnType<typeof setInterval> | undefined;

export function applyPositions(message: Positions): void {
  const units = afterMessage(usePositions.getState().units, message, serverNow());
  usePositions.setState({ units });
  if (units.size > 0) timer ??= setInterval(age, 1_000);
}

/** Ages run while there are units. */
function age(): void {
  const { units } = usePositions.getState();
  const next = afterTime(units, serverNow());
  if (next !== units) usePositions.setState({ units: next });
  if (next.size > 0) return;
  clearInterval(timer);
  timer = undefined;
}
