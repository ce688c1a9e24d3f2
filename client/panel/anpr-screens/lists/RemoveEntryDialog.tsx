import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListEntry } from '../../../../shared/anpr/list.ts';
import { useAnpr } from '../../../anpr.ts';
import { api } from '../../../api.ts';
import { Button } from '../../../part/Button.tsx';
import { Dialog } from '../../../part/Dialog.tsx';
import { Notice } from '../../../part/Notice.tsx';
import { toast } from '../../../toast.ts';
import { useLang } from '../../hooks.ts';
import { focusFirst, ROW, stopAsking } from '../state.ts';
import { fetchLists } from './ask-lists.ts';
import { useBase } from './base.ts';
import { Conflict } from './Conflict.tsx';
import { entryPath } from './entries.ts';
import frame from '../anpr-screens.module.css';

/** Takes a vehicle from its list: from then on it makes no alert; those that are there keep their version. */
export function RemoveEntryDialog({
  list,
  entry,
  base,
}: {
  list: string;
  entry: ListEntry;
  base: number;
}) {
  const { t } = useTranslation();
  const lang = useLang();
  const title = useAnpr((anpr) => anpr.lists.find(({ id }) => id === list)?.title[lang] ?? list);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const rests = useBase(list, base);
  const remove = async () => {
    if (busy) return;
    setBusy(true);
    const reply = await api('DELETE', entryPath(list, entry.id, rests.base));
    setBusy(false);
    if (!reply.ok) {
      if (await rests.changed(reply.code)) return setFailed(undefined);
      return setFailed(reply.message || t('shell.unreachable'));
    }
    stopAsking();
    toast({ tone: 'good', head: 'hotlist.removedDone', text: title });
    await fetchLists();
    focusFirst(`[data-testid=entries] [${ROW}]`);
  };
  return (
    <Dialog
      title={t('hotlist.removeEntryOf', { list: title })}
      onClose={stopAsking}
      onSubmit={() => void remove()}
      testId="dialog-entry-remove"
      footer={
        <>
          <Button onClick={stopAsking} data-autofocus>
            {t('common.cancel')}
          </Button>
          <Button kind="danger" type="submit" disabled={busy}>
            {t('hotlist.removeEntry')}
          </Button>
        </>
      }
    >
      {rests.before !== undefined && (
        <Conflict list={list} base={rests.before} note={t('hotlist.removeAgain')} />
      )}
      {failed !== undefined && <Notice tone="bad">{failed}</Notice>}
      <p>
        <span className={frame.plate}>{entry.plate}</span> {entry.vehicle}
      </p>
      <p>{entry.reason}</p>
      <p className={frame.dim}>{t('hotlist.removeNote')}</p>
    </Dialog>
  );
}
