import type { TFunction } from 'i18next';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { hotlist } from '../client/i18n/words/anpr-lists.ts';
import { lookback } from '../client/i18n/words/anpr-lookback.ts';
import { plates } from '../client/i18n/words/anpr-screens.ts';
import { askedOf, NO_FILTER, WHATS } from '../client/panel/anpr-screens/access/filter.ts';
import { sentenceOf, type Naming } from '../client/panel/anpr-screens/access/sentence.ts';
import { hoursOf, mergeSlots, peakOf, sumOf } from '../client/panel/anpr-screens/cameras/flow.ts';
import { countsOf, linesOf } from '../client/panel/anpr-screens/cameras/health.ts';
import {
  definitionKey,
  listForm,
  listOf,
  newListForm,
  wrongInList,
} from '../client/panel/anpr-screens/lists/definition-form.ts';
import { entryForm, entryOf, wrongInEntry } from '../client/panel/anpr-screens/lists/entry-form.ts';
import { changesOf, typeOf } from '../client/panel/anpr-screens/lists/transfer.ts';
import { isOver, validityText } from '../client/panel/anpr-screens/lists/validity.ts';
import { instantOf, localOf } from '../client/panel/anpr-screens/local.ts';
import { nameIn } from '../client/panel/anpr-screens/lookback/hand-over.ts';
import {
  byOf,
  needsProsecutor,
  NEW_LOOK,
  queryOf,
  wrongInLook,
  type LookForm,
} from '../client/panel/anpr-screens/lookback/look-form.ts';
import { offsetText } from '../client/panel/anpr-screens/offset.ts';
import { tabFor, tabsOf } from '../client/panel/anpr-screens/tabs.ts';
import type { AnprCamera, CameraHealth, FlowSlot } from '../shared/anpr/camera.ts';
import { HotList, ListEntry, type ListSummary } from '../shared/anpr/list.ts';
import { LookQuery, PURPOSES, type AccessRow } from '../shared/anpr/lookback.ts';
import { LANGS, type Lang, type Words } from '../shared/refusal.ts';

const areas: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  plates,
  hotlist,
  lookback,
};
/** As i18next does it: plurals by key, a default where there is no such key, values filled in. */
const tIn = (lang: Lang) =>
  ((key: string, values: Record<string, unknown> = {}) => {
    const [area = '', ...rest] = key.split('.');
    const name = rest.join('.');
    const plural = values['count'] === 1 ? `${name}_one` : `${name}_other`;
    const found = areas[area]?.[name] ?? areas[area]?.[plural];
    const text = found?.[lang] ?? (values['defaultValue'] as string | undefined) ?? key;
    return text.replace(/\{\{(\w+)\}\}/g, (_, one: string) => String(values[one]));
  }) as unknown as TFunction;

// Where the browser keeps the language in which times are written.
beforeAll(() => void vi.stubGlobal('localStorage', { getItem: () => 'nl' }));

const NOW = Date.parse('2026-11-24T18:00:00.000Z');
const iso = (ms: number) => new Date(ms).toISOString();

describe('whose the parts of the screen are', () => {
  const rights = (all: string[], cleared: string[] = []) => ({ rights: all, cleared }) as never;
  it('a traffic operator has the cameras and nothing else; a data protection officer the access log', () => {
    expect(tabsOf(rights(['anpr-flow'], ['camera', 'anpr']))).toEqual(['cameras']);
    expect(tabsOf(rights(['audit', 'anpr-flow', 'anpr-audit']))).toEqual(['cameras', 'access']);
    expect(tabsOf(rights(['anpr-flow', 'anpr-lists', 'anpr-lookback'], ['plate']))).toEqual([
      'lists',
      'lookback',
      'cameras',
    ]);
    expect(tabsOf(rights([], ['plate']))).toEqual(['lists']);
    expect(tabsOf(rights(['audit']))).toEqual([]);
    expect(tabsOf(undefined)).toEqual([]);
  });
  it('what another person at this desk had open is not shown to who may not have it', () => {
    expect(tabFor(rights(['anpr-flow']), 'lookback')).toBe('cameras');
    expect(tabFor(rights(['anpr-flow', 'anpr-lookback']), 'lookback')).toBe('lookback');
    expect(tabFor(rights([]), 'lists')).toBeUndefined();
  });
});

