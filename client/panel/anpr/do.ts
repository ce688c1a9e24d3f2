import i18next from 'i18next';
import type { Rejection, Status } from '../../../shared/subject/anpr/limits.ts';
import type { AlertRow, PassageRow } from '../../../shared/subject/anpr/schema.ts';
import { openAlerts } from '../../../shared/subject/anpr/select.ts';
import { isSettled } from '../../../shared/subject/anpr/status.ts';
import { send } from '../../send.ts';
import { useSession } from '../../session.ts';
import { usePicture } from '../../store.ts';
import { toast, useToasts } from '../../toast.ts';
import { select, useUi } from '../../ui.ts';
import { me } from '../do.ts';
import { stepPast } from '../walk.ts';
import { checkingOf, type Check } from './checks.ts';
import { passagesByAlert } from './passes.ts';
import { groupOf } from './rows.ts';

/** What buttons and keys have in common: each one small command, and where the hand goes after it. */

export const alertNow = (id: string | undefined): AlertRow | undefined =>
  id === undefined ? undefined : usePicture.getState().shown.anpr.alerts.get(id);

/** The alert that the keys are about: the selected one, while the console is what is looked at. */
export function alertInHand(): AlertRow | undefined {
  const { selected, screen } = useUi.getState();
  return selected?.kind === 'anpr' && screen === 'console' ? alertNow(selected.id) : undefined;
}

/** Open alerts of the selected group. */
export function groupInHand(): readonly AlertRow[] {
  const { selected, screen } = useUi.getState();
  return selected?.kind === 'anpr-group' && screen === 'console' ? alertsOf(selected.id) : [];
}

export const alertsOf = (group: string): AlertRow[] =>
  openAlerts(usePicture.getState().shown.anpr).filter((one) => groupOf(one) === group);

const VERIFIED: readonly Status[] = ['verified', 'linked', 'dispatched'];
export const isNew = ({ status }: AlertRow): boolean => status === 'new';
export const isOpen = (alert: AlertRow): boolean => !isSettled(alert);
/** Something may follow from it. */
export const isVerified = ({ status }: AlertRow): boolean => VERIFIED.includes(status);
export const canLink = (alert: AlertRow): boolean => isVerified(alert) && !alert.linked;

export function acknowledge(alert: AlertRow): void {
  if (isNew(alert)) send('anpr.acknowledge', { alert: alert.id });
}

/** Who is not sent the plate cannot hold it against a picture, nor say that it was nothing. */
export const seesPlate = (): boolean =>
  useSession.getState().me?.rights.cleared.includes('plate') ?? false;

/** Whether a plate of it can still be read; an erased one cannot be held against anything. */
export const hasPlate = (passages: readonly PassageRow[] | undefined): boolean =>
  passages?.some(({ open }) => open !== undefined) ?? false;

export const canCheck = (alert: AlertRow, check: Check): boolean =>
  seesPlate() &&
  hasPlate(passagesByAlert(usePicture.getState().shown.anpr.passages).get(alert.id)) &&
  checkingOf(alert, me()?.id ?? '').open.includes(check);

export function makeCheck(alert: AlertRow, check: Check): void {
  if (canCheck(alert, check)) send('anpr.check', { alert: alert.id, check });
}

/** `alerts`: of one list. The last one is followed by the row after it. */
export function rejectAlerts(alerts: readonly string[], reason: Rejection, note: string): void {
  const told = { reason, ...(note ? { note } : {}) };
  const [first] = alerts;
  if (first === undefined) return;
  // Of a flood, the row that stands for it goes with it.
  const { selected } = useUi.getState();
  stepPast(selected?.kind === 'anpr-group' ? [...alerts, selected.id] : alerts);
  if (alerts.length === 1) send('anpr.reject', { alert: first, ...told });
  for (let at = 0; alerts.length > 1 && at < alerts.length; at += MOST)
    send('anpr.rejectAll', { alerts: alerts.slice(at, at + MOST), ...told });
  offerUndo(alerts);
}
/** As many as one command takes. */
const MOST = 500;

export const falseRead = (alert: AlertRow): void => rejectAlerts([alert.id], 'false-read', '');

/** Of a flood, what may be rejected at once: nothing that somebody verified. */
export const rejectable = (alerts: readonly AlertRow[]): string[] =>
  alerts.filter((one) => !one.verified).map(({ id }) => id);

let undoing: { toast: string; run: () => void } | undefined;

function offerUndo(alerts: readonly string[]): void {
  const run = (): void => {
    undoing = undefined;
    const reason = i18next.t('anpr.undoReason');
    for (const alert of alerts) send('anpr.reopen', { alert, reason });
    const [only] = alerts;
    if (only !== undefined && alerts.length === 1) select('anpr', only);
  };
  // Of hundreds each would be a command: those are reopened one by one, with a reason, by who wants it.
  const act = alerts.length <= 20 ? { label: 'anpr.undo', keys: UNDO, run } : undefined;
  const id = toast({
    ...{ tone: 'plain', head: 'anpr.rejectedHead', values: { count: alerts.length } },
    ...{ text: '', ...(act ? { act } : {}) },
  });
  undoing = act && { toast: id, run };
}

export const UNDO = 'Shift+Z';
export const canUndo = (): boolean =>
  undoing !== undefined && useToasts.getState().toasts.some(({ id }) => id === undoing?.toast);
export function undo(): void {
  const { toast: id, run } = undoing ?? {};
  if (!run) return;
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) }));
  run();
}
