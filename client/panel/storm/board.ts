import { useMemo } from 'react';
import type { GreenSite } from '../../../shared/plan/site.ts';
import type { SITE_STATES } from '../../../shared/subject/site/schema.ts';
import type { SiteRow } from '../../../shared/subject/site/schema.ts';
import { expected, strongest } from '../../../shared/subject/site/wind.ts';
import { useNow } from '../../part/time.ts';
import { usePlan } from '../../plan.ts';
import { usePicture } from '../../store.ts';
import { currentLang } from '../../i18n/lang.ts';
import { managerName, siteName } from './auto.ts';

/** What a line of the board shows: the state, or that it should close and nobody was asked yet. */
export type Shown = (typeof SITE_STATES)[number] | 'advised';
export const SHOWN: readonly Shown[] = [
  'advised',
  'closing',
  'closed',
  'inspected',
  'reopened',
  'open',
];

export interface Line {
  site: GreenSite;
  name: string;
  row: SiteRow | undefined;
  shown: Shown;
}
export interface Group {
  manager: string;
  name: string;
  lines: Line[];
}

export const shownOf = (row: SiteRow | undefined): Shown => {
  if (!row) return 'open';
  const open = row.state === 'open' || row.state === 'reopened';
  return row.advised && open ? 'advised' : row.state;
};

/** The board: all sites by manager, those that most want doing first. */
export function useBoard() {
  const sites = usePlan((p) => p.plan.sites);
  const slice = usePicture((p) => p.shown.site);
  const lang = currentLang();
  return useMemo(() => {
    const lines = sites.map((site): Line => {
      const row = slice.sites.get(site.id);
      return { site, row, shown: shownOf(row), name: siteName(site.id) };
    });
    const counts = Object.fromEntries(
      SHOWN.map((shown) => [shown, lines.filter((line) => line.shown === shown).length]),
    ) as Record<Shown, number>;
    const groups = [...Map.groupBy(lines, ({ site }) => site.manager ?? '')].map(
      ([manager, own]): Group => ({
        manager,
        name: managerName(manager),
        lines: own.sort(
          (a, b) =>
            SHOWN.indexOf(a.shown) - SHOWN.indexOf(b.shown) ||
            a.site.closeAt - b.site.closeAt ||
            a.name.localeCompare(b.name, lang),
        ),
      }),
    );
    const worst = ({ lines: own }: Group) => SHOWN.indexOf(own[0]!.shown);
    groups.sort((a, b) => worst(a) - worst(b) || a.name.localeCompare(b.name, lang));
    return { lines, counts, groups };
  }, [sites, slice, lang]);
}

/** The wind now, and the warnings that are not over. */
export function useWeather() {
  const wind = usePicture((p) => p.shown.wind);
  const slice = usePicture((p) => p.shown.site);
  const now = new Date(useNow(30_000)).toISOString();
  return useMemo(
    () => ({
      measured: strongest(wind, now),
      station: [...wind.stations.values()].sort((a, b) => (a.observed < b.observed ? 1 : -1))[0],
      expected: expected(slice, now),
      warnings: [...slice.warnings.values()].filter((one) => one.until > now),
    }),
    [wind, slice, now],
  );
}
