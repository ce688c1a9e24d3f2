import { useTranslation } from 'react-i18next';
import { timeOf } from '../../../part/time.ts';
import { useLang } from '../../hooks.ts';
import { peakOf, sumOf, type Hour } from './flow.ts';
import css from './cameras.module.css';

const PARTS = ['approaching', 'leaving', 'unknown'] as const;

/** The whole region by the hour: towards the cameras, away from them, and where that is not known. */
export function Region({ hours }: { hours: readonly Hour[] }) {
  const { t } = useTranslation();
  const lang = useLang();
  const number = (value: number) => value.toLocaleString(lang);
  const most = Math.max(1, ...hours.map(sumOf));
  const peak = peakOf(hours);
  return (
    <section className={css.region} aria-label={t('plates.region')} data-testid="anpr-region">
      <div className={css.regionHead}>
        <h2>{t('plates.region')}</h2>
        <p>
          {t('plates.regionAll', {
            count: hours.length,
            all: number(hours.reduce((sum, hour) => sum + sumOf(hour), 0)),
          })}
          {peak && (
            <> {t('plates.regionPeak', { at: timeOf(peak.from), count: number(sumOf(peak)) })}</>
          )}
        </p>
        <ul className={css.legend}>
          {PARTS.map((part) => (
            <li key={part} data-part={part}>
              {t(`plates.${part}`)}
            </li>
          ))}
        </ul>
      </div>
      <ol className={css.columns} aria-label={t('plates.byHour')}>
        {hours.map((hour) => (
          <li key={hour.from} data-running={hour.running || undefined}>
            <span className={css.total}>{sumOf(hour) > 0 ? number(sumOf(hour)) : ''}</span>
            <span
              className={css.column}
              aria-hidden="true"
              title={PARTS.map((part) => `${t(`plates.${part}`)}: ${number(hour[part])}`).join(
                '\n',
              )}
            >
              {PARTS.map((part) => (
                <i
                  key={part}
                  data-part={part}
                  style={{ height: `${(100 * hour[part]) / most}%` }}
                />
              ))}
            </span>
            <time dateTime={new Date(hour.from).toISOString()}>
              {timeOf(hour.from).slice(0, 2)}
            </time>
            {hour.running && <span className="visually-hidden">{t('plates.running')}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
