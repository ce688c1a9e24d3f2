import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListEntry } from '../../../../shared/anpr/list.ts';
import { useAnpr } from '../../../anpr.ts';
import { api } from '../../../api.ts';
import { Button } from '../../../part/Button.tsx';
import { Dialog } from '../../../part/Dialog.tsx';
import { Field, Select, TextArea } from '../../../part/Field.tsx';
import { Notice } from '../../../part/Notice.tsx';
import { toast } from '../../../toast.ts';
import { useLang } from '../../hooks.ts';
import { focusFirst, ROW, stopAsking } from '../state.ts';
import { fetchLists } from './ask-lists.ts';
import { useBase } from './base.ts';
import { Conflict } from './Conflict.tsx';
import { countriesIn } from './countries.ts';
import { entryPath } from './entries.ts';
import { entryForm, entryOf, wrongInEntry, type EntryForm } from './entry-form.ts';
import { useTypedOf } from './typed.ts';
import frame from '../anpr-screens.module.css';

/** A vehicle of a list, all fields. What is typed stays until it is saved or thrown away, though never on disk. */
export function EntryDialog({
  list,
  entry,
  base,
}: {
  list: string;
  entry?: ListEntry | undefined;
  base?: number | undefined;
}) {
  const { t } = useTranslation();
  const lang = useLang();
  const title = useAnpr((anpr) => anpr.lists.find(({ id }) => id === list)?.title[lang] ?? list);
  const proposed = useMemo(
    () => ({ ...entryForm(entry), id: entry?.id ?? crypto.randomUUID() }),
    [entry],
  );
  const [form, write, clear, typed] = useTypedOf(`${list} ${entry?.id ?? ''}`, proposed);
  // The id belongs to what is typed: sending again after a broken connection makes no second vehicle.
  const { id } = form;
  const change = (patch: Partial<EntryForm>) => write({ id, ...patch });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const rests = useBase(list, base);
  const wrong = tried ? wrongInEntry(form) : new Map<keyof EntryForm, string>();
  const field = (name: keyof EntryForm) => ({
    label: t(`hotlist.${name}`),
    value: form[name],
    onChange: (value: string) => change({ [name]: value }),
    error: wrong.has(name) ? t(`hotlist.wrong-${wrong.get(name)}`) : undefined,
  });

  const save = async () => {
    setTried(true);
    if (busy) return;
    if (wrongInEntry(form).size > 0) return focusFirst('dialog [aria-invalid]');
    setBusy(true);
    const reply = await api('PUT', entryPath(list, id, rests.base), entryOf(form, id, entry));
    setBusy(false);
    if (!reply.ok) {
      if (await rests.changed(reply.code)) return setFailed(undefined);
      return setFailed(reply.message || t('shell.unreachable'));
    }
    clear();
    stopAsking();
    toast({ tone: 'good', head: 'hotlist.saved', text: title });
    await fetchLists();
    focusFirst(`[data-testid=entries] [${ROW}="${CSS.escape(id)}"]`);
  };

  return (
    <Dialog
      title={t(entry ? 'hotlist.editEntryOf' : 'hotlist.newEntryOf', { list: title })}
      width={760}
      onClose={stopAsking}
      onSubmit={() => void save()}
      testId="dialog-entry"
      footer={
        <>
          {typed && (
            <Button kind="quiet" onClick={clear}>
              {t('hotlist.throwAway')}
            </Button>
          )}
          <span className={frame.grow} />
          <Button onClick={stopAsking}>{t('common.close')}</Button>
          <Button kind="primary" type="submit" keys="$mod+Enter" disabled={busy}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      {rests.before !== undefined && (
        <Conflict list={list} base={rests.before} note={t('hotlist.saveAgain')} />
      )}
      {failed !== undefined && <Notice tone="bad">{failed}</Notice>}
      <div className={frame.pair}>
        <Field
          {...field('plate')}
          required
          className={frame.mono}
          maxLength={24}
          hint={t('hotlist.plateHint')}
          spellCheck={false}
          autoFocus
        />
        <Select
          {...field('country')}
          options={countriesIn(lang, form.country)}
          empty={t('hotlist.anyCountry')}
          hint={t('hotlist.countryHint')}
        />
      </div>
      <TextArea {...field('reason')} required maxLength={300} rows={2} />
      <TextArea
        {...field('instruction')}
        maxLength={600}
        rows={2}
        hint={t('hotlist.instructionHint')}
      />
      <div className={frame.pair}>
        <Field {...field('vehicle')} maxLength={160} hint={t('hotlist.vehicleHint')} />
        <Field {...field('reference')} maxLength={80} hint={t('hotlist.referenceHint')} />
      </div>
      <div className={frame.pair}>
        <Field {...field('from')} type="datetime-local" hint={t('hotlist.fromHint')} />
        <Field {...field('until')} type="datetime-local" hint={t('hotlist.untilHint')} />
      </div>
    </Dialog>
  );
}
