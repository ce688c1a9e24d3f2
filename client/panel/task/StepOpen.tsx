import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { stepIn } from '../../../shared/subject/task/steps.ts';
import { Button } from '../../part/Button.tsx';
import { momentOf } from '../../part/time.ts';
import { usePicture } from '../../store.ts';
import { useLang, useMay } from '../hooks.ts';
import { close, mainOf } from './do.ts';
import { openForm, ROW, useHand } from './hand.ts';
import { Reached } from './Reached.tsx';
import type { Row } from './rows.ts';
import { StepForm } from './StepForm.tsx';
import { closesText, inLang } from './text.ts';
import css from './task.module.css';

/** What is beneath the step in hand: how to do it, whom it reaches, what may be done with it. */
export function StepOpen({ row, incident }: { row: Row; incident: Incident }) {
  const { t } = useTranslation();
  const lang = useLang();
  const form = useHand((hand) => hand.form);
  const brief = useHand((hand) => hand.brief);
  const { step, task, id } = row;
  const closes = closesText(step, t);
  return (
    <div className={css.open} {...{ [ROW]: id }} data-testid="step-open">
      {!brief && (
        <>
          {step.text && <p className={css.how}>{inLang(step.text, lang)}</p>}
          {closes && !task.settled && <p className={css.dim}>{closes}</p>}
          <WaitsFor row={row} />
          {task.reopened && task.state === 'open' && (
            <p className={css.dim}>{t('task.reopened', { reason: task.reopened })}</p>
          )}
          <Ordered row={row} />
          <Ended row={row} />
          {!task.settled && step.reach && <Reached reach={step.reach} incident={incident} />}
        </>
      )}
      {form ? <StepForm row={row} form={form} /> : <Buttons row={row} incident={incident} />}
    </div>
  );
}

function Buttons({ row, incident }: { row: Row; incident: Incident }) {
  const { t } = useTranslation();
  const may = useMay();
  // Whether a call list is under way changes what the main key does.
  usePicture((p) => p.shown.alarm);
  const { id, run, step, task } = row;
  if (run.stopped || incident.status === 'closed') return null;
  if (task.state === 'done' || task.state === 'skipped')
    return may('task.reopen') ? (
      <div className={css.buttons}>
        <Button size="small" keys="o" onClick={() => openForm(id, 'reopen')}>
          {t('task.reopen')}
        </Button>
      </div>
    ) : null;
  if (task.state !== 'open' && task.state !== 'waiting') return null;
  const main = mainOf(row);
  const byHand = main && !['close', 'answer', 'decide'].includes(main.name) && may('task.close');
  return (
    <div className={css.buttons}>
      {main && (
        <Button size="small" kind="primary" keys="Enter" data-testid="main" onClick={main.run}>
          {t(`task.main-${main.name}`, {
            discipline: main.values?.discipline,
            involvement: main.values && t(`incident.involved-${main.values.involvement}`),
          })}
        </Button>
      )}
      {byHand && (
        <Button size="small" keys="d" onClick={() => close(row)}>
          {t('task.close')}
        </Button>
      )}
      {may('task.delegate') && !step.question && (
        <Button size="small" keys="a" onClick={() => openForm(id, 'delegate')}>
          {t('task.delegate')}
        </Button>
      )}
      {may('task.skip') && (
        <Button size="small" keys="x" onClick={() => openForm(id, 'skip')}>
          {t('task.skip')}
        </Button>
      )}
    </div>
  );
}

/** The steps before it that are not settled. */
function WaitsFor({ row }: { row: Row }) {
  const { t } = useTranslation();
  const lang = useLang();
  const task = usePicture((p) => p.shown.task);
  const { run, step } = row;
  if (row.task.state !== 'waiting') return null;
  const steps = (step.after ?? [])
    .filter((id) => ['open', 'waiting'].includes(run.tasks[id]?.state ?? ''))
    .map((id) => stepIn({ task }, run, id))
    .filter((one) => one !== undefined);
  if (steps.length === 0) return null;
  return (
    <p className={css.dim}>
      {t('task.waitsFor', { steps: steps.map(({ title }) => inLang(title, lang)).join(', ') })}
    </p>
  );
}

/** How far the order to do it is, as the logbook knows. */
function Ordered({ row }: { row: Row }) {
  const { t } = useTranslation();
  const { delegated } = row.task;
  const entry = usePicture((p) =>
    delegated ? p.shown.journal.entries.get(delegated.order) : undefined,
  );
  if (!delegated) return null;
  const far = entry?.executed ? 'executed' : entry?.received ? 'received' : 'sent';
  return (
    <p className={css.dim} data-testid="delegated">
      {t('task.delegated', {
        to: delegated.to,
        at: momentOf(delegated.at),
        state: t(`task.order-${far}`),
      })}
    </p>
  );
}

function Ended({ row }: { row: Row }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { task, step, gone } = row;
  const { settled } = task;
  if (!settled) return null;
  const option = step.options?.find(({ id }) => id === settled.option);
  const how = ['person', 'retyped', 'tookOver'].includes(settled.how)
    ? t(`task.state-${task.state}`)
    : t(`task.how-${settled.how}`);
  const told = [
    option && inLang(option, lang),
    settled.note,
    settled.name,
    settled.number?.toString(),
    settled.time && momentOf(settled.time),
  ].filter(Boolean);
  return (
    <p className={css.dim}>
      {[
        how,
        ...told,
        t('task.settledBy', { by: settled.by, at: momentOf(settled.at) }),
        task.noted && t('task.notedBy', { by: task.noted.by }),
        gone && t('task.gone'),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}
