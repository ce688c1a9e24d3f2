import { describe, expect, test } from 'vitest';
import { checkCommand, type Checked } from '../shared/command.ts';
import { commandSchemas } from '../shared/registry.ts';
import { explain } from '../shared/explain.ts';
import { isPassing, LANGS, refuse } from '../shared/refusal.ts';
import { cleanText } from '../shared/clean.ts';
import { VALID } from './fuzz/valid.ts';

/** What comes in is refused with the place, or is exactly what was meant: nothing in between. */
const check = (type: string, data: unknown, id: unknown = 'c-1'): Checked =>
  checkCommand({ id, type, data });
const paths = (checked: Checked): string[] =>
  checked.ok ? [] : [checked.refusal.code, ...checked.issues.map(({ path }) => path)];
const report = (more: object = {}) => ({ priority: 2, text: 'Rook', channel: 'phone', ...more });
const file = (more: object = {}) => check('report.file', report(more));
/** The text as it would be kept; undefined when it is refused. */
function kept(text: unknown): string | undefined {
  const checked = file({ text });
  return checked.ok ? (checked.command.data as { text: string }).text : undefined;
}

describe('well formed', () => {
  test.each(Object.keys(commandSchemas))('[P1.23] %s, with every field that it knows', (type) => {
    expect(check(type, VALID[type])).toMatchObject({ ok: true, command: { id: 'c-1', type } });
  });

  test.each(Object.keys(commandSchemas))(
    '[P1.23] %s without its data names what is missing',
    (type) => {
      const checked = check(type, {});
      expect(checked.ok).toBe(false);
      for (const path of paths(checked).slice(1)) expect(path).toMatch(/^data\.[a-zA-Z]+$/);
      expect(checked).toMatchObject({ refusal: { code: 'invalid', path: paths(checked)[1] } });
    },
  );
});

describe('envelopes', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['a word', 'report.file'],
    ['a number', 7],
    ['an empty thing', {}],
    ['no data', { id: 'c-1', type: 'report.file' }],
    ['data that is a list', { id: 'c-1', type: 'report.file', data: [] }],
    ['data that is null', { id: 'c-1', type: 'report.file', data: null }],
    ['a field too many', { id: 'c-1', type: 'report.file', data: report(), actor: 'me' }],
    ['a time of its own', { id: 'c-1', type: 'report.file', data: report(), at: '2026' }],
  ])('[P1.23] %s', (_, input) => {
    expect(checkCommand(input)).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
  });

  test('[P1.23] ids: readable keys and UUIDs, nothing that could be read as something else', () => {
    const id = (value: unknown) => check('report.file', report(), value).ok;
    for (const good of [
      'a',
      '0192f0c1-7a5b-7000-8000-000000000000',
      'a.b_c:d~e-f',
      'x'.repeat(128),
    ])
      expect([good, id(good)]).toEqual([good, true]);
    const bad = ['', ' ', '-a', '.', '_a', 'a b', 'a/b', 'a|b', 'a\n', 'é', '__proto__', '\ud800'];
    for (const each of [...bad, 'x'.repeat(129), 7, null, {}, ['a']])
      expect([each, id(each)]).toEqual([each, false]);
  });

  test('[P1.23] types that do not exist, by inheritance neither', () => {
    for (const type of [
      'report.burn',
      'toString',
      '__proto__',
      'constructor',
      'hasOwnProperty',
      '',
    ])
      expect(check(type, {})).toMatchObject({
        refusal: { code: 'command-unknown', path: 'type' },
      });
    expect(check('x'.repeat(61), {})).toMatchObject({ refusal: { code: 'invalid', path: 'type' } });
  });
});

