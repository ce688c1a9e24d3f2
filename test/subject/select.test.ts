import { Map } from 'immutable';
import { describe, expect, it } from 'vitest';
import { initial, type State } from '../../shared/folds.ts';
import {
  candidates,
  distance,
  finds,
  isUnread,
  linkedTo,
  logbook,
  openIncidents,
  openReports,
  readersOf,
  reportsOf,
  settled,
  unread,
} from '../../shared/select.ts';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import { linkKey } from '../../shared/subject/incident/link.ts';
import type { JournalEntry } from '../../shared/subject/journal/schema.ts';
import { readKey } from '../../shared/subject/journal/key.ts';
import type { Report } from '../../shared/subject/report/schema.ts';
import type { Point } from '../../shared/value.ts';

/** Rows are given whole: these questions do not care how a state came about. */
const at = (minute: number): string => `2026-11-24T08:${String(minute).padStart(2, '0')}:00.000Z`;

const report = (id: string, more: Partial<Report> = {}): Report => ({
  id,
  feed: 'belfry',
  record: id,
  priority: 3,
  text: id,
  status: 'new',
  received: at(0),
  changed: at(0),
  updates: 0,
  ...more,
});

const incident = (id: string, more: Partial<Incident> = {}): Incident => ({
  id,
  number: `2026-${id}`,
  type: 'other',
  title: id,
  priority: 3,
  status: 'open',
  disciplines: {},
  opened: { at: at(0), by: 'Demo operator' },
  changed: at(0),
  seq: 1,
  ...more,
});

const entry = (id: string, seq: number, more: Partial<JournalEntry> = {}): JournalEntry => ({
  id,
  seq,
  at: at(seq),
  occurred: at(seq),
  author: { id: 'other', name: 'Demo other', role: 'operator' },
  incident: 'a',
  kind: 'message',
  text: id,
  ...more,
});

const table = <Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> =>
  Map(rows.map((row) => [row.id, row]));

const withReports = (...rows: Report[]): State => ({
  ...initial,
  report: { ...initial.report, reports: table(rows) },
});
const withIncidents = (...rows: Incident[]): State => ({
  ...initial,
  incident: { ...initial.incident, incidents: table(rows) },
});
const withEntries = (...rows: JournalEntry[]): State => ({
  ...initial,
  journal: { ...initial.journal, entries: table(rows) },
});
const ids = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id);

describe('the queue', () => {
  it('[queue] goes by priority, then by age, then by id', () => {
    const state = withReports(
      report('young', { priority: 2, received: at(9) }),
      report('low', { priority: 4, received: at(1) }),
      report('twin-b', { priority: 2, received: at(3) }),
      report('twin-a', { priority: 2, received: at(3) }),
      report('urgent', { priority: 1, received: at(20) }),
    );
    expect(ids(openReports(state))).toEqual(['urgent', 'twin-a', 'twin-b', 'young', 'low']);
  });

  it('[queue] holds new reports and incidents that are not closed; the others are settled, the latest first', () => {
    const state: State = {
      ...withReports(
        report('new'),
        report('merged', { status: 'merged', incident: 'a', settled: at(5) }),
        report('away', { status: 'dismissed', settled: at(6) }),
      ),
      incident: withIncidents(
        incident('a', { status: 'controlled' }),
        incident('done', {
          status: 'closed',
          closed: { at: at(7), by: 'Demo operator', summary: 'Klaar' },
        }),
      ).incident,
    };
    expect(ids(openReports(state))).toEqual(['new']);
    expect(ids(openIncidents(state))).toEqual(['a']);
    expect(settled(state).map((item) => `${item.kind} ${item.row.id}`)).toEqual([
      'incident done',
      'report away',
    ]);
    expect(ids(reportsOf(state, 'a'))).toEqual(['merged']);
  });
});

describe('searching', () => {
  it.each([
    ['', true],
    ['belliard', true],
    ['RUE beLLiard', true],
    ['belliard evere', false],
    ['elsene rue', true],
  ])('[queue] %j finds by all words, without case and accents: %s', (search, found) => {
    expect(finds(search, ['Rue Bélliard', undefined, 'Elsene Ixelles'])).toBe(found);
  });
});

