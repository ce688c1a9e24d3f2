import type { TFunction } from 'i18next';
import type { Lang } from '../../../shared/refusal.ts';

/** A camera's clock minus ours, in ms, as people say it: `1,3 s voor`, `gelijk`. */
export function offsetText(offset: number, t: TFunction, lang: Lang): string {
  const seconds = Math.round(Math.abs(offset) / 100) / 10;
  if (seconds === 0) return t('plates.clockRight');
  const amount =
    seconds < 120
      ? `${seconds.toLocaleString(lang)} s`
      : `${Math.round(seconds / 60).toLocaleString(lang)} min`;
  return t(offset > 0 ? 'plates.clockAhead' : 'plates.clockBehind', { amount });
}
