import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { directory as words } from '../client/i18n/words/directory.ts';
import { contactForm, contactRecord, moved } from '../client/panel/directory/contact-form.ts';
import { dueOf, dueOn, isDue } from '../client/panel/directory/due.ts';
import { weeklyText } from '../client/panel/directory/DutyLines.tsx';
import {
  dutyForm,
  dutyRecord,
  momentOfWall,
  wallText,
} from '../client/panel/directory/duty-form.ts';
import {
  organisationForm,
  organisationRecord,
} from '../client/panel/directory/organisation-form.ts';
import { countOf, paperOf } from '../client/panel/directory/paper.ts';
import { indexOf, keysOf, search } from '../client/panel/directory/tree.ts';
import { mondayOf, nowAndNext, postsOf, weekOf } from '../client/panel/directory/week.ts';
import { LANGS } from '../shared/refusal.ts';
import { isSame, recordOf } from '../shared/subject/directory/record.ts';
import { Contact, Duty, Organisation } from '../shared/plan/directory.ts';
import { FILES, SHIPPED, SHIPPED_SLICE, sliceOf } from './fake/directory.ts';

const NAMING = { plan: SHIPPED, managers: new Map(), lang: 'fr' } as const;
const t = ((key: string) =>
  (words as Record<string, { nl: string }>)[key.slice('directory.'.length)]?.nl ??
  key) as unknown as TFunction;

const people = (typed: string): string[] =>
  keysOf(search(indexOf(SHIPPED_SLICE, NAMING), typed))
    .filter(({ kind }) => kind === 'contact')
    .map(({ id }) => id);

describe('searching the directory', () => {
  it('everything without a word, in the order of the plan, every record once', () => {
    const keys = keysOf(search(indexOf(SHIPPED_SLICE, NAMING), ''));
    expect(keys).toHaveLength(FILES.organisations.length + FILES.contacts.length);
    expect(new Set(keys.map(({ kind, id }) => `${kind}/${id}`)).size).toBe(keys.length);
  });

  it('blind to accents and capitals, in any language, by function, place and number', () => {
    expect(people('GAELLE pervenche')).toContain('elsene-mayor');
    expect(people('burgemeester elsene')).toContain('elsene-mayor');
    expect(people('bourgmestre ixelles')).toContain('elsene-mayor');
    expect(people('bourgmestre ixelles')).not.toContain('anderlecht-mayor');
    const [way] = SHIPPED_SLICE.contacts.get('elsene-mayor')!.ways!;
    const bare = way!.address.replace(/\s/g, '');
    for (const number of [way!.address, bare, bare.replace('+32', '0')])
      expect(people(number), number).toContain('elsene-mayor');
    expect(people('zzzz')).toEqual([]);
  });
});

describe('[P5.14] the yearly check', () => {
  it('is due a year later to the day, also after a leap day', () => {
    expect(dueOn('2025-11-24')).toBe('2026-11-24');
    expect(dueOn('2024-02-29')).toBe('2025-03-01');
    expect([isDue('2025-11-24', '2026-11-23'), isDue('2025-11-24', '2026-11-24')]).toEqual([
      ...[false, true],
    ]);
  });

  it('lists the longest overdue first, and what will be within thirty days', () => {
    const [a, b, c, d] = FILES.contacts;
    const slice = sliceOf({
      contacts: [
        { ...a!, checked: '2026-01-01' },
        { ...b!, checked: '2025-12-10' },
        { ...c!, checked: '2025-11-01' },
        { ...d!, checked: '2025-11-24' },
      ],
    });
    const lines = dueOf(slice, '2026-11-24');
    expect(lines.map(({ id, late }) => [id, late])).toEqual([
      [c!.id, 23],
      [d!.id, 0],
      [b!.id, -16],
    ]);
  });
});

