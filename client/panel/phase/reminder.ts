import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { plannedMeetings } from '../../../shared/subject/post/select.ts';
import type { Meeting } from '../../../shared/subject/post/schema.ts';
import { serverNow, timeOf, useNow } from '../../part/time.ts';
import { ring } from '../../sound.ts';
import { usePicture } from '../../store.ts';
import { toast } from '../../toast.ts';
import { SOON } from './Countdown.tsx';

/** Meetings that begin within five minutes and are not told yet. `told`: `<id> <time>`, so that a moved one is told anew. */
export const dueReminders = (
  meetings: readonly Meeting[],
  told: ReadonlySet<string>,
  now: number,
): Meeting[] =>
  meetings.filter((row) => {
    const left = Date.parse(row.at) - now;
    return left <= SOON && left > 0 && !told.has(reminderKey(row));
  });

export const reminderKey = ({ id, at }: Meeting): string => `${id} ${at}`;

/** Five minutes before a meeting it comes to eye and ear, once on each console. */
export function useMeetingReminder(): void {
  const { t } = useTranslation();
  const told = useRef(new Set<string>());
  const post = usePicture((p) => p.shown.post);
  const step = Math.floor(useNow(5_000) / 5_000);
  useEffect(() => {
    const { incident } = usePicture.getState().shown;
    for (const row of dueReminders(plannedMeetings({ post }), told.current, serverNow())) {
      told.current.add(reminderKey(row));
      const about = incident.incidents.get(row.incident);
      toast({
        ...{ tone: 'plain', head: 'phase.soonHead', values: { at: timeOf(row.at) } },
        text: [about?.number, t(`phase.body-${row.body}`), row.where].filter(Boolean).join(' · '),
        ...(about ? { thing: { kind: 'incident', id: about.id } } : {}),
      });
      ring('notice');
    }
  }, [post, step, t]);
}