describe('moments in fields', () => {
  it('are of the clock in Brussels, in summer and winter, and come back as they were', () => {
    expect(instantOf('2026-11-24T08:31')).toBe('2026-11-24T07:31:00.000Z');
    expect(instantOf('2026-07-01T00:00')).toBe('2026-06-30T22:00:00.000Z');
    expect(localOf('2026-06-30T22:00:00.000Z')).toBe('2026-07-01T00:00');
    for (const bad of ['', 'morgen', '2026-13-01T00:00', '24-11-2026'])
      expect(instantOf(bad)).toBeUndefined();
    expect(localOf(undefined)).toBe('');
  });
});

const stolen: ListSummary = {
  id: 'stolen',
  title: { nl: 'Gestolen', fr: 'Volés', en: 'Stolen' },
  owner: 'Federale politie, DRI',
  category: 'judicial',
  basis: 'Wet op het politieambt art. 44/11/3decies',
  priority: 2,
  colour: 'red',
  tune: 'double',
  restrictions: ['police'],
  covert: false,
  persons: 1,
  retentionDays: 90,
  certainFrom: 0.985,
  possibleFrom: 0.5,
  controllers: ['police'],
  convoy: false,
  active: { kind: 'window', from: '2026-11-24T07:00:00.000Z', until: '2026-11-26T07:00:00.000Z' },
  version: 4,
  entries: 3,
  changed: { at: iso(NOW), by: 'An' },
  counts: true,
};

describe('the definition of a list as a form', () => {
  it('goes there and back without a difference, and what it says is a definition', () => {
    const form = listForm(stolen);
    expect(form.certainFrom).toBe('98.5');
    expect(JSON.stringify(HotList.parse(listOf(form)))).toBe(
      JSON.stringify(HotList.parse(JSON.parse(definitionKey(stolen)))),
    );
    expect(wrongInList(form).size).toBe(0);
    expect(form.basedOn).toBe(definitionKey({ ...stolen, version: 9, entries: 0 }));
    expect(form.basedOn).not.toBe(definitionKey({ ...stolen, priority: 1 }));
  });
  it('a new one says field by field what is missing, and is off until somebody says otherwise', () => {
    const form = newListForm(['police']);
    expect(listOf(form).active).toEqual({ kind: 'off' });
    expect([...wrongInList(form).keys()].sort()).toEqual(
      ['basis', 'category', 'controllers', 'en', 'fr', 'id', 'nl', 'owner'].sort(),
    );
  });
  it.each([
    [{ retentionDays: '366' }, 'retentionDays', 'retentionDays'],
    [{ retentionDays: '' }, 'retentionDays', 'retentionDays'],
    [{ retentionDays: '1.5' }, 'retentionDays', 'retentionDays'],
    [{ certainFrom: '49' }, 'certainFrom', 'certainFrom'],
    [{ possibleFrom: '99' }, 'possibleFrom', 'order'],
    [{ covert: true }, 'restrictions', 'covert'],
    [{ restrictions: [] }, 'restrictions', 'restrictions'],
    [{ until: '2026-11-24T07:00' }, 'until', 'window'],
    [{ from: '' }, 'from', 'from'],
    [{ kind: 'incident' as const }, 'incident', 'incident'],
    [{ basis: '  ' }, 'basis', 'basis'],
  ])('refuses %o at its field', (patch, field, why) => {
    const wrong = wrongInList({ ...listForm(stolen), ...patch });
    expect(wrong.get(field as never)).toBe(why);
    expect(hotlist).toHaveProperty(`wrong-${why}`);
  });
  it('takes a comma, and no id that is taken', () => {
    expect(listOf({ ...listForm(stolen), certainFrom: '97,5' }).certainFrom).toBe(0.975);
    expect(wrongInList(listForm(stolen), ['stolen']).get('id')).toBe('taken');
  });
});

