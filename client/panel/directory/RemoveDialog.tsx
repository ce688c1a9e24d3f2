import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../part/Button.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { Notice } from '../../part/Notice.tsx';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { useLang } from '../hooks.ts';
import { dutyText } from './DutyLines.tsx';
import { judge } from './judge.ts';
import { inLang } from './names.ts';
import { ask, setDirectory, useDirectory } from './state.ts';

const close = () => ask(undefined);

/** Takes a record out; where something hangs on it, says what, and takes nothing. */
export function RemoveDialog({
  kind,
  id,
}: {
  kind: 'organisation' | 'contact' | 'duty';
  id: string;
}) {
  const { t } = useTranslation();
  const lang = useLang();
  const { organisations, contacts, duties } = usePicture((p) => p.shown.directory);
  const row =
    kind === 'organisation'
      ? organisations.get(id)
      : kind === 'contact'
        ? contacts.get(id)
        : duties.get(id);
  const [basedOn] = useState(row?.seq ?? 0);
  if (!row) return null;
  const name =
    'weekly' in row || 'function' in row
      ? `${contacts.get(row.contact)?.name ?? row.contact}, ${dutyText(row, t)}`
      : typeof row.name === 'string'
        ? row.name
        : inLang(row.name, lang);
  const data = { kind, id, basedOn };
  const wrong = judge('directory.remove', data, lang);
  return (
    <Dialog
      title={t('directory.removeWhat', { name })}
      onClose={close}
      testId="dialog-directory-remove"
      onSubmit={() => {
        if (wrong) return;
        send('directory.remove', data);
        const { chosen } = useDirectory.getState();
        setDirectory({ asking: undefined, ...(chosen?.id === id ? { chosen: undefined } : {}) });
      }}
      footer={
        <>
          <Button onClick={close} data-autofocus>
            {t('common.cancel')}
          </Button>
          <Button kind="danger" type="submit" disabled={wrong !== undefined}>
            {t('directory.remove')}
          </Button>
        </>
      }
    >
      {wrong ? (
        <Notice tone="warn">{wrong.message ?? t('directory.wrong')}</Notice>
      ) : (
        <p>{t('directory.removeNote')}</p>
      )}
    </Dialog>
  );
}
