import { create } from 'zustand';
import { shownOf } from './board.ts';
import type { Shown } from './board.ts';
import { planInForce } from '../../plan.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';

/** What the board asks of the person: one layer at a time. */
export type Asking =
  | { what: 'warn' | 'wind' | 'message' }
  | { what: 'inspect'; site: string }
  | { what: 'keep'; sites: readonly string[] };
export const useAsking = create<{ asking: Asking | undefined }>()(() => ({ asking: undefined }));
export const ask = (asking: Asking | undefined): void => useAsking.setState({ asking });

export const ROW = 'data-sites';

/** The sites whose row has the keyboard: one, or all of a manager's. */
export function sitesInHand(): string[] {
  const told = document.activeElement?.closest(`[${ROW}]`)?.getAttribute(ROW);
  return told ? told.split(' ') : [];
}

export function shownBy(id: string): Shown {
  return shownOf(usePicture.getState().shown.site.sites.get(id));
}

/** Of the sites in hand, those that are so. */
export const inHand = (...states: Shown[]): string[] =>
  sitesInHand().filter((id) => states.includes(shownBy(id)));

export function markClosed(sites: readonly string[]): void {
  if (sites.length > 0) send('site.mark', { sites, state: 'closed' });
}
export function reopen(sites: readonly string[]): void {
  if (sites.length > 0) send('site.reopen', { sites });
}

/** Those that should close, with their managers. */
export function toClose(): { sites: string[]; managers: string[] } {
  const sites = planInForce().sites.filter(({ id }) => shownBy(id) === 'advised');
  const managers = new Set(sites.flatMap(({ manager }) => manager ?? []));
  return { sites: sites.map(({ id }) => id), managers: [...managers] };
}
