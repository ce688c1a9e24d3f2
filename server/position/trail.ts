import { createHash } from 'node:crypto';
import type { State } from '../../shared/folds.ts';
import { metresBetween } from '../../shared/geo/metres.ts';
import { FIXES, type Fix, type Unit } from '../../shared/subject/unit/schema.ts';
import { isNews } from '../../shared/subject/unit/unit.ts';
import type { Who } from '../auth/auth.ts';
import type { Commit } from '../commit.ts';
import type { Gate } from '../gate.ts';

/**
 * The trail for replay: at intervals, one command by the system's hand records where the units are
 * that moved. It runs on every process. The command's id comes from the interval and the fixes, and
 * a unit is recorded once per interval, so that several processes with the same picture give one entry.
 */
export interface TrailOptions {
  positions(): readonly Fix[];
  gate: Gate;
  commit: Commit<State>;
  who: Who;
  /** Seconds of an interval, and metres below which a unit stands still. */
  seconds: number;
  metres: number;
  /** Hours after which a silent unit leaves the working state. */
  hours: number;
  now?: () => number;
}

/** A unit that stands still is recorded all the same, but seldom: replay can tell it from a silent one. */
const STILL_MS = 10 * 60_000;
const TIDY_MS = 60_000;

export function openTrail(options: TrailOptions) {
  const { positions, gate, commit, who, metres, hours, now = Date.now } = options;
  const interval = options.seconds * 1_000;

  const send = (id: string, type: string, data: Record<string, unknown>) =>
    gate.submitChecked(who, commit.space, { id, type, data });

  /** One round: what moved since it was last recorded. Public for the tests. */
  async function record(): Promise<void> {
    const start = Math.floor(now() / interval) * interval;
    const slot = new Date(start).toISOString();
    const { units } = commit.now().state.unit;
    const moved = positions()
      .filter((fix) => {
        const row = units.get(fix.id);
        return isNews(row, fix, slot) && (!row || hasMoved(row, fix, metres));
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    for (let at = 0; at < moved.length; at += FIXES) {
      const fixes = moved.slice(at, at + FIXES);
      await send(idOf('unit.record', start, fixes), 'unit.record', { slot, fixes });
    }
  }

  async function tidy(): Promise<void> {
    const before = new Date(now() - hours * 3_600_000).toISOString();
    const silent = commit
      .now()
      .state.unit.units.valueSeq()
      .filter((row) => row.at < before)
      .take(FIXES)
      .toArray();
    if (silent.length === 0) return;
    const data = { units: silent.map(({ id }) => id), before };
    await send(idOf('unit.leave', 0, silent), 'unit.leave', data);
  }

  // The log says itself when it does not answer; the next interval tries again.
  const recorder = setInterval(() => void record().catch(() => {}), interval);
  const tidier = setInterval(() => void tidy().catch(() => {}), TIDY_MS);
  return {
    record,
    tidy,
    close() {
      clearInterval(recorder);
      clearInterval(tidier);
    },
  };
}

const hasMoved = (row: Unit, fix: Fix, metres: number): boolean =>
  metresBetween(row.point, fix.point) >= metres ||
  Date.parse(fix.at) - Date.parse(row.at) >= STILL_MS ||
  String(row.restrictions) !== String(fix.restrictions);

function idOf(what: string, start: number, things: readonly { id: string; at: string }[]): string {
  const text = things.map(({ id, at }) => `${id} ${at}`).join('\n');
  return `${what}:${start}:${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
}
