import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MeasureId, OWNERS } from '../../../shared/plan/step.ts';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { runsOf } from '../../../shared/subject/task/steps.ts';
import { Button } from '../../part/Button.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { Field, Select } from '../../part/Field.tsx';
import { usePlan } from '../../plan.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { closeDialog } from '../../ui.ts';
import { useIncident, useLang } from '../hooks.ts';
import { Picker } from '../Picker.tsx';
import { inLang } from './text.ts';
import css from './task.module.css';

/** Adds a workflow or a block of the plan in the middle, or a step that the plan does not foresee. */
export function AddDialog({ id }: { id: string }) {
  const incident = useIncident(id);
  return incident ? <Add incident={incident} /> : null;
}

function Add({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const [own, setOwn] = useState(false);
  return own ? (
    <OwnStep incident={incident}>
      <Mode own={own} setOwn={setOwn} t={t} />
    </OwnStep>
  ) : (
    <OfPlan incident={incident}>
      <Mode own={own} setOwn={setOwn} t={t} />
    </OfPlan>
  );
}

function Mode(props: { own: boolean; setOwn: (own: boolean) => void; t: (key: string) => string }) {
  const { own, setOwn, t } = props;
  return (
    <div className={css.buttons} role="group" aria-label={t('task.addMode')}>
      <Button size="small" aria-pressed={!own} onClick={() => setOwn(false)}>
        {t('task.addWhat')}
      </Button>
      <Button size="small" aria-pressed={own} onClick={() => setOwn(true)}>
        {t('task.addOwn')}
      </Button>
    </div>
  );
}

interface Props {
  incident: Incident;
  children: ReactNode;
}

function OfPlan({ incident, children }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const workflows = usePlan(({ plan }) => plan.workflows);
  const task = usePicture((p) => p.shown.task);
  const [chosen, setChosen] = useState<string>();
  const busy = runsOf({ task }, incident.id)
    .filter((run) => !run.stopped)
    .filter(({ tasks }) =>
      Object.values(tasks).some(({ state }) => state === 'open' || state === 'waiting'),
    )
    .map((run) => run.workflow);
  // Blocks first: they are what is added in the middle.
  const offered = [...workflows]
    .filter(({ id }) => !busy.includes(id))
    .sort((a, b) => Number(a.kind !== 'block') - Number(b.kind !== 'block'));
  const submit = () => {
    if (!chosen) return;
    closeDialog();
    send('task.start', { incident: incident.id, workflow: chosen });
  };
  return (
    <Dialog
      title={`${incident.number}: ${t('task.addTitle')}`}
      width={560}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-task-add"
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="Enter" disabled={!chosen}>
            {t('task.addShort')}
          </Button>
        </>
      }
    >
      {children}
      <Picker
        label={t('task.addWhat')}
        placeholder={t('task.addHint')}
        none={t('task.addNone')}
        value={chosen}
        onChange={setChosen}
        autoFocus
        choices={offered.map(({ id, title, steps }) => ({
          id,
          name: inLang(title, lang),
          words: `${title.nl} ${title.fr} ${id}`,
          hint: t('task.steps', { count: steps.length }),
        }))}
      />
    </Dialog>
  );
}

function OwnStep({ incident, children }: Props) {
  const { t } = useTranslation();
  const [title, setTitle] = useState('');
  const [owner, setOwner] = useState('operator');
  const [within, setWithin] = useState('15');
  const [measure, setMeasure] = useState('');
  const [tried, setTried] = useState(false);
  const minutes = /^\d{1,5}$/.test(within.trim()) ? Number(within) : 0;
  const inTime = minutes >= 1 && minutes <= 10_080;
  const named = measure.trim().toUpperCase();
  const fits = named === '' || MeasureId.safeParse(named).success;
  const submit = () => {
    setTried(true);
    if (!title.trim() || !inTime || !fits) return;
    closeDialog();
    send('task.add', {
      ...{ incident: incident.id, title: title.trim(), owner, within: minutes },
      ...(named ? { measures: [named] } : {}),
    });
  };
  return (
    <Dialog
      title={`${incident.number}: ${t('task.addTitle')}`}
      width={560}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-task-add"
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="Enter">
            {t('task.addShort')}
          </Button>
        </>
      }
    >
      {children}
      <Field
        label={t('task.ownTitle')}
        required
        autoFocus
        value={title}
        onChange={setTitle}
        maxLength={200}
        error={tried && !title.trim() ? t('task.ownTitleNeeded') : undefined}
      />
      <Select
        label={t('task.ownOwner')}
        value={owner}
        onChange={setOwner}
        options={OWNERS.map((id) => ({ value: id, label: t(`task.owner-${id}`) }))}
      />
      <Field
        label={t('task.ownWithin')}
        inputMode="numeric"
        value={within}
        onChange={setWithin}
        maxLength={5}
        error={tried && !inTime ? t('task.withinWrong') : undefined}
      />
      <Field
        label={t('task.ownMeasure')}
        placeholder="M10.9"
        value={measure}
        onChange={setMeasure}
        maxLength={6}
        error={tried && !fits ? t('task.measureUnknown') : undefined}
      />
    </Dialog>
  );
}
