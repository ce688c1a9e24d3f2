import type { Me } from '../session.ts';

/**
 * On a display that is seen from afar the whole map is drawn larger: names, marks and lines alike, so
 * that nothing collides that would not collide at a desk. Seen from five metres a name must be about
 * 1/55 of a 75-inch display's height (capitals of 12 mm): a map of 700 pixels in height has it so.
 */
const READABLE = 700;

/** A role that may do nothing at all sits at no desk. */
export const isDisplay = (me: Me | null | undefined): boolean =>
  me?.rights.may.length === 0 && (me.rights.rights ?? []).length === 0;

/** In quarters, never smaller than at a desk. CSS pixels of what the map may fill. */
export const largeFor = (width: number, height: number): number =>
  Math.max(1, Math.round((Math.min(width, height) / READABLE) * 4) / 4);
