import { readdirSync, readFileSync } from 'node:fs';
import type { TFunction } from 'i18next';
import { Map } from 'immutable';
import { afterEach, describe, expect, it } from 'vitest';
import { anpr as words } from '../client/i18n/words/anpr.ts';
import { align, differs } from '../client/panel/anpr/align.ts';
import { anprActions } from '../client/panel/anpr/actions.ts';
import { atWork } from '../client/panel/anpr/at-work.ts';
import { checkingOf } from '../client/panel/anpr/checks.ts';
import { rejectable } from '../client/panel/anpr/do.ts';
import { historyOf, settledBy } from '../client/panel/anpr/history.ts';
import { directionText, percent, wordOf } from '../client/panel/anpr/names.ts';
import { bestOf, legBetween, passagesByAlert } from '../client/panel/anpr/passes.ts';
import { FOLD_ABOVE, foldFloods, groupOf } from '../client/panel/anpr/rows.ts';
import { useSession, type Me } from '../client/session.ts';
import { usePicture } from '../client/store.ts';
import { useUi } from '../client/ui.ts';
import { CATEGORIES } from '../shared/anpr/list.ts';
import { BANDS } from '../shared/subject/anpr/rates.ts';
import { OUTCOMES, REJECTIONS, STATUSES } from '../shared/subject/anpr/limits.ts';
import {
  commands,
  events,
  type AlertRow,
  type Done,
  type PassageRow,
} from '../shared/subject/anpr/schema.ts';

const t = ((key: string, values: object = {}) =>
  [key, ...Object.values(values)].join(' ')) as unknown as TFunction;
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 24, 12, minute)).toISOString();
const by = (who: string, minute: number): Done => ({ at: at(minute), by: who, who });

const alert = (id: string, more: Partial<AlertRow> = {}): AlertRow => ({
  ...{ id, list: 'stolen', version: 1, entry: id, category: 'judicial', priority: 3 },
  ...{ covert: false, persons: 1, retentionDays: 30, convoy: false, status: 'new' },
  ...{ certainty: 'certain', probability: 0.99, camera: 'a', lastCamera: 'a' },
  ...{ at: at(0), last: at(0), raised: at(0), passages: 1, checks: [], changed: at(0), seq: 1 },
  ...more,
});
const passage = (id: string, more: Partial<PassageRow> = {}): PassageRow => ({
  ...{ id, alert: 'x', read: id, camera: 'a', point: [4.35, 50.85], at: at(0), last: at(0) },
  ...{ certainty: 'certain', probability: 0.9, picture: false, times: 1 },
  ...more,
});
const text = (listed: string, read: string): string =>
  align(listed, read)
    .map((cell) => (cell.same ? cell.read : `(${cell.listed}/${cell.read})`))
    .join('');

describe('the listed plate held against the one that was read', () => {
  it.each([
    ['1-XXX-001', '1XXX001', '1XXX001'],
    ['2-ZZZ-042', '2-ZZZ-O42', '2ZZZ(0/O)42'],
    ['1-XXX-001', '1XXX01', '1XXX0(0/)1'],
    ['9-TST-123', 'I9TST123', '(/I)9TST123'],
    ['9-TST-123', '', '(9/)(T/)(S/)(T/)(1/)(2/)(3/)'],
  ])('[anpr] %s and %s', (listed, read, expected) => {
    expect(text(listed, read)).toBe(expected);
  });

  it('[anpr] hyphens and small letters are no difference, another character is', () => {
    expect(differs('1-XXX-001', '1 xxx 001')).toBe(false);
    expect(differs('1-XXX-001', '1XXX0O1')).toBe(true);
  });
});

