import { useTranslation } from 'react-i18next';
import { Icon } from '../part/Icon.tsx';
import { Menu, type MenuItem } from '../part/Menu.tsx';
import { Select } from '../part/Field.tsx';
import { Tag } from '../part/Tag.tsx';
import { fullOf, momentOf } from '../part/time.ts';
import { useSession } from '../session.ts';
import type { Account } from './account.ts';
import css from '../screen/Accounts.module.css';
import { useNames } from './hooks.ts';
import { secretOf, type Secret } from './secret.ts';

/** One account: its role can be changed in place, the rest is in its menu. */
export function AccountRow({
  account,
  act,
  onSecret,
}: {
  account: Account;
  act: <T>(method: string, path: string, body?: unknown) => Promise<T | undefined>;
  onSecret: (secret: Secret) => void;
}) {
  const { t } = useTranslation();
  const names = useNames();
  const roles = useSession((s) => s.settings?.roles) ?? {};
  const me = useSession((s) => s.me?.person.id);
  const { id, name, machine, blocked } = account;
  const path = `/api/accounts/${encodeURIComponent(id)}`;

  const renew = async () => {
    const made = await act<{ link?: string; token?: string }>('POST', `${path}/link`);
    if (made) onSecret(secretOf(name, made));
  };
  const items: MenuItem[] = [
    { id: 'key', label: t(machine ? 'accounts.newToken' : 'accounts.newLink'), run: renew },
    {
      id: 'block',
      label: t(blocked ? 'accounts.unblock' : 'accounts.block'),
      divided: true,
      run: () => void act('PATCH', path, { blocked: !blocked }),
    },
  ];
  return (
    <tr data-blocked={blocked || undefined}>
      <td>
        <span className={css.name}>
          <span>{name}</span>
          {id === me && <Tag tone="accent">{t('accounts.you')}</Tag>}
          {machine && <Tag>{t('accounts.machine')}</Tag>}
          {account.demo && <Tag tone="warn">{t('accounts.demo')}</Tag>}
        </span>
      </td>
      <td>{account.user}</td>
      <td>
        <Select
          label={t('accounts.roleOf', { name })}
          quiet
          value={account.role}
          options={Object.keys(roles).map((role) => ({ value: role, label: names.role(role) }))}
          onChange={(role) => void act('PATCH', path, { role })}
        />
      </td>
      <td>
        {blocked ? (
          <Tag tone="bad" icon="lock">
            {t('accounts.blocked')}
          </Tag>
        ) : machine || account.passwordSet ? (
          <Tag tone="good" icon="tick">
            {t('accounts.active')}
          </Tag>
        ) : (
          <Tag tone="warn" icon="clock">
            {t('accounts.invited')}
          </Tag>
        )}
      </td>
      <td>
        {account.lastSignIn ? (
          <time dateTime={account.lastSignIn} title={fullOf(account.lastSignIn)}>
            {momentOf(account.lastSignIn)}
          </time>
        ) : (
          t('accounts.never')
        )}
      </td>
      <td className={css.right}>{machine ? '' : account.sessions}</td>
      <td>
        <Menu
          title={t('accounts.actionsFor', { name })}
          label={<Icon name="more" />}
          items={items}
        />
      </td>
    </tr>
  );
}
