import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toNote } from '../../../shared/subject/task/overdue.ts';
import { stepIn } from '../../../shared/subject/task/steps.ts';
import { Button } from '../../part/Button.tsx';
import { Icon } from '../../part/Icon.tsx';
import { timeOf } from '../../part/time.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { select, setUi } from '../../ui.ts';
import { useLang, useMay } from '../hooks.ts';
import { takeRow } from './hand.ts';
import { rowId } from './rows.ts';
import { inLang } from './text.ts';
import css from './task.module.css';

/** Over the queue of who leads the shift: priority steps that were late or skipped, until they are noted. */
export function Unnoted() {
  const { t } = useTranslation();
  const lang = useLang();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const task = usePicture((p) => p.shown.task);
  const incidents = usePicture((p) => p.shown.incident.incidents);
  const list = useMemo(() => toNote(task, incidents), [task, incidents]);
  if (list.length === 0 || !may('task.note')) return null;
  const show = (incident: string, id: string) => {
    select('incident', incident);
    setUi({ screen: 'console', part: 'steps' });
    requestAnimationFrame(() => requestAnimationFrame(() => takeRow(id)));
  };
  return (
    <section className={css.unnoted} data-testid="unnoted">
      <button
        type="button"
        className={css.alarm}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="warn" size={14} />
        <span>{t('task.toNote', { count: list.length })}</span>
        <span className={css.turn} data-open={open || undefined}>
          <Icon name="down" size={12} />
        </span>
      </button>
      {open && (
        <ul>
          {list.map(({ run, step, task: one, why }) => {
            const found = stepIn({ task }, run, step);
            const id = rowId(run.id, step);
            return (
              <li key={id}>
                <button type="button" className={css.late} onClick={() => show(run.incident, id)}>
                  <b>{incidents.get(run.incident)?.number}</b> {found && inLang(found.title, lang)}{' '}
                  <span className={css.dim}>
                    {why === 'late'
                      ? t('task.lapsedAt', { at: timeOf(one.due ?? one.lapsed ?? '') })
                      : `${t('task.state-skipped')}: ${one.settled?.note ?? ''}`}
                  </span>
                </button>
                <Button size="small" onClick={() => send('task.note', { run: run.id, step })}>
                  {t('task.noted')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