describe('a vehicle as a form', () => {
  const entry: ListEntry = {
    ...{ id: 'E-1', plate: '1-XXX-001', country: 'BE', reason: 'Gestolen' },
    ...{ from: '2026-11-24T07:31:17.250Z', reference: 'BR.11' },
  };
  it('goes there and back; the seconds of a moment that nobody touched stay', () => {
    expect(entryOf(entryForm(entry), 'E-1', entry)).toEqual(entry);
    const moved = { ...entryForm(entry), from: '2026-11-24T09:00' };
    expect(entryOf(moved, 'E-1', entry).from).toBe('2026-11-24T08:00:00.000Z');
    expect(ListEntry.safeParse(entryOf(moved, 'E-1', entry)).success).toBe(true);
    expect(entryOf({ ...entryForm(entry), country: '', reference: ' ' }, 'E-1')).not.toHaveProperty(
      'country',
    );
  });
  it('says at which field it cannot be saved', () => {
    const form = entryForm(undefined);
    expect([...wrongInEntry(form)]).toEqual([
      ['plate', 'plate'],
      ['reason', 'reason'],
    ]);
    const good = { ...form, plate: 'zz-001-zz', reason: 'Gestolen' };
    expect(wrongInEntry(good).size).toBe(0);
    expect(entryOf(good, 'x').plate).toBe('ZZ-001-ZZ');
    expect(wrongInEntry({ ...good, plate: 'X'.repeat(25) }).get('plate')).toBe('plate');
    expect(
      wrongInEntry({ ...good, from: '2026-11-24T09:00', until: '2026-11-24T09:00' }).get('until'),
    ).toBe('window');
  });
  it('tells in words when it counts', () => {
    const t = tIn('nl');
    const at = (hours: number) => iso(NOW + hours * 3_600_000);
    expect(validityText({}, NOW, t)).toBe('zolang ze erop staat');
    expect(validityText({ until: at(-1) }, NOW, t)).toBe('verlopen sinds 18:00');
    expect(validityText({ from: at(-2), until: at(1) }, NOW, t)).toBe('tot 20:00');
    expect(validityText({ from: at(1), until: at(2) }, NOW, t)).toBe('20:00 tot 21:00');
    expect(isOver({ until: at(0) }, NOW)).toBe(true);
  });
});

describe('a file of a list', () => {
  it('is what its name says, else what its beginning looks like', () => {
    expect(typeOf('lijst.JSONL', '{')).toBe('application/x-ndjson');
    expect(typeOf('lijst.json', '{')).toBe('application/json');
    expect(typeOf('lijst.tsv', '[')).toBe('text/csv');
    expect(typeOf('', '\ufeff  [{')).toBe('application/json');
    expect(typeOf('', '{"plate"')).toBe('application/x-ndjson');
    expect(typeOf('', 'plate;reason')).toBe('text/csv');
  });
  it('tells what differs field by field, what goes and comes too', () => {
    const before = { id: 'a', plate: '1-XXX-001', reason: 'oud', until: 'x' };
    const after = { id: 'a', plate: '1-XXX-001', reason: 'nieuw', vehicle: 'Golf' };
    expect(changesOf(before, after)).toEqual([
      { field: 'until', before: 'x', after: '' },
      { field: 'reason', before: 'oud', after: 'nieuw' },
      { field: 'vehicle', before: '', after: 'Golf' },
    ]);
  });
});

describe('cameras and flow', () => {
  const camera = (id: string, nl: string) => ({ id, name: { nl, fr: nl } }) as AnprCamera;
  const health = (id: string, state: CameraHealth['health']) =>
    [id, { camera: id, health: state } as CameraHealth] as const;
  it('the worst stand first, those of which nothing is told count as never heard', () => {
    const cameras = [camera('a', 'Z'), camera('b', 'B'), camera('c', 'C'), camera('d', 'D'), camera('e', 'A')]; // prettier-ignore
    const told = new Map([health('a', 'ok'), health('b', 'poor'), health('c', 'silent'), health('e', 'ok')]); // prettier-ignore
    const lines = linesOf(cameras, told, 'nl');
    expect(lines.map((line) => line.camera.id)).toEqual(['c', 'b', 'd', 'e', 'a']);
    expect(countsOf(lines)).toEqual({ ok: 2, silent: 1, 'clock-off': 0, poor: 1, never: 1 });
  });
  const slot = (camera: string, at: string, approaching: number): FlowSlot => ({
    ...{ camera, slot: at, approaching, leaving: 1, unknown: 0 },
  });
  it('sums by the hour of the clock, the running one last, and leaves out what is older', () => {
    const now = Date.parse('2026-11-24T18:20:00.000Z');
    const slots = [
      slot('a', '2026-11-24T18:15:00.000Z', 100),
      slot('a', '2026-11-24T17:00:00.000Z', 5),
      slot('b', '2026-11-24T17:55:00.000Z', 7),
      slot('a', '2026-11-24T15:55:00.000Z', 9),
    ];
    const hours = hoursOf(slots, now, 3);
    expect(hours.map((hour) => [iso(hour.from).slice(11, 16), sumOf(hour), hour.running])).toEqual([
      ['16:00', 0, false],
      ['17:00', 14, false],
      ['18:00', 101, true],
    ]);
    // An hour that is not over is no peak, however much it has already.
    expect(iso(peakOf(hours)!.from)).toBe('2026-11-24T17:00:00.000Z');
    expect(peakOf(hoursOf([], now))).toBeUndefined();
  });
  it('a newer count takes the place of the older one of its camera and slot only', () => {
    const [old, other] = [slot('a', iso(NOW), 1), slot('b', iso(NOW), 2)];
    const gone = slot('a', iso(NOW - 1), 9);
    const merged = mergeSlots([gone, old, other], [slot('a', iso(NOW), 4)], NOW);
    expect(merged).toEqual([other, slot('a', iso(NOW), 4)]);
  });
  it('says of a clock how it goes', () => {
    expect(offsetText(40, tIn('nl'), 'nl')).toBe('gelijk');
    expect(offsetText(-1_340, tIn('nl'), 'nl')).toBe('1,3 s achter');
    expect(offsetText(127_000, tIn('fr'), 'fr')).toBe('avance de 2 min');
  });
});

