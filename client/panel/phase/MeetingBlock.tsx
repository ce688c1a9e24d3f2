import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import type { Meeting } from '../../../shared/subject/post/schema.ts';
import { pastMeetings, plannedMeetings } from '../../../shared/subject/post/select.ts';
import { Button } from '../../part/Button.tsx';
import { Tag } from '../../part/Tag.tsx';
import { momentOf } from '../../part/time.ts';
import { usePicture } from '../../store.ts';
import { openDialog } from '../../ui.ts';
import { useMay } from '../hooks.ts';
import { Countdown } from './Countdown.tsx';
import css from './phase.module.css';

/** Meetings to come, with their countdown, and those that were. */
export function MeetingBlock({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const may = useMay();
  const post = usePicture((p) => p.shown.post);
  const { planned, past } = useMemo(
    () => ({
      planned: plannedMeetings({ post }, incident.id),
      past: pastMeetings({ post }, incident.id),
    }),
    [post, incident.id],
  );
  const open = incident.status !== 'closed';
  return (
    <section className={css.block} aria-label={t('phase.meetings')} data-testid="meetings">
      <div className={css.head}>
        <h3>{t('phase.meetings')}</h3>
        {open && may('post.meet') && (
          <Button
            size="small"
            icon="plus"
            keys="m"
            onClick={() => openDialog({ name: 'post-meet', incident: incident.id })}
          >
            {t('phase.meet')}
          </Button>
        )}
      </div>
      {planned.length === 0 && <p className={css.dim}>{t('phase.noMeeting')}</p>}
      <ul className={css.rows}>
        {planned.map((row) => (
          <Planned key={row.id} row={row} open={open} />
        ))}
      </ul>
      {past.length > 0 && (
        <ul className={css.rows}>
          {past.map((row) => (
            <li key={row.id} className={css.row} data-past>
              <span className={css.main}>
                {t(`phase.body-${row.body}`)}{' '}
                {row.held
                  ? t('phase.held', { at: momentOf(row.at) })
                  : t('phase.cancelled', { reason: row.cancelled?.reason ?? '' })}
                {row.held?.note && <p className={css.dim}>{row.held.note}</p>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Planned({ row, open }: { row: Meeting; open: boolean }) {
  const { t } = useTranslation();
  const may = useMay();
  const { id, body, at, where, note, before } = row;
  return (
    <li className={css.row} data-testid="meeting">
      <Tag tone="accent">{t(`phase.body-${body}`)}</Tag>
      <span className={css.main}>
        <b>{momentOf(at)}</b> <Countdown at={at} />
        <p>
          {where}
          {note && ` · ${note}`}
          {before && (
            <span className={css.dim}> ({t('phase.movedFrom', { at: momentOf(before) })})</span>
          )}
        </p>
      </span>
      {open && (
        <span className={css.buttons}>
          {may('post.hold') && (
            <Button size="small" onClick={() => openDialog({ name: 'post-hold', meeting: id })}>
              {t('phase.hold')}
            </Button>
          )}
          {may('post.adjourn') && (
            <Button size="small" onClick={() => openDialog({ name: 'post-adjourn', meeting: id })}>
              {t('phase.adjourn')}
            </Button>
          )}
          {may('post.cancel') && (
            <Button size="small" onClick={() => openDialog({ name: 'post-cancel', meeting: id })}>
              {t('phase.cancel')}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}
