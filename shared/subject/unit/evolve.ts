import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import type { Fold } from '../../subject.ts';
import type { UnitEvent, UnitSlice } from './schema.ts';

/** Ten minutes at the usual interval. */
export const TRAIL = 20;

function evolve(slice: UnitSlice, event: Event): UnitSlice {
  const known = event as UnitEvent;
  switch (known.type) {
    case 'unit.recorded': {
      const { slot, fixes } = known.data;
      const { restrictions } = known;
      const units = slice.units.withMutations((open) => {
        for (const fix of fixes) {
          const [lon, lat] = fix.point;
          const trail = [...(open.get(fix.id)?.trail ?? []), [lon, lat, fix.at] as const];
          open.set(fix.id, {
            ...fix,
            slot,
            trail: trail.slice(-TRAIL),
            ...(restrictions ? { restrictions } : {}),
          });
        }
      });
      return { units };
    }
    case 'unit.left':
      return { units: slice.units.deleteAll(known.data.units) };
    default:
      return slice;
  }
}

export const fold = {
  name: 'unit',
  initial: { units: Map() },
  evolve,
  follows: [],
  guarded: {},
  internal: [],
} satisfies Fold<UnitSlice>;
