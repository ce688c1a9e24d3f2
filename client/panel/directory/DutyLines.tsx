import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Weekly } from '../../../shared/plan/directory.ts';
import type { DutyRow } from '../../../shared/subject/directory/schema.ts';
import { Button } from '../../part/Button.tsx';
import { dayOf, timeOf } from '../../part/time.ts';
import { usePicture } from '../../store.ts';
import { useMay } from '../hooks.ts';
import { ask, show } from './state.ts';
import { dutiesOf, type PostOf } from './week.ts';
import css from './directory.module.css';

/** The duties of a post as they were written down: replacements first. */
export function DutyLines({ post }: { post: PostOf }) {
  const { t } = useTranslation();
  const may = useMay();
  const directory = usePicture((p) => p.shown.directory);
  const duties = dutiesOf(directory, post).sort(
    (a, b) => Number(!!a.weekly) - Number(!!b.weekly) || (a.id < b.id ? -1 : 1),
  );
  return (
    <section>
      <h3>{t('directory.dutiesWritten')}</h3>
      <ul className={css.people}>
        {duties.map((duty) => (
          <li key={duty.id}>
            <Button
              kind="quiet"
              className={css.person}
              onClick={() => show({ kind: 'contact', id: duty.contact })}
            >
              {directory.contacts.get(duty.contact)?.name ?? duty.contact}
            </Button>
            <span>{dutyText(duty, t)}</span>
            <span className={css.grow} />
            {may('directory.save') && (
              <>
                <Button
                  size="small"
                  icon="edit"
                  onClick={() => ask({ what: 'duty', duty: duty.id })}
                >
                  {t('directory.edit')}
                </Button>
                <Button
                  size="small"
                  kind="quiet"
                  onClick={() => ask({ what: 'remove', kind: 'duty', id: duty.id })}
                >
                  {t('directory.remove')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `ma di wo do vr 18:00–08:00`; a replacement by its two moments. */
export function dutyText({ weekly, from, until }: Omit<DutyRow, 'contact'>, t: TFunction): string {
  const moment = (at: string) => `${dayOf(at)} ${timeOf(at)}`;
  const bounds = [
    from && t('directory.fromMoment', { at: moment(from) }),
    until && t('directory.untilMoment', { at: moment(until) }),
  ]
    .filter(Boolean)
    .join(' ');
  if (!weekly) return bounds;
  return [weeklyText(weekly, t), bounds && `(${bounds})`].filter(Boolean).join(' ');
}

export function weeklyText({ days, from, until }: Weekly, t: TFunction): string {
  const name = (day: number) => t(`directory.weekday-${day}`);
  const all = [...days].sort();
  const first = all[0]!;
  const last = all.at(-1)!;
  const inRow = all.length > 2 && last - first === all.length - 1;
  const told =
    all.length === 7
      ? t('directory.everyDay')
      : inRow
        ? `${name(first)}–${name(last)}`
        : all.map(name).join(', ');
  return `${told} ${from}–${until}`;
}
