import { useState } from 'react';
import type { ListDifference } from '../../../../shared/anpr/list.ts';
import { useAnpr } from '../../../anpr.ts';
import { fetchLists } from './ask-lists.ts';
import { postList } from './transfer.ts';

interface Source {
  body: Blob;
  /** Of the file; empty for a text. */
  name: string;
}

/** An import from taking a file to having applied it. */
export function useImport(list: string) {
  const [source, setSource] = useState<Source>();
  const [difference, setDifference] = useState<ListDifference>();
  const [base, setBase] = useState(0);
  const [done, setDone] = useState(false);
  const [busy, setBusy] = useState(false);
  const [conflict, setConflict] = useState(false);
  const [failed, setFailed] = useState<string>();
  const version = () => useAnpr.getState().lists.find(({ id }) => id === list)?.version ?? 0;

  const post = async ({ body, name }: Source, apply: boolean, on: number): Promise<boolean> => {
    setBusy(true);
    setFailed(undefined);
    setConflict(false);
    setBase(on);
    const skip = apply && (difference?.rejectedCount ?? 0) > 0;
    const sent = await postList(list, body, { apply, base: on, skip, name });
    setBusy(false);
    if (sent.ok) {
      setDifference(sent.difference);
      setDone(apply);
      if (apply) void fetchLists();
      return true;
    }
    // Who changed it meanwhile is in the list itself.
    if (sent.status === 409) await fetchLists();
    setConflict(sent.status === 409 && sent.code === 'list-changed');
    setFailed(sent.code === 'list-changed' ? undefined : sent.message);
    return false;
  };

  return {
    ...{ difference, base, done, busy, conflict, failed, name: source?.name ?? '' },
    take(body: Blob, name: string) {
      setSource({ body, name });
      void post({ body, name }, false, version());
    },
    /** Holds it against the list as it is now. */
    again: () => void (source && post(source, false, version())),
    apply: async () => (source && difference ? post(source, true, difference.base) : false),
    clear() {
      setSource(undefined);
      setDifference(undefined);
      setFailed(undefined);
      setConflict(false);
    },
  };
}
