import type { Wind } from '../../../shared/geo/plume.ts';
import type { Lang } from '../../../shared/refusal.ts';
import { numberText } from './radius.ts';
import { compassName, toBeaufort } from './wind.ts';

/** A wind, as its words take it. */
export function windValues({ from, speed }: Wind, lang: Lang) {
  return {
    name: compassName(from, lang),
    from: Math.round(from) % 360,
    kmh: Math.round(speed * 3.6),
    ms: numberText(speed, 1, lang),
    bft: toBeaufort(speed),
  };
}
