import { create } from 'zustand';
import type { ListEntry } from '../../../../shared/anpr/list.ts';
import { rowInHand } from '../state.ts';

/** The entries that are on the screen, for keys. */
export const useShown = create<{ entries: readonly ListEntry[]; version: number }>()(() => ({
  ...{ entries: [], version: 0 },
}));

/** The entry whose row has the keyboard, and the version of its list that it stands in. */
export function entryInHand(): { entry: ListEntry; base: number } | undefined {
  const id = rowInHand();
  const { entries, version: base } = useShown.getState();
  const entry = id === undefined ? undefined : entries.find((one) => one.id === id);
  return entry && { entry, base };
}
