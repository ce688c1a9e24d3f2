import { describe, expect, test } from 'vitest';
import type { Event } from '../../shared/entry.ts';
import { gather } from '../../shared/subject/shift/gather.ts';
import { itemsOf, openHandOvers, settledHandOvers } from '../../shared/subject/shift/select.ts';
import { fact } from '../../shared/subject.ts';
import { given, minute, type Given } from '../given.ts';

const opened = (id: string, restrictions?: string[]): Event =>
  fact(
    'incident.opened',
    id,
    { number: `2026-${id}`, type: 'fire', title: `Brand ${id}`, priority: 2 },
    restrictions,
  );
const to = { id: 'night', name: 'Demo night' };
const night = { person: 'night' };
const note = (text: string) => ({ kind: 'note', text });
const about = (incident: string, text: string) => ({
  kind: 'incident',
  about: incident,
  incident,
  text,
});
const handed = (...items: object[]): Given =>
  given(opened('i-1'), opened('i-2', ['police']))
    .when('shift.handOver', { to, items, note: 'Rustige dag' }, { id: 's-1', role: 'supervisor' })
    .done();

describe('handing over', () => {
  test('[P5.82] who takes it ticks every line before accepting; nobody else can', () => {
    const start = handed(note('Sleutel in de kast'), about('i-1', 'Nablussen tot 22 u.'));
    expect(itemsOf(start.state, 's-1').map(({ id, text }) => [id, text])).toEqual([
      ['s-1:1', 'Sleutel in de kast'],
      ['s-1:2', 'Nablussen tot 22 u.'],
    ]);
    start
      .when('shift.accept', { shift: 's-1' }, night)
      .then({ code: 'shift-unread', path: 'data.shift', params: { n: 2 } })
      .when('shift.read', { shift: 's-1', item: 's-1:1' }, { person: 'other' })
      .then({ code: 'shift-not-yours', path: 'data.shift' });
    const half = start.when('shift.read', { shift: 's-1', item: 's-1:1' }, night).done();
    half
      .when('shift.read', { shift: 's-1', item: 's-1:1' }, night)
      .then([])
      .when('shift.accept', { shift: 's-1' }, night)
      .then({ code: 'shift-unread', path: 'data.shift', params: { n: 1 } });
    const read = half.when('shift.read', { shift: 's-1', item: 's-1:2' }, night).done();
    read
      .when('shift.accept', { shift: 's-1' }, { role: 'supervisor' })
      .then({ code: 'shift-not-yours', path: 'data.shift' });
    const accepted = read.when('shift.accept', { shift: 's-1' }, night).done();
    expect(openHandOvers(accepted.state)).toEqual([]);
    expect(settledHandOvers(accepted.state)).toMatchObject([
      { id: 's-1', accepted: { by: 'Demo night' } },
    ]);
    accepted
      .when('shift.accept', { shift: 's-1' }, night)
      .then({ code: 'shift-settled', path: 'data.shift' });
    const told = [...accepted.state.journal.entries.values()].filter(
      ({ incident, auto }) => incident === undefined && auto?.type.startsWith('shift.'),
    );
    expect(told.map(({ auto }) => auto?.type)).toEqual(['shift.handedOver', 'shift.accepted']);
  });

  test('[P5.82] an empty hand-over is none, and a line is about what its giver may see', () => {
    given()
      .when('shift.handOver', { to, items: [] })
      .then({ code: 'shift-empty', path: 'data.items' });
    given(opened('i-2', ['police']))
      .when('shift.handOver', { to, items: [note('x'), about('i-2', 'Geheim')] })
      .then({ code: 'incident-unknown', path: 'data.items.1.incident' });
  });

  test('[P5.83] a line is as secret as its incident, leaves no gap, and does not keep the taker from accepting', () => {
    const start = handed(about('i-2', 'Gijzeling'), about('i-1', 'Open'), note('Los'));
    expect(itemsOf(start.seenBy('operator'), 's-1').map(({ id }) => id)).toEqual([
      's-1:2',
      's-1:1',
    ]);
    expect(JSON.stringify(start.seenBy('operator').shift)).not.toContain('Gijzeling');
    expect(itemsOf(start.seenBy('police'), 's-1')).toHaveLength(3);
    const taken = start
      .when('shift.read', { shift: 's-1', item: 's-1:police:1' }, night)
      .then({ code: 'shift-item-unknown', path: 'data.item' })
      .when('shift.read', { shift: 's-1', item: 's-1:1' }, night)
      .done()
      .when('shift.read', { shift: 's-1', item: 's-1:2' }, night)
      .done()
      .when('shift.accept', { shift: 's-1' }, night)
      .done();
    const free = taken
      .when('incident.release', { incident: 'i-2', restriction: 'police' }, { role: 'supervisor' })
      .done();
    expect(itemsOf(free.seenBy('operator'), 's-1').map(({ text }) => text)).toContain('Gijzeling');
  });

  test('[P5.83] a quoted order keeps the restriction of its own', () => {
    const order = fact(
      'journal.written',
      'e-1',
      { incident: 'i-1', kind: 'order', text: 'Observatie', to: 'FGP', own: ['police'] },
      ['police'],
    );
    const item = { kind: 'order', about: 'e-1', incident: 'i-1', text: 'Observatie' };
    const world = given(opened('i-1'), order);
    const listed = world
      .when('shift.handOver', { to, items: [item] }, { id: 's-1', role: 'supervisor' })
      .done();
    expect(listed.seenBy('operator').shift.items.size).toBe(0);
    expect(listed.seenBy('police').shift.items.size).toBe(1);
    world
      .when('shift.handOver', { to, items: [item] }, { id: 's-2' })
      .then({ code: 'entry-unknown', path: 'data.items.0.about' });
  });

  test('[P5.85] who was to take it did not come: it goes to somebody else; its giver can take it back', () => {
    const other = { id: 'late', name: 'Demo late' };
    const start = handed(note('x'));
    const moved = start
      .when('shift.redirect', { shift: 's-1', to: other }, { role: 'supervisor' })
      .done();
    expect(openHandOvers(moved.state)[0]?.to).toEqual(other);
    moved
      .when('shift.read', { shift: 's-1', item: 's-1:1' }, night)
      .then({ code: 'shift-not-yours', path: 'data.shift' });
    start
      .when('shift.takeBack', { shift: 's-1', reason: 'Fout' }, night)
      .then({ code: 'shift-not-given', path: 'data.shift' });
    const back = start
      .when('shift.takeBack', { shift: 's-1', reason: 'Fout' }, { role: 'supervisor' })
      .done();
    expect(settledHandOvers(back.state)).toMatchObject([{ takenBack: { reason: 'Fout' } }]);
  });

  test('[P5.85] the last ten that are settled stay at hand, with their lines', () => {
    let world: Given = given();
    for (let n = 1; n <= 13; n += 1)
      world = world
        .when('shift.handOver', { to, items: [note(`${n}`)] }, { id: `s-${n}` })
        .done()
        .when('shift.takeBack', { shift: `s-${n}`, reason: 'Fout' })
        .done();
    expect(settledHandOvers(world.state).map(({ id }) => id)).toEqual(
      [13, 12, 11, 10, 9, 8, 7, 6, 5, 4].map((n) => `s-${n}`),
    );
    expect(world.state.shift.items.size).toBe(10);
  });
});

