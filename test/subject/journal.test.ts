import { describe, expect, it } from 'vitest';
import { given, type Step } from '../fake/space.ts';

const open: Step = ['incident.open', { type: 'fire', title: 'Brand', priority: 2 }, 'police', 'i1'];
const write = (id: string, more: object = {}): Step => [
  'journal.write',
  { incident: 'i1', kind: 'message', text: 'bericht', ...more },
  'police',
  id,
];

describe('logbook', () => {
  it('[subject] an entry has author, role, event time and server time', () => {
    const state = given(open)
      .when(
        'journal.write',
        { ...write('x')[1], occurred: '2026-03-01T07:00:00.000Z' },
        'operator',
        'e1',
      )
      .then(['journal.written', 'e1', { kind: 'message' }]);
    expect(state.journal.entries.get('e1')).toMatchObject({
      author: { role: 'operator' },
      occurred: '2026-03-01T07:00:00.000Z',
      at: '2026-03-01T08:00:00.000Z',
    });
    given()
      .when('journal.write', { kind: 'information', text: 'dienst' }, 'operator', 'e2')
      .then(['journal.written', 'e2']);
  });
  it('[subject] refusals', () => {
    given().when('journal.write', write('x')[1]).refused('incident-unknown');
    given(open, write('e1'))
      .when('journal.write', write('x')[1], 'police', 'e1')
      .refused('id-taken');
    given(open)
      .when('journal.write', { ...write('x')[1], occurred: '2026-03-01T08:02:00.000Z' })
      .refused('time-ahead', 'data.occurred');
    given(open)
      .when('journal.write', { ...write('x')[1], restrictions: ['none'] })
      .refused('restriction-unknown');
    given(open)
      .when('journal.write', { ...write('x')[1], restrictions: ['police'] }, 'operator')
      .refused('restriction-not-yours');
    given(open)
      .when('journal.write', { ...write('x')[1], corrects: 'none' })
      .refused('entry-unknown');
    given(open)
      .when('journal.write', { ...write('x')[1], corrects: '1:incident.opened:i1' })
      .refused('entry-unknown');
  });
  it('[subject] a correction is a new entry that refers to the old; the old one stays', () => {
    const state = given(open, write('e1'))
      .when('journal.write', { kind: 'message', text: 'beter', corrects: 'e1' }, 'police', 'e2')
      .then(['journal.written', 'e2', { corrects: 'e1', incident: 'i1' }]);
    expect(state.journal.entries.get('e1')).toMatchObject({ text: 'bericht', corrected: 'e2' });
    given(open, write('e1'), write('e2', { corrects: 'e1' }))
      .when('journal.write', { ...write('x')[1], corrects: 'e1' })
      .refused('corrected-already');
  });
  it('[P4.4] a correction is seen by exactly those who see what it corrects', () => {
    const state = given(open, write('e1', { restrictions: ['police'] }))
      .when('journal.write', { ...write('x')[1], corrects: 'e1' }, 'police', 'e2')
      .then(['journal.written', 'e2']);
    expect(state.journal.entries.get('e2')?.restrictions).toEqual(['police']);
  });
  it('[subject] an order is received and executed, by name, each once', () => {
    const order = write('e1', { kind: 'order', to: 'Brandweer' });
    const state = given(open, order)
      .when(
        'journal.acknowledge',
        { entry: 'e1', as: 'received', onBehalfOf: 'Dir-BW' },
        'operator',
      )
      .then(['journal.acknowledged', 'e1']);
    expect(state.journal.entries.get('e1')?.received).toMatchObject({
      by: 'Test operator',
      onBehalfOf: 'Dir-BW',
    });
    given(open, order, ['journal.acknowledge', { entry: 'e1', as: 'received' }])
      .when('journal.acknowledge', { entry: 'e1', as: 'received' })
      .refused('acknowledged-already');
    given(open, order, ['journal.acknowledge', { entry: 'e1', as: 'received' }])
      .when('journal.acknowledge', { entry: 'e1', as: 'executed' })
      .then(['journal.acknowledged', 'e1']);
    given(open, write('e1'))
      .when('journal.acknowledge', { entry: 'e1', as: 'executed' })
      .refused('entry-not-order');
    given().when('journal.acknowledge', { entry: 'e1', as: 'executed' }).refused('entry-unknown');
    given(open, write('e1', { kind: 'order', restrictions: ['police'] }))
      .when('journal.acknowledge', { entry: 'e1', as: 'executed' }, 'operator')
      .refused('entry-unknown');
  });
  it('[subject] reading marks only move on, per person', () => {
    const read: Step = ['journal.read', { incident: 'i1', upTo: 3 }, 'operator'];
    const state = given(open)
      .when('journal.read', read[1], 'operator')
      .then(['journal.read', 'i1|u-operator']);
    expect(state.journal.read.get('i1|u-operator')).toMatchObject({
      upTo: 3,
      name: 'Test operator',
    });
    given(open, read).when('journal.read', { incident: 'i1', upTo: 2 }, 'operator').then();
    given(open, read)
      .when('journal.read', { incident: 'i1', upTo: 2 }, 'police')
      .then(['journal.read', 'i1|u-police']);
    given().when('journal.read', read[1]).refused('incident-unknown');
  });
  it('[subject] old entries of the shift are archived, those of incidents not by this way', () => {
    const shift: Step = [
      'journal.write',
      { kind: 'information', text: 'dienst' },
      'operator',
      'e2',
    ];
    given(open, write('e1'), shift)
      .when('journal.archive', { entries: ['e1', 'e2', 'none'] })
      .then(['journal.archived', 'e2']);
  });
});
