import { useTranslation } from 'react-i18next';
import { askEarlier, useEarlier } from '../../map/anpr/earlier.ts';
import { Button } from '../../part/Button.tsx';
import { clockOf, dayOf, momentOf } from '../../part/time.ts';
import type { AnprNames } from './names.ts';
import css from './pursuit.module.css';

/** Asks for what may lawfully be seen of before the alert. By hand only: it is written in the access log. */
export function EarlierButton({ alert }: { alert: string }) {
  const { t } = useTranslation();
  const asking = useEarlier((one) => one.asking && one.alert === alert);
  return (
    <Button
      size="small"
      title={t('pursuit.earlierNote')}
      disabled={asking}
      onClick={() => void askEarlier(alert, t('pursuit.unreachable'))}
      data-testid="anpr-earlier"
    >
      {t(asking ? 'pursuit.earlierAsking' : 'pursuit.earlier')}
    </Button>
  );
}

/** What came of it; the map draws the same, thinner than the alert's own passages. */
export function Earlier({ alert, names }: { alert: string; names: AnprNames }) {
  const { t } = useTranslation();
  const { answer, refused, alert: of } = useEarlier();
  if (of !== alert) return null;
  if (refused)
    return (
      <p className={css.note} role="alert" data-warn>
        {refused}
      </p>
    );
  if (!answer) return null;
  const { rows, seq, more, reachesTo } = answer;
  if (rows.length === 0)
    return (
      <p className={css.note} role="status">
        {t('pursuit.earlierNone', { from: momentOf(reachesTo) })}
      </p>
    );
  return (
    <>
      <p className={css.note} role="status">
        {t('pursuit.earlierCount', { count: rows.length, seq })}
        {more && ` ${t('pursuit.earlierMore')}`}
      </p>
      <ol className={css.earlier} tabIndex={0} aria-label={t('pursuit.earlier')}>
        {rows.map(({ read, at, camera }) => (
          <li key={read}>
            <time dateTime={at}>
              {dayOf(at)} {clockOf(at)}
            </time>
            <span>{names.camera(camera)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
