import { create } from 'zustand';
import type { LookAnswer } from '../../../shared/anpr/lookback.ts';
import { api } from '../../api.ts';
import { usePicture } from '../../store.ts';
import { useUi } from '../../ui.ts';

/**
 * Earlier passages of the selected alert's vehicle, as far as they may be looked at. Each asking is
 * written in the access log, so it is done by hand only, and what came is forgotten with the selection.
 */
interface Earlier {
  alert: string | undefined;
  asking: boolean;
  answer: LookAnswer | undefined;
  /** Why it was not given, in the reader's language. */
  refused: string | undefined;
}
const NOTHING: Earlier = { alert: undefined, asking: false, answer: undefined, refused: undefined };
export const useEarlier = create<Earlier>()(() => NOTHING);

export const mayLookEarlier = (rights: { cleared: readonly string[] } | undefined): boolean =>
  rights?.cleared.includes('plate') ?? false;

/** `unreachable`: what to say when the server cannot be had. */
export async function askEarlier(alert: string, unreachable: string): Promise<void> {
  useEarlier.setState({ ...NOTHING, alert, asking: true });
  const path = `/api/anpr/alerts/${encodeURIComponent(alert)}/earlier`;
  const answer = await api<LookAnswer>('GET', path);
  // Another one is selected by now.
  if (useEarlier.getState().alert !== alert) return;
  useEarlier.setState(
    answer.ok
      ? { ...NOTHING, alert, answer: answer.body }
      : { ...NOTHING, alert, refused: answer.message || unreachable },
  );
}

/** P4: it goes with the selection, and with the alert when that is taken from this role. */
function forget(): void {
  const { alert } = useEarlier.getState();
  if (alert === undefined) return;
  const { selected } = useUi.getState();
  const isThere = usePicture.getState().shown.anpr.alerts.has(alert);
  if (selected?.kind !== 'anpr' || selected.id !== alert || !isThere) useEarlier.setState(NOTHING);
}
useUi.subscribe(forget);
usePicture.subscribe((picture) => picture.shown.anpr, forget);
