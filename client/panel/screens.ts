import { useSession } from '../session.ts';
import type { ScreenName } from '../ui.ts';
import { tabsOf } from './anpr-screens/tabs.ts';

export const SCREENS: readonly ScreenName[] = [
  'console',
  'directory',
  'plan',
  'storm',
  'channels',
  'anpr',
];

/** The subject that a screen shows: who is not sent it has no such screen. */
const SHOWS: Readonly<Record<Exclude<ScreenName, 'anpr'>, string | undefined>> = {
  console: undefined,
  directory: 'directory',
  plan: 'measure',
  storm: 'site',
  channels: 'channel',
};

export function mayOpen(screen: ScreenName): boolean {
  const rights = useSession.getState().me?.rights;
  // Each of its parts goes by a right of its own.
  if (screen === 'anpr') return tabsOf(rights).length > 0;
  const subject = SHOWS[screen];
  return subject === undefined || (rights?.sees.includes(subject) ?? false);
}
