import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { summaryOf, type OfMeasure } from '../../../shared/subject/task/summary.ts';
import { Icon } from '../../part/Icon.tsx';
import { usePicture } from '../../store.ts';
import { useLang } from '../hooks.ts';
import { inLang } from './text.ts';
import css from './task.module.css';

/** The account per measure, folded under the steps. */
export function Summary({ incident }: { incident: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className={css.summary}>
      <button
        type="button"
        className={css.fold}
        aria-expanded={open}
        data-testid="fold-summary"
        onClick={() => setOpen(!open)}
      >
        <span className={css.turn} data-open={open || undefined}>
          <Icon name="down" size={12} />
        </span>
        {t('task.summary')}
      </button>
      {open && <SummaryTable incident={incident} />}
    </div>
  );
}

/** Per measure: what was done, how fast against the target, and what was not. */
export function SummaryTable({ incident }: { incident: string }) {
  const { t } = useTranslation();
  const lang = useLang();
  const task = usePicture((p) => p.shown.task);
  const measures = useMemo(() => summaryOf({ task }, incident), [task, incident]);
  if (measures.length === 0) return null;
  return (
    <table className={css.table} data-testid="summary">
      <caption className="visually-hidden">{t('task.summary')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('task.measure')}</th>
          <th scope="col">{t('task.doneShort')}</th>
          <th scope="col">{t('task.openShort')}</th>
          <th scope="col">{t('task.skippedShort')}</th>
          <th scope="col">{t('task.pace')}</th>
        </tr>
      </thead>
      <tbody>
        {measures.map((one) => (
          <MeasureLines key={one.measure} one={one} lang={lang} />
        ))}
      </tbody>
    </table>
  );
}

function MeasureLines({ one, lang }: { one: OfMeasure; lang: 'nl' | 'fr' | 'en' }) {
  const { t } = useTranslation();
  const slow = one.minutes !== undefined && one.target !== undefined && one.minutes > one.target;
  const number = (minutes: number) =>
    minutes.toLocaleString({ nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' }[lang]);
  return (
    <>
      <tr data-measure={one.measure}>
        <th scope="row">{one.measure}</th>
        <td>{one.done}</td>
        <td>{one.open}</td>
        <td>{one.skipped + one.dropped}</td>
        <td data-late={slow || undefined}>
          {one.minutes === undefined || one.target === undefined
            ? '–'
            : `${number(one.minutes)} / ${number(one.target)}${slow ? ` (${t('task.late')})` : ''}`}
        </td>
      </tr>
      {one.undone.length > 0 && (
        <tr className={css.undone}>
          <td colSpan={5}>
            {t('task.undone')}:{' '}
            {one.undone
              .map(({ title, state, note }) => {
                const why = note ? `, ${note}` : '';
                return `${inLang(title, lang)} (${t(`task.state-${state}`)}${why})`;
              })
              .join('; ')}
          </td>
        </tr>
      )}
    </>
  );
}
