import type { Perimeter, PerimeterSlice } from './schema.ts';

/** Perimeters of an incident that stand, in the order in which they were drawn. */
export const standing = (state: { perimeter: PerimeterSlice }, incident: string): Perimeter[] =>
  [...state.perimeter.perimeters.values()]
    .filter((row) => row.incident === incident && !row.lifted)
    .sort((a, b) => a.seq - b.seq);
