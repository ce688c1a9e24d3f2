import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../part/Button.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { Select } from '../../part/Field.tsx';
import { Notice } from '../../part/Notice.tsx';
import { usePicture } from '../../store.ts';
import { ImportReport } from './ImportReport.tsx';
import { inLang, useNaming } from './names.ts';
import { ask } from './state.ts';
import { isCards, postFile, type Report } from './transfer.ts';
import css from './directory.module.css';

const close = () => ask(undefined);

/** A table or cards into the directory: first what they would change, record by record, then doing it. */
export function ImportDialog() {
  const { t } = useTranslation();
  const { lang } = useNaming();
  const organisations = usePicture((p) => p.shown.directory.organisations);
  const [file, setFile] = useState<File>();
  const [organisation, setOrganisation] = useState('');
  const [report, setReport] = useState<Report>();
  const [failed, setFailed] = useState<string>();
  const [busy, setBusy] = useState(false);
  const main = useRef<HTMLButtonElement>(null);

  const sendIt = async (chosen: File, dry: boolean, of: string) => {
    setBusy(true);
    const sent = await postFile(chosen, { dry, organisation: of });
    setBusy(false);
    setReport(sent.ok ? sent.report : undefined);
    setFailed(sent.ok ? undefined : sent.message || t('shell.unreachable'));
    // On to what comes next: saving, then closing.
    if (sent.ok) requestAnimationFrame(() => main.current?.focus());
  };
  const fits = report ? report.new + report.changed : 0;
  const done = report !== undefined && !report.dry;
  return (
    <Dialog
      title={t('directory.importTitle')}
      width={860}
      onClose={close}
      testId="dialog-import"
      onSubmit={() => {
        if (done) return close();
        if (file && fits > 0 && !busy) void sendIt(file, false, organisation);
      }}
      footer={
        <>
          {!done && <Button onClick={close}>{t('common.cancel')}</Button>}
          <Button ref={main} kind="primary" type="submit" disabled={busy || (!done && fits === 0)}>
            {done ? t('common.close') : t('directory.importDo', { count: fits })}
          </Button>
        </>
      }
    >
      <p className={css.dim}>{t('directory.importNote')}</p>
      <label className={css.file}>
        <span>{t('directory.file')}</span>
        <input
          type="file"
          accept=".csv,.vcf,.vcard,text/csv,text/vcard"
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            // Disabled, it would lose the keyboard; what is under way is finished first.
            if (busy || done) return;
            setFile(chosen);
            setReport(undefined);
            if (chosen) void sendIt(chosen, true, organisation);
          }}
        />
      </label>
      {file && isCards(file) && !done && (
        <Select
          label={t('directory.importOf')}
          hint={t('directory.importOfHint')}
          value={organisation}
          onChange={(id) => {
            setOrganisation(id);
            void sendIt(file, true, id);
          }}
          options={[...organisations.values()]
            .map(({ id, name }) => ({ value: id, label: inLang(name, lang) }))
            .sort((a, b) => a.label.localeCompare(b.label, lang))}
          empty={t('directory.nowhere')}
        />
      )}
      {busy && <p role="status">{t('directory.importBusy')}</p>}
      {failed && <Notice tone="bad">{failed}</Notice>}
      {report && !busy && <ImportReport report={report} />}
    </Dialog>
  );
}
