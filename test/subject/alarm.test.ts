import { describe, expect, it } from 'vitest';
import type { Event, SeenEntry } from '../../shared/entry.ts';
import { initial, type State } from '../../shared/folds.ts';
import { NO_PLAN } from '../../shared/plan/none.ts';
import { reduceFor } from '../../shared/reduce.ts';
import { refuse } from '../../shared/refusal.ts';
import { decide } from '../../shared/registry.ts';
import { redactEntry, redactState, viewOf } from '../../shared/role.ts';
import { canonical } from '../../shared/state.ts';
import { fact } from '../../shared/subject.ts';
import { isSpent, nextDial, people, reachedOf, turns } from '../../shared/subject/alarm/rule.ts';
import type { Alarm } from '../../shared/subject/alarm/schema.ts';
import {
  CALLS,
  contact,
  mailOf,
  MOBILE,
  openedIncident,
  PEOPLE,
  PHONE,
} from '../fake/call-list.ts';
import { CRISIS } from '../fake/plan.ts';
import {
  contextOf,
  entryOf,
  given,
  minute,
  plan,
  reduceFrozen,
  roles,
  withPlan,
  type Given,
} from '../given.ts';

const inPlan = { ...plan, crisis: { ...NO_PLAN, ...CALLS } };
const scene = (...more: (Event | readonly Event[])[]): Given =>
  withPlan(CALLS)(given([...PEOPLE], openedIncident(), ...more));

const rowOf = ({ state }: Given, id = 'a-1'): Alarm => state.alarm.alarms.get(id)!;
const who = (list: readonly { contact: string }[]): string[] => list.map((one) => one.contact);

/** Starts an alarm with the id `a-1`. */
const start = (at: Given, data: object = { functions: ['mayor'] }): Given =>
  at.when('alarm.start', { incident: 'i-1', ...data }, { id: 'a-1' }).done();
let n = 0;
const go = (at: Given, type: string, data: object, as: object = {}): Given =>
  at.when(type, { alarm: 'a-1', ...data }, { id: `g-${++n}`, ...as }).done();
const tried = (at: Given, contact: string, outcome: string, way?: number): Given =>
  go(at, 'alarm.try', {
    ...{ contact, channel: 'phone', outcome },
    ...(way === undefined ? {} : { way }),
  });
/** By the system, as a server process does. */
const system = { role: 'administrator' };

