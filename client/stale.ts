import { create } from 'zustand';
import { ageOf, STALE_AFTER, usePicture, type Picture } from './store.ts';

/**
 * Promise P2: a stale picture never passes for a live one. `watchStale` looks at the age of the last
 * sign of life four times a second and writes the verdict on `<html data-stale>`, where the style
 * greys the work area; every component may ask `useStale`.
 */
export const useStale = create<{ stale: boolean; since: number | undefined }>()(() => ({
  stale: true,
  since: undefined,
}));

/** What the sync light says: `connecting` also for the few seconds before a lost link becomes stale. */
export type SyncState = 'live' | 'connecting' | 'stale' | 'signed-out' | 'protocol-old';

export function syncState({ link, signAt }: Pick<Picture, 'link' | 'signAt'>): SyncState {
  if (link === 'signed-out' || link === 'protocol-old') return link;
  if (signAt !== undefined && ageOf(signAt) > STALE_AFTER) return 'stale';
  return link === 'joined' ? 'live' : 'connecting';
}

function look(): void {
  const { link, signAt } = usePicture.getState();
  const ended = link === 'signed-out' || link === 'protocol-old';
  const stale = ended || ageOf(signAt) > STALE_AFTER;
  document.documentElement.dataset['stale'] = String(stale);
  const now = useStale.getState();
  if (now.stale !== stale || now.since !== signAt?.wall)
    useStale.setState({ stale, since: stale ? signAt?.wall : undefined });
}

/** Begins to watch; returns what ends it. A browser slows timers of hidden tabs: looked again on coming back. */
export function watchStale(): () => void {
  look();
  const timer = setInterval(look, 250);
  const unsubscribe = usePicture.subscribe((p) => p.signAt, look);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    unsubscribe();
    document.removeEventListener('visibilitychange', look);
  };
}
