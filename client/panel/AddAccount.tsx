import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api.ts';
import { Button } from '../part/Button.tsx';
import { Dialog } from '../part/Dialog.tsx';
import { Field, Select } from '../part/Field.tsx';
import { Notice } from '../part/Notice.tsx';
import { useSession } from '../session.ts';
import { useNames } from './hooks.ts';
import { secretOf, type Secret } from './secret.ts';

/** A new person or machine: which of them follows from the role. */
export function AddAccount({
  onClose,
  onMade,
}: {
  onClose: () => void;
  onMade: (secret: Secret) => void;
}) {
  const { t } = useTranslation();
  const names = useNames();
  const roles = useSession((s) => s.settings?.roles) ?? {};
  const [name, setName] = useState('');
  const [user, setUser] = useState('');
  const [role, setRole] = useState('');
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);

  const add = async () => {
    setBusy(true);
    const entry = { name: name.trim(), user: user.trim(), role };
    const reply = await api<{ link?: string; token?: string }>('POST', '/api/accounts', entry);
    setBusy(false);
    if (reply.ok) onMade(secretOf(entry.name, reply.body));
    else setWrong(reply.message || t('shell.unreachable'));
  };
  return (
    <Dialog
      title={t('accounts.addTitle')}
      width={440}
      onClose={onClose}
      onSubmit={() => void add()}
      testId="add-account"
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            kind="primary"
            type="submit"
            disabled={busy || !name.trim() || !user.trim() || !role}
          >
            {t('accounts.add')}
          </Button>
        </>
      }
    >
      <p>{t('accounts.addNote')}</p>
      <Field label={t('accounts.name')} required autoFocus value={name} onChange={setName} />
      <Field
        label={t('accounts.user')}
        hint={t('accounts.userHint')}
        required
        autoCapitalize="none"
        spellCheck={false}
        value={user}
        onChange={setUser}
      />
      <Select
        label={t('accounts.role')}
        required
        empty={t('accounts.chooseRole')}
        value={role}
        onChange={setRole}
        options={Object.keys(roles).map((one) => ({ value: one, label: names.role(one) }))}
      />
      {wrong && <Notice tone="bad">{wrong}</Notice>}
    </Dialog>
  );
}
