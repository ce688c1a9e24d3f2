import { useEffect, useState } from 'react';
import type { FlowSlot } from '../../../../shared/anpr/camera.ts';
import { api } from '../../../api.ts';
import { serverNow } from '../../../part/time.ts';
import { HOURS, mergeSlots, SLOT_MS } from './flow.ts';

const EVERY_MS = 30_000;
const HOUR_MS = 60 * 60_000;
/** Cameras that were away send what they kept: so far back a count may still grow. */
const LATE_MS = 6 * SLOT_MS;

/** The counts of the last day; the first answer is the whole of it, later ones only what may differ. */
export function useFlow(): { slots: readonly FlowSlot[]; failed: string | undefined } {
  const [slots, setSlots] = useState<readonly FlowSlot[]>([]);
  const [failed, setFailed] = useState<string>();
  useEffect(() => {
    let had = false;
    let over = false;
    const look = async () => {
      const now = serverNow();
      const day = Math.floor(now / HOUR_MS) * HOUR_MS - (HOURS - 1) * HOUR_MS;
      const from = had ? Math.floor((now - LATE_MS) / SLOT_MS) * SLOT_MS : day;
      const until = Math.floor(now / SLOT_MS) * SLOT_MS + SLOT_MS;
      const query = new URLSearchParams({
        from: new Date(from).toISOString(),
        until: new Date(until).toISOString(),
      });
      const reply = await api<FlowSlot[]>('GET', `/api/anpr/flow?${query.toString()}`);
      if (over) return;
      setFailed(reply.ok ? undefined : reply.message);
      if (!reply.ok) return;
      had = true;
      setSlots((before) => mergeSlots(before, reply.body, day));
    };
    void look();
    const timer = setInterval(() => void look(), EVERY_MS);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, []);
  return { slots, failed };
}
