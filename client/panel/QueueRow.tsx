import { memo, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { unread, type QueueItem } from '../../shared/select.ts';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import type { PhaseName } from '../../shared/subject/phase/schema.ts';
import { inForce } from '../../shared/subject/phase/select.ts';
import { later } from '../later.ts';
import { Icon } from '../part/Icon.tsx';
import { PriorityMark } from '../part/PriorityMark.tsx';
import { RelativeTime } from '../part/RelativeTime.tsx';
import { usePicture } from '../store.ts';
import { select } from '../ui.ts';
import { useNames } from './hooks.ts';
import { useLate } from './late.ts';
import { placeText } from './place.ts';
import { firstLine, reportText } from './report-text.ts';
import { toggleTick } from './walk.ts';
import css from './queue.module.css';

const PhaseMark = later<{ phase: PhaseName }>(
  async () => (await import('./phase/PhaseMark.tsx')).PhaseMark,
);

/** Pixels; fixed, so that a list of thousands can be laid out without measuring. */
export const ROW_HEIGHT = 50;

interface Props {
  item: QueueItem;
  gone: boolean;
  start: number;
  position: number;
  total: number;
  selected: boolean;
  /** undefined: cannot be ticked. */
  ticked: boolean | undefined;
  waiting: boolean;
  me: string;
}

export const QueueRow = memo(function QueueRow(props: Props) {
  const { item, gone, start, position, total, selected, ticked, waiting, me } = props;
  const { t } = useTranslation();
  const names = useNames();
  const { row } = item;
  const incident = item.kind === 'incident' ? item.row : undefined;
  const news = usePicture((p) =>
    incident && incident.status !== 'closed' ? unread(p.shown, incident.id, me) : 0,
  );
  const late = useLate().get(row.id) ?? 0;
  const phase = usePicture((p) => incident && inForce(p.shown, incident.id)[0]?.phase);
  const title =
    item.kind === 'incident' ? item.row.title : firstLine(reportText(item.row, names.lang), 140);
  const type = row.type ? names.type(row.type) : t('queue.typeUnknown');
  const place = placeText(row.place, names.lang);

  return (
    <div
      id={`queue-${row.id}`}
      role="option"
      aria-selected={selected}
      aria-checked={ticked}
      aria-posinset={position}
      aria-setsize={total}
      className={css.row}
      style={{ height: ROW_HEIGHT, transform: `translateY(${start}px)` }}
      data-testid="queue-row"
      data-kind={item.kind}
      data-id={row.id}
      data-priority={row.priority}
      data-gone={gone || undefined}
      data-unread={news > 0 || undefined}
      data-late={late || undefined}
      onClick={() => select(item.kind, row.id)}
    >
      {ticked === undefined ? (
        <span />
      ) : (
        <span
          className={css.tick}
          aria-hidden="true"
          data-testid="tick"
          onClick={(event) => {
            event.stopPropagation();
            toggleTick(row.id);
          }}
        >
          <span>{ticked && <Icon name="tick" size={12} />}</span>
        </span>
      )}
      <span className={css.mark}>
        <PriorityMark priority={row.priority} />
      </span>
      <span className={css.first}>
        <span className={css.title} title={title}>
          {title}
        </span>
        <RelativeTime at={item.at} className={css.age} />
      </span>
      <span className={css.second}>
        <span className={css.sub}>
          {incident ? `${incident.number} · ` : ''}
          <b>{type}</b>
          {place && ` · ${place}`}
        </span>
        {item.kind === 'report' && item.row.over && <span>{t('queue.reason-over')}</span>}
        {late > 0 && (
          <span className={css.late} title={t('queue.late', { count: late })}>
            <Icon name="warn" size={12} />
            {late}
            <span className="visually-hidden"> {t('queue.late', { count: late })}</span>
          </span>
        )}
        {waiting && <Mark name="clock" css={css.waiting} label={t('queue.waiting')} />}
        {phase && (
          <Suspense fallback={null}>
            <PhaseMark phase={phase} />
          </Suspense>
        )}
        {row.restrictions && (
          <Mark
            name="lock"
            css={css.restricted}
            label={t('queue.restrictedTo', {
              names: row.restrictions.map(names.restriction).join(', '),
            })}
          />
        )}
        {(incident || gone || row.status !== 'new') && (
          <span className={css.status} data-status={row.status}>
            {t(`incident.status-${row.status}`)}
          </span>
        )}
        {incident?.owner && <Initials owner={incident.owner} me={me} />}
        {news > 0 && (
          <span className={css.unread} aria-label={t('queue.unread', { count: news })} role="img">
            {news}
          </span>
        )}
      </span>
    </div>
  );
});

function Mark(props: { name: 'lock' | 'clock'; css: string | undefined; label: string }) {
  return (
    <span className={props.css} role="img" aria-label={props.label} title={props.label}>
      <Icon name={props.name} size={14} />
    </span>
  );
}

function Initials({ owner, me }: { owner: NonNullable<Incident['owner']>; me: string }) {
  const { t } = useTranslation();
  const words = owner.name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
  const label = `${t('incident.owner')}: ${owner.name}`;
  return (
    <span
      className={css.initials}
      data-mine={owner.id === me || undefined}
      role="img"
      aria-label={label}
      title={label}
    >
      {letters}
    </span>
  );
}
