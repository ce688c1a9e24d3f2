import { useCallback, useEffect, useRef, useState } from 'react';
import type { ListEntry } from '../../../../shared/anpr/list.ts';
import { api, type Reply } from '../../../api.ts';

export interface EntriesPage {
  entries: ListEntry[];
  more: boolean;
  version: number;
}
/** A screen's worth and some, so that scrolling rarely waits. */
const PAGE = 200;
const TYPING_MS = 250;

const pathOf = (list: string): string => `/api/anpr/lists/${encodeURIComponent(list)}`;
/** `base`: the version that an edit rests on; without one it is not held against any. */
export const entryPath = (list: string, entry: string, base?: number): string =>
  `${pathOf(list)}/entries/${encodeURIComponent(entry)}${base === undefined ? '' : `?base=${base}`}`;

/** Asked with a body: a plate that is sought does not belong into an address. */
const page = (
  list: string,
  search: string,
  after: string | undefined,
): Promise<Reply<EntriesPage>> =>
  api<EntriesPage>('POST', `${pathOf(list)}/search`, {
    ...(search ? { search } : {}),
    ...(after === undefined ? {} : { after }),
    limit: PAGE,
  });

export interface Entries extends Rows {
  busy: boolean;
  /** Why not; a text of the server, or empty. */
  failed: string | undefined;
  fetchMore(): void;
  again(): void;
}

interface Rows {
  entries: readonly ListEntry[];
  more: boolean;
  version: number;
}
const NONE: Rows = { entries: [], more: false, version: 0 };

/**
 * The entries of a list, page by page as they are scrolled to, anew when the list has another version. The
 * rows before stay on the screen until the new ones are there.
 */
export function useEntries(list: string, search: string, version: number): Entries {
  const [rows, setRows] = useState<Rows>(NONE);
  const [busy, setBusy] = useState(true);
  const [failed, setFailed] = useState<string>();
  const [round, setRound] = useState(0);
  // Which question the rows belong to: an answer to an older one is dropped.
  const question = useRef(0);

  useEffect(() => {
    const mine = ++question.current;
    setBusy(true);
    const timer = setTimeout(
      () =>
        void page(list, search, undefined).then((reply) => {
          if (question.current !== mine) return;
          setBusy(false);
          setFailed(reply.ok ? undefined : reply.message);
          if (reply.ok) setRows(reply.body);
        }),
      search ? TYPING_MS : 0,
    );
    return () => clearTimeout(timer);
  }, [list, search, version, round]);

  const fetchMore = useCallback(() => {
    const last = rows.entries.at(-1);
    if (busy || !rows.more || !last) return;
    const mine = question.current;
    setBusy(true);
    void page(list, search, last.id).then((reply) => {
      if (question.current !== mine) return;
      setBusy(false);
      setFailed(reply.ok ? undefined : reply.message);
      if (reply.ok)
        setRows(({ entries }) => ({ ...reply.body, entries: [...entries, ...reply.body.entries] }));
    });
  }, [rows, busy, list, search]);

  return { ...rows, busy, failed, fetchMore, again: () => setRound((one) => one + 1) };
}
