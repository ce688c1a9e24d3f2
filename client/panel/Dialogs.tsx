import { actions } from '../actions.ts';
import { Accounts } from '../screen/Accounts.tsx';
import { useUi } from '../ui.ts';
import { KeysDialog } from './KeysDialog.tsx';
import { OutboxTray } from './OutboxTray.tsx';
import { Palette } from './Palette.tsx';
import { PanelDialogs } from './PanelDialogs.tsx';
import { PasswordDialog } from './PasswordDialog.tsx';
import { SoundDialog } from './SoundDialog.tsx';

/** The open dialog, if it is one of the frame's; the panels show theirs. */
export function Dialogs() {
  const name = useUi((u) => u.dialog?.name);
  switch (name) {
    case 'palette':
      return <Palette actions={actions()} />;
    case 'keys':
      return <KeysDialog actions={actions()} />;
    case 'sound':
      return <SoundDialog />;
    case 'outbox':
      return <OutboxTray />;
    case 'password':
      return <PasswordDialog />;
    case 'accounts':
      return <Accounts />;
    default:
      return <PanelDialogs />;
  }
}
