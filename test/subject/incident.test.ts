import { describe, expect, it } from 'vitest';
import { given, play, type Step } from '../given.ts';

const open = (id: string, role = 'police', more: object = {}): Step => [
  'incident.open',
  { type: 'fire', title: `Brand ${id}`, priority: 2, ...more },
  role,
  id,
];
const file: Step = [
  'report.file',
  { channel: 'radio', priority: 2, text: 'rook' },
  'operator',
  'r1',
];
const restrict: Step = ['incident.restrict', { incident: 'i1', restriction: 'police' }, 'police'];
const close: Step = ['incident.close', { incident: 'i1', summary: 'klaar' }];
const person = { id: 'u-operator', name: 'Test operator' };

describe('incident: opening', () => {
  it('[subject] numbers count up within a year, and are never used twice', () => {
    given()
      .when('incident.open', open('x')[1], 'police', 'i1')
      .then(['incident.opened', 'i1', { number: '2026-0001' }]);
    given(open('i1'), close, ['incident.archive', { incidents: ['i1'] }])
      .when('incident.open', open('x')[1])
      .then(['incident.opened', 'new', { number: '2026-0002' }]);
  });
  it('[subject] refusals', () => {
    given(open('i1')).when('incident.open', open('x')[1], 'police', 'i1').refused('id-taken');
    given()
      .when('incident.open', { ...open('x')[1], type: 'none' })
      .refused('type-unknown');
    given()
      .when('incident.open', { ...open('x')[1], report: 'none' })
      .refused('report-unknown');
    given()
      .when('incident.open', { ...open('x')[1], restrictions: ['none'] })
      .refused('restriction-unknown');
    given()
      .when('incident.open', { ...open('x')[1], restrictions: ['medical'] }, 'police')
      .refused('restriction-not-yours');
    given(file, open('i1'), ['incident.merge', { incident: 'i1', report: 'r1' }])
      .when('incident.open', { ...open('x')[1], report: 'r1' })
      .refused('report-settled');
  });
  it('[subject] promoted from a report, which becomes part of it', () => {
    const state = given(file)
      .when('incident.open', { ...open('x')[1], report: 'r1' }, 'operator', 'i1')
      .then(['incident.opened', 'i1'], ['report.merged', 'r1', { incident: 'i1' }]);
    expect(state.report.reports.get('r1')).toMatchObject({ status: 'merged', incident: 'i1' });
    expect(
      state.journal.entries.filter((row) => row.kind === 'auto' && row.incident === 'i1').size,
    ).toBe(2);
  });
});

