import { forRow } from '../../for-row.ts';
import { may } from '../../may.ts';
import type { Action } from '../../action.ts';
import { useSession } from '../../session.ts';
import { openDialog } from '../../ui.ts';
import { incidentInHand, phaseInHand } from './do.ts';
import { notify } from './notify.ts';

/** While the coordination of an open incident has the keyboard. */
const ofIncident = (
  name: 'phase-declare' | 'post-place' | 'post-lead' | 'post-seat' | 'post-meet' | 'post-talk',
  label: string,
  keys: string,
): Action => ({
  ...{ id: `phase.${name}`, group: 'phase.group', label, keys },
  when: () => may(name.replace('-', '.')) && incidentInHand() !== undefined,
  run: () => {
    const incident = incidentInHand();
    if (incident) openDialog({ name, incident: incident.id });
  },
});

const ofPhase = forRow('phase', phaseInHand);

export const phaseActions: readonly Action[] = [
  ofIncident('phase-declare', 'phase.declare', 'p'),
  ofPhase('lift', 'phase.liftLong', 'l', 'phase.lift', ({ id }) =>
    openDialog({ name: 'phase-lift', phase: id }),
  ),
  ofPhase('notify', 'phase.notify', 'a', 'alarm.start', notify),
  ofIncident('post-place', 'phase.placeLong', 'o'),
  ofIncident('post-lead', 'phase.leadLong', 'd'),
  ofIncident('post-meet', 'phase.meet', 'm'),
  ofIncident('post-seat', 'phase.addSeat', 'z'),
  ofIncident('post-talk', 'phase.talk', 'v'),
  {
    ...{ id: 'phase.threat', group: 'phase.group', label: 'phase.setThreat', keys: 'u' },
    when: () => may('threat.set') && incidentInHand() !== undefined,
    run: () => openDialog({ name: 'threat-set' }),
  },
  {
    ...{ id: 'phase.threats', group: 'phase.group', label: 'phase.threat' },
    when: () => useSession.getState().me?.rights.sees.includes('threat') ?? false,
    run: () => openDialog({ name: 'threats' }),
  },
];
