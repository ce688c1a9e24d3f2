import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertRow } from '../../../shared/subject/anpr/schema.ts';
import { linkOf } from '../../../shared/subject/anpr/select.ts';
import { isSettled } from '../../../shared/subject/anpr/status.ts';
import { IconButton } from '../../part/Button.tsx';
import { Icon } from '../../part/Icon.tsx';
import { clockOf, momentOf } from '../../part/time.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { select } from '../../ui.ts';
import { useMay } from '../hooks.ts';
import { historyOf } from './history.ts';
import type { AnprNames } from './names.ts';
import { Plate } from './Plate.tsx';
import css from './anpr.module.css';

/** What belongs to an alert: the incident that it is linked to, vehicles that go along, and its history. */
export function Belonging({ alert, names }: { alert: AlertRow; names: AnprNames }) {
  const { t } = useTranslation();
  const may = useMay();
  const link = usePicture((p) => linkOf(p.shown.anpr, alert.id));
  const others = usePicture((p) => p.shown.anpr.companions);
  const incidents = usePicture((p) => p.shown.incident.incidents);
  const companions = useMemo(
    () => [...others.values()].filter((one) => one.alert === alert.id),
    [others, alert.id],
  );
  const incidentText = (id: string): string => {
    const one = incidents.get(id);
    return one ? `${one.number} ${one.title}` : '…';
  };
  return (
    <>
      {alert.linked && (
        <section className={css.part}>
          <h3>{t('anpr.linkedTo')}</h3>
          <div className={css.linked} data-testid="anpr-linked">
            {link ? (
              <button type="button" onClick={() => select('incident', link.incident)}>
                <Icon name="link" size={14} /> {incidentText(link.incident)}
              </button>
            ) : (
              <span className={css.dim}>{t('anpr.linkedUnseen')}</span>
            )}
            {may('anpr.unlink') && !isSettled(alert) && (
              <IconButton
                icon="close"
                size="small"
                label={t('anpr.unlink')}
                onClick={() => send('anpr.unlink', { alert: alert.id })}
              />
            )}
          </div>
        </section>
      )}
      {companions.length > 0 && (
        <section className={css.part} data-testid="anpr-companions">
          <h3>{t('anpr.companions')}</h3>
          <ul>
            {companions.map(({ id, open, cameras, at }) => (
              <li key={id} className={css.companion}>
                {open ? <Plate text={open.plate} country={open.country} /> : t('anpr.aVehicle')}
                <span>
                  {t('anpr.together', { count: cameras.length })}
                  <span className={css.dim}>
                    {' '}
                    ({clockOf(at)}: {cameras.map(names.camera).join(', ')})
                  </span>
                </span>
              </li>
            ))}
          </ul>
          <p className={css.dim}>{t('anpr.companionsNote')}</p>
        </section>
      )}
      <section className={css.part}>
        <h3>{t('anpr.history')}</h3>
        <ul className={css.history} data-testid="anpr-history">
          {historyOf(alert, link && incidentText(link.incident), t).map(({ at, by, text }, i) => (
            <li key={i}>
              <time dateTime={at}>{momentOf(at)}</time> {text}
              {by && <span className={css.dim}> · {by}</span>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