test('[P5.84] what the next shift must know is gathered: incidents, phases, late steps, orders, meetings, threat, dead channels', () => {
  const by = { name: 'An Lindeboom', function: 'mayor' };
  const phase = { incident: 'i-1', phase: 'municipal', municipality: 'elsene', by };
  const order = { incident: 'i-1', kind: 'order', text: 'Sluit af', to: 'PZ' };
  const run = { incident: 'i-1', workflow: 'fire', title: { nl: 'x', fr: 'x' }, edition: 'fire@1' };
  const { state } = given(
    opened('i-1'),
    [opened('i-3'), fact('incident.closed', 'i-3', { summary: 'Klaar' })],
    fact('phase.declared', 'p-1', { ...phase, reason: 'r', parameters: [] }),
    fact('journal.written', 'e-1', order),
    [
      fact('journal.written', 'e-2', { ...order, text: 'Gedaan' }),
      fact('journal.acknowledged', 'e-2', { as: 'executed' }),
    ],
    fact('journal.written', 'e-3', { ...order, incident: 'i-3' }),
    [
      fact('task.started', 'i-1~fire', run),
      fact('task.opened', 'i-1~fire', {
        ...{ incident: 'i-1', due: { late: minute(20), soon: minute(99) } },
      }),
    ],
    fact('post.met', 'm-1', { incident: 'i-1', body: 'CC-GEM', at: minute(90), where: 'Zaal' }),
    fact('threat.set', 't-1', {
      ...{ level: 3, scope: { kind: 'country' }, start: minute(0), source: 'OCAD' },
    }),
  );
  const channel = {
    channels: new Map([
      ['radio', { health: 'dead' }],
      ['phone', { health: 'ok' }],
    ]),
  };
  const matters = gather({ ...state, channel: channel as never }, minute(60));
  expect(
    matters.map((one) => {
      if (one.kind === 'order') return ['order', one.entry.id];
      if (one.kind === 'step') return ['step', one.step];
      if (one.kind === 'channel') return ['channel', one.channel];
      if (one.kind === 'threat') return ['threat', one.threat.id];
      return [one.kind, one.incident.id];
    }),
  ).toEqual([
    ['threat', 't-1'],
    ['incident', 'i-1'],
    ['phase', 'i-1'],
    ['step', 'late'],
    ['order', 'e-1'],
    ['meeting', 'i-1'],
    ['channel', 'radio'],
  ]);
});