describe('the logbook', () => {
  it('[journal] is one incident, in order of event time, then of the log', () => {
    const state = withEntries(
      entry('second', 2),
      entry('late', 5, { occurred: at(1) }),
      entry('elsewhere', 3, { incident: 'b' }),
      entry('shift', 4, { incident: undefined }),
    );
    expect(ids(logbook(state, 'a'))).toEqual(['late', 'second']);
    expect(ids(logbook(state, undefined))).toEqual(['shift']);
    expect(logbook(state, 'unknown')).toEqual([]);
  });

  it("[journal] counts as unread what others wrote after one's mark, automatic entries not", () => {
    const entries = withEntries(
      entry('read', 2),
      entry('new', 4),
      entry('mine', 5, { author: { id: 'me', name: 'Demo me', role: 'operator' } }),
      entry('auto', 6, { kind: 'auto' }),
      entry('elsewhere', 7, { incident: 'b' }),
    );
    const mark = { incident: 'a', person: 'me', name: 'Demo me', upTo: 3, at: at(3) };
    const read = Map([[readKey('a', 'me'), mark]]);
    const state = { journal: { ...entries.journal, read } };
    expect(unread(state, 'a', 'me')).toBe(1);
    expect(unread(state, 'a', 'somebody')).toBe(3);
    expect(isUnread(entry('new', 4), 3, 'me')).toBe(true);
    expect(readersOf(state, 'a')).toEqual([mark]);
    expect(readersOf(state, 'b')).toEqual([]);
  });

  it('[journal] answers for the state that it is asked about, not for an earlier one', () => {
    const before = withEntries(entry('one', 1));
    expect(ids(logbook(before, 'a'))).toEqual(['one']);
    const after = {
      journal: { ...before.journal, entries: before.journal.entries.set('two', entry('two', 2)) },
    };
    expect(ids(logbook(after, 'a'))).toEqual(['one', 'two']);
    expect(ids(logbook(before, 'a'))).toEqual(['one']);
  });
});

describe('what belongs together', () => {
  it('[incident] links count from both ends; the end that one may not see is left out', () => {
    const two = withIncidents(incident('a'), incident('b'));
    const links = Map([
      [linkKey('a', 'b'), { a: 'a', b: 'b' }],
      [linkKey('b', 'hidden'), { a: 'b', b: 'hidden' }],
    ]);
    const state = { incident: { ...two.incident, links } };
    expect(ids(linkedTo(state, 'a'))).toEqual(['b']);
    expect(ids(linkedTo(state, 'b'))).toEqual(['a']);
  });

  it('[report] the nearest open incident stands first, those without a place last by priority', () => {
    const point = (lon: number, lat: number) => ({ place: { point: [lon, lat] as Point } });
    const state = withIncidents(
      incident('far', point(4.45, 50.9)),
      incident('placeless', { priority: 3 }),
      incident('placeless-urgent', { priority: 1 }),
      incident('near', { ...point(4.351, 50.85), priority: 4 }),
      incident('closed', { ...point(4.35, 50.85), status: 'closed' }),
    );
    const found = candidates(state, report('r', point(4.35, 50.85)));
    expect(found.map((one) => one.incident.id)).toEqual([
      'near',
      'far',
      'placeless-urgent',
      'placeless',
    ]);
    expect(found[0]?.metres).toBeCloseTo(70, 0);
    expect(candidates(state, report('r')).every((one) => one.metres === undefined)).toBe(true);
  });

  it('[map] distances are those of a sphere, also over the poles', () => {
    expect(distance([4.3517, 50.8466], [4.3517, 50.8466])).toBe(0);
    // From the Grand-Place to the Atomium.
    expect(distance([4.3525, 50.8467], [4.3415, 50.8949])).toBeCloseTo(5415, -2);
    expect(distance([0, 90], [180, -90])).toBeCloseTo(Math.PI * 6_371_000, 0);
    expect(distance(undefined, [4, 50])).toBeUndefined();
  });
});
