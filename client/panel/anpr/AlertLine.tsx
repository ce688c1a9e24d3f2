import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertRow, PassageRow } from '../../../shared/subject/anpr/schema.ts';
import { Icon } from '../../part/Icon.tsx';
import { RelativeTime } from '../../part/RelativeTime.tsx';
import { timeOf } from '../../part/time.ts';
import { select } from '../../ui.ts';
import { AlertMark, Certainty } from './AlertMark.tsx';
import { arrowOf, directionText, type AnprNames } from './names.ts';
import { bestOf } from './passes.ts';
import { Plate, RawRead } from './Plate.tsx';
import type { Flood } from './rows.ts';
import { toggleGroup } from './state.ts';
import css from './anpr.module.css';

/** Pixels; fixed, so that a flood can be laid out without measuring. */
export const LINE_HEIGHT = 74;

interface Placed {
  start: number;
  position: number;
  total: number;
  selected: boolean;
  names: AnprNames;
}

/** An alert in the queue: which vehicle, by which list, how sure, where and when, and what became of it. */
export const AlertLine = memo(function AlertLine({
  alert,
  passages,
  gone,
  inGroup,
  waiting,
  ...placed
}: Placed & {
  alert: AlertRow;
  passages: readonly PassageRow[];
  gone: boolean;
  inGroup: boolean;
  waiting: boolean;
}) {
  const { t } = useTranslation();
  const { names } = placed;
  const open = bestOf(passages)?.open;
  const latest = passages.at(-1);
  const arrow = arrowOf(latest?.course);
  const direction = latest ? directionText(latest, t) : '';
  const title = names.list(alert);
  return (
    <Line
      {...placed}
      id={alert.id}
      testId="anpr-row"
      colour={names.colour(alert.list)}
      data-priority={alert.priority}
      data-certainty={alert.certainty}
      data-status={alert.status}
      data-gone={gone || undefined}
      data-in-group={inGroup || undefined}
      onClick={() => select('anpr', alert.id)}
    >
      <span className={css.markCell}>
        <AlertMark alert={alert} size={22} />
      </span>
      <span className={css.lineOne}>
        {open ? (
          <>
            <Plate text={open.listed} country={open.country} certainty={alert.certainty} />
            <RawRead listed={open.listed} raw={open.raw} />
          </>
        ) : (
          <b className={css.title}>{title}</b>
        )}
        {open && <span className={css.grow} />}
        <RelativeTime at={alert.last} className={css.age} />
      </span>
      <span className={css.lineTwo}>
        {open && (
          <b className={css.cut} title={title}>
            {title}
          </b>
        )}
        <Certainty alert={alert} />
        {alert.covert && (
          <span className={css.covertMark} title={t('anpr.covertLong')}>
            {t('anpr.covert')}
          </span>
        )}
      </span>
      <span className={css.lineThree}>
        <span className={css.cut} title={direction}>
          {arrow && <span aria-hidden="true">{arrow} </span>}
          {names.camera(alert.lastCamera)}
          <span className={arrow && 'visually-hidden'}>{direction && `, ${direction}`}</span>
        </span>
        <time dateTime={alert.last}>{timeOf(alert.last)}</time>
        {alert.passages > 1 && (
          <span title={t('anpr.passages', { count: alert.passages })}>×{alert.passages}</span>
        )}
        {waiting && <Icon name="clock" size={12} />}
        <span className={css.status} data-status={alert.status}>
          {t(`anpr.status-${alert.status}`)}
        </span>
      </span>
    </Line>
  );
});

/** A flood: how many of one list and priority, how many of them nobody looks at, since when. */
export function GroupLine({ group, ...placed }: Placed & { group: Flood }) {
  const { t } = useTranslation();
  const { id, alerts, opened, priority } = group;
  const { names } = placed;
  const [first] = alerts;
  if (!first) return null;
  const count = (fits: (one: AlertRow) => boolean) => alerts.filter(fits).length;
  const certain = count(({ certainty }) => certainty === 'certain');
  const latest = alerts.reduce((last, one) => (one.last > last ? one.last : last), '');
  return (
    <Line
      {...placed}
      id={id}
      testId="anpr-group-row"
      colour={names.colour(group.list)}
      data-priority={priority}
      onClick={() => {
        select('anpr-group', id);
        toggleGroup(id);
      }}
    >
      <span className={css.markCell}>
        <AlertMark
          alert={{ priority, certainty: certain > 0 ? 'certain' : 'possible' }}
          size={22}
        />
      </span>
      <span className={css.lineOne}>
        <span className={css.turn} data-open={opened || undefined}>
          <Icon name="down" size={14} />
        </span>
        <b className={css.title}>
          {alerts.length} × {names.list(first)}
        </b>
        <RelativeTime at={latest} className={css.age} />
      </span>
      <span className={css.lineTwo}>
        <span className={css.cut}>
          {t('anpr.groupSure', { certain, possible: alerts.length - certain })}
        </span>
      </span>
      <span className={css.lineThree}>
        <span className={css.cut}>
          {t('anpr.groupNew', { count: count(({ status }) => status === 'new') })}
        </span>
        <span>{t(opened ? 'anpr.groupClose' : 'anpr.groupOpen')}</span>
      </span>
    </Line>
  );
}

function Line({
  id,
  testId,
  colour,
  start,
  position,
  total,
  selected,
  names: _names,
  ...rest
}: Placed & {
  id: string;
  testId: string;
  colour: string;
  children: ReactNode;
  onClick: () => void;
}) {
  return (
    <div
      id={`queue-${id}`}
      role="option"
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={total}
      className={css.row}
      style={{ height: LINE_HEIGHT, transform: `translateY(${start}px)` }}
      data-testid={testId}
      data-id={id}
      data-colour={colour}
      {...rest}
    />
  );
}