describe('data', () => {
  test('[P1.23] unknown fields are typing errors, at any depth', () => {
    expect(paths(file({ prioriti: 1 }))).toEqual(['invalid', 'data']);
    expect(paths(file({ place: { pont: [4.35, 50.85] } }))).toEqual(['invalid', 'data.place']);
    expect(
      paths(file({ occurred: { at: '2026-01-01T00:00:00.000Z', precision: 'day', x: 1 } })),
    ).toEqual(['invalid', 'data.occurred']);
    const to = { id: 'p-1', name: 'Demo een', role: 'administrator' };
    expect(paths(check('incident.assign', { incident: 'i-1', to }))).toEqual([
      'invalid',
      'data.to',
    ]);
  });

  test('[P1.23] prototypes are not data', () => {
    const evil = (text: string) => checkCommand(JSON.parse(text));
    const body = JSON.stringify(report()).slice(1);
    for (const text of [
      `{"id":"c-1","type":"report.file","data":{"__proto__":{"admin":true},${body}}`,
      `{"id":"c-1","type":"report.file","data":{"constructor":{"prototype":{}},${body}}`,
      `{"id":"c-1","type":"report.file","__proto__":{"x":1},"data":{${body}}`,
    ]) {
      const checked = evil(text);
      // What is not refused must not have taken anything over.
      if (checked.ok)
        expect(Object.keys(checked.command.data as object).sort()).toEqual(
          Object.keys(report()).sort(),
        );
      expect(({} as { admin?: boolean }).admin).toBeUndefined();
    }
    expect(evil(`{"id":"c-1","type":"report.file","data":{"__proto__":{},${body}}`).ok).toBe(false);
    expect(evil(`{"id":"c-1","type":"report.file","data":{"constructor":1,${body}}`).ok).toBe(
      false,
    );
  });

  test('[P1.23] at most twenty issues, each with its place, never with what was sent', () => {
    const restrictions = Array.from({ length: 8 }, () => 'needle'.repeat(10));
    const many = check('incident.archive', { incidents: Array(100).fill(7) });
    expect(paths(many)).toHaveLength(21);
    expect(paths(many)[1]).toBe('data.incidents.0');
    const wrong = check('journal.write', { kind: 'needle', text: '\u0000needle', restrictions });
    expect(paths(wrong).slice(1)).toContain('data.restrictions.0');
    expect(JSON.stringify(wrong)).not.toContain('needle');
    const long = check('report.file', report({ ['x'.repeat(5_000)]: 1 }));
    expect(JSON.stringify(long).length).toBeLessThan(600);
  });
});

describe('text', () => {
  test('[P1.24] is kept as it was written: markup, line breaks, other scripts, emoji', () => {
    for (const text of [
      '<script>alert(1)</script>',
      'a\nb\tc',
      'أهلا',
      '🔥 vuur',
      'speed < 5 & > 3',
    ])
      expect(kept(text)).toBe(text);
    expect(kept('  Rook \n')).toBe('Rook');
    expect(kept('e\u0301e\u0301n')).toBe('één');
  });

  test('[P1.24] is refused with what nobody means: control characters, overrides, half characters', () => {
    for (const bad of [
      '\u0000',
      '\u0007',
      '\u001b[31m',
      '\r',
      '\u0085',
      '\u202e',
      '\u2066',
      '\ufeff',
      '\ud83d',
    ])
      expect([bad, kept(`a${bad}b`)]).toEqual([bad, undefined]);
    expect(file({ text: 'a\u0000b' })).toMatchObject({
      issues: [{ path: 'data.text', message: 'control-character' }],
    });
  });

  test('[P1.24] is refused when nothing is left of it, or too much', () => {
    for (const bad of ['', ' ', '\n\t ', 'x'.repeat(4_001), 7, null, ['a'], { a: 1 }])
      expect(kept(bad)).toBeUndefined();
    expect(kept('x'.repeat(4_000))).toHaveLength(4_000);
  });

  test('[P1.24] wherever a text can be sent, a bad one is refused', () => {
    const bad = 'a\u202eb';
    const all: [string, object][] = [
      ['report.file', report({ contact: bad })],
      ['report.file', report({ place: { text: bad } })],
      ['report.file', report({ place: { municipality: bad } })],
      ['report.file', report({ type: bad })],
      ['report.file', report({ texts: { nl: bad } })],
      ['report.receive', { ...VALID['report.receive'], record: bad }],
      ['report.receive', { ...VALID['report.receive'], version: bad }],
      ['report.receive', { ...VALID['report.receive'], feed: bad }],
      ['report.dismiss', { report: 'r-1', reason: 'false', note: bad }],
      ['incident.open', { ...VALID['incident.open'], title: bad }],
      ['incident.retitle', { incident: 'i-1', title: bad }],
      ['incident.assign', { incident: 'i-1', to: { id: 'p-1', name: bad } }],
      ['incident.handOver', { incident: 'i-1', to: { id: 'p-1', name: 'Demo' }, note: bad }],
      ['incident.close', { incident: 'i-1', summary: bad }],
      ['incident.reopen', { incident: 'i-1', reason: bad }],
      ['journal.write', { kind: 'message', text: bad }],
      ['journal.write', { kind: 'order', text: 'x', to: bad }],
      ['journal.acknowledge', { entry: 'j-1', as: 'received', onBehalfOf: bad }],
    ];
    for (const [type, data] of all)
      expect([type, paths(check(type, data))[0]]).toEqual([type, 'invalid']);
  });

  test('[P1.24] out of feeds it is cleaned instead: a report with a stray byte is still a report', () => {
    expect(cleanText(' a\u0000b\r\nc\u202e \n\n\n\nd\ud800 ', 50)).toBe('a b\nc\n\nd\ufffd');
    const long = cleanText('🔥'.repeat(40), 21);
    expect(long).toBe(`${'🔥'.repeat(10)}…`);
    for (const text of ['\ud83d'.repeat(30), 'é'.repeat(30), ' x'.repeat(30)]) {
      expect(cleanText(text, 10).length).toBeLessThanOrEqual(10);
      expect(kept(cleanText(text, 10))).toBe(cleanText(text, 10));
    }
  });
});

