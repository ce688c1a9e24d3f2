import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import type { Fold, Moment } from '../../subject.ts';
import type { SiteEvent, SiteRow, SiteSlice } from './schema.ts';

function evolve(slice: SiteSlice, event: Event, entry: Moment): SiteSlice {
  if (!event.type.startsWith('site.')) return slice;
  const known = event as SiteEvent;
  const { at } = entry;
  const by = entry.actor.name;
  const rowOf = (id: string): SiteRow =>
    slice.sites.get(id) ?? { id, state: 'open', since: at, by };
  switch (known.type) {
    case 'site.warned':
      return {
        ...slice,
        warnings: slice.warnings.set(known.id, { id: known.id, ...known.data, at, by }),
      };
    case 'site.warningEnded':
      return { ...slice, warnings: slice.warnings.delete(known.id) };
    case 'site.advised': {
      const { why } = known.data;
      const rows = known.data.sites.map(({ site, closeAt }): SiteRow => {
        return { ...rowOf(site), advised: { at, closeAt, why } };
      });
      return withRows(slice, rows);
    }
    case 'site.calmed':
      return withRows(
        slice,
        known.data.sites.map((id) => ({ ...rowOf(id), advised: undefined, kept: undefined })),
      );
    case 'site.changed': {
      const { state, note, safe, inspector } = known.data;
      const rows = known.data.sites.map((id): SiteRow => {
        const before = rowOf(id);
        const same = before.state === state;
        const over = state === 'reopened' || state === 'open';
        return {
          ...before,
          state,
          since: same ? before.since : at,
          by,
          note,
          advised: over ? undefined : before.advised,
          kept: state === 'open' ? before.advised?.why.gust : undefined,
          closed: state === 'closed' && !same ? at : before.closed,
          inspection:
            safe === undefined || inspector === undefined
              ? // Closed anew, it wants a new look.
                state === 'closing' || state === 'closed'
                ? undefined
                : before.inspection
              : { at, by, inspector, safe, note },
        };
      });
      return withRows(slice, rows);
    }
  }
}

const withRows = (slice: SiteSlice, rows: readonly SiteRow[]): SiteSlice => ({
  ...slice,
  sites: slice.sites.withMutations((open) => {
    for (const row of rows) open.set(row.id, row);
  }),
});

export const fold = {
  name: 'site',
  initial: { warnings: Map(), sites: Map() },
  evolve,
  follows: [],
  guarded: {},
  internal: [],
} satisfies Fold<SiteSlice>;