describe('the two checks', () => {
  const checked = (who: string, check: 'picture' | 'list') => ({ check, ...by(who, 1) });

  it('[anpr] are both open to who made none, and each only once to the same person', () => {
    expect(checkingOf(alert('a'), 'me').open).toEqual(['picture', 'list']);
    const one = alert('a', { checks: [checked('me', 'picture')] });
    expect(checkingOf(one, 'me').open).toEqual(['list']);
    expect(checkingOf(one, 'you').open).toEqual(['picture', 'list']);
  });

  it('[anpr] on a list of two persons the first waits for the second, who does not', () => {
    const checks = [checked('me', 'picture'), checked('me', 'list')];
    const two = alert('a', { persons: 2, status: 'acknowledged', checks });
    expect(checkingOf(two, 'me')).toMatchObject({ open: [], waits: true });
    expect(checkingOf(two, 'you')).toMatchObject({ open: ['picture', 'list'], waits: false });
    expect(checkingOf(alert('a', { checks }), 'me').waits).toBe(false);
  });

  it.each(STATUSES.filter((one) => one !== 'new' && one !== 'acknowledged'))(
    '[anpr] nothing is left to check of one that is %s',
    (status) => {
      expect(checkingOf(alert('a', { status }), 'me').open).toEqual([]);
    },
  );
});

describe('a flood', () => {
  const many = (count: number, more: Partial<AlertRow> = {}) =>
    Array.from({ length: count }, (_, n) => alert(`${more.list ?? 'stolen'}-${n}`, more));
  const shown = (alerts: readonly AlertRow[], opened: string[] = []) =>
    foldFloods(alerts, new Set(opened)).map(({ kind, row }) => `${kind} ${row.id}`);

  it('[anpr] of up to eight of one list and priority each stands by itself', () => {
    expect(shown(many(FOLD_ABOVE))).toHaveLength(FOLD_ABOVE);
  });

  it('[anpr] of more folds into one row, in the place of its first; others keep theirs', () => {
    const alerts = [
      alert('w', { priority: 2, list: 'wanted' }),
      ...many(FOLD_ABOVE + 1),
      alert('z', { priority: 4 }),
    ];
    expect(shown(alerts)).toEqual(['anpr w', 'anpr-group stolen:3', 'anpr z']);
  });

  it('[anpr] opened, its alerts stand under it in their order', () => {
    const alerts = many(FOLD_ABOVE + 2);
    const rows = foldFloods(alerts, new Set([groupOf(alerts[0]!)]));
    expect(rows).toHaveLength(FOLD_ABOVE + 3);
    expect(rows[1]).toMatchObject({ kind: 'anpr', inGroup: true, row: { id: 'stolen-0' } });
  });

  it('[anpr] never folds priority 1, and stands under it', () => {
    const alerts = [...many(20, { priority: 1, list: 'wanted' }), ...many(200)];
    const rows = shown(alerts);
    expect(rows).toHaveLength(21);
    expect(rows.at(-1)).toBe('anpr-group stolen:3');
  });

  it('[anpr] is rejected at once but for what somebody verified', () => {
    expect(rejectable([alert('a'), alert('b', { verified: by('me', 1) })])).toEqual(['a']);
  });
});

describe('passages', () => {
  it('[anpr] stand in the order of their times, and those of another alert do not mix in', () => {
    const rows = [
      passage('late', { at: at(9) }),
      passage('other', { alert: 'y' }),
      passage('early', { at: at(2) }),
    ];
    const table = Map(rows.map((one) => [one.id, one]));
    expect(passagesByAlert(table).get('x')).toEqual([rows[2], rows[0]]);
  });

  it('[anpr] the picture is first of the surest one, not of the last', () => {
    const sure = passage('sure', { probability: 0.97 });
    const last = passage('last', { certainty: 'possible', probability: 0.99, at: at(9) });
    expect(bestOf([sure, last])?.id).toBe('sure');
    expect(bestOf([])).toBeUndefined();
  });

  it('[anpr] between two it tells time, distance and the speed that this takes at least', () => {
    const from = { last: at(0), point: [4.35, 50.85] as [number, number] };
    const to = { at: at(2), point: [4.35, 50.868] as [number, number] };
    const leg = legBetween(from, to);
    expect(leg.seconds).toBe(120);
    expect(leg.metres).toBeGreaterThan(1_990);
    expect(leg.metres).toBeLessThan(2_010);
    expect(leg.atLeast).toBe(60);
  });

  it('[anpr] a clock that is off makes no speed', () => {
    const here = { last: at(5), point: [4.35, 50.85] as [number, number] };
    const there = { at: at(4), point: [4.36, 50.85] as [number, number] };
    expect(legBetween(here, there)).toMatchObject({ seconds: 0, atLeast: undefined });
  });

  it('[anpr] a course is told by the compass, else by coming and going, else not', () => {
    expect(directionText({ course: 350 }, t)).toBe('anpr.to-0');
    expect(directionText({ course: 91, direction: 'leaving' }, t)).toBe('anpr.to-2');
    expect(directionText({ direction: 'leaving' }, t)).toBe('anpr.leaving');
    expect(directionText({}, t)).toBe('');
  });
});

