import type { TFunction } from 'i18next';
import { currentLang } from '../i18n/lang.ts';

/** `80 m`, `1,2 km`; '' when it is not known. Metres in tens: the points are no better. */
export function distanceText(metres: number | undefined, t: TFunction): string {
  if (metres === undefined) return '';
  if (metres < 995) return t('incident.metres', { n: Math.round(metres / 10) * 10 });
  const n = (metres / 1000).toLocaleString(currentLang(), { maximumFractionDigits: 1 });
  return t('incident.kilometres', { n });
}
