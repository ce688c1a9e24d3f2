import { create } from 'zustand';

/**
 * What is typed of vehicles and not saved yet. It outlives its dialog, another list and another screen, but
 * unlike other drafts it is only in memory: a plate is never written down in the browser. Who closes or
 * reloads the page is asked first.
 */
const useTyped = create<Readonly<Record<string, unknown>>>()(() => ({}));

export function useTypedOf<T extends object>(
  name: string,
  proposed: T,
): [form: T, change: (patch: Partial<T>) => void, clear: () => void, typed: boolean] {
  const typed = useTyped((all) => all[name]) as Partial<T> | undefined;
  return [
    { ...proposed, ...typed },
    (patch) => useTyped.setState({ [name]: { ...typed, ...patch } }),
    () => {
      const { [name]: _, ...left } = useTyped.getState();
      useTyped.setState(left, true);
    },
    typed !== undefined,
  ];
}

/** Until the returned function is called, leaving the page is asked about while something is typed. */
export function guardTyped(): () => void {
  const stop = (event: BeforeUnloadEvent) => {
    if (Object.keys(useTyped.getState()).length > 0) event.preventDefault();
  };
  addEventListener('beforeunload', stop);
  return () => removeEventListener('beforeunload', stop);
}