describe('incident: working on it', () => {
  const say = (type: string, data: object, fact: string, more: object = data) =>
    given(open('i1'))
      .when(type, { incident: 'i1', ...data })
      .then([fact, 'i1', more])
      .incident.incidents.get('i1');
  it('[subject] each change is one fact', () => {
    expect(say('incident.retitle', { title: 'Nieuw' }, 'incident.retitled')).toMatchObject({
      title: 'Nieuw',
    });
    expect(say('incident.retype', { type: 'flood' }, 'incident.retyped')).toMatchObject({
      type: 'flood',
    });
    expect(
      say('incident.prioritise', { priority: 1 }, 'incident.prioritised', {
        priority: 1,
        before: 2,
      }),
    ).toMatchObject({ priority: 1 });
    expect(
      say('incident.locate', { place: { point: [4.3, 50.8] } }, 'incident.located'),
    ).toMatchObject({ place: { point: [4.3, 50.8] } });
    expect(
      say('incident.involve', { discipline: 'D2', involvement: 'onSite' }, 'incident.involved'),
    ).toMatchObject({ disciplines: { D2: 'onSite' } });
    expect(say('incident.assign', { to: person }, 'incident.assigned')).toMatchObject({
      owner: person,
    });
  });
  it('[subject] what is so already needs no fact', () => {
    const same: [string, object][] = [
      ['incident.retitle', { title: 'Brand i1' }],
      ['incident.retype', { type: 'fire' }],
      ['incident.prioritise', { priority: 2 }],
      ['incident.involve', { discipline: 'D1', involvement: 'none' }],
      ['incident.assign', {}],
      ['incident.progress', { status: 'open' }],
    ];
    for (const [type, data] of same)
      given(open('i1'))
        .when(type, { incident: 'i1', ...data })
        .then();
    given(open('i1'))
      .when('incident.retype', { incident: 'i1', type: 'none' })
      .refused('type-unknown');
  });
  it('[subject] the life of an incident: open, active, controlled, closed, reopened', () => {
    given(open('i1'))
      .when('incident.progress', { incident: 'i1', status: 'active' })
      .then(['incident.progressed', 'i1']);
    given(open('i1'), ['incident.progress', { incident: 'i1', status: 'controlled' }])
      .when('incident.progress', { incident: 'i1', status: 'open' })
      .refused('status-impossible');
    given(open('i1'))
      .when('incident.close', close[1])
      .then(['incident.closed', 'i1', { summary: 'klaar' }]);
    given(open('i1'), close)
      .when('incident.retitle', { incident: 'i1', title: 'x' })
      .refused('incident-closed');
    given(open('i1'), close)
      .when('incident.reopen', { incident: 'i1', reason: 'opflakkering' })
      .then(['incident.reopened', 'i1']);
    given(open('i1'))
      .when('incident.reopen', { incident: 'i1', reason: 'x' })
      .refused('incident-open');
    given().when('incident.close', close[1]).refused('incident-unknown', 'data.incident');
    given(open('i1'))
      .when('incident.archive', { incidents: ['i1'] })
      .then();
    const state = given(
      file,
      open('i1'),
      ['incident.merge', { incident: 'i1', report: 'r1' }],
      close,
    )
      .when('incident.archive', { incidents: ['i1'] })
      .then(['incident.archived', 'i1']);
    expect([
      state.incident.incidents.size,
      state.journal.entries.size,
      state.report.reports.size,
    ]).toEqual([0, 0, 0]);
  });
  it('[subject] a hand-over is accepted by the next owner, nobody else', () => {
    const over: Step[] = [
      open('i1'),
      ['incident.handOver', { incident: 'i1', to: person, note: 'let op de buren' }],
    ];
    const state = given(...over)
      .when('incident.accept', { incident: 'i1' }, 'operator')
      .then(['incident.accepted', 'i1']);
    expect(state.incident.incidents.get('i1')).toMatchObject({
      owner: person,
      handover: { accepted: true, from: 'Test supervisor' },
    });
    given(...over)
      .when('incident.accept', { incident: 'i1' }, 'police')
      .refused('handover-none');
    given(open('i1'))
      .when('incident.accept', { incident: 'i1' }, 'operator')
      .refused('handover-none');
  });
  it('[subject] reports are merged once; links have no direction', () => {
    given(file, open('i1'))
      .when('incident.merge', { incident: 'i1', report: 'r1' })
      .then(['report.merged', 'r1']);
    const merged: Step[] = [
      file,
      open('i1'),
      open('i2'),
      ['incident.merge', { incident: 'i1', report: 'r1' }],
    ];
    given(...merged)
      .when('incident.merge', { incident: 'i1', report: 'r1' })
      .then();
    given(...merged)
      .when('incident.merge', { incident: 'i2', report: 'r1' })
      .refused('report-settled');
    given(open('i1'))
      .when('incident.merge', { incident: 'i1', report: 'none' })
      .refused('report-unknown');
    given(open('i1'), open('i2'))
      .when('incident.link', { incident: 'i2', other: 'i1' })
      .then(['incident.linked', 'i2']);
    const linked: Step[] = [
      open('i1'),
      open('i2'),
      ['incident.link', { incident: 'i1', other: 'i2' }],
    ];
    given(...linked)
      .when('incident.link', { incident: 'i2', other: 'i1' })
      .then();
    const state = given(...linked)
      .when('incident.unlink', { incident: 'i2', other: 'i1' })
      .then(['incident.unlinked', 'i2']);
    expect(state.incident.links.size).toBe(0);
    given(open('i1'))
      .when('incident.unlink', { incident: 'i1', other: 'i1' })
      .refused('link-itself');
    given(open('i1'))
      .when('incident.link', { incident: 'i1', other: 'none' })
      .refused('incident-unknown', 'data.other');
    given(open('i1'), open('i2'))
      .when('incident.unlink', { incident: 'i1', other: 'i2' })
      .refused('link-unknown');
  });
});

