import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../part/Button.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { Field, Select } from '../../part/Field.tsx';
import { usePicture } from '../../store.ts';
import { closeDialog, useUi } from '../../ui.ts';
import { openIncidents } from '../layer/incident.ts';
import { useSeen } from '../seen.ts';
import { captureMoment } from './capture.ts';
import type { Moment } from './rows.ts';
import { planOf, proposedTitle, type Choice } from './choice.ts';
import { PAPERS, type Paper, type Turn } from './paper.ts';
import { Preview } from './Preview.tsx';
import { SCALES } from './scale.ts';
import { scaleText } from './words.ts';
import css from './print.module.css';

/** `space`: whose picture it is, `live` or `ex-<id>`. */
export function PrintDialog({ space }: { space: string }) {
  const { t } = useTranslation();
  const state = usePicture((p) => p.confirmed);
  const [screen] = useState(() => useSeen.getState().box ?? ([4.24, 50.76, 4.49, 50.92] as const));
  const [choice, setChoice] = useState<Choice>(firstChoice);
  const [moment, setMoment] = useState<Moment>();
  const incidents = useMemo(() => [...openIncidents(state)], [state]);
  const plan = planOf(choice, state, screen);
  const proposed = proposedTitle(plan.incident, t('print.titleProposed'));
  const withs = [
    ...(['perimeters', 'reports', 'inside'] as const),
    ...(state.anpr.alerts.size > 0 ? (['plates'] as const) : []),
  ];
  const set = (patch: Partial<Choice>) => setChoice({ ...choice, ...patch });

  if (moment)
    return (
      <Preview
        {...{ choice, moment, space }}
        plan={planOf(choice, moment.state, screen)}
        title={choice.title?.trim() || proposed}
        onBack={() => setMoment(undefined)}
      />
    );
  return (
    <Dialog
      title={t('print.head')}
      width={540}
      onClose={closeDialog}
      onSubmit={() => setMoment(captureMoment())}
      testId="print"
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="Enter">
            {t('print.make')}
          </Button>
        </>
      }
    >
      <Select
        label={t('print.about')}
        empty={t('print.screen')}
        options={incidents.map(({ id, number, title }) => ({
          value: id,
          label: `${number} ${title}`,
        }))}
        value={plan.incident ? choice.about : ''}
        onChange={(about) => set({ about })}
      />
      <div className={css.three}>
        <Select
          label={t('print.paper')}
          options={Object.keys(PAPERS).map((paper) => ({ value: paper, label: paper }))}
          value={choice.paper}
          onChange={(paper) => set({ paper: paper as Paper })}
        />
        <Select
          label={t('print.turn')}
          options={(['landscape', 'portrait'] as const).map((turn) => ({
            value: turn,
            label: t(`print.${turn}`),
          }))}
          value={choice.turn}
          onChange={(turn) => set({ turn: turn as Turn })}
        />
        <Select
          label={t('print.scale')}
          empty={t('print.fitting', { scale: scaleText(plan.fitting) })}
          options={SCALES.map((scale) => ({ value: String(scale), label: scaleText(scale) }))}
          value={choice.scale === undefined ? '' : String(choice.scale)}
          onChange={(scale) => set({ scale: scale ? Number(scale) : undefined })}
        />
      </div>
      {plan.scale < plan.fitting && <p className={css.warn}>{t('print.tooSmall')}</p>}
      <Field
        label={t('print.title')}
        maxLength={120}
        value={choice.title ?? proposed}
        onChange={(title) => set({ title })}
      />
      <fieldset className={css.with}>
        <legend>{t('print.with')}</legend>
        {withs.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={choice[name] ?? false}
              onChange={(event) => set({ [name]: event.target.checked })}
            />
            {t(name === 'plates' ? 'pursuit.onPaper' : `print.${name}`)}
          </label>
        ))}
        <p className={css.note}>{t('print.layersNote')}</p>
      </fieldset>
    </Dialog>
  );
}

function firstChoice(): Choice {
  const { selected } = useUi.getState();
  const known =
    selected?.kind === 'incident'
      ? usePicture.getState().confirmed.incident.incidents.get(selected.id)
      : undefined;
  const about = known && known.status !== 'closed' && known.place?.point ? known.id : '';
  return {
    ...{ about, paper: 'A4', turn: 'landscape', scale: undefined, title: undefined },
    ...{ perimeters: true, reports: true, inside: false, plates: selected?.kind === 'anpr' },
  };
}
