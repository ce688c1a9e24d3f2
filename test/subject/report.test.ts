import { describe, it, expect } from 'vitest';
import { given, play, type Step } from '../given.ts';

const receive = (more: object = {}): Step => [
  'report.receive',
  { feed: 'f', record: '1', priority: 3, text: 'rook', version: '2', ...more },
  'feed',
];
const file: Step = [
  'report.file',
  { channel: 'phone', priority: 2, text: 'rook', contact: '+32 2 555 01 01' },
  'operator',
  'r1',
];
const incident: Step = [
  'incident.open',
  { type: 'fire', title: 'Brand', priority: 1 },
  'police',
  'i1',
];

describe('report', () => {
  it('[P1.17] a record is one report by its source, and an unchanged one leaves no trace', () => {
    given()
      .when('report.receive', receive()[1])
      .then(['report.received', 'f:1', { text: 'rook' }]);
    given(receive()).when('report.receive', receive()[1]).then();
    given(receive())
      .when('report.receive', receive({ version: '1', text: 'oud' })[1])
      .then();
    const state = given(receive())
      .when('report.receive', receive({ version: '3', text: 'brand' })[1])
      .then(['report.updated', 'f:1', { text: 'brand', resurfaces: false }]);
    expect(state.report.reports.get('f:1')).toMatchObject({
      text: 'brand',
      updates: 1,
      status: 'new',
    });
  });

  it('[subject] an update clears what the source no longer says', () => {
    const state = given(receive({ place: { text: 'hier' } }))
      .when('report.receive', receive({ version: '3' })[1])
      .then(['report.updated', 'f:1']);
    expect(state.report.reports.get('f:1')?.place).toBeUndefined();
  });

  it('[subject] a dismissed report comes back only when it gets worse', () => {
    const dismissed: Step[] = [
      receive(),
      ['report.dismiss', { report: 'f:1', reason: 'false', note: 'proef' }],
    ];
    given(...dismissed)
      .when('report.receive', receive({ version: '3', text: 'meer' })[1])
      .then(['report.updated', 'f:1', { resurfaces: false }]);
    const state = given(...dismissed)
      .when('report.receive', receive({ version: '3', priority: 1 })[1])
      .then(['report.updated', 'f:1', { resurfaces: true }]);
    expect(state.report.reports.get('f:1')).toMatchObject({ status: 'new', dismissed: undefined });
  });

  it('[subject] filed by hand, dismissed, reopened, archived', () => {
    given()
      .when('report.file', file[1], 'operator', 'r1')
      .then(['report.received', 'r1', { feed: 'hand', contact: '+32 2 555 01 01' }]);
    given(file).when('report.file', file[1], 'operator', 'r1').refused('id-taken');
    given()
      .when('report.file', { ...file[1], type: 'nonsense' })
      .refused('type-unknown', 'data.type');
    given(file)
      .when('report.dismiss', { report: 'r1', reason: 'not-ours' })
      .then(['report.dismissed', 'r1', { reason: 'not-ours' }]);
    given()
      .when('report.dismiss', { report: 'r1', reason: 'false' })
      .refused('report-unknown', 'data.report');
    const gone: Step[] = [file, ['report.dismiss', { report: 'r1', reason: 'false' }]];
    given(...gone)
      .when('report.dismiss', { report: 'r1', reason: 'false' })
      .refused('report-settled');
    given(...gone)
      .when('report.reopen', { report: 'r1' })
      .then(['report.reopened', 'r1']);
    given(file).when('report.reopen', { report: 'r1' }).refused('report-open');
    given().when('report.reopen', { report: 'r1' }).refused('report-unknown');
    given(...gone)
      .when('report.archive', { reports: ['r1', 'r1', 'none'] })
      .then(['report.archived', 'r1']);
    given(file)
      .when('report.archive', { reports: ['r1'] })
      .then();
  });

  it('[P4.1] a report of a restricted incident does not exist for the uncleared', () => {
    const secret: Step[] = [
      file,
      incident,
      ['incident.restrict', { incident: 'i1', restriction: 'police' }, 'police'],
      ['incident.merge', { incident: 'i1', report: 'r1' }, 'police'],
    ];
    for (const type of ['report.dismiss', 'report.reopen'])
      given(...secret)
        .when(type, { report: 'r1', reason: 'false' }, 'operator')
        .refused('report-unknown');
    expect(play(secret).state.report.reports.get('r1')?.restrictions).toEqual(['police']);
  });
});
