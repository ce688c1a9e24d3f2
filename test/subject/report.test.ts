import { describe, expect, test } from 'vitest';
import { refuse } from '../../shared/refusal.ts';
import { fact } from '../../shared/subject.ts';
import { given, minute } from '../given.ts';

const content = { priority: 2 as const, text: 'Rook aan de sluis' };
const feed = { feed: 'demo', record: 'r-1', ...content };
const received = fact('report.received', 'demo:r-1', feed);
const merged = fact('report.merged', 'demo:r-1', { incident: 'i-1' });
const dismissed = fact('report.dismissed', 'demo:r-1', { reason: 'false' });
const opened = (restrictions?: string[]) =>
  fact(
    'incident.opened',
    'i-1',
    { number: '2026-0001', type: 'fire', title: 'Brand', priority: 1 },
    restrictions,
  );
/** Merged into a police incident, so as restricted as that. */
const hidden = [
  received,
  opened(['police']),
  [
    fact('report.restricted', 'demo:r-1', {}, ['police']),
    fact('report.merged', 'demo:r-1', { incident: 'i-1' }, ['police']),
  ],
] as const;
const the = { report: 'demo:r-1' };

describe('report.receive', () => {
  const as = { role: 'feed' };
  test('[P1.13] a new source record is a report under an id made of feed and record', () => {
    const { state } = given().when('report.receive', feed, as).then([received]);
    expect(state.report.reports.get('demo:r-1')).toEqual({
      ...feed,
      id: 'demo:r-1',
      status: 'new',
      received: minute(1),
      changed: minute(1),
      updates: 0,
    });
  });

  test('[P1.13] the same again changes nothing, nor does an older version', () => {
    const versioned = fact('report.received', 'demo:r-1', { ...feed, version: '2' });
    given(received).when('report.receive', feed, as).then([]);
    given(versioned)
      .when('report.receive', { ...feed, text: 'Damp', version: '1' }, as)
      .then([]);
  });

  test('[P1.13] an update replaces the content: what the source leaves out is gone', () => {
    const first = fact('report.received', 'demo:r-1', { ...feed, place: { text: 'Sluis' } });
    const { state } = given(first)
      .when('report.receive', { ...feed, text: 'Brand', version: '2' }, as)
      .then([
        fact('report.updated', 'demo:r-1', {
          ...content,
          text: 'Brand',
          version: '2',
          resurfaces: false,
        }),
      ]);
    const report = state.report.reports.get('demo:r-1');
    expect(report).toMatchObject({ text: 'Brand', updates: 1, changed: minute(2) });
    expect(report).not.toHaveProperty('place');
  });

  test('a dismissed report comes back only when it got worse', () => {
    const calm = given(received, dismissed)
      .when('report.receive', { ...feed, text: 'Nog rook' }, as)
      .then([
        fact('report.updated', 'demo:r-1', { ...content, text: 'Nog rook', resurfaces: false }),
      ]);
    expect(calm.state.report.reports.get('demo:r-1')?.status).toBe('dismissed');
    const worse = given(received, dismissed)
      .when('report.receive', { ...feed, priority: 1 }, as)
      .then([fact('report.updated', 'demo:r-1', { ...content, priority: 1, resurfaces: true })]);
    expect(worse.state.report.reports.get('demo:r-1')).toMatchObject({ status: 'new' });
    expect(worse.state.report.reports.get('demo:r-1')?.dismissed).toBeUndefined();
  });

  test('[P4.5] an update of a restricted report is as restricted', () => {
    given(...hidden)
      .when('report.receive', { ...feed, text: 'Brand' }, as)
      .then([
        fact('report.updated', 'demo:r-1', { ...content, text: 'Brand', resurfaces: false }, [
          'police',
        ]),
      ]);
  });
});

describe('report.receive, after archiving', () => {
  const settled = [received, fact('report.dismissed', 'demo:r-1', { reason: 'no-action' })];
  const again = (priority: number) =>
    given(...settled, fact('report.archived', 'demo:r-1', {})).when(
      'report.receive',
      { ...content, feed: 'demo', record: 'r-1', priority },
      { role: 'feed' },
    );

  test('[P1.13] a source that goes on sending a settled record does not refill the queue', () => {
    again(content.priority).then([]);
  });
  test('[P1.13] unless it got worse', () => {
    const data = { ...content, feed: 'demo', record: 'r-1', priority: 1 };
    again(1).then([fact('report.received', 'demo:r-1', data)]);
  });
});

