import type { Wind } from '../../../shared/geo/plume.ts';
import type { Lang } from '../../../shared/refusal.ts';
import { compassName, toBeaufort } from './wind.ts';

/** A wind, as its words take it. */
export function windValues({ from, speed }: Wind, lang: Lang) {
  const locale = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' }[lang];
  return {
    name: compassName(from, lang),
    from: Math.round(from) % 360,
    kmh: Math.round(speed * 3.6),
    ms: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(speed),
    bft: toBeaufort(speed),
  };
}
