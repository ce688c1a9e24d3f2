import { describe, expect, test } from 'vitest';
import type { Event } from '../../shared/entry.ts';
import { refuse } from '../../shared/refusal.ts';
import { fact } from '../../shared/subject.ts';
import { linkKey } from '../../shared/subject/incident/link.ts';
import { given, minute } from '../given.ts';

const basics = { type: 'fire', title: 'Brand', priority: 1 };
const opened = (id = 'i-1', number = '2026-0001', restrictions?: string[]): Event =>
  fact('incident.opened', id, { ...basics, number }, restrictions);
const closed = fact('incident.closed', 'i-1', { summary: 'Gedaan' });
const report = (id: string) =>
  fact('report.received', id, { feed: 'hand', record: id, priority: 2, text: 'Rook' });
const the = { incident: 'i-1' };
const person = { id: 'p-7', name: 'Demo zeven' };
const ofPolice = opened('i-1', '2026-0001', ['police']);
const get = (scene: { state: any }, id = 'i-1') => scene.state.incident.incidents.get(id);
const unknown = refuse('incident-unknown', 'data.incident');

/** Every command about one incident, with data that would do on an open one. */
const ABOUT: Record<string, object> = {
  'incident.merge': { report: 'r-1' },
  'incident.retitle': { title: 'Grote brand' },
  'incident.retype': { type: 'flood' },
  'incident.prioritise': { priority: 2 },
  'incident.locate': { place: { text: 'Kaai 7' } },
  'incident.progress': { status: 'active' },
  'incident.involve': { discipline: 'D1', involvement: 'requested' },
  'incident.assign': { to: person },
  'incident.handOver': { to: person, note: 'Aflossing' },
  'incident.accept': {},
  'incident.link': { other: 'i-2' },
  'incident.unlink': { other: 'i-2' },
  'incident.close': { summary: 'Gedaan' },
  'incident.reopen': { reason: 'Heropflakkering' },
  'incident.restrict': { restriction: 'police' },
  'incident.release': { restriction: 'police' },
};
const LATE = ['incident.reopen', 'incident.restrict', 'incident.release', 'incident.link'];

describe('every command about an incident', () => {
  test.each(Object.entries(ABOUT))('%s is refused for one that does not exist', (type, data) => {
    given()
      .when(type, { ...the, ...data })
      .then(unknown);
  });

  test.each(Object.entries(ABOUT))(
    '[P4.5] %s: to the uncleared, a restricted incident does not exist',
    (type, data) => {
      for (const role of ['operator', 'medical', 'traffic'])
        given(ofPolice)
          .when(type, { ...the, ...data }, { role })
          .then(unknown);
    },
  );

  test.each(Object.entries(ABOUT).filter(([type]) => !LATE.includes(type)))(
    '%s is refused once it is closed',
    (type, data) => {
      given(opened(), opened('i-2', '2026-0002'), report('r-1'), closed)
        .when(type, { ...the, ...data })
        .then(refuse('incident-closed', 'data.incident'));
    },
  );
});

