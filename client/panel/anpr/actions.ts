import type { AlertRow } from '../../../shared/subject/anpr/schema.ts';
import { isSettled } from '../../../shared/subject/anpr/status.ts';
import { may } from '../../may.ts';
import type { Action } from '../../action.ts';
import { forRow } from '../../for-row.ts';
import { useSession } from '../../session.ts';
import { usePicture } from '../../store.ts';
import { openDialog, useUi } from '../../ui.ts';
import { CHECKS } from './checks.ts';
import {
  acknowledge,
  alertInHand,
  canCheck,
  canLink,
  canUndo,
  falseRead,
  groupInHand,
  isNew,
  isOpen,
  isVerified,
  makeCheck,
  rejectable,
  seesPlate,
  undo,
  UNDO,
} from './do.ts';
import { GO, goToAlerts } from './go.ts';
import { toggleGroup, zoomOn } from './state.ts';

const action = (one: Omit<Action, 'group'>): Action => ({ group: 'anpr.group', ...one });

/** About the selected alert: so its keys may mean something else when something else is selected. */
const ofAlert = forRow('anpr', alertInHand);

/** Enter on a button presses it: the key is only the alert's where nothing else would take it. */
function enterIsFree(): boolean {
  const here = document.activeElement;
  return here === null || here === document.body || here.matches('[data-testid=detail]');
}

const canReject = (row: AlertRow): boolean => isOpen(row) && seesPlate();

const dialog =
  (name: 'anpr-reopen' | 'anpr-link' | 'anpr-open' | 'anpr-dispatch' | 'anpr-close') =>
  (row: { id: string }) =>
    openDialog({ name, alert: row.id });

export const anprActions: readonly Action[] = [
  ofAlert('acknowledge', 'anpr.acknowledge', 'o', 'anpr.acknowledge', acknowledge, isNew),
  ofAlert('enter', 'anpr.acknowledge', 'Enter', 'anpr.acknowledge', acknowledge, (row) => {
    return isNew(row) && enterIsFree();
  }),
  ...CHECKS.map((check, i) =>
    ofAlert(
      ...([`check-${check}`, `anpr.check-${check}`, String(i + 1), 'anpr.check'] as const),
      (row) => makeCheck(row, check),
      (row) => canCheck(row, check),
    ),
  ),
  ofAlert('falseRead', 'anpr.falseRead', 'f', 'anpr.reject', falseRead, canReject),
  ofAlert(
    ...(['reject', 'anpr.rejectLong', 'x', 'anpr.reject'] as const),
    ({ id }) => openDialog({ name: 'anpr-reject', alerts: [id] }),
    canReject,
  ),
  ofAlert('link', 'anpr.linkLong', 'l', 'anpr.link', dialog('anpr-link'), canLink),
  ofAlert('open', 'anpr.openLong', 'n', 'anpr.link', dialog('anpr-open'), (row) => {
    return canLink(row) && may('incident.open');
  }),
  ofAlert(
    'dispatch',
    'anpr.dispatchLong',
    'd',
    'anpr.dispatch',
    dialog('anpr-dispatch'),
    isVerified,
  ),
  ofAlert('close', 'anpr.closeLong', 'c', 'anpr.close', dialog('anpr-close'), isVerified),
  ofAlert('reopen', 'anpr.reopenLong', 'r', 'anpr.reopen', dialog('anpr-reopen'), isSettled),
  action({
    ...{ id: 'anpr.zoom', label: 'anpr.zoom', keys: 'v' },
    when: () =>
      alertInHand() !== undefined && document.querySelector('[data-plate-picture]') !== null,
    run: zoomOn,
  }),
  action({
    ...{ id: 'anpr.group', label: 'anpr.toggleGroup', keys: 'o' },
    when: () => groupInHand().length > 0,
    run: () => toggleGroup(useUi.getState().selected?.id ?? ''),
  }),
  action({
    ...{ id: 'anpr.rejectAll', label: 'anpr.rejectAll', keys: 'x' },
    when: () => may('anpr.rejectAll') && seesPlate() && rejectable(groupInHand()).length > 0,
    run: () => openDialog({ name: 'anpr-reject', alerts: rejectable(groupInHand()) }),
  }),
  action({ id: 'anpr.undo', label: 'anpr.undo', keys: UNDO, when: canUndo, run: undo }),
  action({
    ...{ id: 'anpr.go', label: 'anpr.go', keys: GO },
    when: hasAlerts,
    run: goToAlerts,
  }),
];

/** Who handles alerts has the section, and whoever is sent one. */
export function hasAlerts(): boolean {
  const sees = useSession.getState().me?.rights.sees.includes('anpr') ?? false;
  return sees && (may('anpr.acknowledge') || usePicture.getState().shown.anpr.alerts.size > 0);
}