describe('records as forms', () => {
  it('every shipped record comes out of its form as it went in', () => {
    for (const row of SHIPPED_SLICE.contacts.values()) {
      const record = contactRecord(contactForm(row), row.id, SHIPPED);
      expect(isSame(Contact.parse(record), recordOf<'contact'>(row)), row.id).toBe(true);
    }
    for (const row of SHIPPED_SLICE.organisations.values()) {
      const record = organisationRecord(organisationForm(row), row.id);
      expect(isSame(Organisation.parse(record), recordOf<'organisation'>(row)), row.id).toBe(true);
    }
    for (const row of SHIPPED_SLICE.duties.values()) {
      const record = dutyRecord(dutyForm(row), row.id, SHIPPED);
      expect(isSame(Duty.parse(record), recordOf<'duty'>(row)), row.id).toBe(true);
    }
  });

  it('numbers that the reader may not see are not sent, so that they stay', () => {
    const { ways: _, ...row } = SHIPPED_SLICE.contacts.get('elsene-mayor')!;
    expect(contactRecord(contactForm(row), row.id, SHIPPED)).not.toHaveProperty('ways');
  });

  it('a way moves one place, and not past the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });

  it('moments are told by the clock in Brussels, in summer and in winter', () => {
    expect(momentOfWall('2026-07-01T20:00')).toBe('2026-07-01T18:00:00.000Z');
    expect(momentOfWall('2026-12-01T20:00')).toBe('2026-12-01T19:00:00.000Z');
    expect(wallText('2026-07-01T18:00:00.000Z')).toBe('2026-07-01T20:00');
    expect([momentOfWall(''), momentOfWall('soon')]).toEqual([undefined, undefined]);
  });
});

describe('a post by the week', () => {
  const post = { function: 'zone-chief', zone: '5339' };
  const [day, night, other] = FILES.contacts;
  const duty = (id: string, contact: string, more: object) =>
    ({ id, ...post, contact, ...more }) as Duty;
  const slice = sliceOf({
    contacts: FILES.contacts.slice(0, 3),
    duties: [
      duty('d', day!.id, { weekly: { days: [1, 2, 3, 4, 5], from: '08:00', until: '20:00' } }),
      duty('n', night!.id, { weekly: { days: [1, 2, 3, 4], from: '20:00', until: '08:00' } }),
      duty('r', other!.id, { from: '2026-11-24T11:00:00Z', until: '2026-11-24T13:00:00Z' }),
    ],
  });

  it('the days are whole: a replacement goes before the pattern, and where nobody is on duty it says so', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    const week = weekOf(slice, post, '2026-11-23');
    const told = week.map(({ slots }) =>
      slots.map(({ duty: one, from, until }) => [one?.id, (until - from) / 3_600_000]),
    );
    expect(told[0]).toEqual(
      [
        [undefined, 8],
        ['d', 12],
        ['n', 4],
      ].map((one) => one),
    );
    expect(told[1]).toEqual(
      [
        ['n', 8],
        ['d', 4],
        ['r', 2],
        ['d', 6],
        ['n', 4],
      ].map((one) => one),
    );
    expect(told[4]).toEqual(
      [
        ['n', 8],
        ['d', 12],
        [undefined, 4],
      ].map((one) => one),
    );
    expect(told[6]).toEqual([[undefined, 24]]);
    expect(week[1]!.slots.map(({ replaces }) => replaces)).toEqual([
      ...[false, false, true, false, false],
    ]);
  });

  it('the day on which the clock goes back has 25 hours', () => {
    const sunday = weekOf(slice, post, '2026-10-19')[6]!;
    expect((sunday.slots.at(-1)!.until - sunday.slots[0]!.from) / 3_600_000).toBe(25);
  });

  it('now until somebody else comes, and then who', () => {
    expect(nowAndNext(slice, post, '2026-11-24T09:00:00Z')).toEqual({
      now: { contact: day!.id, at: '2026-11-24T11:00:00.000Z' },
      next: { contact: other!.id, at: '2026-11-24T11:00:00.000Z' },
    });
    // On Friday evening nobody is on duty until Monday.
    expect(nowAndNext(slice, post, '2026-11-27T20:00:00Z')).toEqual({
      next: { contact: day!.id, at: '2026-11-30T07:00:00.000Z' },
    });
    expect(postsOf(slice)).toEqual([post]);
  });

  it('a pattern in words', () => {
    const text = (days: number[]) => weeklyText({ days, from: '20:00', until: '08:00' }, t);
    expect(text([1, 2, 3, 4, 5])).toBe('ma–vr 20:00–08:00');
    expect(text([6, 7])).toBe('za, zo 20:00–08:00');
    expect(text([7, 1, 3])).toBe('ma, wo, zo 20:00–08:00');
    expect(text([1, 2, 3, 4, 5, 6, 7])).toBe('elke dag 20:00–08:00');
  });
});

