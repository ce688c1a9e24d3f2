import { useEffect, useState, type ComponentType, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '../../../shared/clean.ts';
import {
  OUTCOMES,
  REJECTIONS,
  type Outcome,
  type Rejection,
} from '../../../shared/subject/anpr/limits.ts';
import type { AlertRow } from '../../../shared/subject/anpr/schema.ts';
import { looksLikePlate } from '../../../shared/subject/anpr/words.ts';
import { Button } from '../../part/Button.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { Field } from '../../part/Field.tsx';
import { Kbd } from '../../part/Kbd.tsx';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { closeDialog, type Dialog as Asked } from '../../ui.ts';
import { ReasonDialog } from '../ReasonDialog.tsx';
import { stepPast } from '../walk.ts';
import { rejectAlerts } from './do.ts';
import { LinkAlert } from './LinkAlert.tsx';
import { OpenFromAlert } from './OpenFromAlert.tsx';
import css from '../dialog.module.css';

/** Nothing of what is typed here is kept as a draft, but for the reason to reopen: it may tell of a vehicle. */
const OF_ALERT: Readonly<Record<string, ComponentType<{ alert: AlertRow }>>> = {
  'anpr-link': LinkAlert,
  'anpr-open': OpenFromAlert,
  'anpr-dispatch': DispatchDialog,
  'anpr-close': CloseDialog,
  'anpr-reopen': ReopenDialog,
};

export function AlertDialogs({ dialog }: { dialog: Asked }) {
  switch (dialog.name) {
    case 'anpr-reject':
      return <RejectDialog key={dialog.alerts.join()} alerts={dialog.alerts} />;
    case 'anpr-link':
    case 'anpr-open':
    case 'anpr-dispatch':
    case 'anpr-close':
    case 'anpr-reopen':
      return <OfAlert key={dialog.alert} name={dialog.name} id={dialog.alert} />;
    default:
      return null;
  }
}

/** An alert that leaves the sight of this person takes its dialog with it. */
function OfAlert({ name, id }: { name: string; id: string }) {
  const alert = usePicture((p) => p.shown.anpr.alerts.get(id));
  const gone = alert === undefined;
  useEffect(() => {
    if (gone) closeDialog();
  }, [gone]);
  const Open = OF_ALERT[name];
  return alert && Open ? <Open alert={alert} /> : null;
}

/** One of a few by its number, and a word about it. */
function Choose<One extends string>({
  title,
  legend,
  choices,
  word,
  confirm,
  testId,
  onChoose,
}: {
  title: string;
  legend: string;
  choices: readonly One[];
  word: (one: One) => string;
  confirm: string;
  testId: string;
  onChoose: (one: One, note: string) => void;
}) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<One>();
  const [note, setNote] = useState('');
  const tells = looksLikePlate(note);
  const submit = () => {
    if (!chosen || tells) return;
    closeDialog();
    onChoose(chosen, cleanText(note, 500));
  };
  const digits = (event: KeyboardEvent) => {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const one = digit && choices[Number(digit) - 1];
    if (!one || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setChosen(one);
    event.currentTarget.querySelector<HTMLElement>(`[value='${one}']`)?.focus();
  };
  return (
    <Dialog
      title={title}
      onClose={closeDialog}
      onSubmit={submit}
      testId={testId}
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="Enter" disabled={!chosen || tells}>
            {confirm}
          </Button>
        </>
      }
    >
      <fieldset className={css.reasons} onKeyDown={digits}>
        <legend className={css.label}>{legend}</legend>
        {choices.map((one, i) => (
          <label key={one} className={css.reason}>
            <input
              type="radio"
              name="choice"
              value={one}
              checked={chosen === one}
              onChange={() => setChosen(one)}
              data-autofocus={i === 0 || undefined}
            />
            <span className={css.name}>{word(one)}</span>
            <Kbd keys={String(i + 1)} />
          </label>
        ))}
      </fieldset>
      <Field
        label={t('anpr.note')}
        maxLength={500}
        value={note}
        onChange={setNote}
        error={tells ? t('anpr.noPlate') : undefined}
        type="text"
      />
    </Dialog>
  );
}

function RejectDialog({ alerts }: { alerts: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <Choose<Rejection>
      title={t('anpr.rejectCount', { count: alerts.length })}
      legend={t('anpr.whyNothing')}
      choices={REJECTIONS}
      word={(one) => t(`anpr.reason-${one}`)}
      confirm={t('anpr.reject')}
      testId="dialog-anpr-reject"
      onChoose={(reason, note) => rejectAlerts(alerts, reason, note)}
    />
  );
}

function CloseDialog({ alert }: { alert: AlertRow }) {
  const { t } = useTranslation();
  return (
    <Choose<Outcome>
      title={t('anpr.closeLong')}
      legend={t('anpr.outcome')}
      choices={OUTCOMES}
      word={(one) => t(`anpr.outcome-${one}`)}
      confirm={t('anpr.close')}
      testId="dialog-anpr-close"
      onChoose={(outcome, note) => {
        stepPast([alert.id]);
        send('anpr.close', { alert: alert.id, outcome, ...(note ? { note } : {}) });
      }}
    />
  );
}

function ReopenDialog({ alert }: { alert: AlertRow }) {
  const { t } = useTranslation();
  return (
    <ReasonDialog
      draft={`anpr-reopen.${alert.id}`}
      title={t('anpr.reopenLong')}
      label={t('anpr.whyReopen')}
      needed={t('incident.needed')}
      max={500}
      confirm={t('anpr.reopen')}
      testId="dialog-anpr-reopen"
      onText={(reason) => send('anpr.reopen', { alert: alert.id, reason })}
    />
  );
}

/** A patrol is sent by radio or phone; here it is only written down who, in words. */
function DispatchDialog({ alert }: { alert: AlertRow }) {
  const { t } = useTranslation();
  const [form, set] = useState({ to: '', note: '' });
  const to = cleanText(form.to, 160);
  const note = cleanText(form.note, 500);
  const wrong = (text: string) => (looksLikePlate(text) ? t('anpr.noPlate') : undefined);
  const stopped = !to || wrong(to) !== undefined || wrong(note) !== undefined;
  const submit = () => {
    if (stopped) return;
    closeDialog();
    send('anpr.dispatch', { alert: alert.id, to, ...(note ? { note } : {}) });
  };
  return (
    <Dialog
      title={t('anpr.dispatchLong')}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-anpr-dispatch"
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="Enter" disabled={stopped}>
            {t('anpr.dispatch')}
          </Button>
        </>
      }
    >
      <p className={css.dim}>{t('anpr.dispatchNote')}</p>
      <Field
        label={t('anpr.dispatchTo')}
        required
        maxLength={160}
        value={form.to}
        onChange={(to) => set({ ...form, to })}
        error={wrong(to)}
        autoFocus
      />
      <Field
        label={t('anpr.note')}
        maxLength={500}
        value={form.note}
        onChange={(note) => set({ ...form, note })}
        error={wrong(note)}
      />
    </Dialog>
  );
}
