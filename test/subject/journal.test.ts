import { describe, expect, test } from 'vitest';
import type { Event } from '../../shared/entry.ts';
import { refuse } from '../../shared/refusal.ts';
import { fact } from '../../shared/subject.ts';
import { given, minute } from '../given.ts';

const opened = (id = 'i-1', restrictions?: string[]): Event =>
  fact(
    'incident.opened',
    id,
    { number: '2026-0001', type: 'fire', title: 'Brand', priority: 1 },
    restrictions,
  );
const ofPolice = opened('i-1', ['police']);
const message = { kind: 'message', text: 'Rook' } as const;
const written = (id: string, data: object = {}, restrictions?: string[]) =>
  fact('journal.written', id, { ...message, ...data }, restrictions);
const order = (restrictions?: string[]) =>
  written('j-1', { kind: 'order', to: 'D3' }, restrictions);
const row = (scene: { state: any }, id = 'j-1') => scene.state.journal.entries.get(id);

describe('journal.write', () => {
  test('the command’s id becomes the entry’s; event time, server time, author and role are kept', () => {
    const occurred = minute(0);
    const scene = given(opened())
      .when(
        'journal.write',
        { ...message, incident: 'i-1', occurred, to: 'D1' },
        { id: 'j-1', person: 'p-7' },
      )
      .then([written('j-1', { incident: 'i-1', occurred, to: 'D1' })]);
    expect(row(scene)).toEqual({
      ...message,
      ...{ id: 'j-1', seq: 2, at: minute(2), occurred, incident: 'i-1', to: 'D1' },
      author: { id: 'p-7', name: 'Demo p-7', role: 'operator' },
    });
  });

  test('without an incident it belongs to the shift; without a time it is now', () => {
    const scene = given()
      .when('journal.write', message, { id: 'j-1' })
      .then([written('j-1')]);
    expect(row(scene)).toMatchObject({ at: minute(1), occurred: minute(1) });
    expect(row(scene).incident).toBeUndefined();
  });

  test('also about a closed incident: what comes in late is still written down', () => {
    given(opened(), fact('incident.closed', 'i-1', { summary: 'Gedaan' }))
      .when('journal.write', { ...message, incident: 'i-1' }, { id: 'j-1' })
      .then([written('j-1', { incident: 'i-1' })]);
  });

  test('is refused under an id that is taken, and for an incident that is unknown', () => {
    given(written('j-1')).when('journal.write', message, { id: 'j-1' }).then(refuse('id-taken'));
    given()
      .when('journal.write', { ...message, incident: 'i-1' })
      .then(refuse('incident-unknown', 'data.incident'));
  });

  test('is refused when it lies more than a minute ahead of the server’s clock', () => {
    const at = minute(5);
    const later = (ms: number) => new Date(Date.parse(at) + ms).toISOString();
    const write = (occurred: string) =>
      given().when('journal.write', { ...message, occurred }, { id: 'j-1', at });
    write(later(60_000)).then([written('j-1', { occurred: later(60_000) })]);
    write(later(60_001)).then(refuse('time-ahead', 'data.occurred'));
  });

  test('[P4.5] a restricted incident does not exist for the uncleared; what the cleared write is as restricted', () => {
    given(ofPolice)
      .when('journal.write', { ...message, incident: 'i-1' })
      .then(refuse('incident-unknown', 'data.incident'));
    given(ofPolice)
      .when('journal.write', { ...message, incident: 'i-1' }, { role: 'police', id: 'j-1' })
      .then([written('j-1', { incident: 'i-1' }, ['police'])]);
  });

  test('[P4.5] an entry may be more restricted than its incident, within the writer’s clearance', () => {
    const secret = (restrictions: string[], role: string, incident?: string) =>
      given(opened(), opened('i-2', ['police'])).when(
        'journal.write',
        { ...message, restrictions, ...(incident ? { incident } : {}) },
        { role, id: 'j-1' },
      );
    secret(['police'], 'police', 'i-1').then([
      written('j-1', { incident: 'i-1', own: ['police'] }, ['police']),
    ]);
    secret(['medical'], 'supervisor', 'i-2').then([
      written('j-1', { incident: 'i-2', own: ['medical'] }, ['medical', 'police']),
    ]);
    secret(['medical', 'medical'], 'medical').then([
      written('j-1', { own: ['medical'] }, ['medical']),
    ]);
    secret([], 'operator').then([written('j-1')]);
    secret(['medical'], 'police').then(refuse('restriction-not-yours', 'data.restrictions'));
    secret(['top'], 'supervisor').then(refuse('restriction-unknown', 'data.restrictions'));
  });
});

