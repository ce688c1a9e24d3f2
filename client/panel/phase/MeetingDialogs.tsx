import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '../../../shared/clean.ts';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import {
  MEETING_BODIES,
  type Meeting,
  type MeetingBody,
} from '../../../shared/subject/post/schema.ts';
import { Field, Select, TextArea } from '../../part/Field.tsx';
import { momentOf, serverNow } from '../../part/time.ts';
import { send } from '../../send.ts';
import { closeDialog } from '../../ui.ts';
import { useFormDraft } from '../form.ts';
import { ReasonDialog } from '../ReasonDialog.tsx';
import { FormDialog } from './FormDialog.tsx';
import { parseWhen } from './when.ts';
import css from './phase.module.css';

interface Form {
  body: MeetingBody;
  at: string;
  where: string;
  note: string;
}
const EMPTY: Form = { body: 'CP-OPS', at: '', where: '', note: '' };

/** The next meeting: who meets, when, where. */
export function MeetDialog({ incident: { id, number } }: { incident: Incident }) {
  const { t } = useTranslation();
  const [form, change, clear] = useFormDraft<Form>(`post-meet.${id}`, EMPTY);
  const [tried, setTried] = useState(false);
  const at = parseWhen(form.at, serverNow(), true);
  const [where, note] = [cleanText(form.where, 200), cleanText(form.note, 1000)];
  const submit = () => {
    setTried(true);
    if (!at || !where) return;
    clear();
    closeDialog();
    send('post.meet', {
      ...{ incident: id, body: form.body, at, where },
      ...(note ? { note } : {}),
    });
  };
  return (
    <FormDialog
      title={`${number}: ${t('phase.meet')}`}
      confirm={t('phase.meet')}
      testId="dialog-post-meet"
      onSubmit={submit}
    >
      <div className={css.pair}>
        <Select
          label={t('phase.body')}
          value={form.body}
          onChange={(body) => change({ body: body as MeetingBody })}
          options={MEETING_BODIES.map((value) => ({ value, label: t(`phase.body-${value}`) }))}
          data-autofocus
        />
        <Field
          label={t('phase.meetAt')}
          hint={at ? momentOf(at) : t('phase.meetAtHint')}
          required
          maxLength={20}
          value={form.at}
          onChange={(next) => change({ at: next })}
          error={tried && !at ? t('phase.badTime') : undefined}
        />
      </div>
      <Field
        label={t('phase.where')}
        placeholder={t('phase.whereHint')}
        required
        maxLength={200}
        value={form.where}
        onChange={(next) => change({ where: next })}
        error={tried && !where ? t('phase.needed') : undefined}
      />
      <TextArea
        label={t('phase.note')}
        rows={2}
        maxLength={1000}
        value={form.note}
        onChange={(next) => change({ note: next })}
      />
    </FormDialog>
  );
}

/** To another time, with the reason where there is one. */
export function AdjournDialog({ row }: { row: Meeting }) {
  const { t } = useTranslation();
  const [form, change, clear] = useFormDraft(`post-adjourn.${row.id}`, { at: '', reason: '' });
  const [tried, setTried] = useState(false);
  const at = parseWhen(form.at, serverNow(), true);
  const reason = cleanText(form.reason, 500);
  const submit = () => {
    setTried(true);
    if (!at) return;
    clear();
    closeDialog();
    send('post.adjourn', { meeting: row.id, at, ...(reason ? { reason } : {}) });
  };
  return (
    <FormDialog
      title={`${t(`phase.body-${row.body}`)} ${momentOf(row.at)}: ${t('phase.adjourn')}`}
      confirm={t('phase.adjourn')}
      testId="dialog-post-adjourn"
      onSubmit={submit}
    >
      <Field
        label={t('phase.meetAt')}
        hint={at ? momentOf(at) : t('phase.meetAtHint')}
        required
        maxLength={20}
        value={form.at}
        onChange={(next) => change({ at: next })}
        error={tried && !at ? t('phase.badTime') : undefined}
        data-autofocus
      />
      <TextArea
        label={t('phase.reason')}
        rows={2}
        maxLength={500}
        value={form.reason}
        onChange={(next) => change({ reason: next })}
      />
    </FormDialog>
  );
}

/** It took place: with what was agreed, in short. */
export function HoldDialog({ row }: { row: Meeting }) {
  const { t } = useTranslation();
  const [form, change, clear] = useFormDraft(`post-hold.${row.id}`, { note: '' });
  const note = cleanText(form.note, 2000);
  const submit = () => {
    clear();
    closeDialog();
    send('post.hold', { meeting: row.id, ...(note ? { note } : {}) });
  };
  return (
    <FormDialog
      title={`${t(`phase.body-${row.body}`)} ${momentOf(row.at)}: ${t('phase.hold')}`}
      confirm={t('phase.hold')}
      testId="dialog-post-hold"
      onSubmit={submit}
    >
      <TextArea
        label={t('phase.agreed')}
        rows={4}
        maxLength={2000}
        value={form.note}
        onChange={(next) => change({ note: next })}
        data-autofocus
      />
    </FormDialog>
  );
}

export function CancelDialog({ row }: { row: Meeting }) {
  const { t } = useTranslation();
  return (
    <ReasonDialog
      draft={`post-cancel.${row.id}`}
      title={`${t(`phase.body-${row.body}`)} ${momentOf(row.at)}: ${t('phase.cancel')}`}
      label={t('phase.cancelReason')}
      needed={t('phase.needed')}
      max={500}
      confirm={t('phase.cancel')}
      testId="dialog-post-cancel"
      onText={(reason) => send('post.cancel', { meeting: row.id, reason })}
    />
  );
}