describe('looking back', () => {
  const good: LookForm = {
    ...NEW_LOOK,
    ...{ purpose: 'judicial-crime', case: 'BR.11', reason: 'Overval', plate: '1-XXX-001' },
    ...{ from: '2026-11-20T10:00', until: '2026-11-24T10:00' },
  };
  it('an empty form names every field that is missing, each with words', () => {
    const wrong = wrongInLook(NEW_LOOK, NOW);
    expect([...wrong.keys()]).toEqual(['purpose', 'case', 'reason', 'plate', 'from', 'until']);
    for (const why of wrong.values()) expect(lookback).toHaveProperty(`wrong-${why}`);
  });
  it('what is right becomes a query that the server reads', () => {
    expect(wrongInLook(good, NOW).size).toBe(0);
    expect(LookQuery.parse(queryOf(good, NOW))).toEqual({
      ...{ purpose: 'judicial-crime', case: 'BR.11', reason: 'Overval', plate: '1-XXX-001' },
      ...{ from: '2026-11-20T09:00:00.000Z', until: '2026-11-24T09:00:00.000Z' },
    });
  });
  it('asks for the prosecutor before a month back, to the day, and only in judicial use', () => {
    const on = { ...good, from: '2026-10-24T00:00' };
    const before = { ...good, from: '2026-10-23T23:59' };
    expect(needsProsecutor(on, NOW)).toBe(false);
    expect(needsProsecutor(before, NOW)).toBe(true);
    expect([...wrongInLook(before, NOW)]).toEqual([['prosecutor', 'prosecutor']]);
    const given = { ...before, prosecutor: '2026/42' };
    expect(wrongInLook(given, NOW).size).toBe(0);
    expect(queryOf(given, NOW).prosecutor).toBe('2026/42');
    // Typed and not needed any more, it is not sent.
    expect(queryOf({ ...given, from: on.from }, NOW)).not.toHaveProperty('prosecutor');
    const administrative = { ...given, purpose: 'administrative-listed' as const };
    expect(needsProsecutor(administrative, NOW)).toBe(false);
    expect(wrongInLook(administrative, NOW).get('from')).toBe('month');
    expect(wrongInLook({ ...given, from: '2025-11-23T23:00' }, NOW).get('from')).toBe('year');
  });
  it('has no wildcards, and cameras for an hour at most, twenty of them, never administratively', () => {
    for (const plate of ['1-XXX-*', '1XX?001', 'X', '%'])
      expect(wrongInLook({ ...good, plate }, NOW).get('plate')).toBe('wildcard');
    const cameras: LookForm = {
      ...good,
      ...{ by: 'cameras', cameras: ['a'], from: '2026-11-24T09:00', until: '2026-11-24T10:00' },
    };
    expect(wrongInLook(cameras, NOW).size).toBe(0);
    expect(queryOf(cameras, NOW)).not.toHaveProperty('plate');
    expect(wrongInLook({ ...cameras, until: '2026-11-24T10:01' }, NOW).get('until')).toBe('hour');
    expect(wrongInLook({ ...cameras, cameras: [] }, NOW).get('cameras')).toBe('cameras');
    const many = Array.from({ length: 21 }, (_, i) => String(i));
    expect(wrongInLook({ ...cameras, cameras: many }, NOW).get('cameras')).toBe('tooMany');
    expect(byOf({ ...cameras, purpose: 'administrative-listed' })).toBe('plate');
  });
  it('every purpose has its name and its law in every language', () => {
    for (const purpose of PURPOSES)
      for (const lang of LANGS)
        for (const key of [`purpose-${purpose}`, `law-${purpose}`] as const)
          expect(lookback[key][lang].length).toBeGreaterThan(10);
  });
  it('takes the name of a file only as far as it is one', () => {
    expect(nameIn('attachment; filename="belfry-anpr-147.csv"')).toBe('belfry-anpr-147.csv');
    expect(nameIn('attachment; filename="../x"')).toBeUndefined();
    expect(nameIn(null)).toBeUndefined();
  });
});

