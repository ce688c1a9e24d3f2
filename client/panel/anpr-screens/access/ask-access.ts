import { useCallback, useEffect, useRef, useState } from 'react';
import type { AccessRow } from '../../../../shared/anpr/lookback.ts';
import { api } from '../../../api.ts';
import { askedOf, type AccessFilter } from './filter.ts';

interface Answer {
  rows: readonly AccessRow[];
  more: boolean;
  /** Where to go on when not all of the log was looked through. */
  next?: number | undefined;
}

/** The newest rows that fit, and older ones on asking. Reading is itself a row: nothing is asked again by itself. */
export function useAccess() {
  const [{ rows, more, next }, setAnswer] = useState<Answer>({ rows: [], more: false });
  const [busy, setBusy] = useState(true);
  const [failed, setFailed] = useState<string>();
  const asked = useRef<Record<string, string>>({});
  const round = useRef(0);

  const fetchPage = useCallback(async (before: number | undefined) => {
    const mine = ++round.current;
    setBusy(true);
    // With a body: neither a plate nor a case number belongs into an address.
    const reply = await api<Answer>('POST', '/api/anpr/access', {
      ...asked.current,
      ...(before ? { before } : {}),
    });
    if (round.current !== mine) return;
    setBusy(false);
    setFailed(reply.ok ? undefined : reply.message);
    if (!reply.ok) return;
    setAnswer((had) => ({
      rows: before ? [...had.rows, ...reply.body.rows] : reply.body.rows,
      more: reply.body.more,
      next: reply.body.next,
    }));
  }, []);

  const find = useCallback(
    (filter: AccessFilter) => {
      asked.current = askedOf(filter);
      void fetchPage(undefined);
    },
    [fetchPage],
  );
  useEffect(() => void fetchPage(undefined), [fetchPage]);

  return {
    rows,
    more,
    busy,
    failed,
    find,
    fetchMore: () => void fetchPage(next ?? rows.at(-1)?.seq),
  };
}
