import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnpr } from '../../../anpr.ts';
import { Button } from '../../../part/Button.tsx';
import { Dialog } from '../../../part/Dialog.tsx';
import { TextArea } from '../../../part/Field.tsx';
import { Notice } from '../../../part/Notice.tsx';
import { useLang } from '../../hooks.ts';
import { stopAsking } from '../state.ts';
import { Conflict } from './Conflict.tsx';
import { ImportReport } from './ImportReport.tsx';
import { useImport } from './import.ts';
import { useTypedOf } from './typed.ts';
import frame from '../anpr-screens.module.css';
import css from './lists.module.css';

/** A whole list from a file or a text: first what it would change, then doing it. */
export function ImportDialog({ list, dropped }: { list: string; dropped: File | undefined }) {
  const { t } = useTranslation();
  const lang = useLang();
  const summary = useAnpr((anpr) => anpr.lists.find(({ id }) => id === list));
  const [{ text }, paste, clearText] = useTypedOf(`import ${list}`, { text: '' });
  const main = useRef<HTMLButtonElement>(null);
  const it = useImport(list);
  const { difference, done, busy } = it;
  const { take } = it;
  useEffect(() => {
    if (dropped) take(dropped, dropped.name);
    // Once: what was dropped is compared when the dialog opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  // On to what comes next: applying, comparing again, closing.
  useEffect(() => {
    if (difference && !busy) main.current?.focus();
  }, [difference, busy]);
  const changes = difference ? difference.added + difference.changed + difference.removed : 0;
  const fits = difference !== undefined && changes > 0;

  const submit = () => {
    if (done) return stopAsking();
    if (busy) return;
    if (it.conflict) return it.again();
    if (fits) return void it.apply().then((applied) => applied && clearText());
    if (!difference && text.trim()) take(new Blob([text]), '');
  };
  return (
    <Dialog
      title={t('hotlist.importOf', { list: summary?.title[lang] ?? list })}
      width={980}
      onClose={stopAsking}
      onSubmit={submit}
      testId="dialog-list-import"
      footer={
        <>
          {difference && !done && <Button onClick={it.clear}>{t('hotlist.importOther')}</Button>}
          <span className={frame.grow} />
          {!done && <Button onClick={stopAsking}>{t('common.cancel')}</Button>}
          <Button
            ref={main}
            kind="primary"
            type="submit"
            disabled={busy || !(done || it.conflict || (difference ? fits : text.trim()))}
            data-testid="import-apply"
          >
            {done
              ? t('common.close')
              : it.conflict
                ? t('hotlist.compareAgain')
                : difference
                  ? t(difference.rejectedCount > 0 ? 'hotlist.importSkip' : 'hotlist.importApply', {
                      count: changes,
                      skipped: difference.rejectedCount,
                    })
                  : t('hotlist.importCompare')}
          </Button>
        </>
      }
    >
      {!difference && (
        <>
          <p className={frame.dim}>{t('hotlist.importNote')}</p>
          <label
            className={css.drop}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              const [file] = event.dataTransfer.files;
              if (file && !busy) take(file, file.name);
            }}
          >
            <span>{t('hotlist.importDrop')}</span>
            <input
              type="file"
              data-autofocus
              accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl"
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                if (file && !busy) take(file, file.name);
              }}
            />
          </label>
          <TextArea
            label={t('hotlist.importPaste')}
            value={text}
            onChange={(value) => paste({ text: value })}
            className={frame.mono}
            rows={5}
            spellCheck={false}
            placeholder={t('hotlist.importExample')}
          />
        </>
      )}
      {busy && (
        <p role="status">{t(difference ? 'hotlist.importApplying' : 'hotlist.importBusy')}</p>
      )}
      {it.conflict && <Conflict list={list} base={it.base} note={t('hotlist.comparedWith')} />}
      {it.failed !== undefined && <Notice tone="bad">{it.failed || t('shell.unreachable')}</Notice>}
      {difference && <ImportReport difference={difference} done={done} name={it.name} />}
    </Dialog>
  );
}
