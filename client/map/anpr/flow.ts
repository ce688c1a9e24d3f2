import { create } from 'zustand';
import type { FlowSlot } from '../../../shared/anpr/camera.ts';
import { api } from '../../api.ts';
import { serverNow } from '../../part/time.ts';
import { FLOW_SWITCH, isShown, mayFlow, useLayers } from '../layers.ts';
import { latestSlots } from './cameras.ts';

/** Vehicles per camera and five minutes, as long as they are shown. */
export const useFlow = create<{ latest: ReadonlyMap<string, FlowSlot> }>()(() => ({
  latest: new Map(),
}));

const EVERY_MS = 30_000;
const BACK_MS = 20 * 60_000;

/** Asks every half minute while the layer is switched on and the page is seen; until the returned function is called. */
export function followFlow(): () => void {
  if (!mayFlow()) return () => undefined;
  let asking = false;
  let over = false;
  const wanted = () => isShown(FLOW_SWITCH(), useLayers.getState().chosen) && !document.hidden;

  async function look(): Promise<void> {
    if (asking || over || !wanted()) return;
    asking = true;
    const now = serverNow();
    const query = new URLSearchParams({
      from: new Date(now - BACK_MS).toISOString(),
      until: new Date(now).toISOString(),
    });
    const answer = await api<FlowSlot[]>('GET', `/api/anpr/flow?${query}`);
    asking = false;
    if (over) return;
    // Without an answer what is known grows old, and is then no longer shown.
    const slots = answer.ok ? answer.body : [...useFlow.getState().latest.values()];
    useFlow.setState({ latest: latestSlots(slots, serverNow()) });
  }
  void look();
  const timer = setInterval(() => void look(), EVERY_MS);
  const again = () => void look();
  const stop = useLayers.subscribe(again);
  document.addEventListener('visibilitychange', again);
  return () => {
    over = true;
    clearInterval(timer);
    stop();
    document.removeEventListener('visibilitychange', again);
  };
}
