import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isOver } from '../../../shared/subject/alarm/rule.ts';
import { usePlan } from '../../plan.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { closeDialog, type Dialog } from '../../ui.ts';
import { useIncident, useLang } from '../hooks.ts';
import { ReasonDialog } from '../ReasonDialog.tsx';
import { ChannelDialog } from './ChannelDialog.tsx';
import { alarmTitle } from './name.ts';
import { StartDialog } from './StartDialog.tsx';

export function AlarmDialogs({ dialog }: { dialog: Dialog }) {
  switch (dialog.name) {
    case 'alarm-start':
      return <OfIncident key={dialog.incident} id={dialog.incident} />;
    case 'alarm-stop':
      return <StopDialog key={dialog.alarm} id={dialog.alarm} />;
    case 'channel-test':
    case 'channel-set':
      return <ChannelDialog key={dialog.channel} name={dialog.name} id={dialog.channel} />;
    default:
      return null;
  }
}

/** Closes the dialog when what it is about leaves. */
function useGone(gone: boolean): void {
  useEffect(() => {
    if (gone) closeDialog();
  }, [gone]);
}

function OfIncident({ id }: { id: string }) {
  const incident = useIncident(id);
  useGone(incident === undefined);
  return incident ? <StartDialog incident={incident} /> : null;
}

/** Stopping asks why: somebody may have counted on it. */
function StopDialog({ id }: { id: string }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { plan } = usePlan();
  const alarm = usePicture((p) => p.shown.alarm.alarms.get(id));
  const gone = !alarm || isOver(alarm);
  useGone(gone);
  if (gone) return null;
  return (
    <ReasonDialog
      draft={`alarm-stop.${id}`}
      title={t('alarm.stopLong')}
      label={t('alarm.stopReason')}
      needed={t('alarm.stopNeeded')}
      max={500}
      confirm={t('alarm.stop')}
      testId="dialog-alarm-stop"
      onText={(reason) => send('alarm.stop', { alarm: id, reason })}
    >
      <p>
        <b>{alarmTitle(alarm, plan, lang)}</b>
      </p>
    </ReasonDialog>
  );
}