describe('incident.open', () => {
  test('the command’s id becomes the incident’s, the number is the next of its year', () => {
    const scene = given(opened('i-0', '2026-0041'))
      .when('incident.open', { ...basics, place: { text: 'Kaai 7' } }, { id: 'i-1' })
      .then([
        fact('incident.opened', 'i-1', {
          ...basics,
          number: '2026-0042',
          place: { text: 'Kaai 7' },
        }),
      ]);
    expect(get(scene)).toEqual({
      ...basics,
      id: 'i-1',
      number: '2026-0042',
      place: { text: 'Kaai 7' },
      status: 'open',
      disciplines: {},
      opened: { at: minute(2), by: 'Demo operator' },
      changed: minute(2),
      seq: 2,
    });
  });

  test('a new year begins at 1, at midnight in Brussels', () => {
    const at = (moment: string, number: string) =>
      given(opened('i-0', '2026-0041'))
        .when('incident.open', basics, { id: 'i-1', at: moment })
        .then([fact('incident.opened', 'i-1', { ...basics, number })]);
    at('2026-12-31T22:59:59.999Z', '2026-0042');
    at('2026-12-31T23:00:00.000Z', '2027-0001');
  });

  test('a number is never given again, archived or not, and may pass 9999', () => {
    given(opened('i-0', '2026-9999'), fact('incident.archived', 'i-0', {}))
      .when('incident.open', basics, { id: 'i-1' })
      .then([fact('incident.opened', 'i-1', { ...basics, number: '2026-10000' })]);
  });

  test('promotes a report, a dismissed one too', () => {
    for (const before of [[], [fact('report.dismissed', 'r-1', { reason: 'false' })]]) {
      const { state } = given(report('r-1'), ...before)
        .when('incident.open', { ...basics, report: 'r-1' }, { id: 'i-1' })
        .then([opened(), fact('report.merged', 'r-1', { incident: 'i-1' })]);
      expect(state.report.reports.get('r-1')).toMatchObject({ status: 'merged', incident: 'i-1' });
    }
  });

  test('[P4.5] a report that is promoted to a restricted incident becomes as restricted', () => {
    const scene = given(report('r-1'))
      .when(
        'incident.open',
        { ...basics, report: 'r-1', restrictions: ['police'] },
        { role: 'police', id: 'i-1' },
      )
      .then([
        ofPolice,
        fact('report.restricted', 'r-1', {}, ['police']),
        fact('report.merged', 'r-1', { incident: 'i-1' }, ['police']),
      ]);
    expect(scene.seenBy('operator').report.reports.size).toBe(0);
  });

  test('[P4.5] an incident from a restricted report is as restricted', () => {
    given(report('r-1'), fact('report.restricted', 'r-1', {}, ['medical']))
      .when('incident.open', { ...basics, report: 'r-1' }, { role: 'supervisor', id: 'i-1' })
      .then([
        opened('i-1', '2026-0001', ['medical']),
        fact('report.merged', 'r-1', { incident: 'i-1' }, ['medical']),
      ]);
  });

  test('[P5.1] is refused with a type or a restriction that the plan does not name', () => {
    given()
      .when('incident.open', { ...basics, type: 'dragon' })
      .then(refuse('type-unknown', 'data.type'));
    given()
      .when('incident.open', { ...basics, restrictions: ['top-secret'] }, { role: 'supervisor' })
      .then(refuse('restriction-unknown', 'data.restrictions'));
  });

  test('is refused under an id that is taken, and for a report that is unknown or merged', () => {
    given(opened()).when('incident.open', basics, { id: 'i-1' }).then(refuse('id-taken'));
    const promote = { ...basics, report: 'r-1' };
    given().when('incident.open', promote).then(refuse('report-unknown', 'data.report'));
    given(opened(), report('r-1'), fact('report.merged', 'r-1', { incident: 'i-1' }))
      .when('incident.open', promote)
      .then(refuse('report-settled', 'data.report'));
  });

  test('[P4.5] nobody restricts beyond their own clearance, or promotes what they do not see', () => {
    given()
      .when('incident.open', { ...basics, restrictions: ['medical'] }, { role: 'police' })
      .then(refuse('restriction-not-yours', 'data.restrictions'));
    given(report('r-1'), fact('report.restricted', 'r-1', {}, ['medical']))
      .when('incident.open', { ...basics, report: 'r-1' }, { role: 'police' })
      .then(refuse('report-unknown', 'data.report'));
  });
});

describe('incident.merge', () => {
  const merge = { ...the, report: 'r-1' };
  const joined = fact('report.merged', 'r-1', { incident: 'i-1' });

  test('adds a report, once', () => {
    const scene = given(opened(), report('r-1')).when('incident.merge', merge).then([joined]);
    scene.when('incident.merge', merge).then([]);
    expect(scene.state.journal.entries.get('3:report.merged:r-1')).toMatchObject({
      ...{ kind: 'auto', incident: 'i-1', seq: 3 },
    });
  });

  test('is refused for a report that is unknown, or in another incident', () => {
    given(opened()).when('incident.merge', merge).then(refuse('report-unknown', 'data.report'));
    given(opened(), opened('i-2', '2026-0002'), report('r-1'), joined)
      .when('incident.merge', { incident: 'i-2', report: 'r-1' })
      .then(refuse('report-settled', 'data.report'));
  });

  test('[P4.5] into a restricted incident: the report first becomes as restricted, then says which one', () => {
    given(ofPolice, report('r-1'))
      .when('incident.merge', merge, { role: 'police' })
      .then([
        fact('report.restricted', 'r-1', {}, ['police']),
        fact('report.merged', 'r-1', { incident: 'i-1' }, ['police']),
      ]);
  });

  test('[P4.5] a report that was restricted before says so, for those who had lost it then', () => {
    const before = fact('report.restricted', 'r-1', {}, ['medical']);
    given(ofPolice, report('r-1'), before)
      .when('incident.merge', merge, { role: 'supervisor' })
      .then([
        fact('report.restricted', 'r-1', { before: ['medical'] }, ['medical', 'police']),
        fact('report.merged', 'r-1', { incident: 'i-1' }, ['medical', 'police']),
      ]);
    given(opened(), report('r-1'), before)
      .when('incident.merge', merge, { role: 'operator' })
      .then(refuse('report-unknown', 'data.report'));
  });
});