describe('incident: restricting', () => {
  it('[P4.2] a restricted incident does not exist for the uncleared, whatever they send', () => {
    const data = {
      incident: 'i1',
      title: 'x',
      type: 'flood',
      priority: 1,
      place: {},
      status: 'active',
      discipline: 'D1',
      involvement: 'left',
      to: person,
      note: 'x',
      other: 'i1',
      summary: 'x',
      reason: 'x',
      restriction: 'police',
      report: 'r1',
      kind: 'message',
      text: 'x',
      upTo: 3,
    };
    const types = [
      'retitle',
      'retype',
      'prioritise',
      'locate',
      'progress',
      'involve',
      'assign',
      'handOver',
      'accept',
      'link',
      'close',
      'reopen',
      'restrict',
      'release',
      'merge',
    ].map((type) => `incident.${type}`);
    for (const type of [...types, 'journal.write', 'journal.read'])
      given(file, open('i1'), restrict).when(type, data, 'operator').refused('incident-unknown');
  });
  it('[subject] restrict and release', () => {
    given(open('i1'))
      .when('incident.restrict', restrict[1], 'police')
      .then(['incident.restricted', 'i1']);
    given(open('i1'), restrict)
      .when('incident.restrict', restrict[1], 'police')
      .refused('restriction-set');
    given(open('i1')).when('incident.release', restrict[1], 'police').refused('restriction-set');
    given(open('i1'))
      .when('incident.restrict', restrict[1], 'operator')
      .refused('restriction-not-yours');
    given(open('i1'))
      .when('incident.restrict', { incident: 'i1', restriction: 'none' })
      .refused('restriction-unknown');
  });
  it('[P4.3] releasing brings back the incident with its logbook, reports and links, except what is secret by itself', () => {
    const steps: Step[] = [
      file,
      open('i1'),
      open('i2'),
      ['incident.merge', { incident: 'i1', report: 'r1' }],
      ['journal.write', { incident: 'i1', kind: 'message', text: 'open' }],
      [
        'journal.write',
        { incident: 'i1', kind: 'message', text: 'eigen', restrictions: ['medical'] },
      ],
      ['incident.link', { incident: 'i1', other: 'i2' }],
      ['incident.restrict', { incident: 'i2', restriction: 'medical' }],
      restrict,
    ];
    const before = play(steps).state;
    expect(
      before.journal.entries.every(
        (row) => row.restrictions?.includes('police') || row.incident !== 'i1',
      ),
    ).toBe(true);
    const state = play([
      ...steps,
      ['incident.release', { incident: 'i1', restriction: 'police' }],
    ]).state;
    expect(state.incident.incidents.get('i1')?.restrictions).toBeUndefined();
    expect(state.report.reports.get('r1')?.restrictions).toBeUndefined();
    expect(state.incident.links.first()?.restrictions).toEqual(['medical']);
    const rows = state.journal.entries.filter((row) => row.incident === 'i1').valueSeq();
    expect(rows.find((row) => row.text === 'eigen')?.restrictions).toEqual(['medical']);
    expect(rows.find((row) => row.text === 'open')?.restrictions).toBeUndefined();
    expect(rows.find((row) => row.auto?.type === 'incident.linked')?.restrictions).toEqual([
      'medical',
    ]);
  });
});
