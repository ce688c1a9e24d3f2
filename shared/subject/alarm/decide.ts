import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision } from '../../subject.ts';
import { isDead } from '../channel/select.ts';
import type { Needs } from './needs.ts';
import { isOver, nextRequestKey, personOf } from './rule.ts';
import type { Alarm, AlarmCommand } from './schema.ts';
import { about, nextGroup } from './settle.ts';
import { start } from './start.ts';

/** A process that took a request on itself and said nothing for so long has died: another may take it. */
export const STALE_MS = 60_000;

export function decide(state: Needs, command: AlarmCommand, context: Context): Decision {
  if (command.type === 'alarm.start') return start(state, command, context);
  const alarm = state.alarm.alarms.get(command.data.alarm);
  if (!alarm || !context.sees(alarm)) return reject(refuse('alarm-unknown', 'data.alarm'));
  const say = (type: string, data: object): Decision =>
    accept(fact(type, alarm.id, { ...about(alarm), ...data }, alarm.restrictions));
  switch (command.type) {
    case 'alarm.try': {
      const { contact, channel, way, outcome, note } = command.data;
      const person = personOf(alarm, contact);
      if (!person) return reject(refuse('alarm-contact-unknown', 'data.contact'));
      if (!context.plan.crisis.channels.some(({ id }) => id === channel))
        return reject(refuse('channel-unknown', 'data.channel'));
      const meant = way ?? firstLeft(alarm, contact, channel);
      if (meant !== undefined && person.channels[meant]?.id !== channel)
        return reject(refuse('alarm-way-unknown', 'data.way'));
      // Also when it is over: what was tried is on record, and changes nothing.
      return say('alarm.tried', {
        ...{ contact, name: person.name, channel, outcome },
        ...(meant === undefined ? {} : { way: meant }),
        ...(note ? { note } : {}),
      });
    }
    case 'alarm.resend': {
      const { contact, way } = command.data;
      const person = personOf(alarm, contact);
      if (!person) return reject(refuse('alarm-contact-unknown', 'data.contact'));
      const channel = person.channels[way];
      if (!channel?.auto) return reject(refuse('alarm-way-unknown', 'data.way'));
      if (isOver(alarm)) return reject(refuse('alarm-over', 'data.alarm'));
      if (isDead(state, channel.id)) return reject(refuse('channel-dead', 'data.way'));
      const { requests } = alarm;
      const pending = Object.values(requests).some(
        (one) =>
          one.contact === contact && one.way === way && !one.sent && !one.failed && !one.skipped,
      );
      if (pending) return reject(refuse('channel-busy', 'data.way'));
      const request = nextRequestKey(alarm, contact, way);
      return say('alarm.requested', {
        ...{ contact, name: person.name, channel: channel.id, way, request },
      });
    }
    case 'alarm.carry':
      return carry(alarm, command.data, context);
    case 'alarm.tell':
      return tell(alarm, command.data, context);
    case 'alarm.advance': {
      const { called, early } = command.data;
      // Another process, or another hand, was first; or it is not time yet.
      if (alarm.status !== 'running' || called !== alarm.called) return accept();
      if (!early && context.at < alarm.until) return accept();
      return say(...nextGroup(alarm, context.at, early ? 'early' : 'time'));
    }
    case 'alarm.stop': {
      if (isOver(alarm)) return reject(refuse('alarm-over', 'data.alarm'));
      return say('alarm.stopped', { why: 'person', reason: command.data.reason });
    }
  }
}

/** Somebody dialled that channel: the first of the ways that go through it and were not tried. */
function firstLeft(alarm: Alarm, contact: string, channel: string): number | undefined {
  const { channels } = personOf(alarm, contact)!;
  const tries = alarm.calls[contact]?.tries ?? [];
  const ways = channels.map(({ id }, way) => (id === channel ? way : -1)).filter((way) => way >= 0);
  return ways.find((way) => !tries.some((one) => one.way === way)) ?? ways[0];
}

type Data<T extends AlarmCommand['type']> = (AlarmCommand & { type: T })['data'];

/** One process at a time: two would send twice. */
function carry(alarm: Alarm, data: Data<'alarm.carry'>, { at }: Context): Decision {
  const request = alarm.requests[data.request];
  if (!request) return reject(refuse('request-unknown', 'data.request'));
  if (isOver(alarm)) return reject(refuse('alarm-over', 'data.alarm'));
  const { carried, sent, failed, skipped, answer } = request;
  const stale = carried && Date.parse(at) - Date.parse(carried.at) >= STALE_MS;
  const mine = data.attempt === (carried?.attempt ?? 0) + 1;
  if (sent || failed || skipped || answer || !mine || (carried && !stale))
    return reject(refuse('request-carried', 'data.request'));
  const { request: key, attempt } = data;
  const said = { ...about(alarm), request: key, attempt };
  return accept(fact('alarm.carried', alarm.id, said, alarm.restrictions));
}

function tell(alarm: Alarm, data: Data<'alarm.tell'>, context: Context): Decision {
  const request = alarm.requests[data.request];
  if (!request) return reject(refuse('request-unknown', 'data.request'));
  const { contact, channel, way } = request;
  const name = personOf(alarm, contact)?.name ?? '';
  const by = { ...about(alarm), contact, name, channel, way, request: data.request };
  const say = (type: string, more: object = {}): Decision =>
    accept(fact(type, alarm.id, { ...by, ...more }, alarm.restrictions));
  if (data.what === 'sent') return request.sent ? accept() : say('alarm.sent');
  if (data.what === 'failed') {
    // An answer shows that it arrived.
    if (request.failed || request.sent || request.answer) return accept();
    return say('alarm.failed', { reason: data.reason ?? 'unknown' });
  }
  const { at = context.at, via = 'gateway' } = data;
  if (Date.parse(at) > Date.parse(context.at) + 60_000)
    return reject(refuse('time-ahead', 'data.at'));
  const yes = data.what === 'yes';
  // The same answer once more: gateways repeat themselves.
  if (request.answer?.yes === yes) return accept();
  return say('alarm.answered', {
    ...{ yes, at, via },
    ...(isOver(alarm) ? { late: true } : {}),
    ...(request.answer ? { again: true } : {}),
  });
}
