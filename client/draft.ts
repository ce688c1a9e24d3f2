import { useCallback, useState } from 'react';
import { useSession } from './session.ts';

/**
 * A text being typed, kept under its name in this browser: it survives a reload, a lost connection,
 * another selection and what other people do, until it is sent or thrown away.
 */
export function useDraft(name: string): [string, (text: string) => void, () => void] {
  const person = useSession((s) => s.me?.person.id ?? '');
  const key = `belfry.draft.${person}.${name}`;
  const [at, setAt] = useState(key);
  const [text, setText] = useState(() => localStorage.getItem(key) ?? '');
  if (at !== key) {
    setAt(key);
    setText(localStorage.getItem(key) ?? '');
  }
  const change = useCallback(
    (next: string) => {
      setText(next);
      if (next) localStorage.setItem(key, next);
      else localStorage.removeItem(key);
    },
    [key],
  );
  const clear = useCallback(() => change(''), [change]);
  return [text, change, clear];
}
