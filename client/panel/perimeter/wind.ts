import { plume } from '../../../shared/geo/plume.ts';
import type { Lang } from '../../../shared/refusal.ts';
import type { Perimeter } from '../../../shared/subject/perimeter/schema.ts';
import type { WindRow, WindSlice } from '../../../shared/subject/wind/schema.ts';

/**
 * Wind as people say it. The letters of the compass differ: NO is north-east in Dutch (noordoost) and
 * north-west in French (nord-ouest), so they are read and written in the reader's language only.
 */
const LETTERS: Readonly<Record<Lang, readonly [east: string, south: string, west: string]>> = {
  nl: ['O', 'Z', 'W'],
  fr: ['E', 'S', 'O'],
  en: ['E', 'S', 'W'],
};
const ROSE = 'N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW'.split(' ');

const roseIn = (lang: Lang): string[] => {
  const [east, south, west] = LETTERS[lang];
  return ROSE.map((name) =>
    [...name].map((letter) => ({ N: 'N', E: east, S: south, W: west })[letter]).join(''),
  );
};

/** `ZW`: the nearest of sixteen directions. */
export const compassName = (degrees: number, lang: Lang): string =>
  roseIn(lang)[Math.round(degrees / 22.5) % 16]!;

/** `230`, `230°`, `ZW`: degrees from 0 to below 360; undefined when it says no direction in this language. */
export function readDirection(typed: string, lang: Lang): number | undefined {
  const text = typed.trim().toUpperCase();
  const degrees = /^(\d{1,3})(?:[.,]\d+)?\s*(?:°|GRADEN|DEGR[EÉ]S|DEGREES)?$/.exec(text);
  if (degrees) {
    const value = Number(degrees[1]);
    return value > 360 ? undefined : value % 360;
  }
  const at = roseIn(lang).indexOf(text.replace(/[\s-]/g, ''));
  return at < 0 ? undefined : at * 22.5;
}

export const UNITS = ['kmh', 'ms', 'bft'] as const;
export type SpeedUnit = (typeof UNITS)[number];

/** `20`, `20 km/u`, `6 m/s`, `4 Bft`: metres per second. A unit that is typed goes before the one that is chosen. */
export function readSpeed(typed: string, chosen: SpeedUnit): number | undefined {
  const match = /^(\d{1,3})(?:[.,](\d))?\s*(km\/?[hu]|kmh|kmu|kph|m\/?s|bft?\.?|beaufort)?$/i.exec(
    typed.trim(),
  );
  if (!match) return undefined;
  const value = Number(`${match[1]}.${match[2] ?? '0'}`);
  const word = match[3]?.toLowerCase();
  const unit: SpeedUnit = !word
    ? chosen
    : word.startsWith('k')
      ? 'kmh'
      : word.startsWith('m')
        ? 'ms'
        : 'bft';
  if (unit === 'bft' && (value > 12 || !Number.isInteger(value))) return undefined;
  const speed = unit === 'kmh' ? value / 3.6 : unit === 'bft' ? fromBeaufort(value) : value;
  return speed <= 100 ? Math.round(speed * 10) / 10 : undefined;
}

/** Middle of the force's range, by the formula of the WMO: v = 0.836 B^1.5 m/s. */
const fromBeaufort = (force: number): number => 0.836 * force ** 1.5;
export const toBeaufort = (speed: number): number =>
  Math.min(12, Math.round((speed / 0.836) ** (2 / 3)));

/** The latest measurement of all stations. */
export function latestWind({ stations }: WindSlice): WindRow | undefined {
  let latest: WindRow | undefined;
  stations.forEach((row) => {
    if (!latest || Date.parse(row.observed) > Date.parse(latest.observed)) latest = row;
  });
  return latest;
}

/** Older than this, a measurement is told to be old. */
export const OLD_MS = 3_600_000;

/** How far a wind may turn before the sector that was drawn from it no longer holds, degrees. */
const TURNED = 30;

/** Whether the wind of an area of effect is no longer that of now: turned, or of another class of speed. */
export function windChanged({ shape, estimate }: Perimeter, now: WindRow | undefined): boolean {
  if (!estimate || !now || shape.form !== 'sector') return false;
  if (Date.parse(now.observed) <= Date.parse(estimate.wind.at)) return false;
  const next = plume(shape.origin, estimate.agent, now);
  const then = plume(shape.origin, estimate.agent, estimate.wind);
  if (next.form !== 'sector' || then.form !== 'sector') return false;
  if (next.angle !== then.angle) return true;
  // In still air the direction means nothing.
  return next.angle < 360 && turn(now.from, estimate.wind.from) > TURNED;
}

/** Degrees between two directions, the short way round. */
export const turn = (a: number, b: number): number => Math.abs(((a - b + 540) % 360) - 180);
