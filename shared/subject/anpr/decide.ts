import { refuse, type RefusalCode } from '../../refusal.ts';
import { joinRestrictions } from '../../restrictions.ts';
import { accept, fact, reject, type Context, type Decision } from '../../subject.ts';
import { incidentFor } from '../incident/decide.ts';
import type { IncidentSlice } from '../incident/schema.ts';
import { check, rejectAll, rejection } from './judge.ts';
import { erase, list } from './keep.ts';
import { accompany, raise } from './raise.ts';
import type { AlertRow, AnprCommand, AnprSlice } from './schema.ts';
import { isSettled } from './status.ts';
import { tell } from './tell.ts';
import { looksLikePlate } from './words.ts';

type Needs = { anpr: AnprSlice; incident: IncidentSlice };

export function decide(state: Needs, command: AnprCommand, context: Context): Decision {
  const plate = (['note', 'reason', 'to'] as const).find((field) => {
    const words = (command.data as Record<string, unknown>)[field];
    return typeof words === 'string' && looksLikePlate(words);
  });
  if (plate) return reject(refuse('anpr-plate-written', `data.${plate}`));
  switch (command.type) {
    case 'anpr.raise':
      return raise(state, command, context);
    case 'anpr.rejectAll':
      return rejectAll(state, command.data, context);
    case 'anpr.list':
      return list(state, command.data, context);
    case 'anpr.erase':
      return erase(state, command.data.alerts, context);
  }
  const alert = state.anpr.alerts.get(command.data.alert);
  if (!alert || !context.sees(alert)) return no('anpr-unknown');
  switch (command.type) {
    case 'anpr.accompany':
      return accompany(state, alert, command.data);
    case 'anpr.reopen':
      return reopen(state, alert, command.data.reason);
  }
  if (isSettled(alert)) return no('anpr-settled');
  const say = (type: string, data: object = {}) =>
    fact(type, alert.id, { ...data }, alert.restrictions);
  switch (command.type) {
    case 'anpr.acknowledge':
      return alert.acknowledged ? accept() : accept(say('anpr.acknowledged'));
    case 'anpr.check':
      return check(alert, command.data.check, context);
    case 'anpr.reject':
      return context.sees({ restrictions: ['plate'] })
        ? accept(...rejection(state.anpr, alert, command.data))
        : no('anpr-plate-unseen');
    case 'anpr.link':
      return link(state, alert, command.data.incident, context);
    case 'anpr.unlink': {
      if (!alert.linked) return no('anpr-not-linked');
      const at = state.anpr.links.get(alert.id);
      const host = at && { incident: at.incident, own: [...at.own] };
      return accept(
        say('anpr.unlinked'),
        // Its incident may have been archived since.
        ...(host ? [fact('anpr.detached', alert.id, host, at.restrictions)] : []),
      );
    }
  }
  if (!alert.verified) return no('anpr-unverified');
  const { note } = command.data;
  const noted = note ? { note } : {};
  switch (command.type) {
    case 'anpr.dispatch': {
      const { to } = command.data;
      const told = tell(state.anpr, alert, { what: 'dispatched', to });
      return accept(say('anpr.dispatched', { to, ...noted }), ...told);
    }
    case 'anpr.close': {
      const { outcome } = command.data;
      const told = tell(state.anpr, alert, { what: 'closed', outcome });
      return accept(say('anpr.closed', { outcome, ...noted, camera: alert.camera }), ...told);
    }
  }
}

const no = (code: RefusalCode, path = 'data.alert'): Decision => reject(refuse(code, path));

function reopen({ anpr }: Needs, alert: AlertRow, reason: string): Decision {
  if (!isSettled(alert)) return no('anpr-open');
  return accept(
    fact('anpr.reopened', alert.id, { note: reason }, alert.restrictions),
    ...tell(anpr, alert, { what: 'reopened' }),
  );
}

/** What is said of the incident is as secret as both; that it is linked at all, as the alert. */
function link(state: Needs, alert: AlertRow, id: string, context: Context): Decision {
  if (!alert.verified) return no('anpr-unverified');
  const incident = incidentFor(state, id, context);
  if (!incident) return no('incident-unknown', 'data.incident');
  if (incident.status === 'closed') return no('incident-closed', 'data.incident');
  if (state.anpr.links.get(alert.id)?.incident === id) return accept();
  if (alert.linked && state.anpr.links.has(alert.id)) return no('anpr-linked');
  const { category, priority, certainty, lastCamera: camera, last: at, restrictions } = alert;
  const own = [...(restrictions ?? [])];
  const data = { incident: id, own, category, priority, certainty, camera, at };
  return accept(
    fact('anpr.linked', alert.id, {}, restrictions),
    fact('anpr.attached', alert.id, data, joinRestrictions(restrictions, incident.restrictions)),
  );
}
