import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../part/Button.tsx';
import { momentOf } from '../../part/time.ts';
import { send } from '../../send.ts';
import { useMay } from '../hooks.ts';
import { useWeather } from './board.ts';
import { ask } from './do.ts';
import css from './storm.module.css';

/** The strongest gust of the last hour, and the warnings in force: what the thresholds are held against. */
export function Weather() {
  const { t } = useTranslation();
  const may = useMay();
  const { measured, station, warnings } = useWeather();
  return (
    <div className={css.weather}>
      <p className={css.gust} data-testid="storm-gust">
        {measured ? (
          <>
            <b>{measured.gust}</b> {t('storm.unit')}
            <span className={css.dim}>
              {t('storm.measured', { station: measured.station })}
              {station && ` · ${momentOf(station.observed)}`}
            </span>
          </>
        ) : (
          <span className={css.dim}>{t('storm.noWind')}</span>
        )}
      </p>
      <ul className={css.warnings}>
        {warnings.map(({ id, colour, gust, from, until, source }) => (
          <li key={id} className={css.warning} data-colour={colour} data-testid="storm-warning">
            <b>{t('storm.warning', { colour: t(`storm.colour-${colour}`) })}</b>
            {gust !== undefined && ` ${gust} ${t('storm.unit')}`} · {momentOf(from)} –{' '}
            {momentOf(until)} · {source}
            {may('site.endWarning') && (
              <IconButton
                icon="close"
                label={t('storm.endWarning')}
                onClick={() => send('site.endWarning', { warning: id })}
              />
            )}
          </li>
        ))}
        {warnings.length === 0 && <li className={css.dim}>{t('storm.noWarning')}</li>}
      </ul>
      <span className={css.gap} />
      {may('wind.observe') && (
        <Button size="small" keys="w" onClick={() => ask({ what: 'wind' })}>
          {t('storm.wind')}
        </Button>
      )}
      {may('site.warn') && (
        <Button size="small" keys="n" onClick={() => ask({ what: 'warn' })}>
          {t('storm.warn')}
        </Button>
      )}
    </div>
  );
}
