import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../part/Button.tsx';
import { Dialog } from '../part/Dialog.tsx';
import { Field } from '../part/Field.tsx';
import { Notice } from '../part/Notice.tsx';
import { choosePassword, useSession } from '../session.ts';
import { toast } from '../toast.ts';
import { closeDialog } from '../ui.ts';

/** Chooses or changes one's own password; the server says what is too weak. */
export function PasswordDialog() {
  const { t } = useTranslation();
  const me = useSession((s) => s.me);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const first = me?.passwordSet === false;
  const differs = again.length > 0 && !password.startsWith(again) && again !== password;

  const save = async () => {
    if (password !== again) return setWrong(t('shell.passwordDiffers'));
    setBusy(true);
    const reply = await choosePassword(password);
    setBusy(false);
    if (!reply.ok) return setWrong(reply.message || t('shell.unreachable'));
    if (me) useSession.setState({ me: { ...me, passwordSet: true } });
    toast({ tone: 'good', head: 'shell.passwordSaved', text: '' });
    closeDialog();
  };
  return (
    <Dialog
      title={t(first ? 'shell.choosePassword' : 'shell.password')}
      width={400}
      onClose={closeDialog}
      onSubmit={() => void save()}
      testId="password"
      footer={
        <>
          <Button onClick={closeDialog}>{t(first ? 'shell.later' : 'common.cancel')}</Button>
          <Button kind="primary" type="submit" disabled={busy || !password || !again}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      {first && <p>{t('shell.choosePasswordNote')}</p>}
      <input type="text" hidden autoComplete="username" value={me?.user ?? ''} readOnly />
      <Field
        label={t('shell.newPassword')}
        type="password"
        autoComplete="new-password"
        hint={t('shell.passwordHint')}
        autoFocus
        value={password}
        onChange={setPassword}
      />
      <Field
        label={t('shell.repeatPassword')}
        type="password"
        autoComplete="new-password"
        error={differs ? t('shell.passwordDiffers') : undefined}
        value={again}
        onChange={setAgain}
      />
      {wrong && <Notice tone="bad">{wrong}</Notice>}
    </Dialog>
  );
}
