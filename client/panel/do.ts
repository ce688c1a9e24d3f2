import type { Priority } from '../../shared/value.ts';
import { NEXT } from '../../shared/subject/incident/status.ts';
import type { Incident, Status } from '../../shared/subject/incident/schema.ts';
import { send } from '../send.ts';
import { useSession } from '../session.ts';
import { usePicture } from '../store.ts';
import { setUi, useUi } from '../ui.ts';
import { stepPast } from './walk.ts';

/** What buttons and keys have in common: each one small command, and where the hand goes after it. */

export const me = () => useSession.getState().me?.person;

export const incidentNow = (id: string | undefined): Incident | undefined =>
  id === undefined ? undefined : usePicture.getState().shown.incident.incidents.get(id);

/** The selected incident, if one is selected and to be seen. */
export function selectedIncident(): Incident | undefined {
  const { selected } = useUi.getState();
  return selected?.kind === 'incident' ? incidentNow(selected.id) : undefined;
}

/** The reports that an action is about: the ticked ones, else the selected one. */
export function reportsInHand(): string[] {
  const { ticked, selected } = useUi.getState();
  const { reports } = usePicture.getState().shown.report;
  const meant = ticked.length > 0 ? ticked : selected?.kind === 'report' ? [selected.id] : [];
  return meant.filter((id) => reports.get(id)?.status === 'new');
}

export function mergeReports(reports: readonly string[], incident: string): void {
  stepPast(reports);
  for (const report of reports) send('incident.merge', { incident, report });
  untick(reports);
}

export function dismissReports(reports: readonly string[], reason: string, note: string): void {
  stepPast(reports);
  for (const report of reports)
    send('report.dismiss', { report, reason, ...(note ? { note } : {}) });
  untick(reports);
}

const untick = (reports: readonly string[]): void =>
  setUi({ ticked: useUi.getState().ticked.filter((id) => !reports.includes(id)) });

export const reopenReport = (report: string): void => void send('report.reopen', { report });

export function prioritise(incident: Incident, priority: Priority): void {
  if (incident.priority !== priority)
    send('incident.prioritise', { incident: incident.id, priority });
}

export function progress(incident: Incident, status: Status): void {
  if (NEXT[incident.status].includes(status))
    send('incident.progress', { incident: incident.id, status });
}

/** Open, active, controlled: the step that follows, if there is one. */
export function advance(incident: Incident): void {
  const next = ({ open: 'active', active: 'controlled' } as const)[incident.status as 'open'];
  if (next) progress(incident, next);
}

export function takeIt(incident: Incident): void {
  const to = me();
  if (to && incident.owner?.id !== to.id)
    send('incident.assign', { incident: incident.id, to: { id: to.id, name: to.name } });
}

/** Whether a hand-over waits for this person. */
export const isForMe = (incident: Incident): boolean =>
  incident.handover !== undefined && !incident.handover.accepted && incident.owner?.id === me()?.id;

export function acceptHandOver(incident: Incident): void {
  if (isForMe(incident)) send('incident.accept', { incident: incident.id });
}
