import { useTranslation } from 'react-i18next';
import { send } from '../../send.ts';
import type { Dialog } from '../../ui.ts';
import { ReasonDialog } from '../ReasonDialog.tsx';
import { GiveDialog } from './GiveDialog.tsx';
import { ShiftDialog } from './ShiftDialog.tsx';

export function ShiftDialogs({ dialog }: { dialog: Dialog }) {
  switch (dialog.name) {
    case 'shift':
      return <ShiftDialog />;
    case 'shift-give':
      return <GiveDialog />;
    case 'shift-back':
      return <BackDialog id={dialog.shift} />;
    default:
      return null;
  }
}

/** Taking it back asks why: somebody may have read it. */
function BackDialog({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <ReasonDialog
      draft={`shift-back.${id}`}
      title={t('shift.takeBack')}
      label={t('shift.takeBackReason')}
      needed={t('phase.needed')}
      max={500}
      confirm={t('shift.takeBack')}
      testId="dialog-shift-back"
      onText={(reason) => send('shift.takeBack', { shift: id, reason })}
    />
  );
}
