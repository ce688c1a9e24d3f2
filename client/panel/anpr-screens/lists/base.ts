import { useState } from 'react';
import { fetchLists } from './ask-lists.ts';

/**
 * The version of a list that an edit of one entry rests on. When somebody else changed the list meanwhile
 * the edit is not made; it then rests on the newest, and who does it again knows what they do.
 */
export function useBase(list: string, first: number | undefined) {
  const [base, setBase] = useState(first);
  const [before, setBefore] = useState<number>();
  return {
    base,
    /** The version before, after such a change. */
    before,
    /** Whether this refusal was such a change. */
    async changed(code: string): Promise<boolean> {
      if (code !== 'list-changed' || base === undefined) return false;
      const lists = await fetchLists();
      setBefore(base);
      setBase(lists?.find(({ id }) => id === list)?.version ?? base);
      return true;
    },
  };
}
