import type { Event } from '../../entry.ts';
import { fact, type Context } from '../../subject.ts';
import { isDead } from '../channel/select.ts';
import type { ChannelSlice } from '../channel/schema.ts';
import { after } from './evolve.ts';
import {
  calledGroups,
  isAsked,
  isOver,
  isSkipped,
  missing,
  nextRequestKey,
  reachedOf,
  turns,
  waysToSend,
} from './rule.ts';
import type { Alarm, AlarmEvent, Person } from './schema.ts';

/**
 * What follows from how an alarm stands: enough were reached; somebody's turn has come, and what can go by
 * itself is requested; a dead channel is passed over, which stays on record; a group is used up, and the
 * next one is called at once.
 */
export function settle(
  alarm: Alarm,
  state: { channel: ChannelSlice },
  context: Pick<Context, 'at' | 'actor'>,
): Event[] {
  const said: Event[] = [];
  let now = alarm;
  const say = (type: AlarmEvent['type'], data: object): void => {
    const event = fact(type, now.id, { ...about(now), ...data }, now.restrictions);
    said.push(event);
    now = after(now, event as AlarmEvent, { seq: 0, at: context.at, actor: context.actor });
  };
  const isUp = (channel: string): boolean => !isDead(state, channel);

  /** Passes over what is dead, and requests what goes by itself. */
  function attend(person: Person): void {
    const { contact, name, channels } = person;
    const by = (way: number) => ({ contact, name, channel: channels[way]!.id, way });
    const waiting = Object.entries(now.requests).filter(
      ([, one]) =>
        one.contact === contact && !one.carried && !one.failed && !one.skipped && !one.answer,
    );
    for (const [request, { way, channel }] of waiting)
      if (!isUp(channel)) say('alarm.skipped', { ...by(way), request });
    channels.forEach(({ id, auto }, way) => {
      const tried = now.calls[contact]?.tries.some((one) => one.way === way);
      if (!auto && !isUp(id) && !tried && !isSkipped(now, contact, way))
        say('alarm.skipped', by(way));
    });
    while (!isAsked(now, contact)) {
      const [way] = waysToSend(now, person);
      if (way === undefined) break;
      if (isUp(channels[way]!.id))
        say('alarm.requested', { ...by(way), request: nextRequestKey(now, contact, way) });
      else say('alarm.skipped', by(way));
    }
  }

  while (!isOver(now)) {
    if (missing(now) === 0) {
      const reached = reachedOf(now).map(({ contact, name }) => ({ contact, name }));
      say('alarm.reached', { ...ofStep(now), people: reached });
      break;
    }
    const before = said.length;
    for (const person of turns(now)) attend(person);
    if (said.length > before) continue;
    if (turns(now).length > 0 || now.status === 'exhausted') break;
    say(...nextGroup(now, context.at, 'spent'));
  }
  return said;
}

/** The event that calls the next group, or says that there is none. */
export function nextGroup(
  alarm: Alarm,
  at: string,
  why: 'time' | 'early' | 'spent',
): ['alarm.advanced' | 'alarm.exhausted', object] {
  const left = alarm.groups.findIndex(
    ({ people }, i) => i >= calledGroups(alarm).length && people.length > 0,
  );
  return left < 0
    ? ['alarm.exhausted', { why }]
    : ['alarm.advanced', { called: left + 1, until: later(at, alarm.within), why }];
}

export const about = ({ incident }: Pick<Alarm, 'incident'>) => (incident ? { incident } : {});
export const ofStep = ({ run, step }: Alarm) => ({
  ...(run === undefined ? {} : { run }),
  ...(step === undefined ? {} : { step }),
});

export const later = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();
