import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision, type Subject } from '../../subject.ts';
import { incidentFor } from '../incident/decide.ts';
import type { Incident, IncidentSlice } from '../incident/schema.ts';
import { fold } from './evolve.ts';
import { commands, events, type PostCommand, type PostSlice } from './schema.ts';

interface Needs {
  post: PostSlice;
  incident: IncidentSlice;
}

/** Talkgroups on one incident's card: more are not listened to. */
const MOST_GROUPS = 20;
/** A meeting is not fixed for a time that is over; the desk's clock may be behind a little. */
const GRACE_MS = 5 * 60_000;

function decide(state: Needs, command: PostCommand, context: Context): Decision {
  switch (command.type) {
    case 'post.unseat':
      return unseat(state, command.data.seat, context);
    case 'post.adjourn':
    case 'post.cancel':
    case 'post.hold':
      return ofMeeting(state, command, context);
    default: {
      const incident = incidentFor(state, command.data.incident, context);
      const wrong = isOpen(incident);
      return wrong ?? ofIncident(state, command, incident!, context);
    }
  }
}

function isOpen(incident: Incident | undefined): Decision | undefined {
  if (!incident) return reject(refuse('incident-unknown', 'data.incident'));
  if (incident.status === 'closed') return reject(refuse('incident-closed', 'data.incident'));
  return undefined;
}

type OfIncident = Extract<PostCommand, { data: { incident: string } }>;

function ofIncident(
  { post }: Needs,
  command: OfIncident,
  { id: incident, restrictions }: Incident,
  { at }: Context,
): Decision {
  const about = (type: string, id: string, data: object) =>
    accept(fact(type, id, { ...filled(data), incident }, restrictions));
  const now = post.posts.get(incident);
  switch (command.type) {
    case 'post.place':
      return same(now?.place, command.data)
        ? accept()
        : about('post.placed', incident, command.data);
    case 'post.lead':
      return same(now?.lead, command.data) ? accept() : about('post.led', incident, command.data);
    case 'post.talk': {
      const { group, use } = command.data;
      const row = now?.groups.find(({ name }) => name === group);
      if (row && (row.use ?? '') === (use ?? '')) return accept();
      if (!row && (now?.groups.length ?? 0) >= MOST_GROUPS)
        return reject(refuse('talkgroups-full', 'data.group'));
      return about('post.talked', incident, { group, use });
    }
    case 'post.mute': {
      const { group } = command.data;
      if (!now?.groups.some(({ name }) => name === group))
        return reject(refuse('talkgroup-unknown', 'data.group'));
      return about('post.muted', incident, { group });
    }
    case 'post.seat':
      if (post.seats.has(command.id)) return reject(refuse('id-taken'));
      return about('post.seated', command.id, command.data);
    case 'post.meet':
      if (post.meetings.has(command.id)) return reject(refuse('id-taken'));
      if (isPast(command.data.at, at)) return reject(refuse('time-past', 'data.at'));
      return about('post.met', command.id, command.data);
  }
}

const isPast = (wanted: string, at: string): boolean =>
  Date.parse(wanted) < Date.parse(at) - GRACE_MS;

/** Without texts that are empty. */
const filled = (data: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== undefined && value !== ''),
  );

/** The row says what is asked already. */
function same(row: object | undefined, { incident: _, ...data }: { incident: string }): boolean {
  if (!row) return false;
  const { at: _at, by: _by, ...told } = row as { at: string; by: string };
  return JSON.stringify(sorted(told)) === JSON.stringify(sorted(filled(data)));
}
const sorted = (data: object) => Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1));

function unseat(state: Needs, id: string, context: Context): Decision {
  const seat = state.post.seats.get(id);
  if (!seat || !context.sees(seat)) return reject(refuse('seat-unknown', 'data.seat'));
  const wrong = isOpen(incidentFor(state, seat.incident, context));
  if (wrong) return wrong;
  const { incident, body, seat: held, name, organisation, restrictions } = seat;
  const data = { incident, body, seat: held, name, ...(organisation ? { organisation } : {}) };
  return accept(fact('post.unseated', id, data, restrictions));
}

type OfMeeting = Extract<PostCommand, { data: { meeting: string } }>;

function ofMeeting(state: Needs, command: OfMeeting, context: Context): Decision {
  const row = state.post.meetings.get(command.data.meeting);
  if (!row || !context.sees(row)) return reject(refuse('meeting-unknown', 'data.meeting'));
  if (row.held || row.cancelled) return reject(refuse('meeting-over', 'data.meeting'));
  const wrong = isOpen(incidentFor(state, row.incident, context));
  if (wrong) return wrong;
  const { incident, body, at, restrictions } = row;
  const about = (type: string, data: object) =>
    accept(fact(type, row.id, { incident, body, at, ...filled(data) }, restrictions));
  switch (command.type) {
    case 'post.adjourn': {
      const { at: next, reason } = command.data;
      if (next === at) return accept();
      if (isPast(next, context.at)) return reject(refuse('time-past', 'data.at'));
      return about('post.adjourned', { at: next, before: at, reason });
    }
    case 'post.cancel':
      return about('post.cancelled', { reason: command.data.reason });
    case 'post.hold':
      return about('post.held', { note: command.data.note });
  }
}

export const post = { ...fold, commands, events, decide } satisfies Subject<PostSlice>;
