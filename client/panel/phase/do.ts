import { inForce } from '../../../shared/subject/phase/select.ts';
import type { Phase } from '../../../shared/subject/phase/schema.ts';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { usePicture } from '../../store.ts';
import { selectedIncident } from '../do.ts';

/** What buttons and keys have in common. */

/** The panel in the page: its keys are valid while it has the keyboard. */
export const PANEL = 'coordination';

/** The open incident whose coordination has the keyboard. */
export function incidentInHand(): Incident | undefined {
  const panel = document.getElementById(PANEL);
  if (!panel?.contains(document.activeElement)) return undefined;
  const incident = selectedIncident();
  return incident && incident.status !== 'closed' ? incident : undefined;
}

/** The phase whose row has the keyboard, else the highest in force. */
export function phaseInHand(): Phase | undefined {
  const incident = incidentInHand();
  if (!incident) return undefined;
  const { shown } = usePicture.getState();
  const row = document.activeElement?.closest<HTMLElement>('[data-testid=phase]')?.dataset['id'];
  const own = row === undefined ? undefined : shown.phase.phases.get(row);
  return own ?? inForce(shown, incident.id)[0];
}
