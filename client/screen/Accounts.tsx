import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { finds } from '../../shared/select.ts';
import { api } from '../api.ts';
import type { Account } from '../panel/account.ts';
import { AccountRow } from '../panel/AccountRow.tsx';
import { AddAccount } from '../panel/AddAccount.tsx';
import { SecretDialog } from '../panel/SecretDialog.tsx';
import type { Secret } from '../panel/secret.ts';
import { useNames } from '../panel/hooks.ts';
import { Button } from '../part/Button.tsx';
import { Dialog } from '../part/Dialog.tsx';
import { Empty } from '../part/Empty.tsx';
import { Field } from '../part/Field.tsx';
import { Notice } from '../part/Notice.tsx';
import { closeDialog } from '../ui.ts';
import css from './Accounts.module.css';

/** Who may come in, people and machines: for roles with the right `accounts`. */
export function Accounts() {
  const { t } = useTranslation();
  const names = useNames();
  const [accounts, setAccounts] = useState<Account[]>();
  const [wrong, setWrong] = useState('');
  const [search, setSearch] = useState('');
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<Secret>();

  const load = useCallback(async () => {
    const reply = await api<Account[]>('GET', '/api/accounts');
    if (reply.ok) setAccounts(reply.body);
    else setWrong(reply.message || t('shell.unreachable'));
  }, [t]);
  useEffect(() => void load(), [load]);

  /** One call, its refusal in words, and the list as it is then. */
  const act = async <T,>(method: string, path: string, body?: unknown): Promise<T | undefined> => {
    setWrong('');
    const reply = await api<T>(method, path, body);
    if (!reply.ok) setWrong(reply.message || t('shell.unreachable'));
    await load();
    return reply.ok ? reply.body : undefined;
  };

  const listed = (accounts ?? [])
    .filter((one) => finds(search, [one.name, one.user, names.role(one.role)]))
    .sort((a, b) => Number(a.machine) - Number(b.machine) || a.name.localeCompare(b.name));
  return (
    <Dialog title={t('accounts.title')} width={1080} onClose={closeDialog} testId="accounts">
      <div className={css.top}>
        <Field
          label={t('accounts.search')}
          quiet
          type="search"
          placeholder={t('accounts.search')}
          value={search}
          onChange={setSearch}
        />
        <span className={css.count}>{t('accounts.count', { count: listed.length })}</span>
        <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
          {t('accounts.add')}
        </Button>
      </div>
      {wrong && <Notice tone="bad">{wrong}</Notice>}
      <div className={css.frame}>
        <table className={css.table}>
          <thead>
            <tr>
              <th>{t('accounts.name')}</th>
              <th>{t('accounts.user')}</th>
              <th>{t('accounts.role')}</th>
              <th>{t('accounts.state')}</th>
              <th>{t('accounts.lastSignIn')}</th>
              <th className={css.right}>{t('accounts.sessions')}</th>
              <th>
                <span className="visually-hidden">{t('accounts.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.map((one) => (
              <AccountRow key={one.id} account={one} act={act} onSecret={setSecret} />
            ))}
          </tbody>
        </table>
        {accounts && listed.length === 0 && <Empty title={t('accounts.none')} />}
      </div>
      {adding && (
        <AddAccount
          onClose={() => setAdding(false)}
          onMade={(made) => {
            setAdding(false);
            setSecret(made);
            void load();
          }}
        />
      )}
      {secret && <SecretDialog secret={secret} onClose={() => setSecret(undefined)} />}
    </Dialog>
  );
}
