import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../part/Button.tsx';
import { Dialog } from '../../../part/Dialog.tsx';
import { Field, TextArea } from '../../../part/Field.tsx';
import { Notice } from '../../../part/Notice.tsx';
import { toast } from '../../../toast.ts';
import { call } from '../call.ts';
import { stopAsking } from '../state.ts';
import { nameIn, printPage, saveFile } from './hand-over.ts';
import frame from '../anpr-screens.module.css';

/** Rows leave the screen only with a recipient and a reason; the server puts the watermark on what leaves. */
export function ExportDialog({
  access,
  seq,
  as,
}: {
  access: string;
  seq: number;
  as: 'file' | 'paper';
}) {
  const { t } = useTranslation();
  const [recipient, setRecipient] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const missing = (text: string, key: string) =>
    tried && !text.trim() ? t(`lookback.wrong-${key}`) : undefined;

  const submit = async () => {
    setTried(true);
    if (busy || !recipient.trim() || !reason.trim()) return;
    setBusy(true);
    const answer = await call('POST', `/api/anpr/looks/${encodeURIComponent(access)}/export`, {
      body: JSON.stringify({ access, recipient: recipient.trim(), reason: reason.trim() }),
      type: 'application/json',
      accept: as === 'file' ? 'text/csv' : 'text/html',
    });
    setBusy(false);
    if (!answer.ok) return setFailed(answer.message || t('shell.unreachable'));
    const { response } = answer;
    if (as === 'file')
      saveFile(
        await response.blob(),
        nameIn(response.headers.get('content-disposition')) ?? `belfry-${access}.csv`,
      );
    else printPage(await response.text());
    stopAsking();
    toast({ tone: 'good', head: `lookback.exported-${as}`, text: recipient.trim() });
  };

  return (
    <Dialog
      title={t(`lookback.export-${as}`)}
      width={560}
      onClose={stopAsking}
      onSubmit={() => void submit()}
      testId="dialog-look-export"
      footer={
        <>
          <Button onClick={stopAsking}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" disabled={busy} keys="$mod+Enter">
            {t(as === 'file' ? 'lookback.exportDo' : 'lookback.printDo')}
          </Button>
        </>
      }
    >
      <p className={frame.dim}>{t('lookback.exportNote', { seq })}</p>
      {failed !== undefined && <Notice tone="bad">{failed}</Notice>}
      <Field
        label={t('lookback.recipient')}
        hint={t('lookback.recipientHint')}
        value={recipient}
        onChange={setRecipient}
        error={missing(recipient, 'recipient')}
        maxLength={160}
        required
        autoFocus
      />
      <TextArea
        label={t('lookback.exportReason')}
        value={reason}
        onChange={setReason}
        error={missing(reason, 'reason')}
        maxLength={500}
        required
      />
    </Dialog>
  );
}