describe('how sure it is', () => {
  it('[anpr] is never said to be wholly sure', () => {
    expect(percent(0.9999)).toBe('> 99 %');
    expect(percent(0.71)).toBe('71 %');
    expect([0.99, 0.9, 0.6, 0.2].map(wordOf)).toEqual(['very', 'likely', 'even', 'unlikely']);
  });
});

describe('who did what', () => {
  const told = alert('a', {
    status: 'rejected',
    acknowledged: by('Ann', 1),
    checks: [{ check: 'picture', ...by('Ann', 2) }],
    rejected: { ...by('Bob', 3), reason: 'false-read' },
    notes: [
      { what: 'rejected', text: 'andere auto', at: at(3), by: 'Bob' },
      { what: 'reopened', text: 'toch', at: at(0), by: 'Eve' },
    ],
  });

  it('[anpr] is told in order, with what was written, and nothing twice', () => {
    const history = historyOf(told, undefined, t);
    expect(history.map((one) => `${one.by} ${one.text}`)).toEqual([
      ' anpr.did-raised',
      'Eve anpr.noted-reopened: toch',
      'Ann anpr.did-acknowledged',
      'Ann anpr.did-picture',
      'Bob anpr.did-rejected anpr.reason-false-read: andere auto',
    ]);
  });

  it('[anpr] how it ended is its last deed', () => {
    expect(settledBy(told, t)?.by).toBe('Bob');
  });

  it('[anpr] an incident that one may not see is not named', () => {
    const linked = alert('a', { linked: by('Ann', 2) });
    expect(historyOf(linked, undefined, t).at(-1)?.text).toBe('anpr.did-linkedUnseen');
    expect(historyOf(linked, '2026-0001', t).at(-1)?.text).toBe('anpr.did-linked 2026-0001');
  });

  it('[anpr] the work is shared by those who did some in the last hour, and one at least', () => {
    expect(atWork([], at(30))).toBe(1);
    const rows = [
      alert('a', { acknowledged: by('Ann', 5), checks: [{ check: 'list', ...by('Bob', 6) }] }),
      alert('b', { rejected: { ...by('Ann', 7), reason: 'test' } }),
    ];
    expect(atWork(rows, at(30))).toBe(2);
    expect(atWork(rows, at(66.5))).toBe(1);
  });
});

