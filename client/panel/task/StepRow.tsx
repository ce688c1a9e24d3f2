import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { Icon } from '../../part/Icon.tsx';
import { timeOf } from '../../part/time.ts';
import { useLang, useWaiting } from '../hooks.ts';
import { ROW, useHand } from './hand.ts';
import { KindIcon } from './KindIcon.tsx';
import { leftOf, type Row } from './rows.ts';
import { StepOpen } from './StepOpen.tsx';
import { dueText, inLang } from './text.ts';
import css from './task.module.css';

interface Props {
  row: Row;
  incident: Incident;
  first: boolean;
  now: number;
}

/** One step: what, whose, for which measure, until when. The one in hand opens beneath. */
export const StepRow = memo(function StepRow({ row, incident, first, now }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const current = useHand((hand) => hand.row === row.id);
  const waiting = useWaiting();
  const { id, step, task, late } = row;
  const { state } = task;
  return (
    <li className={css.row} data-state={state} data-late={late || undefined}>
      <button
        type="button"
        className={css.step}
        tabIndex={first || current ? 0 : -1}
        aria-expanded={current}
        data-first={first || undefined}
        data-testid="step"
        data-step={step.id}
        data-state={state}
        data-late={late || undefined}
        onFocus={() => {
          if (useHand.getState().row !== id) useHand.setState({ row: id, form: undefined });
        }}
        {...{ [ROW]: id }}
      >
        <KindIcon kind={step.kind} state={state} />
        <span className={css.what}>
          <span className="visually-hidden">{t(`task.state-${state}`)}: </span>
          <span className={css.title} lang={lang === 'en' ? 'nl' : undefined}>
            {inLang(step.title, lang)}
          </span>
          <span className={css.sub}>
            {step.priority && <b className={css.priority}>{t('task.priority')}</b>}
            <span>{t(`task.owner-${step.owner}`)}</span>
            {step.measures.map((one) => (
              <span key={one} className={css.measure}>
                {one}
              </span>
            ))}
            {task.delegated && state === 'open' && (
              <span className={css.cut}>→ {task.delegated.to}</span>
            )}
            {waiting.has(id) && <Icon name="clock" size={12} />}
          </span>
        </span>
        <Due row={row} now={now} />
      </button>
      {current && <StepOpen row={row} incident={incident} />}
    </li>
  );
});

/** Until when, or when it was settled. Late by colour, sign and word. */
function Due({ row, now }: { row: Row; now: number }) {
  const { t } = useTranslation();
  const { task, step, late } = row;
  if (task.settled) return <span className={css.due}>{timeOf(task.settled.at)}</span>;
  if (task.state !== 'open' || !task.due)
    return (
      <span className={css.due} title={t('task.target', { within: step.within })}>
        {step.within} min
      </span>
    );
  const left = leftOf(task, now) ?? 0;
  return (
    <span
      className={css.due}
      data-late={late || undefined}
      title={t('task.dueAt', { at: timeOf(task.due), within: step.within })}
    >
      {late && <Icon name="warn" size={12} />}
      {dueText(left, t)}
    </span>
  );
}
