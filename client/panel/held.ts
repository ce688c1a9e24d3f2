import { useState } from 'react';

/** What a held list shows: `gone` rows have left the queue but stay in their place under the hand. */
export interface Held<Item> {
  rows: readonly { item: Item; gone: boolean }[];
  /** Items that wait outside until the hand lets go. */
  fresh: readonly Item[];
}

/**
 * While `on`, nothing moves: the order stays as it was, new items wait, items that left stay in their
 * place as long as `find` still knows them. Otherwise the list as it is.
 */
export function useHeld<Item extends { row: { id: string } }>(
  items: readonly Item[],
  on: boolean,
  find: (item: Item) => Item | undefined,
): Held<Item> {
  const [kept, setKept] = useState<readonly Item[] | undefined>();
  if (on && !kept) setKept(items);
  if (!on && kept) setKept(undefined);
  if (!on || !kept) return { rows: items.map((item) => ({ item, gone: false })), fresh: [] };

  const now = new Map(items.map((item) => [item.row.id, item]));
  const before = new Set(kept.map((item) => item.row.id));
  return {
    rows: kept.flatMap((item): { item: Item; gone: boolean }[] => {
      const here = now.get(item.row.id);
      if (here) return [{ item: here, gone: false }];
      const left = find(item);
      return left ? [{ item: left, gone: true }] : [];
    }),
    fresh: items.filter((item) => !before.has(item.row.id)),
  };
}