describe('what an incident is', () => {
  test('incident.retitle', () => {
    const scene = given(opened())
      .when('incident.retitle', { ...the, title: 'Grote brand' })
      .then([fact('incident.retitled', 'i-1', { title: 'Grote brand' })]);
    expect(get(scene)).toMatchObject({ title: 'Grote brand', changed: minute(2), seq: 2 });
    given(opened())
      .when('incident.retitle', { ...the, title: 'Brand' })
      .then([]);
  });

  test('[P5.1] incident.retype, to what the plan names', () => {
    const retype = (type: string) => given(opened()).when('incident.retype', { ...the, type });
    retype('flood').then([fact('incident.retyped', 'i-1', { type: 'flood' })]);
    retype('fire').then([]);
    retype('dragon').then(refuse('type-unknown', 'data.type'));
  });

  test('incident.prioritise keeps what it was before', () => {
    const scene = given(opened())
      .when('incident.prioritise', { ...the, priority: 3 })
      .then([fact('incident.prioritised', 'i-1', { priority: 3, before: 1 })]);
    expect(get(scene).priority).toBe(3);
    expect(get(scene)).not.toHaveProperty('before');
    given(opened())
      .when('incident.prioritise', { ...the, priority: 1 })
      .then([]);
  });

  test('incident.locate: a place is one value, and the same place is no news', () => {
    const first = { point: [4.35, 50.85], text: 'Kaai 7', municipality: 'Evere' };
    const scene = given(opened())
      .when('incident.locate', { ...the, place: first })
      .then([fact('incident.located', 'i-1', { place: first })]);
    scene.when('incident.locate', { ...the, place: first }).then([]);
    const moved = scene
      .when('incident.locate', { ...the, place: { point: [4.35, 50.86] } })
      .then([fact('incident.located', 'i-1', { place: { point: [4.35, 50.86] } })]);
    expect(get(moved).place).toEqual({ point: [4.35, 50.86] });
  });

  test('incident.involve, each discipline for itself', () => {
    const involve = (discipline: string, involvement: string) => ({
      ...the,
      discipline,
      involvement,
    });
    const first = given(opened())
      .when('incident.involve', involve('D1', 'onSite'))
      .then([fact('incident.involved', 'i-1', { discipline: 'D1', involvement: 'onSite' })]);
    const both = first
      .when('incident.involve', involve('D2', 'requested'))
      .then([fact('incident.involved', 'i-1', { discipline: 'D2', involvement: 'requested' })]);
    expect(get(both).disciplines).toEqual({ D1: 'onSite', D2: 'requested' });
    both.when('incident.involve', involve('D1', 'onSite')).then([]);
    both.when('incident.involve', involve('D4', 'none')).then([]);
  });
});

describe('incident.progress', () => {
  const MAY: Record<string, string[]> = {
    open: ['active', 'controlled'],
    active: ['open', 'controlled'],
    controlled: ['active'],
  };
  const at = (status: string) =>
    status === 'open'
      ? given(opened())
      : given(opened(), fact('incident.progressed', 'i-1', { status }));

  for (const from of Object.keys(MAY))
    for (const to of Object.keys(MAY))
      test(`from ${from} to ${to}`, () => {
        const asked = at(from).when('incident.progress', { ...the, status: to });
        if (from === to) asked.then([]);
        else if (!MAY[from]!.includes(to))
          asked.then(refuse('status-impossible', 'data.status', { from, to }));
        else
          expect(
            get(asked.then([fact('incident.progressed', 'i-1', { status: to })])),
          ).toMatchObject({ status: to });
      });
});

