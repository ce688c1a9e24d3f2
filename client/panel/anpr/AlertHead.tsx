import { useTranslation } from 'react-i18next';
import type { AlertRow } from '../../../shared/subject/anpr/schema.ts';
import { isSettled } from '../../../shared/subject/anpr/status.ts';
import { RelativeTime } from '../../part/RelativeTime.tsx';
import { Tag, type Tone } from '../../part/Tag.tsx';
import { useNames, useWaiting } from '../hooks.ts';
import { settledBy } from './history.ts';
import { AlertMark } from './AlertMark.tsx';
import { listOf, type AnprNames } from './names.ts';
import detail from '../detail.module.css';
import css from './anpr.module.css';

const TONES: Readonly<Record<AlertRow['status'], Tone>> = {
  new: 'bad',
  acknowledged: 'warn',
  verified: 'accent',
  linked: 'accent',
  dispatched: 'accent',
  closed: 'plain',
  rejected: 'plain',
};

/** By which list, whose it is and on what law it rests, and how far one is with it. */
export function AlertHead({ alert, names }: { alert: AlertRow; names: AnprNames }) {
  const { t } = useTranslation();
  const { restriction } = useNames();
  const waiting = useWaiting().has(alert.id);
  const list = listOf(alert.list);
  const settled = isSettled(alert) ? settledBy(alert, t) : undefined;
  return (
    <>
      <div className={detail.title}>
        <AlertMark alert={alert} size={24} />
        <h2>{names.list(alert)}</h2>
        <RelativeTime at={alert.last} className={css.age} />
      </div>
      <div className={detail.line}>
        {list && (
          <span className={css.swatch} data-colour={list.colour}>
            {t(`anpr.colour-${list.colour}`)}
          </span>
        )}
        <Tag tone={TONES[alert.status]} solid={alert.status === 'new'}>
          {t(`anpr.status-${alert.status}`)}
        </Tag>
        {waiting && (
          <Tag tone="warn" icon="clock">
            {t('queue.waiting')}
          </Tag>
        )}
        {alert.persons === 2 && <Tag icon="person">{t('anpr.twoPersons')}</Tag>}
        {alert.restrictions?.map((one) => (
          <Tag key={one} tone="restricted" icon="lock">
            {restriction(one)}
          </Tag>
        ))}
      </div>
      {settled && (
        <p>
          {settled.text} <span className={css.dim}>· {settled.by}</span>
        </p>
      )}
      <p className={css.dim}>
        {[
          t(`anpr.category-${alert.category}`),
          list?.owner,
          list?.basis,
          t('anpr.version', { n: alert.version }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}
