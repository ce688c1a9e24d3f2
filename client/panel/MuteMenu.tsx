import { useTranslation } from 'react-i18next';
import { Icon } from '../part/Icon.tsx';
import { Menu } from '../part/Menu.tsx';
import { useNow } from '../part/time.ts';
import { mute, muteLeft, ring, useSound } from '../sound.ts';
import { openDialog, useUi } from '../ui.ts';
import css from './TopBar.module.css';

/** `14:59` until the sound is on again. */
const countdown = (milliseconds: number): string => {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

export function MuteMenu() {
  const { t } = useTranslation();
  const left = muteLeft(
    useUi((u) => u.mutedUntil),
    useNow(),
  );
  const volume = useUi((u) => u.volume);
  const blocked = useSound((s) => s.blocked);
  const off = left > 0 || volume === 0;
  const text =
    left > 0 ? `${t('shell.silent')} ${countdown(left)}` : volume === 0 ? t('shell.soundOff') : '';
  return (
    <>
      {blocked && !off && (
        <span
          className={css.warn}
          role="status"
          title={t('shell.soundBlockedTip')}
          data-testid="sound-blocked"
        >
          <Icon name="warn" size={14} />
          <span className={css.wide}>{t('shell.soundBlocked')}</span>
        </span>
      )}
      <Menu
        testId="mute"
        title={t('shell.sound')}
        className={off ? css.off : undefined}
        label={
          <>
            <Icon name={off ? 'muted' : 'sound'} />
            {text && <span className="number">{text}</span>}
          </>
        }
        items={[
          ...(left > 0
            ? [{ id: 'on', label: t('shell.unmute'), run: () => mute(0) }]
            : [{ id: 'test', label: t('shell.test'), run: () => ring('notice', true) }]),
          ...[5, 15, 60].map((minutes) => ({
            id: String(minutes),
            label: t('shell.muteFor', { minutes }),
            run: () => mute(minutes),
          })),
          {
            id: 'settings',
            label: `${t('shell.soundSettings')}…`,
            run: () => openDialog({ name: 'sound' }),
            divided: true,
          },
        ]}
      />
    </>
  );
}
