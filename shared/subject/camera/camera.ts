import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision, type Subject } from '../../subject.ts';
import { incidentFor } from '../incident/decide.ts';
import type { IncidentSlice } from '../incident/schema.ts';
import { fold } from './evolve.ts';
import { commands, events, requestKey, type CameraCommand, type CameraSlice } from './schema.ts';

type Needs = { camera: CameraSlice; incident: IncidentSlice };

function decide(state: Needs, command: CameraCommand, context: Context): Decision {
  const incident = incidentFor(state, command.data.incident, context);
  if (!incident) return reject(refuse('incident-unknown', 'data.incident'));
  if (incident.status === 'closed') return reject(refuse('incident-closed', 'data.incident'));
  const key = requestKey(incident.id, command.data.camera, context.actor.id);
  if (state.camera.requests.get(key)?.reason === command.data.reason) return accept();
  return accept(fact('camera.requested', key, { ...command.data }, incident.restrictions));
}

export const camera = { ...fold, commands, events, decide } satisfies Subject<CameraSlice>;
