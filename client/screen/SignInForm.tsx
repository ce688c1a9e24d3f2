import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../part/Button.tsx';
import { Field } from '../part/Field.tsx';
import { Notice } from '../part/Notice.tsx';
import { signIn } from '../session.ts';
import css from './Door.module.css';

/** User and password. `user`: filled in already, when the same person signs in again. */
export function SignInForm({ user: known, onDone }: { user?: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [user, setUser] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!user.trim() || !password) return;
    setBusy(true);
    setWrong('');
    const reply = await signIn(user.trim(), password);
    setBusy(false);
    if (reply.ok) return onDone();
    setWrong(reply.message || t('shell.unreachable'));
    setPassword('');
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <Field
        label={t('shell.user')}
        name="user"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={!known}
        value={user}
        onChange={setUser}
      />
      <Field
        label={t('shell.secret')}
        name="password"
        type="password"
        autoComplete="current-password"
        autoFocus={Boolean(known)}
        value={password}
        onChange={setPassword}
      />
      {wrong && <Notice tone="bad">{wrong}</Notice>}
      <Button kind="primary" type="submit" disabled={busy}>
        {t('shell.signIn')}
      </Button>
    </form>
  );
}
