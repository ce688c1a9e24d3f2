import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '../../../shared/clean.ts';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { BODIES, SEATS, type Body, type SeatName } from '../../../shared/subject/post/schema.ts';
import { postOf } from '../../../shared/subject/post/select.ts';
import { highest } from '../../../shared/subject/phase/select.ts';
import type { Point } from '../../../shared/value.ts';
import { Button } from '../../part/Button.tsx';
import { Field, Select } from '../../part/Field.tsx';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { closeDialog, setUi, useUi } from '../../ui.ts';
import { useFormDraft } from '../form.ts';
import { pointText } from '../place.ts';
import { FormDialog } from './FormDialog.tsx';
import css from './phase.module.css';

interface Of {
  incident: Incident;
}

/** Where the command post stands: in words, and as a point while the dialog steps aside. */
export function PlaceDialog({ incident: { id, number } }: Of) {
  const { t } = useTranslation();
  const now = usePicture((p) => postOf(p.shown, id)?.place);
  const placed = useUi((ui) => ui.placed);
  const [form, change, clear] = useFormDraft<{ text: string; point: Point | null }>(
    `post-place.${id}`,
    { text: now?.text ?? '', point: now?.point ?? null },
  );
  const [tried, setTried] = useState(false);
  useEffect(() => {
    if (!placed) return;
    setUi({ placed: undefined });
    change({ point: placed.point });
  }, [placed, change]);
  const text = cleanText(form.text, 200);
  const { point } = form;
  const submit = () => {
    setTried(true);
    if (!text) return;
    clear();
    closeDialog();
    send('post.place', { incident: id, text, ...(point ? { point } : {}) });
  };
  return (
    <FormDialog
      title={`${number}: ${t('phase.placeLong')}`}
      confirm={t('phase.save')}
      testId="dialog-post-place"
      onSubmit={submit}
    >
      <Field
        label={t('phase.place')}
        hint={t('phase.placeHint')}
        required
        maxLength={200}
        value={form.text}
        onChange={(next) => change({ text: next })}
        error={tried && !text ? t('phase.needed') : undefined}
        data-autofocus
      />
      <div className={css.head}>
        <Button size="small" icon="pin" onClick={() => setUi({ placing: { for: 'form' } })}>
          {t('phase.onMap')}
        </Button>
        {point && (
          <>
            <span>{pointText(point)}</span>
            <Button size="small" kind="quiet" onClick={() => change({ point: null })}>
              {t('phase.clearPoint')}
            </Button>
          </>
        )}
      </div>
    </FormDialog>
  );
}

/** A name that is needed, and a word more. */
function TwoFields(props: {
  draft: string;
  title: string;
  testId: string;
  first: { label: string; max: number };
  second: { label: string };
  onSubmit: (first: string, second: string) => void;
}) {
  const { t } = useTranslation();
  const [form, change, clear] = useFormDraft(props.draft, { first: '', second: '' });
  const [tried, setTried] = useState(false);
  const first = cleanText(form.first, props.first.max);
  const submit = () => {
    setTried(true);
    if (!first) return;
    clear();
    closeDialog();
    props.onSubmit(first, cleanText(form.second, 120));
  };
  return (
    <FormDialog
      title={props.title}
      confirm={t('phase.save')}
      testId={props.testId}
      onSubmit={submit}
    >
      <Field
        label={props.first.label}
        required
        maxLength={props.first.max}
        value={form.first}
        onChange={(next) => change({ first: next })}
        error={tried && !first ? t('phase.needed') : undefined}
        data-autofocus
      />
      <Field
        label={props.second.label}
        maxLength={120}
        value={form.second}
        onChange={(next) => change({ second: next })}
      />
    </FormDialog>
  );
}

export function LeadDialog({ incident: { id, number } }: Of) {
  const { t } = useTranslation();
  return (
    <TwoFields
      draft={`post-lead.${id}`}
      title={`${number}: ${t('phase.leadLong')}`}
      testId="dialog-post-lead"
      first={{ label: t('phase.name'), max: 120 }}
      second={{ label: t('phase.service') }}
      onSubmit={(name, service) =>
        send('post.lead', { incident: id, name, ...(service ? { service } : {}) })
      }
    />
  );
}

export function TalkDialog({ incident: { id, number } }: Of) {
  const { t } = useTranslation();
  return (
    <TwoFields
      draft={`post-talk.${id}`}
      title={`${number}: ${t('phase.talk')}`}
      testId="dialog-post-talk"
      first={{ label: t('phase.talkName'), max: 60 }}
      second={{ label: t('phase.talkUse') }}
      onSubmit={(group, use) => send('post.talk', { incident: id, group, ...(use ? { use } : {}) })}
    />
  );
}

const COMMITTEE: Readonly<Record<string, Body>> = {
  municipal: 'CC-GEM',
  provincial: 'CC-PROV',
  federal: 'CC-FED',
};

/** The committee of the phase in force is proposed. */
export function SeatDialog({ incident: { id, number } }: Of) {
  const { t } = useTranslation();
  const phase = usePicture((p) => highest(p.shown, id)?.phase);
  const [form, change, clear] = useFormDraft<{
    body: Body;
    seat: SeatName;
    name: string;
    organisation: string;
  }>(`post-seat.${id}`, {
    ...{ body: COMMITTEE[phase ?? ''] ?? 'CC-GEM', seat: 'authority' },
    ...{ name: '', organisation: '' },
  });
  const [tried, setTried] = useState(false);
  const [name, organisation] = [cleanText(form.name, 120), cleanText(form.organisation, 120)];
  const submit = () => {
    setTried(true);
    if (!name) return;
    clear();
    closeDialog();
    const { body, seat } = form;
    send('post.seat', {
      ...{ incident: id, body, seat, name },
      ...(organisation ? { organisation } : {}),
    });
  };
  return (
    <FormDialog
      title={`${number}: ${t('phase.addSeat')}`}
      confirm={t('phase.save')}
      testId="dialog-post-seat"
      onSubmit={submit}
    >
      <div className={css.pair}>
        <Select
          label={t('phase.body')}
          value={form.body}
          onChange={(body) => change({ body: body as Body })}
          options={BODIES.map((value) => ({ value, label: t(`phase.body-${value}`) }))}
          data-autofocus
        />
        <Select
          label={t('phase.seat')}
          value={form.seat}
          onChange={(seat) => change({ seat: seat as SeatName })}
          options={SEATS.map((value) => ({ value, label: t(`phase.seat-${value}`) }))}
        />
      </div>
      <div className={css.pair}>
        <Field
          label={t('phase.name')}
          required
          maxLength={120}
          value={form.name}
          onChange={(next) => change({ name: next })}
          error={tried && !name ? t('phase.needed') : undefined}
        />
        <Field
          label={t('phase.organisation')}
          maxLength={120}
          value={form.organisation}
          onChange={(next) => change({ organisation: next })}
        />
      </div>
    </FormDialog>
  );
}