describe('the list on paper', () => {
  const managers = new Map(
    FILES.contacts.flatMap(({ holds }) =>
      holds.flatMap(({ manager }) =>
        manager ? [[manager, { id: manager, nl: manager, fr: manager, en: manager }] as const] : [],
      ),
    ),
  ) as never;
  const sections = paperOf(SHIPPED_SLICE, { ...NAMING, managers }, '2026-11-24');

  it('has every function for every place, and everybody who holds one', () => {
    const of = (scope: string) => sections.filter((section) => section.scope === scope);
    expect([of('region'), of('zone'), of('municipality')].map((list) => list.length)).toEqual([
      ...[1, 6, 19],
    ]);
    for (const { scope, posts } of [...of('region'), ...of('zone'), ...of('municipality')])
      expect(posts.map(({ id }) => id)).toEqual(
        SHIPPED.functions.filter((one) => one.scope === scope).map(({ id }) => id),
      );
    const listed = new Set(
      sections.flatMap(({ posts }) => posts.flatMap(({ lines }) => lines.map(({ id }) => id))),
    );
    const held = FILES.contacts.filter(({ holds }) => holds.length > 0).map(({ id }) => id);
    expect(held.filter((id) => !listed.has(id))).toEqual([]);
  });

  it('tells the mayor of Ixelles before the deputies, with all ways and the roster of who has one', () => {
    const elsene = sections.find(({ id }) => id === 'elsene')!;
    const mayor = elsene.posts.find(({ id }) => id === 'mayor')!;
    expect(mayor.lines.map(({ rank }) => rank).slice(0, 2)).toEqual([1, 2]);
    expect(mayor.lines[0]!.ways).toEqual(SHIPPED_SLICE.contacts.get('elsene-mayor')!.ways);
    const duty = elsene.posts.find(({ id }) => id === 'municipal-duty')!;
    expect(duty.lines.some(({ duties }) => duties.length > 0)).toBe(true);
  });

  it('leaves out who is not in force that day, and shows the post that nobody holds', () => {
    const contacts = FILES.contacts.map((one) =>
      one.id === 'elsene-mayor' ? { ...one, until: '2026-11-23' } : one,
    );
    const without = sliceOf({ ...FILES, contacts, duties: [] });
    const elsene = paperOf(without, NAMING, '2026-11-24').find(({ id }) => id === 'elsene')!;
    const mayor = elsene.posts.find(({ id }) => id === 'mayor')!;
    expect(mayor.lines.some(({ id }) => id === 'elsene-mayor')).toBe(false);
    const none = paperOf(sliceOf({}), NAMING, '2026-11-24');
    const many = { region: 1, zone: 6, municipality: 19, manager: 0 };
    const posts = SHIPPED.functions.reduce((sum, { scope }) => sum + many[scope], 0);
    expect(countOf(none)).toEqual({ people: 0, posts, empty: posts });
  });
});

describe('the words of the directory', () => {
  it('are there in all languages, and none is left empty', () => {
    for (const [key, text] of Object.entries(words))
      for (const lang of LANGS) expect(text[lang].trim(), `${key} ${lang}`).not.toBe('');
  });

  it('name every field that a comparison can tell', () => {
    for (const schema of [Organisation, Contact, Duty])
      for (const name of Object.keys(schema.shape))
        expect(words, name).toHaveProperty([`field-${name}`]);
  });
});