describe('report.file', () => {
  const call = { ...content, channel: 'phone', contact: '+32 2 555 01 23' };

  test('the command’s id becomes the report’s', () => {
    given()
      .when('report.file', call, { id: 'call-1' })
      .then([fact('report.received', 'call-1', { ...call, feed: 'hand', record: 'call-1' })]);
  });

  test('is refused under an id that a report has already', () => {
    const filed = fact('report.received', 'call-1', { ...call, feed: 'hand', record: 'call-1' });
    given(filed).when('report.file', call, { id: 'call-1' }).then(refuse('id-taken'));
  });

  test('[P1.13] is refused under an id that a feed’s record has or could have', () => {
    given(received).when('report.file', call, { id: 'demo:r-1' }).then(refuse('invalid', 'id'));
    given().when('report.file', call, { id: 'demo:r-2' }).then(refuse('invalid', 'id'));
  });

  test('[P5.1] is refused with a type that the plan does not name', () => {
    given()
      .when('report.file', { ...call, type: 'dragon' })
      .then(refuse('type-unknown', 'data.type'));
  });

  test('[P4.4] the call-back number is for those who are cleared for personal data', () => {
    const scene = given(fact('report.received', 'call-1', { ...call, feed: 'hand', record: '1' }));
    expect(scene.seenBy('operator').report.reports.get('call-1')).toHaveProperty('contact');
    expect(scene.seenBy('traffic').report.reports.get('call-1')).not.toHaveProperty('contact');
    expect(scene.seenBy('wall').report.reports.get('call-1')).not.toHaveProperty('contact');
  });
});

describe('report.dismiss', () => {
  const why = { ...the, reason: 'duplicate', note: 'Zie i-1' };
  test('takes it out of the queue, with reason, moment and name', () => {
    const { state } = given(received)
      .when('report.dismiss', why)
      .then([fact('report.dismissed', 'demo:r-1', { reason: 'duplicate', note: 'Zie i-1' })]);
    expect(state.report.reports.get('demo:r-1')).toMatchObject({
      status: 'dismissed',
      settled: minute(2),
      dismissed: { reason: 'duplicate', note: 'Zie i-1', at: minute(2), by: 'Demo operator' },
    });
  });

  test('is refused for a report that is unknown or settled', () => {
    const unknown = refuse('report-unknown', 'data.report');
    given().when('report.dismiss', why).then(unknown);
    for (const settled of [merged, dismissed])
      given(received, settled)
        .when('report.dismiss', why)
        .then(refuse('report-settled', 'data.report'));
  });

  test('[P4.5] a restricted report does not exist for the uncleared', () => {
    given(...hidden)
      .when('report.dismiss', why)
      .then(refuse('report-unknown', 'data.report'));
    given(...hidden)
      .when('report.dismiss', why, { role: 'police' })
      .then(refuse('report-settled', 'data.report'));
  });
});

describe('report.reopen', () => {
  test('puts it back into the queue, whichever way it left', () => {
    const reopened = fact('report.reopened', 'demo:r-1', {});
    for (const settled of [merged, dismissed]) {
      const { state } = given(received, settled).when('report.reopen', the).then([reopened]);
      expect(state.report.reports.get('demo:r-1')).toMatchObject({
        ...{ status: 'new', incident: undefined, dismissed: undefined, settled: undefined },
      });
    }
  });

  test('is refused for a report that is unknown, or waiting', () => {
    given().when('report.reopen', the).then(refuse('report-unknown', 'data.report'));
    given(received).when('report.reopen', the).then(refuse('report-open', 'data.report'));
  });

  test('[P4.5] once restricted it stays so, and is unknown to the uncleared', () => {
    given(...hidden)
      .when('report.reopen', the)
      .then(refuse('report-unknown', 'data.report'));
    const { state } = given(...hidden)
      .when('report.reopen', the, { role: 'police' })
      .then([fact('report.reopened', 'demo:r-1', {}, ['police'])]);
    expect(state.report.reports.get('demo:r-1')?.restrictions).toEqual(['police']);
  });
});

describe('report.archive', () => {
  test('takes away what is settled, once each, and passes over the rest', () => {
    const other = fact('report.received', 'demo:r-2', { ...feed, record: 'r-2' });
    const { state } = given(received, other, dismissed)
      .when('report.archive', { reports: ['demo:r-1', 'demo:r-2', 'none', 'demo:r-1'] })
      .then([fact('report.archived', 'demo:r-1', {})]);
    expect([...state.report.reports.keys()]).toEqual(['demo:r-2']);
  });

  test('of nothing that is settled leaves no entry', () => {
    given(received)
      .when('report.archive', { reports: ['demo:r-1', 'none'] })
      .then([]);
  });

  test('[P4.5] the uncleared archive nothing that they do not see', () => {
    const archive = { reports: ['demo:r-1'] };
    given(...hidden)
      .when('report.archive', archive)
      .then([]);
    given(...hidden)
      .when('report.archive', archive, { role: 'police' })
      .then([fact('report.archived', 'demo:r-1', {}, ['police'])]);
  });
});

describe('facts about a report that is not there', () => {
  test.each(['report.updated', 'report.merged', 'report.dismissed', 'report.reopened'])(
    '%s changes nothing',
    (type) => {
      const data = { ...content, resurfaces: false, incident: 'i-9', reason: 'false' };
      expect(given(fact(type, 'none', data)).state.report.reports.size).toBe(0);
    },
  );
});
