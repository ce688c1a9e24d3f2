import { useEffect, useRef, useState } from 'react';
import { readUpTo } from '../../shared/select.ts';
import type { JournalEntry } from '../../shared/subject/journal/schema.ts';
import { send } from '../send.ts';
import { usePicture } from '../store.ts';
import { useMay, useMyId } from './hooks.ts';

/** How long the newest entry must be on screen before it counts as read. */
const READ_AFTER = 1_500;

/**
 * "I have read this incident up to here": sent when the end of its logbook has been in view for a
 * while on a page that is visible, once per entry. What one caused oneself needs no mark.
 *
 * `since`: the mark as it was when the incident was opened, or when the page last went out of sight:
 * what came after it is shown as unread until then.
 */
export function useReadMark(incident: string | undefined, shown: readonly JournalEntry[]) {
  const me = useMyId();
  const may = useMay()('journal.read');
  const mark = usePicture((p) =>
    incident === undefined ? 0 : readUpTo(p.confirmed, incident, me),
  );
  const [since, setSince] = useState(mark);
  // Only confirmed entries count: a waiting one has no number of its own yet.
  const newest = usePicture((p) => {
    let most = 0;
    for (const { id } of shown)
      most = Math.max(most, p.confirmed.journal.entries.get(id)?.seq ?? 0);
    return most;
  });
  const others = shown.some((entry) => entry.seq > mark && entry.author.id !== me);
  const due = incident !== undefined && may && others && newest > mark;

  const sentinel = useRef<HTMLDivElement>(null);
  const sent = useRef(0);
  useEffect(() => {
    const end = sentinel.current;
    if (!due || !end || sent.current >= newest) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let inView = false;
    const settle = () => {
      clearTimeout(timer);
      if (inView && document.visibilityState === 'visible')
        timer = setTimeout(() => {
          sent.current = newest;
          send('journal.read', { incident, upTo: newest });
        }, READ_AFTER);
    };
    const eye = new IntersectionObserver((seen) => {
      inView = seen.some((one) => one.isIntersecting);
      settle();
    });
    eye.observe(end);
    document.addEventListener('visibilitychange', settle);
    return () => {
      clearTimeout(timer);
      eye.disconnect();
      document.removeEventListener('visibilitychange', settle);
    };
  }, [due, newest, incident]);

  useEffect(() => {
    const left = () => {
      if (document.visibilityState === 'hidden') setSince(mark);
    };
    document.addEventListener('visibilitychange', left);
    return () => document.removeEventListener('visibilitychange', left);
  }, [mark]);

  return {
    since: incident === undefined ? undefined : since,
    sentinel,
    /** Who writes has read: what stands there is no longer shown as unread. */
    caughtUp: () => setSince(newest),
  };
}
