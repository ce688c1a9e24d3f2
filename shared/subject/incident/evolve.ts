import { linkKey } from './link.ts';
import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import { dropRows, editRows, type Moment, type Fold, type Table } from '../../subject.ts';
import { joinRestrictions, type Restrictions } from '../../restrictions.ts';
import type { Incident, IncidentEvent, IncidentSlice, Link } from './schema.ts';

function evolve(slice: IncidentSlice, event: Event, entry: Moment): IncidentSlice {
  if (!event.type.startsWith('incident.')) return slice;
  const known = event as IncidentEvent;
  const { incidents, links } = slice;
  const change = (edit: (incident: Incident) => Partial<Incident>): IncidentSlice => {
    const incident = incidents.get(known.id);
    if (!incident) return slice;
    const next = { ...incident, ...edit(incident), changed: entry.at, seq: entry.seq };
    return { ...slice, incidents: incidents.set(known.id, next) };
  };

  switch (known.type) {
    case 'incident.opened': {
      const { number, ...data } = known.data;
      const [year = '', running = '0'] = number.split('-');
      const last = Math.max(Number(running), slice.numbers.get(year)?.last ?? 0);
      const incident: Incident = {
        id: known.id,
        number,
        ...data,
        status: 'open',
        disciplines: {},
        opened: { at: entry.at, by: entry.actor.name },
        changed: entry.at,
        seq: entry.seq,
        ...(known.restrictions ? { restrictions: known.restrictions } : {}),
      };
      return {
        ...slice,
        incidents: incidents.set(known.id, incident),
        numbers: slice.numbers.set(year, { last }),
      };
    }
    case 'incident.retitled':
    case 'incident.retyped':
    case 'incident.located':
    case 'incident.progressed':
      return change(() => known.data);
    case 'incident.prioritised':
      return change(() => ({ priority: known.data.priority }));
    case 'incident.involved':
      return change((incident) => ({
        disciplines: {
          ...incident.disciplines,
          [known.data.discipline]: known.data.involvement,
        },
      }));
    case 'incident.assigned':
      return change(() => ({ owner: known.data.to, handover: undefined }));
    case 'incident.handedOver':
      return change(() => ({
        owner: known.data.to,
        handover: {
          from: entry.actor.name,
          note: known.data.note,
          at: entry.at,
          accepted: false,
        },
      }));
    case 'incident.accepted':
      return change((incident) => ({
        handover: incident.handover && { ...incident.handover, accepted: true },
      }));
    case 'incident.closed':
      return change(() => ({
        status: 'closed',
        closed: { at: entry.at, by: entry.actor.name, summary: known.data.summary },
      }));
    case 'incident.reopened':
      return change(() => ({ status: 'active', closed: undefined }));
    case 'incident.linked':
    case 'incident.unlinked':
      return {
        ...slice,
        links: relink(links, known.id, known.data.other, known.type, known.restrictions),
      };
    case 'incident.restricted': {
      const restricted = change(() => ({ restrictions: known.restrictions }));
      return {
        ...restricted,
        links: eachLinkOf(links, known.id, (link) => ({
          ...link,
          restrictions: joinRestrictions(link.restrictions, known.restrictions),
        })),
      };
    }
    case 'incident.released': {
      const rows = known.data.rows['incident'] ?? {};
      return {
        ...slice,
        incidents: incidents.merge(Map(rows['incidents'] as Record<string, any>)),
        links: links.merge(Map(rows['links'] as Record<string, any>)),
      };
    }
    case 'incident.archived':
    case 'incident.withdrawn':
      return {
        ...slice,
        incidents: incidents.delete(known.id),
        links: dropRows(links, (link) => link.a === known.id || link.b === known.id),
      };
  }
}

function relink(
  links: Table<Link>,
  one: string,
  other: string,
  what: 'incident.linked' | 'incident.unlinked',
  restrictions: Restrictions | undefined,
): Table<Link> {
  const key = linkKey(one, other);
  if (what === 'incident.unlinked') return links.delete(key);
  const [a, b] = one < other ? [one, other] : [other, one];
  return links.set(key, { a, b, ...(restrictions ? { restrictions } : {}) });
}

function eachLinkOf(links: Table<Link>, id: string, edit: (link: Link) => Link): Table<Link> {
  return editRows(links, (link) => link.a === id || link.b === id, edit);
}

export const fold = {
  name: 'incident',
  initial: { incidents: Map(), links: Map(), numbers: Map() },
  evolve,
  follows: [],
  guarded: {},
  internal: ['numbers'],
} satisfies Fold<IncidentSlice>;
