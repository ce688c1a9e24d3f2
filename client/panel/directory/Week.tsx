import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../shared/plan/clock.ts';
import { Button } from '../../part/Button.tsx';
import { dayOf, serverNow, timeOf } from '../../part/time.ts';
import { usePicture } from '../../store.ts';
import { useMay } from '../hooks.ts';
import { DutyLines } from './DutyLines.tsx';
import { ask, today } from './state.ts';
import { mondayOf, weekOf, type PostOf, type Slot } from './week.ts';
import css from './directory.module.css';

/** One post: its week, day by day, and the duties that make it. Hours are those of the clock in Brussels. */
export function Week({ post, title }: { post: PostOf; title: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const directory = usePicture((p) => p.shown.directory);
  const day = today();
  const [monday, setMonday] = useState(() => mondayOf(day));
  const week = weekOf(directory, post, monday);
  return (
    <section className={css.record} aria-label={title} data-testid="directory-week">
      <header className={css.cardHead}>
        <h2>{title}</h2>
        <div className={css.bar}>
          <Button size="small" onClick={() => setMonday(addDays(monday, -7))}>
            {t('directory.weekBefore')}
          </Button>
          <Button
            size="small"
            disabled={monday === mondayOf(day)}
            onClick={() => setMonday(mondayOf(day))}
          >
            {t('directory.thisWeek')}
          </Button>
          <Button size="small" onClick={() => setMonday(addDays(monday, 7))}>
            {t('directory.weekAfter')}
          </Button>
          <span className={css.grow} />
          {may('directory.save') && (
            <Button size="small" icon="plus" onClick={() => ask({ what: 'duty', post })}>
              {t('directory.replace')}
            </Button>
          )}
        </div>
      </header>
      <ol className={css.week}>
        {week.map(({ day: one, slots }) => (
          <li key={one} data-today={one === day || undefined}>
            <h3>{dayOf(`${one}T12:00:00Z`)}</h3>
            {slots.map((slot) => (
              <SlotLine key={slot.from} slot={slot} />
            ))}
          </li>
        ))}
      </ol>
      <DutyLines post={post} />
    </section>
  );
}

function SlotLine({ slot: { duty, from, until, replaces } }: { slot: Slot }) {
  const { t } = useTranslation();
  const contacts = usePicture((p) => p.shown.directory.contacts);
  const now = serverNow();
  const ends = timeOf(until);
  return (
    <p
      className={css.slot}
      data-none={!duty || undefined}
      data-replaces={replaces || undefined}
      data-now={(from <= now && now < until) || undefined}
    >
      <span className={css.hours}>
        {timeOf(from)}–{ends === '00:00' ? '24:00' : ends}
      </span>{' '}
      <span>
        {duty ? (contacts.get(duty.contact)?.name ?? duty.contact) : t('directory.slotNone')}
      </span>
      {replaces && <span className={css.dim}> {t('directory.replacement')}</span>}
    </p>
  );
}
