import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { alarmRates } from '../../../shared/subject/anpr/rates.ts';
import { useNow } from '../../part/time.ts';
import { usePicture } from '../../store.ts';
import { useLang } from '../hooks.ts';
import { atWork } from './at-work.ts';
import css from './anpr.module.css';

const STEP = 10_000;

/** How much each operator is alarmed, by EEMUA 191, as a figure, a word and a bar; and what nobody looked at. */
export function RateStrip() {
  const { t } = useTranslation();
  const lang = useLang();
  const alerts = usePicture((p) => p.shown.anpr.alerts);
  const now = Math.floor(useNow(STEP) / STEP) * STEP;
  const { rates, people } = useMemo(() => {
    const at = new Date(now).toISOString();
    const rows = [...alerts.values()];
    const people = atWork(rows, at);
    // An alert of these very seconds counts at once.
    return { people, rates: alarmRates(rows, new Date(now + STEP).toISOString(), people) };
  }, [alerts, now]);
  const figure = (value: number) => value.toLocaleString(lang, { maximumFractionDigits: 1 });
  const share =
    rates.rejected === undefined
      ? ''
      : ` ${t('anpr.rateRejected', { share: Math.round(rates.rejected * 100) })}`;
  return (
    <p
      className={css.rate}
      data-band={rates.nowBand}
      data-testid="anpr-rate"
      title={`${t('anpr.rateTip', {
        now: figure(rates.now),
        mean: figure(rates.mean),
        peak: figure(rates.peak),
        people,
      })}${share}`}
    >
      <span className={css.meter} aria-hidden="true">
        {[1, 2, 5, 10].map((from) => (
          <i key={from} data-on={rates.now >= from || undefined} />
        ))}
      </span>
      <b>{t(`anpr.band-${rates.nowBand}`)}</b>
      <span>{t('anpr.rate', { n: figure(rates.now) })}</span>
      <span className={css.standing} data-some={rates.standing > 0 || undefined}>
        {t('anpr.standing', { count: rates.standing })}
      </span>
    </p>
  );
}
