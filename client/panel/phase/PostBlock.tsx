import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { postOf, seatsOf } from '../../../shared/subject/post/select.ts';
import { Button, IconButton } from '../../part/Button.tsx';
import { Tag } from '../../part/Tag.tsx';
import { momentOf } from '../../part/time.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { openDialog } from '../../ui.ts';
import { useMay } from '../hooks.ts';
import css from './phase.module.css';

/** The command post on site: where it stands, who directs it. */
export function PostBlock({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const post = usePicture((p) => postOf(p.shown, incident.id));
  const open = incident.status !== 'closed';
  return (
    <section className={css.block} aria-label={t('phase.post')} data-testid="post">
      <div className={css.head}>
        <h3>{t('phase.post')}</h3>
      </div>
      <dl className={css.facts}>
        <dt>{t('phase.place')}</dt>
        <dd>
          {post?.place ? (
            <>
              <b>{post.place.text}</b>
              {post.place.point && <Tag icon="pin">{t('phase.hasPoint')}</Tag>}
              <span className={css.dim}>{momentOf(post.place.at)}</span>
            </>
          ) : (
            <span className={css.dim}>{t('phase.noPlace')}</span>
          )}
          {open && <Change name="post-place" type="post.place" incident={incident.id} keys="o" />}
        </dd>
        <dt>{t('phase.lead')}</dt>
        <dd>
          {post?.lead ? (
            <>
              <b>{post.lead.name}</b>
              {post.lead.service && <span>{post.lead.service}</span>}
              <span className={css.dim}>{momentOf(post.lead.at)}</span>
            </>
          ) : (
            <span className={css.dim}>{t('phase.noLead')}</span>
          )}
          {open && <Change name="post-lead" type="post.lead" incident={incident.id} keys="d" />}
        </dd>
      </dl>
    </section>
  );
}

function Change(props: {
  name: 'post-place' | 'post-lead';
  type: string;
  incident: string;
  keys: string;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const { name, type, incident, keys } = props;
  if (!may(type)) return null;
  return (
    <Button size="small" keys={keys} onClick={() => openDialog({ name, incident })}>
      {t('phase.change')}
      <span className="visually-hidden">
        {' '}
        {t(name === 'post-place' ? 'phase.placeLong' : 'phase.leadLong')}
      </span>
    </Button>
  );
}

/** Who sits in the coordination committees. */
export function CommitteeBlock({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const may = useMay();
  const post = usePicture((p) => p.shown.post);
  const seats = useMemo(() => seatsOf({ post }, incident.id), [post, incident.id]);
  const open = incident.status !== 'closed';
  return (
    <section className={css.block} aria-label={t('phase.committee')} data-testid="committee">
      <div className={css.head}>
        <h3>{t('phase.committee')}</h3>
        {open && may('post.seat') && (
          <Button
            size="small"
            icon="plus"
            keys="z"
            onClick={() => openDialog({ name: 'post-seat', incident: incident.id })}
          >
            {t('phase.addSeat')}
          </Button>
        )}
      </div>
      {seats.length === 0 && <p className={css.dim}>{t('phase.noSeats')}</p>}
      <ul className={css.rows}>
        {seats.map(({ id, body, seat, name, organisation, since }) => (
          <li key={id} className={css.row} data-testid="seat">
            <Tag>{t(`phase.body-${body}`)}</Tag>
            <span className={css.main}>
              {t(`phase.seat-${seat}`)} <b>{name}</b>
              {organisation && `, ${organisation}`}{' '}
              <span className={css.dim}>{momentOf(since)}</span>
            </span>
            {open && may('post.unseat') && (
              <IconButton
                icon="close"
                size="small"
                label={t('phase.unseat', { name })}
                onClick={() => send('post.unseat', { seat: id })}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The talkgroup card: the names that people gave, none of our own. */
export function GroupBlock({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const may = useMay();
  const groups = usePicture((p) => postOf(p.shown, incident.id)?.groups);
  const open = incident.status !== 'closed';
  return (
    <section className={css.block} aria-label={t('phase.groups')} data-testid="talkgroups">
      <div className={css.head}>
        <h3>{t('phase.groups')}</h3>
        {open && may('post.talk') && (
          <Button
            size="small"
            icon="plus"
            keys="v"
            onClick={() => openDialog({ name: 'post-talk', incident: incident.id })}
          >
            {t('phase.talk')}
          </Button>
        )}
      </div>
      {(groups?.length ?? 0) === 0 && <p className={css.dim}>{t('phase.noGroups')}</p>}
      <ul className={css.rows}>
        {groups?.map(({ name, use }) => (
          <li key={name} className={css.row} data-testid="talkgroup">
            <span className={css.main}>
              <b>{name}</b>
              {use && ` · ${use}`}
            </span>
            {open && may('post.mute') && (
              <IconButton
                icon="close"
                size="small"
                label={t('phase.mute', { name })}
                onClick={() => send('post.mute', { incident: incident.id, group: name })}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