describe('corrections', () => {
  const correct = (corrects = 'j-1', more = {}) => ({
    ...message,
    text: 'Damp',
    corrects,
    ...more,
  });

  test('[P6.3] a correction is a new entry that refers to the old one, which stays', () => {
    const scene = given(opened(), written('j-1', { incident: 'i-1' }))
      .when('journal.write', correct(), { id: 'j-2' })
      .then([written('j-2', { text: 'Damp', corrects: 'j-1', incident: 'i-1' })]);
    expect(row(scene)).toMatchObject({ text: 'Rook', corrected: 'j-2' });
    expect(row(scene, 'j-2')).toMatchObject({ text: 'Damp', corrects: 'j-1' });
    scene.when('journal.write', correct()).then(refuse('corrected-already', 'data.corrects'));
    scene
      .when('journal.write', correct('j-2', { text: 'Mist' }), { id: 'j-3' })
      .then([written('j-3', { text: 'Mist', corrects: 'j-2', incident: 'i-1' })]);
  });

  test('it stays where the old one is, and as secret, whatever it says itself', () => {
    const old = written('j-1', { incident: 'i-1', own: ['police'] }, ['police']);
    given(opened(), opened('i-2'), old)
      .when('journal.write', correct('j-1', { incident: 'i-2', restrictions: ['medical'] }), {
        role: 'supervisor',
        id: 'j-2',
      })
      .then([
        written('j-2', { text: 'Damp', corrects: 'j-1', incident: 'i-1', own: ['police'] }, [
          'police',
        ]),
      ]);
  });

  test('is refused of an entry that is unknown, automatic, or (P4) hidden', () => {
    const unknown = refuse('entry-unknown', 'data.corrects');
    given().when('journal.write', correct()).then(unknown);
    given(opened()).when('journal.write', correct('1:incident.opened:i-1')).then(unknown);
    given(written('j-1', { own: ['police'] }, ['police']))
      .when('journal.write', correct())
      .then(unknown);
  });
});

describe('journal.acknowledge', () => {
  const ack = (as: string, more = {}) => ({ entry: 'j-1', as, ...more });

  test('an order is received and executed, each by name', () => {
    const received = given(order())
      .when('journal.acknowledge', ack('received', { onBehalfOf: 'Officier D3' }))
      .then([fact('journal.acknowledged', 'j-1', { as: 'received', onBehalfOf: 'Officier D3' })]);
    expect(row(received).received).toEqual({
      at: minute(2),
      by: 'Demo operator',
      onBehalfOf: 'Officier D3',
    });
    const executed = received
      .when('journal.acknowledge', ack('executed'), { person: 'p-7' })
      .then([fact('journal.acknowledged', 'j-1', { as: 'executed' })]);
    expect(row(executed).executed).toEqual({ at: minute(3), by: 'Demo p-7' });
    for (const as of ['received', 'executed'])
      executed.when('journal.acknowledge', ack(as)).then(refuse('acknowledged-already', 'data.as'));
  });

  test('a request too; anything else is refused', () => {
    given(written('j-1', { kind: 'request' }))
      .when('journal.acknowledge', ack('executed'))
      .then([fact('journal.acknowledged', 'j-1', { as: 'executed' })]);
    for (const kind of ['message', 'decision', 'information'])
      given(written('j-1', { kind }))
        .when('journal.acknowledge', ack('received'))
        .then(refuse('entry-not-order', 'data.entry'));
    given()
      .when('journal.acknowledge', ack('received'))
      .then(refuse('entry-unknown', 'data.entry'));
  });

  test('[P4.5] a restricted order does not exist for the uncleared', () => {
    given(order(['police']))
      .when('journal.acknowledge', ack('received'))
      .then(refuse('entry-unknown', 'data.entry'));
    given(order(['police']))
      .when('journal.acknowledge', ack('received'), { role: 'police' })
      .then([fact('journal.acknowledged', 'j-1', { as: 'received' }, ['police'])]);
  });
});

