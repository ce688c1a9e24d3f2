import { useTranslation } from 'react-i18next';
import { ageText, useNow } from '../../part/time.ts';
import { usePicture } from '../../store.ts';
import { useLang } from '../hooks.ts';
import { windValues } from './wind-text.ts';
import { latestWind, OLD_MS } from './wind.ts';
import css from './WindBadge.module.css';

/** In the map's corner: the latest wind, whose it is, how old. The arrow flies with the wind. */
export function WindBadge() {
  const { t } = useTranslation();
  const lang = useLang();
  const slice = usePicture((p) => p.shown.wind);
  const now = useNow(10_000);
  const wind = latestWind(slice);
  if (!wind) return null;
  const age = now - Date.parse(wind.observed);
  const values = windValues(wind, lang);
  const source = t('perimeter.windSource', { station: wind.name, age: ageText(age) });
  return (
    <div
      className={css.badge}
      data-old={age > OLD_MS}
      data-testid="wind-badge"
      title={`${t('perimeter.windBadge')}: ${t('perimeter.windTold', values)}\n${source}`}
    >
      <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
        <path
          d="M0 7.5V-6.5M-4-2.5 0-7 4-2.5"
          transform={`rotate(${(wind.from + 180) % 360})`}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <b>{t('perimeter.windShort', values)}</b>
      <span className={css.source}>{source}</span>
    </div>
  );
}
