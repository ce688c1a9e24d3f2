import { inForce } from '../../../shared/subject/phase/select.ts';
import type { Phase } from '../../../shared/subject/phase/schema.ts';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { usePicture } from '../../store.ts';
import { useUi } from '../../ui.ts';
import { selectedIncident } from '../do.ts';
import { PART_ID } from '../focus.ts';

/** What buttons and keys have in common. */

/** The open incident whose coordination has the keyboard: its keys may mean something else elsewhere. */
export function incidentInHand(): Incident | undefined {
  const panel = document.getElementById(PART_ID);
  if (useUi.getState().part !== 'coordination' || !panel?.contains(document.activeElement))
    return undefined;
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
