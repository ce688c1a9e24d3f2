import type { Lang } from '../../shared/refusal.ts';
import type { Occurred } from '../../shared/value.ts';
import { momentOf } from '../part/time.ts';

const ZONE = 'Europe/Brussels';

/** When it happened, no more exactly than the source knows: a day or a year has no hour. */
export function occurredText({ at, precision }: Occurred, lang: Lang): string {
  if (precision === 'second') return momentOf(at);
  const locale = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' }[lang];
  const options: Intl.DateTimeFormatOptions =
    precision === 'day' ? { day: 'numeric', month: 'long', year: 'numeric' } : { year: 'numeric' };
  return new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options }).format(new Date(at));
}