describe('journal.read', () => {
  const mark = (upTo: number) => fact('journal.read', 'i-1|p-7', { incident: 'i-1', upTo });
  const read = (upTo: number) => ({ incident: 'i-1', upTo });
  const as = { person: 'p-7' };

  test('a reading mark per person, that only rises', () => {
    const scene = given(opened())
      .when('journal.read', read(4), as)
      .then([mark(4)]);
    expect(scene.state.journal.read.get('i-1|p-7')).toEqual({
      ...{ incident: 'i-1', person: 'p-7', name: 'Demo p-7', upTo: 4, at: minute(2) },
    });
    scene.when('journal.read', read(4), as).then([]);
    scene.when('journal.read', read(3), as).then([]);
    scene.when('journal.read', read(5), as).then([mark(5)]);
    scene
      .when('journal.read', read(1), { person: 'p-8' })
      .then([fact('journal.read', 'i-1|p-8', { incident: 'i-1', upTo: 1 })]);
    given(opened()).when('journal.read', read(0), as).then([]);
  });

  test('[P4.5] is refused of an incident that is unknown or hidden', () => {
    const unknown = refuse('incident-unknown', 'data.incident');
    given().when('journal.read', read(1)).then(unknown);
    given(ofPolice).when('journal.read', read(1)).then(unknown);
    given(ofPolice)
      .when('journal.read', read(1), { role: 'police', person: 'p-7' })
      .then([{ ...mark(1), restrictions: ['police'] }]);
  });
});

describe('journal.archive', () => {
  test('takes entries of the shift away, once each, never those of an incident', () => {
    const scene = given(opened(), written('j-1'), written('j-2', { incident: 'i-1' }))
      .when('journal.archive', { entries: ['j-1', 'j-2', 'none', 'j-1', '1:incident.opened:i-1'] })
      .then([fact('journal.archived', 'j-1', {})]);
    expect([...scene.state.journal.entries.keys()].sort()).toEqual([
      '1:incident.opened:i-1',
      'j-2',
    ]);
  });

  test('[P4.5] the uncleared archive nothing that they do not see', () => {
    const secret = written('j-1', { own: ['police'] }, ['police']);
    given(secret)
      .when('journal.archive', { entries: ['j-1'] })
      .then([]);
    given(secret)
      .when('journal.archive', { entries: ['j-1'] }, { role: 'police' })
      .then([fact('journal.archived', 'j-1', {}, ['police'])]);
  });
});

describe('automatic entries', () => {
  test('everything that happens to an incident is noted in its logbook, by whom and when', () => {
    const scene = given(opened())
      .when('incident.prioritise', { incident: 'i-1', priority: 2 }, { person: 'p-7' })
      .done();
    expect(row(scene, '2:incident.prioritised:i-1')).toEqual({
      ...{ id: '2:incident.prioritised:i-1', seq: 2, at: minute(2), occurred: minute(2) },
      ...{ incident: 'i-1', kind: 'auto', text: '' },
      author: { id: 'p-7', name: 'Demo p-7', role: 'operator' },
      auto: { type: 'incident.prioritised', data: { priority: 2, before: 1, thing: 'i-1' } },
    });
  });

  test('a release is noted without the rows that it carries', () => {
    const scene = given(ofPolice)
      .when('incident.release', { incident: 'i-1', restriction: 'police' }, { role: 'police' })
      .done();
    expect(row(scene, '2:incident.released:i-1').auto.data).toEqual({
      restriction: 'police',
      thing: 'i-1',
    });
  });
});

test('facts about an entry that is not there change nothing', () => {
  const { state } = given(fact('journal.acknowledged', 'none', { as: 'received' }));
  expect(state.journal.entries.size).toBe(0);
});
