import { NEXT } from './status.ts';
import { linkKey } from './link.ts';
import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision } from '../../subject.ts';
import { joinRestrictions, type Restrictions } from '../../restrictions.ts';
import type { Place } from '../../value.ts';
import { reportFor } from '../report/decide.ts';
import type { Report } from '../report/schema.ts';
import { release, type Needs } from './release.ts';
import type { Incident, IncidentCommand, IncidentSlice } from './schema.ts';

/** An incident that this actor may see, or undefined. */
export function incidentFor(
  state: { incident: IncidentSlice },
  id: string,
  context: Context,
): Incident | undefined {
  const incident = state.incident.incidents.get(id);
  return context.sees(incident) ? incident : undefined;
}

export function decide(state: Needs, command: IncidentCommand, context: Context): Decision {
  if (command.type === 'incident.open') return open(state, command, context);
  if (command.type === 'incident.archive') return archive(state, command.data.incidents, context);

  const incident = incidentFor(state, command.data.incident, context);
  if (!incident) return reject(refuse('incident-unknown', 'data.incident'));
  const closed = incident.status === 'closed';
  const late = ['incident.reopen', 'incident.restrict', 'incident.release', 'incident.link'];
  if (closed && !late.includes(command.type))
    return reject(refuse('incident-closed', 'data.incident'));

  const { id, restrictions } = incident;
  const say = (type: string, data: Record<string, unknown> = {}) =>
    accept(fact(type, id, data, restrictions));

  switch (command.type) {
    case 'incident.merge':
      return merge(state, incident, command.data.report, context);
    case 'incident.retitle':
      return incident.title === command.data.title
        ? accept()
        : say('incident.retitled', { title: command.data.title });
    case 'incident.retype':
      if (!context.plan.incidentTypes.includes(command.data.type))
        return reject(refuse('type-unknown', 'data.type'));
      return incident.type === command.data.type
        ? accept()
        : say('incident.retyped', { type: command.data.type });
    case 'incident.prioritise':
      return incident.priority === command.data.priority
        ? accept()
        : say('incident.prioritised', {
            priority: command.data.priority,
            before: incident.priority,
          });
    case 'incident.locate':
      return samePlace(incident.place, command.data.place)
        ? accept()
        : say('incident.located', { place: command.data.place });
    case 'incident.progress': {
      const { status } = command.data;
      if (incident.status === status) return accept();
      return NEXT[incident.status].includes(status)
        ? say('incident.progressed', { status })
        : reject(refuse('status-impossible', 'data.status', { from: incident.status, to: status }));
    }
    case 'incident.involve': {
      const { discipline, involvement } = command.data;
      return (incident.disciplines[discipline] ?? 'none') === involvement
        ? accept()
        : say('incident.involved', { discipline, involvement });
    }
    case 'incident.assign':
      return incident.owner?.id === command.data.to?.id
        ? accept()
        : say('incident.assigned', command.data.to ? { to: command.data.to } : {});
    case 'incident.handOver':
      return say('incident.handedOver', { to: command.data.to, note: command.data.note });
    case 'incident.accept':
      return incident.handover &&
        !incident.handover.accepted &&
        incident.owner?.id === context.actor.id
        ? say('incident.accepted')
        : reject(refuse('handover-none', 'data.incident'));
    case 'incident.link':
    case 'incident.unlink':
      return link(state, incident, command.data.other, command.type, context);
    case 'incident.close':
      // Somebody still stands at that tape.
      if (
        state.perimeter.perimeters.some(
          (row) => row.incident === id && !row.lifted && row.kind !== 'effect',
        )
      )
        return reject(refuse('perimeters-stand', 'data.incident'));
      if (state.phase.phases.some((row) => row.incident === id && !row.lifted))
        return reject(refuse('phases-stand', 'data.incident'));
      return say('incident.closed', { summary: command.data.summary });
    case 'incident.reopen':
      return closed
        ? say('incident.reopened', { reason: command.data.reason })
        : reject(refuse('incident-open', 'data.incident'));
    case 'incident.restrict':
      return restrict(incident, command.data.restriction, context);
    case 'incident.release':
      return release(state, incident, command.data.restriction);
  }
}

/** Incidents are numbered by the year on the wall: New Year's night is the busiest of all. */
const YEAR = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Europe/Brussels' });

const samePlace = (one: Place | undefined, other: Place): boolean =>
  one?.text === other.text &&
  one?.municipality === other.municipality &&
  one?.point?.join() === other.point?.join();