describe('keys of an alert', () => {
  const start = usePicture.getState();
  const open = {
    raw: '1XXX001',
    plate: '1XXX001',
    listed: '1-XXX-001',
    reason: '',
    differences: [],
  };
  const show = (
    row: AlertRow,
    role: Partial<Me['rights']> = {},
    more: Partial<PassageRow> = { open },
  ) => {
    const rights = { may: ['*'], sees: ['anpr'], cleared: ['plate'], rights: [], ...role };
    useSession.setState({ me: { person: { id: 'me', name: 'Me' }, rights } as unknown as Me });
    const anpr = {
      ...start.shown.anpr,
      alerts: Map([[row.id, row]]),
      passages: Map([['p', passage('p', { alert: row.id, ...more })]]),
    };
    usePicture.setState({ shown: { ...start.shown, anpr } });
    useUi.setState({ selected: { kind: 'anpr', id: row.id }, screen: 'console' });
  };
  const now = (): string[] =>
    anprActions
      .filter(({ id, when }) => !['anpr.zoom', 'anpr.enter'].includes(id) && (when?.() ?? true))
      .map(({ keys = '' }) => keys);
  afterEach(() => {
    usePicture.setState(start);
    useUi.setState({ selected: undefined });
    useSession.setState({ me: undefined });
  });

  it('[anpr] of a new one: acknowledge, the checks, reject; nothing may follow yet', () => {
    show(alert('a'));
    expect(now()).toEqual(['o', '1', '2', 'f', 'x', 'Shift+I']);
  });

  it('[anpr] of a verified one: link, open, dispatch, close', () => {
    show(alert('a', { status: 'verified', verified: by('me', 1) }));
    expect(now()).toEqual(['f', 'x', 'l', 'n', 'd', 'c', 'Shift+I']);
  });

  it('[anpr] linked, it is not linked again; settled, it is only reopened', () => {
    show(alert('a', { status: 'linked', verified: by('me', 1), linked: by('me', 2) }));
    expect(now()).toEqual(['f', 'x', 'd', 'c', 'Shift+I']);
    show(alert('a', { status: 'closed' }));
    expect(now()).toEqual(['r', 'Shift+I']);
  });

  it('[anpr] a plate that is erased cannot be held against anything', () => {
    show(alert('a'), {}, {});
    expect(now()).toEqual(['o', 'f', 'x', 'Shift+I']);
  });

  it('[anpr] who is not sent the plate neither checks nor rejects', () => {
    show(alert('a'), { cleared: ['police'] });
    expect(now()).toEqual(['o', 'Shift+I']);
  });

  it('[anpr] none of them means anything when something else is selected or another screen is open', () => {
    show(alert('a'));
    useUi.setState({ selected: { kind: 'incident', id: 'i' } });
    expect(now()).toEqual(['Shift+I']);
    show(alert('a'));
    useUi.setState({ screen: 'directory' });
    expect(now()).toEqual(['Shift+I']);
  });

  it('[anpr] who neither handles alerts nor is sent one has no section to go to', () => {
    show(alert('a'), { may: [] });
    expect(now()).toEqual(['Shift+I']);
    usePicture.setState({ shown: start.shown });
    expect(now()).toEqual([]);
  });
});

describe('words', () => {
  const known = (key: string) => key in words || `${key}_other` in words;

  it('[anpr] all that the panel says is in the three languages', () => {
    const folder = new URL('../client/panel/anpr/', import.meta.url);
    const said = readdirSync(folder)
      .filter((name) => /\.tsx?$/.test(name))
      .flatMap((name) => [
        ...readFileSync(new URL(name, folder), 'utf8').matchAll(/'anpr\.([A-Za-z-]+[A-Za-z])'/g),
      ])
      .map(([, key = '']) => key)
      // Commands and events are no words.
      .filter((key) => !(`anpr.${key}` in commands) && !(`anpr.${key}` in events));
    expect(said.length).toBeGreaterThan(80);
    expect([...new Set(said)].filter((key) => !known(key))).toEqual([]);
  });

  it('[anpr] every status, reason, outcome, category and band has its words', () => {
    const keys = [
      ...STATUSES.map((one) => `status-${one}`),
      ...REJECTIONS.map((one) => `reason-${one}`),
      ...OUTCOMES.map((one) => `outcome-${one}`),
      ...CATEGORIES.map((one) => `category-${one}`),
      ...BANDS.map((one) => `band-${one}`),
      ...[0, 1, 2, 3, 4, 5, 6, 7].map((one) => `to-${one}`),
    ];
    expect(keys.filter((key) => !known(key))).toEqual([]);
  });
});