describe('whose it is', () => {
  test('incident.assign to somebody, to nobody, and to whom it is already', () => {
    const mine = given(opened())
      .when('incident.assign', { ...the, to: person })
      .then([fact('incident.assigned', 'i-1', { to: person })]);
    expect(get(mine).owner).toEqual(person);
    mine.when('incident.assign', { ...the, to: person }).then([]);
    const nobody = mine.when('incident.assign', the).then([fact('incident.assigned', 'i-1', {})]);
    expect(get(nobody).owner).toBeUndefined();
    nobody.when('incident.assign', the).then([]);
  });

  test('incident.handOver waits for a name: only the next owner accepts, and once', () => {
    const none = refuse('handover-none', 'data.incident');
    given(opened()).when('incident.accept', the, { person: 'p-7' }).then(none);
    const handed = given(opened())
      .when('incident.handOver', { ...the, to: person, note: 'Let op de wind' })
      .then([fact('incident.handedOver', 'i-1', { to: person, note: 'Let op de wind' })]);
    expect(get(handed)).toMatchObject({
      owner: person,
      handover: {
        from: 'Demo operator',
        note: 'Let op de wind',
        at: minute(2),
        accepted: false,
      },
    });
    handed.when('incident.accept', the, { person: 'p-8' }).then(none);
    const taken = handed
      .when('incident.accept', the, { person: 'p-7' })
      .then([fact('incident.accepted', 'i-1', {})]);
    expect(get(taken).handover.accepted).toBe(true);
    taken.when('incident.accept', the, { person: 'p-7' }).then(none);
    // Given to somebody else, the hand-over is void.
    const other = { id: 'p-9', name: 'Demo negen' };
    const given2 = handed
      .when('incident.assign', { ...the, to: other })
      .then([fact('incident.assigned', 'i-1', { to: other })]);
    given2.when('incident.accept', the, { person: 'p-9' }).then(none);
  });
});

describe('links', () => {
  const two = [opened(), opened('i-2', '2026-0002')];
  const linked = fact('incident.linked', 'i-1', { other: 'i-2' });

  test('incident.link and unlink: one link between two, from either end', () => {
    const scene = given(...two)
      .when('incident.link', { ...the, other: 'i-2' })
      .then([linked]);
    expect([...scene.state.incident.links.keys()]).toEqual([linkKey('i-2', 'i-1')]);
    scene.when('incident.link', { incident: 'i-2', other: 'i-1' }).then([]);
    const none = scene
      .when('incident.unlink', { incident: 'i-2', other: 'i-1' })
      .then([fact('incident.unlinked', 'i-2', { other: 'i-1' })]);
    expect(none.state.incident.links.size).toBe(0);
  });

  test('are refused with itself, with none, or when there is no link', () => {
    const scene = given(...two);
    for (const type of ['incident.link', 'incident.unlink']) {
      scene.when(type, { ...the, other: 'i-1' }).then(refuse('link-itself', 'data.other'));
      scene.when(type, { ...the, other: 'i-9' }).then(refuse('incident-unknown', 'data.other'));
    }
    scene
      .when('incident.unlink', { ...the, other: 'i-2' })
      .then(refuse('link-unknown', 'data.other'));
  });

  test('a closed incident can still be linked', () => {
    given(...two, closed)
      .when('incident.link', { ...the, other: 'i-2' })
      .then([linked]);
  });
});

describe('closing and reopening', () => {
  test('incident.close keeps the summary; incident.reopen makes it active', () => {
    const done = given(opened())
      .when('incident.close', { ...the, summary: 'Gedaan' })
      .then([closed]);
    expect(get(done)).toMatchObject({
      status: 'closed',
      closed: { at: minute(2), by: 'Demo operator', summary: 'Gedaan' },
    });
    const again = done
      .when('incident.reopen', { ...the, reason: 'Rook' })
      .then([fact('incident.reopened', 'i-1', { reason: 'Rook' })]);
    expect(get(again)).toMatchObject({ status: 'active', closed: undefined });
    again
      .when('incident.reopen', { ...the, reason: 'Rook' })
      .then(refuse('incident-open', 'data.incident'));
  });
});