type Open = IncidentCommand & { type: 'incident.open' };

function open(state: Needs, command: Open, context: Context): Decision {
  const { type, title, priority, place, report: from } = command.data;
  if (state.incident.incidents.has(command.id)) return reject(refuse('id-taken'));
  if (!context.plan.incidentTypes.includes(type))
    return reject(refuse('type-unknown', 'data.type'));
  const wrong = checkRestrictions(command.data.restrictions ?? [], 'data.restrictions', context);
  if (wrong) return wrong;
  const report = from === undefined ? undefined : reportFor(state, from, context);
  if (from !== undefined && !report) return reject(refuse('report-unknown', 'data.report'));
  if (report && report.status === 'merged') return reject(refuse('report-settled', 'data.report'));

  const year = YEAR.format(new Date(context.at));
  const last = state.incident.numbers.get(year)?.last ?? 0;
  const number = `${year}-${String(last + 1).padStart(4, '0')}`;
  const restrictions = joinRestrictions(command.data.restrictions, report?.restrictions);
  const data = { number, type, title, priority, ...(place ? { place } : {}) };
  return accept(
    fact('incident.opened', command.id, data, restrictions),
    ...(report ? merged(report, command.id, restrictions) : []),
  );
}

function merge(state: Needs, incident: Incident, id: string, context: Context): Decision {
  const report = reportFor(state, id, context);
  if (!report) return reject(refuse('report-unknown', 'data.report'));
  if (report.status === 'merged')
    return report.incident === incident.id
      ? accept()
      : reject(refuse('report-settled', 'data.report'));
  const restrictions = joinRestrictions(incident.restrictions, report.restrictions);
  return accept(...merged(report, incident.id, restrictions));
}

/** A report that joins a restricted incident becomes as restricted, before it says which one. */
function merged(report: Report, incident: string, restrictions: Restrictions | undefined) {
  const before = report.restrictions;
  const raised = (restrictions?.length ?? 0) > (before?.length ?? 0);
  return [
    ...(raised
      ? [fact('report.restricted', report.id, before ? { before } : {}, restrictions)]
      : []),
    fact('report.merged', report.id, { incident }, restrictions),
  ];
}

function link(
  state: Needs,
  incident: Incident,
  otherId: string,
  what: 'incident.link' | 'incident.unlink',
  context: Context,
): Decision {
  const other = incidentFor(state, otherId, context);
  if (!other) return reject(refuse('incident-unknown', 'data.other'));
  if (other.id === incident.id) return reject(refuse('link-itself', 'data.other'));
  const linked = state.incident.links.has(linkKey(incident.id, other.id));
  const restrictions = joinRestrictions(incident.restrictions, other.restrictions);
  if (what === 'incident.link')
    return linked
      ? accept()
      : accept(fact('incident.linked', incident.id, { other: other.id }, restrictions));
  return linked
    ? accept(fact('incident.unlinked', incident.id, { other: other.id }, restrictions))
    : reject(refuse('link-unknown', 'data.other'));
}

function checkRestrictions(
  wanted: readonly string[],
  path: string,
  context: Context,
): Decision | undefined {
  for (const restriction of wanted) {
    if (!context.plan.restrictions.includes(restriction))
      return reject(refuse('restriction-unknown', path));
    // Who restricts a thing must still see it: otherwise it would vanish under their hands.
    if (!context.sees({ restrictions: [restriction] }))
      return reject(refuse('restriction-not-yours', path));
  }
  return undefined;
}

function restrict(incident: Incident, restriction: string, context: Context): Decision {
  const wrong = checkRestrictions([restriction], 'data.restriction', context);
  if (wrong) return wrong;
  if (incident.restrictions?.includes(restriction))
    return reject(refuse('restriction-set', 'data.restriction'));
  const before = incident.restrictions;
  const data = { restriction, ...(before ? { before } : {}) };
  return accept(
    fact('incident.restricted', incident.id, data, joinRestrictions(before, [restriction])),
  );
}

function archive(state: Needs, ids: readonly string[], context: Context): Decision {
  const closed = [...new Set(ids)]
    .map((id) => incidentFor(state, id, context))
    .filter((incident) => incident !== undefined)
    .filter((incident) => incident.status === 'closed');
  return accept(...closed.map((one) => fact('incident.archived', one.id, {}, one.restrictions)));
}