describe('numbers, moments and points', () => {
  test('[P1.23] moments: UTC with milliseconds, real days, years 1970 to 2999', () => {
    const at = (value: unknown) =>
      check('journal.write', { kind: 'message', text: 'x', occurred: value }).ok;
    for (const good of [
      '2026-02-28T23:59:59.999Z',
      '2028-02-29T00:00:00.000Z',
      '1970-01-01T00:00:00.000Z',
      '2999-12-31T23:59:59.999Z',
    ])
      expect([good, at(good)]).toEqual([good, true]);
    const bad = [
      '2026-02-30T00:00:00.000Z',
      '2027-02-29T00:00:00.000Z',
      '2026-13-01T00:00:00.000Z',
      '2026-01-01T24:00:00.000Z',
    ];
    const strange = [
      '10000-01-01T00:00:00.000Z',
      '1969-12-31T23:59:59.999Z',
      '3000-01-01T00:00:00.000Z',
      '2026-01-01T00:00:00Z',
    ];
    for (const each of [
      ...bad,
      ...strange,
      '2026-01-01',
      '2026-01-01T00:00:00.000+01:00',
      'now',
      1_790_000_000,
      null,
    ])
      expect([each, at(each)]).toEqual([each, false]);
  });

  test('[P1.23] points: two finite numbers on the earth, longitude first', () => {
    const at = (point: unknown) => file({ place: { point } }).ok;
    for (const good of [
      [4.35, 50.85],
      [-180, -90],
      [180, 90],
      [0, 0],
    ])
      expect(at(good)).toBe(true);
    for (const bad of [
      [4.35, 90.1],
      [180.5, 50],
      [4.35],
      [4.35, 50.85, 20],
      ['4.35', '50.85'],
      [NaN, 1],
      [1, Infinity],
      {},
      null,
    ])
      expect([bad, at(bad)]).toEqual([bad, false]);
    expect(paths(file({ place: { point: [4.35, 91] } }))).toEqual([
      'invalid',
      'data.place.point.1',
    ]);
  });

  test('[P1.23] priorities are 1 to 4, reading marks whole and not negative, lists not empty', () => {
    for (const priority of [0, 5, 1.5, '1', null, -1]) expect(file({ priority }).ok).toBe(false);
    for (const upTo of [-1, 1.5, 2 ** 53, '3', NaN])
      expect(check('journal.read', { incident: 'i-1', upTo }).ok).toBe(false);
    expect(check('report.archive', { reports: [] }).ok).toBe(false);
    expect(check('report.archive', { reports: Array(1_001).fill('r') }).ok).toBe(false);
  });
});

describe('refusals', () => {
  test('[P1.25] every one can be told in Dutch, French and English, with nothing left to fill in', () => {
    const params = { from: 'open', to: 'active', seconds: 7, feed: 'demo', field: 'id' };
    const texts = LANGS.map((lang) =>
      explain(refuse('status-impossible', 'data.status', params), lang),
    );
    expect(new Set(texts).size).toBe(3);
    for (const text of texts) expect(text).toContain('active');
    expect(explain(refuse('too-many-attempts', undefined, { seconds: 7 }), 'fr')).toContain('7 s');
    expect(explain(refuse('feed-unknown'), 'en')).not.toContain('{');
  });

  test('[P1.25] only those that say nothing about the command are worth sending it again', () => {
    expect((['log-full', 'log-unavailable', 'busy', 'internal'] as const).every(isPassing)).toBe(
      true,
    );
    expect((['invalid', 'forbidden', 'incident-unknown'] as const).some(isPassing)).toBe(false);
  });
});