describe('the access log in words', () => {
  const naming = (lang: Lang): Naming => ({
    ...{ t: tIn(lang), lang },
    role: (id) => ({ police: 'Politie-operator' })[id] ?? id,
    camera: (id) => `camera ${id}`,
    list: (id) => ({ stolen: 'Gestolen' })[id] ?? id,
  });
  const row = (patch: Partial<AccessRow>): AccessRow => ({
    ...{ id: 'x', seq: 1, at: iso(NOW), what: 'look' },
    actor: { id: 'an', name: 'An', role: 'police' },
    ...patch,
  });
  it('tells who, what, when, which case, why, and what came of it', () => {
    const look = row({
      ...{ purpose: 'judicial-crime', case: 'BR.11', reason: 'Overval', fingerprint: 'f' },
      ...{ from: '2026-11-23T17:00:00.000Z', until: iso(NOW), count: 1 },
    });
    expect(sentenceOf(look, naming('nl'))).toBe(
      'An, Politie-operator, zocht terug naar een nummerplaat. Periode: 23/11/2026 18:00:00 tot ' +
        '24/11/2026 19:00:00. Doel: Gerechtelijk: misdaad of wanbedrijf. Dossier BR.11. ' +
        'Reden: Overval. 1 passage gegeven.',
    );
  });
  it('names three cameras and counts the others', () => {
    const look = row({ cameras: ['1', '2', '3', '4', '5'], count: 2 });
    expect(sentenceOf(look, naming('nl'))).toContain(
      'alle passages aan camera 1, camera 2, camera 3 en nog 2 camera’s',
    );
  });
  it('says why something was refused, and keeps a code that it does not know', () => {
    const refused = row({ what: 'refused', refused: 'look-prosecutor' });
    expect(sentenceOf(refused, naming('fr'))).toContain('sans décision du parquet');
    expect(sentenceOf(row({ what: 'refused', refused: 'look-plate-only' }), naming('nl'))).toMatch(
      /Waarom niet: Voor bestuurlijk gebruik/,
    );
    expect(sentenceOf(row({ what: 'refused', refused: 'of-tomorrow' }), naming('nl'))).toContain(
      'of-tomorrow',
    );
  });
  it('has a sentence for everything that can stand there, in every language, with nothing left open', () => {
    for (const lang of LANGS)
      for (const what of WHATS) {
        const text = sentenceOf(
          row({ what, about: what === 'deletion' ? 'reads' : 'stolen', count: 3 }),
          naming(lang),
        );
        expect(text).toMatch(/^An, Politie-operator,? .*\.$/);
        expect(text).not.toMatch(/undefined|\{\{|plates\./);
      }
    const gone = row({ what: 'deletion', about: 'keys', count: 12, until: iso(NOW) });
    expect(sentenceOf(gone, naming('nl'))).toContain('12 sleutels. Alles van vóór 24/11/2026');
  });
  it('asks only for what was filled in', () => {
    expect(askedOf(NO_FILTER)).toEqual({});
    const filter = { ...NO_FILTER, what: 'look' as const, case: ' BR.11 ', plate: '1-XXX-001' };
    expect(askedOf({ ...filter, from: '2026-11-24T00:00' })).toEqual({
      ...{ what: 'look', case: 'BR.11', plate: '1-XXX-001' },
      from: '2026-11-23T23:00:00.000Z',
    });
  });
});
