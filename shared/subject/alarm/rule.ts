import type { Alarm, Called, Group, Person, Request } from './schema.ts';

/**
 * The rule of an alarm, as pure questions about its row: who was reached, whose turn it is, what to dial
 * next. Decisions, panel and tests ask the same.
 */

export const isOver = ({ status }: Alarm): boolean => status === 'reached' || status === 'stopped';

export const calledGroups = ({ groups, called }: Alarm): readonly Group[] =>
  groups.slice(0, called);

/** Everybody on the list, each once: somebody with two functions stands where they come first. */
export function people({ groups }: Pick<Alarm, 'groups'>): Person[] {
  const all = new Map<string, Person>();
  for (const group of groups)
    for (const person of group.people)
      if (!all.has(person.contact)) all.set(person.contact, person);
  return [...all.values()];
}

export const personOf = (alarm: Pick<Alarm, 'groups'>, contact: string): Person | undefined =>
  alarm.groups.flatMap((group) => group.people).find((one) => one.contact === contact);

const callOf = ({ calls }: Alarm, contact: string): Called | undefined => calls[contact];
const isReached = (alarm: Alarm, contact: string): boolean =>
  callOf(alarm, contact)?.reached !== undefined;

/** Those who were reached, in the order of the list. */
export const reachedOf = (alarm: Alarm): Person[] =>
  people(alarm).filter(({ contact }) => isReached(alarm, contact));

/** How many are still wanted; for `all`, of how many groups. 0: enough. */
export function missing(alarm: Alarm): number {
  if (alarm.need === 'all') return alarm.groups.filter((group) => !isAnswered(alarm, group)).length;
  return Math.max(0, alarm.need - reachedOf(alarm).length);
}

const isAnswered = (alarm: Alarm, { people: those }: Group): boolean =>
  those.some(({ contact }) => isReached(alarm, contact));

/** Requests to one person, by key. */
const requestsTo = ({ requests }: Alarm, contact: string): [string, Request][] =>
  Object.entries(requests).filter(([, one]) => one.contact === contact);

export const isSkipped = ({ skipped }: Alarm, contact: string, way: number): boolean =>
  skipped.some((one) => one.contact === contact && one.way === way);

/** Ways that an operator may still dial: not tried, not passed over. */
export function waysToDial(alarm: Alarm, { contact, channels }: Person): number[] {
  const tries = callOf(alarm, contact)?.tries ?? [];
  return channels
    .map(({ auto }, way) => (auto ? -1 : way))
    .filter((way) => way >= 0 && !isSkipped(alarm, contact, way))
    .filter((way) => !tries.some((one) => one.way === way));
}

/** A request that may still bring an answer. */
const isPending = ({ failed, skipped, answer }: Request): boolean =>
  !failed && !skipped && answer === undefined;

/** Ways that go by themselves and were not used yet. */
export function waysToSend(alarm: Alarm, { contact, channels }: Person): number[] {
  const used = requestsTo(alarm, contact).map(([, { way }]) => way);
  return channels
    .map(({ auto }, way) => (auto ? way : -1))
    .filter((way) => way >= 0 && !used.includes(way) && !isSkipped(alarm, contact, way));
}

export const isAsked = (alarm: Alarm, contact: string): boolean =>
  requestsTo(alarm, contact).some(([, request]) => isPending(request) || request.answer);

/**
 * Nothing more is to be expected of this person for now: they said no, or every number was dialled in
 * vain. Who has no number waits for the answer to what was sent.
 */
export function isSpent(alarm: Alarm, person: Person): boolean {
  const called = callOf(alarm, person.contact);
  if (called?.refused) return true;
  if (waysToDial(alarm, person).length > 0) return false;
  if (called && called.tries.length > 0) return true;
  return !isAsked(alarm, person.contact) && waysToSend(alarm, person).length === 0;
}

/**
 * Whose turn it is: of each called group the first of those who are left, as many as are still wanted
 * (one, where each group wants one). When a group's time is over it goes on, and the next one beside it.
 */
export function turns(alarm: Alarm): Person[] {
  if (isOver(alarm)) return [];
  const wanted = missing(alarm);
  const found = calledGroups(alarm).flatMap((group) => {
    if (alarm.need === 'all' && isAnswered(alarm, group)) return [];
    const left = group.people.filter(
      (one) => !isReached(alarm, one.contact) && !isSpent(alarm, one),
    );
    return left.slice(0, alarm.need === 'all' ? 1 : wanted);
  });
  return people({ groups: [{ people: found }] });
}

/** The number to dial next: of those whose turn it is, the first that has one left. */
export function nextDial(alarm: Alarm): { person: Person; way: number } | undefined {
  for (const person of turns(alarm)) {
    const [way] = waysToDial(alarm, person);
    if (way !== undefined) return { person, way };
  }
  return undefined;
}

/** Key of a request: the same for every attempt to send it, so that a receiver can tell them from a new one. */
export const requestKey = (contact: string, way: number, n: number): string =>
  `${contact}:${way}:${n}`;
export const nextRequestKey = (alarm: Alarm, contact: string, way: number): string =>
  requestKey(
    contact,
    way,
    requestsTo(alarm, contact).filter(([, one]) => one.way === way).length + 1,
  );
