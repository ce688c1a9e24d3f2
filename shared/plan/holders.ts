import type { ContactRow, DirectorySlice } from '../subject/directory/schema.ts';
import type { Holding } from './directory.ts';

export interface Held {
  contact: ContactRow;
  holding: Holding;
}

/** Tables are never changed in place: what was found in one stays true of it. */
const found = new WeakMap<object, Map<string, Held[]>>();

/** Who holds a function, anywhere and at any time. */
export function holdersOf({ contacts }: DirectorySlice, id: string): Held[] {
  let byFunction = found.get(contacts);
  if (!byFunction) {
    byFunction = new Map();
    for (const contact of contacts.values())
      for (const holding of contact.holds) {
        const list = byFunction.get(holding.function);
        if (list) list.push({ contact, holding });
        else byFunction.set(holding.function, [{ contact, holding }]);
      }
    found.set(contacts, byFunction);
  }
  return byFunction.get(id)?.slice() ?? [];
}

/** In force on a day, from the first up to and including the last. */
export const isIn = (
  { from, until }: { from?: string | undefined; until?: string | undefined },
  day: string,
): boolean => (from === undefined || from <= day) && (until === undefined || day <= until);
