import type { GreenSite } from '../../plan/site.ts';
import type { WindSlice } from '../wind/schema.ts';
import type { SiteSlice, Why } from './schema.ts';

/** What blows, and what is expected, in km/h: the unit in which managers have their thresholds. */
export const kmh = (metresPerSecond: number): number => Math.round(metresPerSecond * 3.6);

/** A measurement says something about now for an hour. */
const FRESH_MS = 60 * 60_000;
/** A warning counts from three hours before it begins: closing a forest takes time. */
const AHEAD_MS = 3 * 60 * 60_000;

/** The strongest wind measured in the last hour; undefined where nobody measured. */
export function strongest({ stations }: WindSlice, at: string): Why | undefined {
  let most: Why | undefined;
  for (const row of stations.values()) {
    if (Date.parse(at) - Date.parse(row.observed) > FRESH_MS) continue;
    const gust = kmh(row.gust ?? row.speed);
    if (!most || gust > most.gust) most = { gust, station: row.name };
  }
  return most;
}

/** The strongest gust that a warning in force or soon in force expects. */
export function expected({ warnings }: Pick<SiteSlice, 'warnings'>, at: string): Why | undefined {
  let most: Why | undefined;
  for (const { id, gust, from, until } of warnings.values()) {
    if (gust === undefined || until <= at || Date.parse(from) - Date.parse(at) > AHEAD_MS) continue;
    if (!most || gust > most.gust) most = { gust, warning: id };
  }
  return most;
}

/** The strongest reason to close anything now: what is measured or expected; undefined in still air. */
export function reasonAt(state: { wind: WindSlice; site: SiteSlice }, at: string): Why | undefined {
  const now = strongest(state.wind, at);
  const soon = expected(state.site, at);
  return soon && soon.gust > (now?.gust ?? -1) ? soon : now;
}

/** Whether it is one for a site: its manager's own threshold is reached. */
export const concerns = (why: Why | undefined, site: GreenSite): why is Why =>
  why !== undefined && why.gust >= site.closeAt;