describe('alarm', () => {
  it('[P5.50] freezes who is to be called, in order and with the reason, at the place of the incident', () => {
    const alarm = rowOf(start(scene()));
    expect(alarm.groups.map((group) => [group.function, who(group.people)])).toEqual([
      ['mayor', ['mayor', 'deputy']],
    ]);
    expect(people(alarm)[0]).toMatchObject({
      name: 'Naam mayor',
      organisation: { nl: 'Gemeente Elsene' },
      channels: [
        { id: 'phone', auto: false },
        { id: 'phone', auto: false },
        { id: 'mail', auto: true },
      ],
    });
    expect(people(alarm)[0]!.because.map(({ code }) => code)).toContain('function');
    expect(alarm.ways!['mayor']).toEqual([PHONE, MOBILE, mailOf('mayor')]);
    expect(alarm).toMatchObject({ status: 'running', called: 1, until: minute(8), need: 1 });

    // Whoever moves house later is called where they were.
    const moved = contact('mayor', 'mayor', 1, [['phone', '+32 2 555 09 09']]);
    const later = given([...PEOPLE], openedIncident(), startedBy(scene()), moved);
    expect(rowOf(later).ways!['mayor']).toEqual([PHONE, MOBILE, mailOf('mayor')]);
  });

  it('[P5.50] what it cannot resolve is refused with the reason, and never a list of nobody', () => {
    const without = withPlan(CALLS)(given([...PEOPLE], fact('incident.opened', 'i-1', { number: '1', type: 'fire', title: 'x', priority: 1 }))); // prettier-ignore
    without
      .when('alarm.start', { incident: 'i-1', functions: ['mayor'] })
      .then(refuse('alarm-place-unknown', 'data.functions'));
    scene()
      .when('alarm.start', { incident: 'i-1', functions: ['mobiris'] })
      .then(refuse('alarm-nobody', 'data.functions'));
    scene()
      .when('alarm.start', { incident: 'i-1', functions: ['mayor', 'king'] })
      .then(refuse('function-unknown', 'data.functions.1'));
    scene().when('alarm.start', { incident: 'i-1' }).then(refuse('alarm-nobody', 'data.functions'));
    scene()
      .when('alarm.start', { incident: 'i-1', run: 'i-1~fire', step: 'warn' })
      .then(refuse('step-unknown', 'data.step'));
    scene(fact('incident.closed', 'i-1', { summary: 'Gedaan' }))
      .when('alarm.start', { incident: 'i-1', functions: ['mayor'] })
      .then(refuse('incident-closed', 'data.incident'));
  });

  it('[P5.51] the next number comes at once: the other number of the same person, then the next person', () => {
    let at = start(scene());
    expect(nextDial(rowOf(at))).toMatchObject({ person: { contact: 'mayor' }, way: 0 });
    at = tried(at, 'mayor', 'no-answer');
    expect(nextDial(rowOf(at))).toMatchObject({ person: { contact: 'mayor' }, way: 1 });
    at = tried(at, 'mayor', 'busy');
    expect(nextDial(rowOf(at))).toMatchObject({ person: { contact: 'deputy' }, way: 0 });
    expect(who(turns(rowOf(at)))).toEqual(['deputy']);
    // Each try is on record, with the way that it took.
    expect(rowOf(at).calls['mayor']!.tries).toMatchObject([
      { way: 0, outcome: 'no-answer', by: 'Demo operator' },
      { way: 1, outcome: 'busy' },
    ]);
    // Who says no is not called again.
    at = start(scene());
    at = tried(at, 'mayor', 'refused');
    expect(nextDial(rowOf(at))).toMatchObject({ person: { contact: 'deputy' } });
  });

  it('[P5.51] an outcome names a channel and a way that the person has', () => {
    const at = start(scene());
    const data = { alarm: 'a-1', contact: 'mayor', outcome: 'busy' };
    at.when('alarm.try', { ...data, contact: 'king', channel: 'phone' }).then(
      refuse('alarm-contact-unknown', 'data.contact'),
    );
    at.when('alarm.try', { ...data, channel: 'pigeon' }).then(
      refuse('channel-unknown', 'data.channel'),
    );
    at.when('alarm.try', { ...data, channel: 'phone', way: 2 }).then(
      refuse('alarm-way-unknown', 'data.way'),
    );
    at.when('alarm.try', { ...data, alarm: 'a-9', channel: 'phone' }).then(
      refuse('alarm-unknown', 'data.alarm'),
    );
    // Some other way, of the operator's own: over the radio of a neighbour.
    at.when('alarm.try', { ...data, channel: 'radio' }).then([
      fact('alarm.tried', 'a-1', {
        ...{ incident: 'i-1', contact: 'mayor', name: 'Naam mayor', channel: 'radio' },
        outcome: 'busy',
      }),
    ]);
  });

  it('[P5.52] enough were reached: the alarm ends and says so once', () => {
    const at = start(scene(), { functions: ['mayor', 'zone-chief'], need: 2 });
    const decided = at.when('alarm.try', {
      ...{ alarm: 'a-1', contact: 'mayor', channel: 'phone', outcome: 'reached' },
    });
    let next = decided.done();
    expect(rowOf(next).status).toBe('running');
    next = go(next, 'alarm.try', { contact: 'deputy', channel: 'phone', outcome: 'reached' });
    expect(rowOf(next)).toMatchObject({ status: 'reached', ended: { by: 'Demo operator' } });
    expect(who(reachedOf(rowOf(next)))).toEqual(['mayor', 'deputy']);
    // A later try is on record and changes nothing.
    next = go(next, 'alarm.try', { contact: 'chief', channel: 'radio', outcome: 'reached' });
    expect(rowOf(next).status).toBe('reached');
    expect(rowOf(next).calls['chief']!.tries).toHaveLength(1);
  });

  it('[P5.53] when the time is over the next group is called too, once, whoever says it', () => {
    const at = start(scene(), { functions: ['mayor', 'zone-chief'], need: 1, within: 5 });
    // Not yet: nothing happens.
    at.when('alarm.advance', { alarm: 'a-1', called: 1 }, { ...system, at: minute(7) }).then([]);
    const due = { ...system, at: minute(8) };
    const next = at.when('alarm.advance', { alarm: 'a-1', called: 1 }, due).done();
    expect(rowOf(next)).toMatchObject({ called: 2, until: minute(13) });
    // The first group goes on beside it.
    expect(who(turns(rowOf(next)))).toEqual(['mayor', 'chief']);
    // The second process comes too late, and does nothing.
    next.when('alarm.advance', { alarm: 'a-1', called: 1 }, due).then([]);
    // An operator does not wait.
    const early = { alarm: 'a-1', called: 1, early: true };
    expect(rowOf(at.when('alarm.advance', early).done()).called).toBe(2);
  });

  it('[P5.53] a group that is used up is not waited for', () => {
    let at = start(scene(), { functions: ['mayor', 'zone-chief'] });
    for (const [contact, outcome] of [
      ['mayor', 'no-answer'],
      ['mayor', 'wrong-number'],
      ['deputy', 'message-left'],
    ] as const)
      at = tried(at, contact, outcome);
    expect(rowOf(at)).toMatchObject({ called: 2, status: 'running' });
    expect(who(turns(rowOf(at)))).toEqual(['chief']);
  });

  it('[P5.54] after the last group it is exhausted, said once, and can still succeed', () => {
    let at = start(scene());
    const due = { ...system, at: minute(9) };
    at = at.when('alarm.advance', { alarm: 'a-1', called: 1 }, due).done();
    expect(rowOf(at).status).toBe('exhausted');
    at.when('alarm.advance', { alarm: 'a-1', called: 1 }, due).then([]);
    at = tried(at, 'deputy', 'reached');
    expect(rowOf(at).status).toBe('reached');
  });

  it('[P5.54] more wanted than there are: it says so rather than wait for ever', () => {
    let at = start(scene(), { need: 5, functions: ['mayor'] });
    at = tried(at, 'mayor', 'reached');
    expect(rowOf(at).status).toBe('running');
    at = tried(at, 'deputy', 'reached');
    expect(rowOf(at).status).toBe('exhausted');
  });

  it('[P5.55] `all`: one person of each function, all functions at once', () => {
    let at = start(scene(), { functions: ['mayor', 'zone-chief'], need: 'all' });
    expect(rowOf(at).called).toBe(2);
    expect(who(turns(rowOf(at)))).toEqual(['mayor', 'chief']);
    at = tried(at, 'mayor', 'reached');
    expect(who(turns(rowOf(at)))).toEqual(['chief']);
    at = go(at, 'alarm.try', { contact: 'vice', channel: 'radio', outcome: 'reached' });
    expect(rowOf(at).status).toBe('reached');
    // A function that nobody holds can never be reached.
    let short = start(scene(), { functions: ['mayor', 'mobiris'], need: 'all' });
    short = tried(short, 'mayor', 'reached');
    expect(rowOf(short).status).toBe('exhausted');
  });

  it('[P5.56] whose turn it is is sent a message by itself; the next means when it fails', () => {
    let at = start(scene(), { functions: ['zone-chief'] });
    expect(rowOf(at).requests).toMatchObject({ 'chief:1:1': { channel: 'sms', way: 1 } });
    at = go(at, 'alarm.tell', { request: 'chief:1:1', what: 'failed', reason: 'timeout' }, system);
    expect(rowOf(at).requests['chief:1:1']!.failed).toMatchObject({ reason: 'timeout' });
    expect(rowOf(at).requests['chief:2:1']).toMatchObject({ channel: 'mail' });
    // Not the deputy: it is not their turn.
    expect(Object.keys(rowOf(at).requests).some((key) => key.startsWith('vice'))).toBe(false);
    at = go(at, 'alarm.try', { contact: 'chief', channel: 'radio', outcome: 'no-answer' });
    expect(rowOf(at).requests['vice:0:1']).toMatchObject({ channel: 'mail' });
    // Who has an address only is waited for until the answer, or the end of the time.
    expect(isSpent(rowOf(at), people(rowOf(at))[1]!)).toBe(false);
    at = go(at, 'alarm.tell', { request: 'vice:0:1', what: 'no', via: 'link' }, system);
    expect(rowOf(at).status).toBe('exhausted');
  });

  it('[P5.57] a request is taken by one process at a time; after a crash by another, with the same key', () => {
    const at = start(scene(), { functions: ['zone-chief'] });
    const claim = { alarm: 'a-1', request: 'chief:1:1' };
    const taken = at.when('alarm.carry', { ...claim, attempt: 1 }, system).done();
    taken
      .when('alarm.carry', { ...claim, attempt: 1 }, system)
      .then(refuse('request-carried', 'data.request'));
    taken.when('alarm.carry', { ...claim, attempt: 2 }, system).done(); // A minute later: the other is dead.
    const soon = { ...system, at: new Date(Date.parse(minute(4)) + 5_000).toISOString() };
    taken
      .when('alarm.carry', { ...claim, attempt: 2 }, soon)
      .then(refuse('request-carried', 'data.request'));
    const sent = taken.when('alarm.tell', { ...claim, what: 'sent' }, system).done();
    sent
      .when('alarm.carry', { ...claim, attempt: 2 }, system)
      .then(refuse('request-carried', 'data.request'));
    sent.when('alarm.tell', { ...claim, what: 'sent' }, system).then([]);
    at.when('alarm.carry', { ...claim, request: 'none', attempt: 1 }, system).then(
      refuse('request-unknown', 'data.request'),
    );
  });

  it('[P5.58] late and double answers are on record, and change nothing twice', () => {
    let at = start(scene(), { functions: ['zone-chief'] });
    const answer = (what: string) => ({ request: 'chief:1:1', what, via: 'gateway' });
    at = go(at, 'alarm.tell', answer('yes'), system);
    expect(rowOf(at)).toMatchObject({
      status: 'reached',
      requests: { 'chief:1:1': { answer: { yes: true, via: 'gateway' } } },
    });
    at.when('alarm.tell', { alarm: 'a-1', ...answer('yes') }, system).then([]);
    // Another mind: on record as late, and the alarm stays as it ended.
    const changed = at.when('alarm.tell', { alarm: 'a-1', ...answer('no') }, system).done();
    expect(rowOf(changed)).toMatchObject({
      status: 'reached',
      requests: { 'chief:1:1': { answer: { yes: false } } },
    });
    // That it failed is wrong, when an answer came.
    at.when('alarm.tell', { alarm: 'a-1', request: 'chief:1:1', what: 'failed' }, system).then([]);
    at.when(
      'alarm.tell',
      { alarm: 'a-1', ...answer('no'), at: '2030-01-01T00:00:00.000Z' },
      system,
    ).then(refuse('time-ahead', 'data.at'));
  });

  it('[P5.58] an answer to a message that seemed to fail counts', () => {
    let at = start(scene(), { functions: ['zone-chief'] });
    at = go(at, 'alarm.tell', { request: 'chief:1:1', what: 'failed', reason: 'timeout' }, system);
    at = go(at, 'alarm.tell', { request: 'chief:1:1', what: 'yes', via: 'link' }, system);
    expect(rowOf(at).status).toBe('reached');
  });

  it('[P5.59] a dead channel is passed over by itself, and that is on record', () => {
    const dead = (id: string) => fact('channel.changed', id, { health: 'dead', reason: 'Storing' });
    let at = start(scene(dead('sms'), dead('radio')), { functions: ['zone-chief'] });
    expect(rowOf(at).skipped).toMatchObject([
      { contact: 'chief', channel: 'radio', way: 0 },
      { contact: 'chief', channel: 'sms', way: 1 },
    ]);
    expect(Object.keys(rowOf(at).requests)).toEqual(['chief:2:1']);
    // The telephone fails while it runs: what waits to be sent goes another way.
    at = start(scene(), { functions: ['zone-chief'] });
    at = at
      .when('channel.set', { channel: 'sms', health: 'dead', reason: 'Storing' }, { id: 'x-1' })
      .done();
    expect(rowOf(at).requests).toMatchObject({
      'chief:1:1': { skipped: expect.any(String) },
      'chief:2:1': { channel: 'mail' },
    });
    // By hand one may still try.
    at = go(at, 'alarm.try', { contact: 'chief', channel: 'radio', outcome: 'reached' });
    expect(rowOf(at).status).toBe('reached');
  });

  it('[P5.60] stops with a reason, with its incident, and is not started twice for a step', () => {
    let at = start(scene());
    at.when('alarm.stop', { alarm: 'a-1', reason: 'Vals alarm' }).then([
      fact('alarm.stopped', 'a-1', { incident: 'i-1', why: 'person', reason: 'Vals alarm' }),
    ]);
    at = at.when('incident.close', { incident: 'i-1', summary: 'Gedaan' }).done();
    expect(rowOf(at)).toMatchObject({ status: 'stopped', ended: { why: 'closed' } });
    at.when('alarm.stop', { alarm: 'a-1', reason: 'Nog eens' }).then(
      refuse('alarm-over', 'data.alarm'),
    );
  });

  it('[P5.60] for a step: once at a time, the step is done when enough were reached, and done otherwise it ends the alarm', () => {
    const opened = withPlan({ ...CRISIS, ...CALLS })(given([...PEOPLE]))
      .when(
        'incident.open',
        { type: 'fire', title: 'Brand', priority: 1, place: { municipality: 'Elsene' } },
        { id: 'i-1' },
      )
      .done();
    const step = { incident: 'i-1', run: 'i-1~first-thirty', step: 'warn' };
    const called = opened.when('alarm.start', step, { id: 'a-1' }).done();
    expect(rowOf(called)).toMatchObject({ ...step, title: { nl: 'warn' }, need: 1, within: 5 });
    called.when('alarm.start', step, { id: 'a-2' }).then(refuse('alarm-running', 'data.step'));
    opened
      .when('alarm.start', { ...step, incident: null }, { id: 'a-3' })
      .then(refuse('step-unknown', 'data.step'));
    const task = ({ state }: Given) => state.task.runs.get(step.run)!.tasks['warn']!;
    const reached = tried(called, 'deputy', 'reached');
    expect(rowOf(reached).status).toBe('reached');
    expect(task(reached)).toMatchObject({ state: 'done', settled: { how: 'reached' } });

    const skipped = called
      .when('task.skip', { run: step.run, step: 'warn', reason: 'Is al ter plaatse' })
      .done();
    expect(rowOf(skipped)).toMatchObject({ status: 'stopped', ended: { why: 'step' } });
  });

  it('[P5.61] is sent again on asking, and not twice at once', () => {
    let at = start(scene(), { functions: ['zone-chief'] });
    const again = { alarm: 'a-1', contact: 'chief', way: 1 };
    at.when('alarm.resend', again).then(refuse('channel-busy', 'data.way'));
    at.when('alarm.resend', { ...again, way: 0 }).then(refuse('alarm-way-unknown', 'data.way'));
    at = go(at, 'alarm.tell', { request: 'chief:1:1', what: 'sent' }, system);
    at = at.when('alarm.resend', again).done();
    expect(Object.keys(rowOf(at).requests)).toEqual(['chief:1:1', 'chief:1:2']);
  });

  it('[P5.62] numbers and addresses are for the cleared only; all else folds the same without them', () => {
    const at = start(scene());
    const seen = (role: string) => at.seenBy(role).alarm.alarms.get('a-1')!;
    expect(seen('operator').ways!['mayor']).toContain(PHONE);
    expect(seen('traffic').ways).toBeUndefined();
    expect(JSON.stringify(seen('traffic'))).not.toContain('555');
    // The logbook tells of it without them.
    expect(JSON.stringify([...at.state.journal.entries.values()])).not.toMatch(/555|voorbeeld/);
  });

  it('[P5.62] for every role, folding what it is sent of a whole alarm gives what it may see', () => {
    let state: State = initial;
    const entries: SeenEntry[] = [];
    const put = (events: readonly Event[]): void => {
      const entry = entryOf(entries.length + 1, events, { role: 'police' });
      entries.push(entry);
      state = reduceFrozen(state, entry);
    };
    put([...PEOPLE, openedIncident()]);
    const context = contextOf({ role: 'police' }, minute(3), inPlan);
    const told = { alarm: 'a-1', request: 'chief:1:1' };
    for (const [type, data] of [
      ['incident.restrict', { incident: 'i-1', restriction: 'police' }],
      ['alarm.start', { incident: 'i-1', functions: ['zone-chief', 'mayor'], need: 2 }],
      ['alarm.carry', { ...told, attempt: 1 }],
      ['alarm.tell', { ...told, what: 'failed', reason: 'timeout' }],
      ['channel.set', { channel: 'mail', health: 'dead', reason: 'Storing' }],
      ['incident.release', { incident: 'i-1', restriction: 'police' }],
      ['alarm.tell', { ...told, what: 'yes', via: 'link' }],
      ['alarm.advance', { alarm: 'a-1', called: 1, early: true }],
      ['alarm.try', { alarm: 'a-1', contact: 'mayor', channel: 'phone', outcome: 'reached' }],
      ['incident.restrict', { incident: 'i-1', restriction: 'police' }],
    ] as const) {
      const id = type === 'alarm.start' ? 'a-1' : `f-${entries.length}`;
      const decision = decide(state, { id, type, data }, context);
      if (!decision.ok) throw new Error(`${type}: ${decision.refusal.code}`);
      put(decision.events);
      for (const role of Object.values(roles)) {
        const view = viewOf(role);
        const sent = entries.map((entry) => redactEntry(view, entry));
        const folded = sent.reduce(reduceFor(view.sees), initial);
        expect(canonical(folded)).toBe(canonical(redactState(view, state)));
      }
    }
    expect(state.alarm.alarms.get('a-1')!.status).toBe('reached');
  });

  it('[P5.62] an alarm is as secret as its incident', () => {
    const secret = withPlan(CALLS)(given([...PEOPLE], openedIncident(['police'])));
    const at = secret
      .when('alarm.start', { incident: 'i-1', functions: ['mayor'] }, { id: 'a-1', role: 'police' })
      .done();
    expect(at.seenBy('operator').alarm.alarms.has('a-1')).toBe(false);
    at.when('alarm.stop', { alarm: 'a-1', reason: 'x' }).then(
      refuse('alarm-unknown', 'data.alarm'),
    );
    const free = at
      .when('incident.release', { incident: 'i-1', restriction: 'police' }, { role: 'police' })
      .done();
    expect(free.seenBy('operator').alarm.alarms.get('a-1')).toMatchObject({ status: 'running' });
  });

  it('[P5.63] the logbook has a line for the start, each try, each step onwards and the end', () => {
    let at = start(scene(), { functions: ['mayor', 'zone-chief'] });
    at = tried(at, 'mayor', 'no-answer');
    at = at.when('alarm.advance', { alarm: 'a-1', called: 1, early: true }, { id: 'v-1' }).done();
    at = tried(at, 'deputy', 'reached');
    const lines = [...at.state.journal.entries.values()].filter(
      ({ incident }) => incident === 'i-1',
    );
    expect(lines.map(({ auto }) => auto?.type)).toEqual([
      'incident.opened',
      'alarm.started',
      'alarm.tried',
      'alarm.advanced',
      'alarm.tried',
      'alarm.reached',
    ]);
    expect(lines[1]!.auto!.data).toMatchObject({ groups: [{ function: 'mayor' }, { function: 'zone-chief' }] }); // prettier-ignore
  });

  it('[P5.64] without an incident it is the region’s own, and in the logbook of the shift', () => {
    const at = withPlan(CALLS)(given([...PEOPLE]))
      .when('alarm.start', { incident: null, functions: ['zone-chief'] }, { id: 'a-1' })
      .done();
    expect(rowOf(at)).toMatchObject({ incident: '', status: 'running' });
    const [line] = [...at.state.journal.entries.values()];
    expect([line?.auto?.type, line?.incident]).toEqual(['alarm.started', undefined]);
  });
});

/** The event with which it starts, for a log that has it already. */
function startedBy(at: Given): readonly Event[] {
  const { state } = at.when('alarm.start', { incident: 'i-1', functions: ['mayor'] }, { id: 'a-1' }).done(); // prettier-ignore
  const { incident, run: _r, step: _s, started, seq: _q, ended: _e, ...row } = rowOf({ state } as Given); // prettier-ignore
  expect(started.by).toBe('Demo operator');
  const { id, calls: _c, requests: _rq, skipped: _sk, status: _st, restrictions: _rs, ...data } = row; // prettier-ignore
  return [fact('alarm.started', id, { incident, ...data })];
}
