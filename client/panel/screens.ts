import { useSession } from '../session.ts';
import type { ScreenName } from '../ui.ts';

export const SCREENS: readonly ScreenName[] = ['console', 'directory', 'plan', 'storm', 'channels'];

/** The subject that a screen shows: who is not sent it has no such screen. */
const SHOWS: Readonly<Record<ScreenName, string | undefined>> = {
  console: undefined,
  directory: 'directory',
  plan: 'measure',
  storm: 'site',
  channels: 'channel',
};

export function mayOpen(screen: ScreenName): boolean {
  const subject = SHOWS[screen];
  const sees = useSession.getState().me?.rights.sees;
  return subject === undefined || (sees?.includes(subject) ?? false);
}
