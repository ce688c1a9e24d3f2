import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision } from '../../subject.ts';
import { joinRestrictions } from '../../restrictions.ts';
import { incidentFor } from '../incident/decide.ts';
import type { IncidentSlice } from '../incident/schema.ts';
import type { JournalCommand, JournalSlice } from './schema.ts';
import { readKey } from './key.ts';

type Needs = { journal: JournalSlice; incident: IncidentSlice };

export function decide(state: Needs, command: JournalCommand, context: Context): Decision {
  switch (command.type) {
    case 'journal.write':
      return write(state, command, context);
    case 'journal.acknowledge': {
      const { entry: id, as, onBehalfOf } = command.data;
      const entry = state.journal.entries.get(id);
      if (!entry || !context.sees(entry)) return reject(refuse('entry-unknown', 'data.entry'));
      if (entry.kind !== 'order' && entry.kind !== 'request')
        return reject(refuse('entry-not-order', 'data.entry'));
      if (entry[as]) return reject(refuse('acknowledged-already', 'data.as'));
      const data = { as, ...(onBehalfOf ? { onBehalfOf } : {}) };
      return accept(fact('journal.acknowledged', id, data, entry.restrictions));
    }
    case 'journal.read': {
      const incident = incidentFor(state, command.data.incident, context);
      if (!incident) return reject(refuse('incident-unknown', 'data.incident'));
      const key = readKey(incident.id, context.actor.id);
      if ((state.journal.read.get(key)?.upTo ?? 0) >= command.data.upTo) return accept();
      const data = { incident: incident.id, upTo: command.data.upTo };
      return accept(fact('journal.read', key, data, incident.restrictions));
    }
    case 'journal.archive': {
      const old = [...new Set(command.data.entries)]
        .map((id) => state.journal.entries.get(id))
        .filter((row) => row !== undefined)
        .filter((row) => context.sees(row) && row.incident === undefined);
      return accept(...old.map((row) => fact('journal.archived', row.id, {}, row.restrictions)));
    }
  }
}

type Write = JournalCommand & { type: 'journal.write' };

function write(state: Needs, command: Write, context: Context): Decision {
  const { incident: about, corrects, occurred, restrictions: own = [], ...rest } = command.data;
  if (state.journal.entries.has(command.id)) return reject(refuse('id-taken'));
  const incident = about === undefined ? undefined : incidentFor(state, about, context);
  if (about !== undefined && !incident) return reject(refuse('incident-unknown', 'data.incident'));
  for (const restriction of own) {
    if (!context.plan.restrictions.includes(restriction))
      return reject(refuse('restriction-unknown', 'data.restrictions'));
    if (!context.sees({ restrictions: [restriction] }))
      return reject(refuse('restriction-not-yours', 'data.restrictions'));
  }
  if (occurred && Date.parse(occurred) > Date.parse(context.at) + 60_000)
    return reject(refuse('time-ahead', 'data.occurred'));
  const old = corrects === undefined ? undefined : state.journal.entries.get(corrects);
  if (corrects !== undefined && (!old || !context.sees(old) || old.kind === 'auto'))
    return reject(refuse('entry-unknown', 'data.corrects'));
  if (old?.corrected) return reject(refuse('corrected-already', 'data.corrects'));

  // A correction is seen by exactly those who see what it corrects.
  const kept = old ? old.own : joinRestrictions(own);
  const place = old ? old.incident : about;
  const data = {
    ...rest,
    ...(place ? { incident: place } : {}),
    ...(occurred ? { occurred } : {}),
    ...(corrects ? { corrects } : {}),
    ...(kept ? { own: kept } : {}),
  };
  const host = place === undefined ? undefined : state.incident.incidents.get(place);
  return accept(
    fact('journal.written', command.id, data, joinRestrictions(kept, host?.restrictions)),
  );
}
