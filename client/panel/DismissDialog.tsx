import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { REASONS } from '../../shared/subject/report/schema.ts';
import { cleanText } from '../../shared/clean.ts';
import { useDraft } from '../draft.ts';
import { Button } from '../part/Button.tsx';
import { Dialog } from '../part/Dialog.tsx';
import { Field } from '../part/Field.tsx';
import { Kbd } from '../part/Kbd.tsx';
import { closeDialog } from '../ui.ts';
import { dismissReports } from './do.ts';
import { useNames, useReport } from './hooks.ts';
import { firstLine, reportText } from './report-text.ts';
import css from './dialog.module.css';

/** Why does this need nothing more? A number key chooses the reason, Enter confirms. */
export function DismissDialog({ reports }: { reports: readonly string[] }) {
  const { t } = useTranslation();
  const { lang } = useNames();
  const first = useReport(reports[0]);
  const [reason, setReason] = useState<string | undefined>();
  const [note, setNote, clearNote] = useDraft(`dismiss.${reports.join('.')}`.slice(0, 200));

  const submit = () => {
    if (!reason) return;
    closeDialog();
    clearNote();
    dismissReports(reports, reason, cleanText(note, 1000));
  };
  const digits = (event: KeyboardEvent) => {
    const digit = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1];
    const typing = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (!digit || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const chosen = REASONS[Number(digit) - 1];
    setReason(chosen);
    event.currentTarget.querySelector<HTMLElement>(`[value='${chosen}']`)?.focus();
  };
  return (
    <Dialog
      title={t('queue.dismissCount', { count: reports.length })}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-dismiss"
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="Enter" disabled={!reason}>
            {t('queue.dismiss')}
          </Button>
        </>
      }
    >
      {first && reports.length === 1 && (
        <p className={css.quote}>{firstLine(reportText(first, lang), 300)}</p>
      )}
      <fieldset className={css.reasons} onKeyDown={digits}>
        <legend className={css.label}>{t('queue.reason')}</legend>
        {REASONS.map((one, i) => (
          <label key={one} className={css.reason}>
            <input
              type="radio"
              name="reason"
              value={one}
              checked={reason === one}
              onChange={() => setReason(one)}
              data-autofocus={i === 0 || undefined}
            />
            <span className={css.name}>{t(`queue.reason-${one}`)}</span>
            <Kbd keys={String(i + 1)} />
          </label>
        ))}
      </fieldset>
      <Field label={t('queue.note')} maxLength={1000} value={note} onChange={setNote} type="text" />
    </Dialog>
  );
}
