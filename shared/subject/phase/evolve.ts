import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import type { Fold, Moment } from '../../subject.ts';
import { followIncident } from '../incident/attached.ts';
import type { Phase, PhaseEvent, PhaseSlice } from './schema.ts';

function evolve(slice: PhaseSlice, event: Event, entry: Moment): PhaseSlice {
  const { phases } = slice;
  if (event.type.startsWith('incident.')) {
    const next = followIncident(phases, event, 'phase', 'phases');
    return next === phases ? slice : { phases: next };
  }
  if (!event.type.startsWith('phase.')) return slice;
  const known = event as PhaseEvent;
  const { at } = entry;
  switch (known.type) {
    case 'phase.declared': {
      const { occurred = at, supersedes = [], ...data } = known.data;
      const row: Phase = {
        ...data,
        id: known.id,
        declared: { occurred, at, by: entry.actor.name },
        seq: entry.seq,
        ...(known.restrictions ? { restrictions: known.restrictions } : {}),
      };
      const below = supersedes
        .map((id) => phases.get(id))
        .filter((one) => one !== undefined)
        .map((one): [string, Phase] => [one.id, { ...one, superseded: { at, by: known.id } }]);
      return { phases: phases.merge(Map(below)).set(known.id, row) };
    }
    case 'phase.lifted': {
      const row = phases.get(known.id);
      if (!row) return slice;
      const { by, reason, occurred = at } = known.data;
      const lifted = { occurred, at, by, recorder: entry.actor.name, reason };
      return { phases: phases.set(row.id, { ...row, lifted }) };
    }
  }
}

export const fold = {
  name: 'phase',
  initial: { phases: Map() },
  evolve,
  follows: ['incident'],
  guarded: {},
  internal: [],
} satisfies Fold<PhaseSlice>;
