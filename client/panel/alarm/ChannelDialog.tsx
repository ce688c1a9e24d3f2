import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '../../../shared/clean.ts';
import { useDraft } from '../../draft.ts';
import { usePlan } from '../../plan.ts';
import { Button } from '../../part/Button.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { Field, TextArea } from '../../part/Field.tsx';
import { send } from '../../send.ts';
import { closeDialog } from '../../ui.ts';
import { useLang } from '../hooks.ts';
import { channelName } from './name.ts';
import css from './alarm.module.css';

interface Props {
  name: 'channel-test' | 'channel-set';
  id: string;
}

/** Tries a channel, or says by hand how it is. */
export function ChannelDialog({ name, id }: Props) {
  const { plan } = usePlan();
  const channel = plan.channels.find((one) => one.id === id);
  if (!channel) return null;
  if (name === 'channel-set') return <SetDialog id={id} />;
  return channel.kind === 'operator' ? <TestDialog id={id} /> : <ProbeDialog id={id} />;
}

function useName(id: string): string {
  const lang = useLang();
  const { plan } = usePlan();
  return channelName(plan, id, lang);
}

/** Two answers, and a word about it. */
function TestDialog({ id }: { id: string }) {
  const { t } = useTranslation();
  const [note, setNote, clear] = useDraft(`channel-test.${id}`);
  const tell = (ok: boolean) => {
    const said = cleanText(note, 500);
    clear();
    closeDialog();
    send('channel.test', { channel: id, ok, ...(said ? { note: said } : {}) });
  };
  return (
    <Dialog
      title={t('alarm.testOf', { channel: useName(id) })}
      onClose={closeDialog}
      testId="dialog-channel-test"
      footer={
        <>
          <Button kind="danger" onClick={() => tell(false)}>
            {t('alarm.workedNot')}
          </Button>
          <Button kind="primary" data-autofocus onClick={() => tell(true)}>
            {t('alarm.worked')}
          </Button>
        </>
      }
    >
      <p>{t('alarm.testAsk')}</p>
      <TextArea
        label={t('alarm.testNote')}
        rows={2}
        maxLength={500}
        value={note}
        onChange={setNote}
      />
    </Dialog>
  );
}

/** A message to an address of one's own. */
function ProbeDialog({ id }: { id: string }) {
  const { t } = useTranslation();
  const [address, setAddress] = useState('');
  const [tried, setTried] = useState(false);
  const clean = cleanText(address, 200);
  const submit = () => {
    setTried(true);
    if (!clean) return;
    closeDialog();
    send('channel.probe', { channel: id, address: clean });
  };
  return (
    <Dialog
      title={t('alarm.testOf', { channel: useName(id) })}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-channel-test"
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="$mod+Enter">
            {t('alarm.sendTest')}
          </Button>
        </>
      }
    >
      <Field
        label={t('alarm.address')}
        hint={t('alarm.addressHint')}
        required
        maxLength={200}
        value={address}
        onChange={setAddress}
        error={tried && !clean ? t('alarm.addressNeeded') : undefined}
        data-autofocus
      />
    </Dialog>
  );
}

const HEALTHS = ['ok', 'failing', 'dead'] as const;

/** By hand: the radio is down, the radio is back. */
function SetDialog({ id }: { id: string }) {
  const { t } = useTranslation();
  const [health, setHealth] = useState<(typeof HEALTHS)[number]>('dead');
  const [reason, setReason, clear] = useDraft(`channel-set.${id}`);
  const [tried, setTried] = useState(false);
  const clean = cleanText(reason, 300);
  const submit = () => {
    setTried(true);
    if (!clean) return;
    clear();
    closeDialog();
    send('channel.set', { channel: id, health, reason: clean });
  };
  return (
    <Dialog
      title={t('alarm.setOf', { channel: useName(id) })}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-channel-set"
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="$mod+Enter">
            {t('alarm.set')}
          </Button>
        </>
      }
    >
      <fieldset className={css.ways}>
        <legend className="visually-hidden">{t('alarm.set')}</legend>
        {HEALTHS.map((one) => (
          <label key={one} className={css.way}>
            <input
              type="radio"
              name="channel-health"
              checked={health === one}
              onChange={() => setHealth(one)}
            />
            <b className={css.health} data-health={one}>
              {t(`alarm.health-${one}`)}
            </b>
          </label>
        ))}
      </fieldset>
      <TextArea
        label={t('alarm.setReason')}
        required
        rows={2}
        maxLength={300}
        value={reason}
        onChange={setReason}
        error={tried && !clean ? t('alarm.setNeeded') : undefined}
      />
    </Dialog>
  );
}
