import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { later } from '../later.ts';
import { Button, IconButton } from '../part/Button.tsx';
import { Icon } from '../part/Icon.tsx';
import { LangSwitch } from '../part/LangSwitch.tsx';
import { Mark } from '../part/Mark.tsx';
import { Menu } from '../part/Menu.tsx';
import { Tag } from '../part/Tag.tsx';
import { clockOf, dayOf, useNow } from '../part/time.ts';
import { useOutbox } from '../send.ts';
import { signOut, useSession, type Me } from '../session.ts';
import { openDialog, setUi, useUi } from '../ui.ts';
import { isTyped } from './outbox.ts';
import { mayOpen, SCREENS } from './screens.ts';
import { MuteMenu } from './MuteMenu.tsx';
import { SyncLight } from './SyncLight.tsx';
import css from './TopBar.module.css';

const ThreatChip = later(async () => (await import('./threat/ThreatChip.tsx')).ThreatChip);

/** What holds for the whole screen: where one is, how late it is, whether the picture is good, who sits here. */
export function TopBar({ me }: { me: Me }) {
  const { t } = useTranslation();
  const theme = useUi((u) => u.theme);
  return (
    <header className={css.bar} data-region="top" aria-label={t('shell.regionTop')} tabIndex={-1}>
      <div className={css.group}>
        <span className={css.brand}>
          <Mark size={18} /> BELFRY
        </span>
        <span className={css.space} title={t('shell.liveTip')} data-testid="space">
          {t('shell.live')}
        </span>
        {me.demo && (
          <Tag tone="warn" solid title={t('shell.demoTip')}>
            DEMO
          </Tag>
        )}
      </div>
      <Clock />
      <SyncLight />
      <OutboxCount />
      <Suspense fallback={null}>
        <ThreatChip />
      </Suspense>
      <span className={css.gap} />
      <ScreensMenu />
      <Button
        className={css.search}
        icon="search"
        keys="$mod+k"
        size="small"
        onClick={() => openDialog({ name: 'palette' })}
      >
        {t('shell.search')}
      </Button>
      <div className={css.group}>
        <MuteMenu />
        <IconButton
          icon={theme === 'dark' ? 'sun' : 'moon'}
          label={t(theme === 'dark' ? 'shell.toLight' : 'shell.toDark')}
          onClick={() => setUi({ theme: theme === 'dark' ? 'light' : 'dark' })}
        />
        <IconButton
          icon="keys"
          label={t('shell.keys')}
          onClick={() => openDialog({ name: 'keys' })}
        />
      </div>
      <LangSwitch />
      <PersonMenu me={me} />
    </header>
  );
}

/** To the other screens and back; their keys stand beside. */
function ScreensMenu() {
  const { t } = useTranslation();
  const screen = useUi((u) => u.screen);
  const open = SCREENS.filter(mayOpen);
  if (open.length < 2) return null;
  return (
    <Menu
      testId="screens"
      label={
        <>
          {t(`shell.screen-${screen}`)}
          <Icon name="down" size={12} />
        </>
      }
      items={open.map((id) => ({
        id,
        label: t(`shell.screen-${id}`),
        run: () => setUi({ screen: id }),
      }))}
    />
  );
}

function Clock() {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <time className={css.clock} title={t('shell.clock')} data-testid="clock">
      <b>{clockOf(now)}</b> <span className={css.wide}>{dayOf(now)}</span>
    </time>
  );
}

function OutboxCount() {
  const { t } = useTranslation();
  const waiting = useOutbox((o) => o.waiting).filter(isTyped);
  const unsent = waiting.filter((one) => one.seq === undefined && !one.refused).length;
  const refused = waiting.filter((one) => one.refused).length;
  const word =
    refused > 0
      ? t('shell.outboxRefused', { count: refused })
      : t('shell.outboxCount', { count: unsent });
  return (
    <button
      type="button"
      className={css.outbox}
      data-testid="outbox"
      data-count={unsent}
      data-tone={refused > 0 ? 'bad' : unsent > 0 ? 'warn' : 'none'}
      title={t('shell.outbox')}
      aria-label={word}
      onClick={() => openDialog({ name: 'outbox' })}
    >
      <Icon name={refused > 0 ? 'warn' : 'outbox'} />
      <span className="number">{unsent + refused > 0 ? word : '0'}</span>
    </button>
  );
}

function PersonMenu({ me }: { me: Me }) {
  const { t, i18n } = useTranslation();
  const role = useSession((s) => s.settings?.roles[me.role]?.[i18n.language as 'nl']) ?? me.role;
  const items = [
    ...(me.rights.rights.includes('accounts')
      ? [
          {
            id: 'accounts',
            label: t('shell.accounts'),
            run: () => openDialog({ name: 'accounts' }),
          },
        ]
      : []),
    { id: 'password', label: t('shell.password'), run: () => openDialog({ name: 'password' }) },
    { id: 'out', label: t('shell.signOut'), run: () => void signOut(), divided: true },
  ];
  return (
    <Menu
      testId="person"
      className={css.person}
      label={
        <>
          <Icon name="person" />
          <span className={css.who}>
            <b>{me.person.name}</b>
            <small>{role}</small>
          </span>
          <Icon name="down" size={12} />
        </>
      }
      head={
        <>
          <b>{me.person.name}</b>
          <div className={css.dim}>
            {me.user} · {role}
          </div>
        </>
      }
      items={items}
    />
  );
}
