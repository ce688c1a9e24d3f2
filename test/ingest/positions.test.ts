import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ConfigMistake } from '../../server/config.ts';
import { cotReader } from '../../server/ingest/cot.ts';
import type { PositionFeed } from '../../server/ingest/positions.ts';
import {
  featureReader,
  featuresOf,
  readPositionFeed,
  type ReadFix,
} from '../../server/ingest/positions.ts';
import { config } from './given.ts';

const NOW = Date.parse('2026-11-24T12:00:00.000Z');
const life = { staleSeconds: 60, longestMinutes: 60, goneMinutes: 30 };
const feed = readPositionFeed(config, ['police', 'medical']);
/** As the centre's, but for the whole world. */
const anywhere: PositionFeed = { ...feed, within: [-180, -90, 180, 90] };

const feature = featureReader(feed, life, () => NOW);
const cot = cotReader(feed, life, () => NOW);

const geo = (properties: object = {}, coordinates: unknown = [4.35, 50.85]) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates },
  properties: { id: 'u-1', at: '2026-11-24T11:59:50Z', ...properties },
});
const refused = (code: string, path: string, params?: object) => ({
  ok: false,
  refusal: { code, path, ...(params ? { params } : {}) },
});
const lacks = (path: string) => refused('record-unusable', path, { field: path });

/** An event with these attributes; undefined takes one away. */
function event(
  attributes: Record<string, string | undefined> = {},
  point: Record<string, string | undefined> | null = {},
  detail = '',
): string {
  const tag = (name: string, all: Record<string, string | undefined>) =>
    `<${name} ${Object.entries(all)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key}="${value}"`)
      .join(' ')}`;
  const all = {
    ...{ version: '2.0', uid: 'ANDROID-1', type: 'a-f-G-U-C', how: 'm-g' },
    ...{ time: '2026-11-24T11:59:50Z', start: '2026-11-24T11:59:50Z' },
    ...{ stale: '2026-11-24T12:01:05Z', ...attributes },
  };
  const where = { lat: '50.85', lon: '4.35', hae: '30.5', ce: '4.0', le: '9999999.0', ...point };
  const inner = point === null ? '' : `${tag('point', where)}/>`;
  return `${tag('event', all)}>${inner}<detail>${detail}</detail></event>`;
}
function readAll(xml: string, read = cot): ReadFix[] {
  const result = read(xml);
  if (!result.ok) throw new Error(`refused as a whole: ${result.refusal.code}`);
  return [...result.items];
}
const one = (xml: string, read = cot): ReadFix => readAll(xml, read)[0]!;

describe('positions as GeoJSON', () => {
  it('[ingest] a point with its properties is a fix', () => {
    const given = geo(
      {
        ...{ callsign: 'BW 12', kind: 'vehicle', discipline: 'D1' },
        ...{ course: 359.97, speed: '12.34', accuracy: 5 },
      },
      [4.3512345678, 50.85, 61.26],
    );
    expect(feature(given)).toEqual({
      ok: true,
      data: {
        ...{ id: 'u-1', callsign: 'BW 12', kind: 'vehicle', discipline: 'D1' },
        ...{ point: [4.351235, 50.85], height: 61.3, course: 0, speed: 12.3, accuracy: 5 },
        at: '2026-11-24T11:59:50.000Z',
        stale: '2026-11-24T12:00:50.000Z',
        gone: '2026-11-24T12:30:50.000Z',
      },
    });
  });

  it('[ingest] the id may be the feature’s own, and a time without a zone is local', () => {
    const given = { ...geo({ id: undefined, at: '2026-11-24T12:59:50' }), id: 7 };
    expect(feature(given)).toMatchObject({
      data: { id: '7', kind: 'other', at: '2026-11-24T11:59:50.000Z' },
    });
  });

  it('[P4.40] units of a discipline are restricted as the mapping says, those of none as `unknown`', () => {
    expect(feature(geo({ discipline: 'D3' }))).toMatchObject({
      data: { restrictions: ['police'] },
    });
    expect(feature(geo())).not.toHaveProperty('data.restrictions');
    const careful = featureReader(
      { ...feed, restrictions: { ...feed.restrictions, unknown: ['police'] } },
      life,
      () => NOW,
    );
    expect(careful(geo())).toMatchObject({ data: { restrictions: ['police'] } });
    expect(careful(geo({ discipline: 'D1' }))).not.toHaveProperty('data.restrictions');
    expect(() => readPositionFeed(config, ['medical'])).toThrow(ConfigMistake);
  });

  it('[bad] what makes no sense is refused with its place', () => {
    const cases: [object, object][] = [
      [geo({ id: undefined }), lacks('properties.id')],
      [geo({ at: undefined }), lacks('properties.at')],
      [geo({ at: 'yesterday' }), refused('invalid', 'properties.at')],
      [geo({ at: '2026-11-24' }), refused('invalid', 'properties.at')],
      [geo({ at: '2026-11-24T12:01:01Z' }), refused('time-ahead', 'properties.at')],
      [geo({ stale: 'soon' }), refused('invalid', 'properties.stale')],
      [geo({ course: 361 }), refused('invalid', 'properties.course')],
      [geo({ speed: -1 }), refused('invalid', 'properties.speed')],
      [geo({ accuracy: 'good' }), refused('invalid', 'properties.accuracy')],
      [geo({ kind: 'tank' }), refused('invalid', 'properties.kind')],
      [geo({ discipline: 'D6' }), refused('invalid', 'properties.discipline')],
      [geo({}, [0, 0]), refused('position-none', 'geometry.coordinates.1')],
      [geo({}, [50.85, 4.35]), refused('position-swapped', 'geometry.coordinates.1')],
      [geo({}, [2.35, 48.85]), refused('position-outside', 'geometry.coordinates.1')],
      [geo({}, [4.35, 95]), refused('invalid', 'geometry.coordinates.1')],
      [geo({}, [190, 50]), refused('invalid', 'geometry.coordinates.0')],
      [geo({}, [4.35]), refused('invalid', 'geometry.coordinates.1')],
      [geo({}, [null, 50.85]), refused('invalid', 'geometry.coordinates.0')],
      [geo({}, 'here'), refused('invalid', 'geometry.coordinates')],
      [{ ...geo(), geometry: null }, refused('invalid', 'geometry.type')],
      [{ ...geo(), type: 'Point' }, refused('invalid', 'type')],
    ];
    for (const [given, answer] of cases) expect([given, feature(given)]).toEqual([given, answer]);
    for (const nonsense of [null, 7, 'x', [], {}]) expect(feature(nonsense).ok).toBe(false);
  });

  it('[ingest] a body is a collection, a feature or a list', () => {
    const list = [geo()];
    expect(featuresOf({ type: 'FeatureCollection', features: list })).toEqual(list);
    expect(featuresOf(geo())).toEqual(list);
    expect(featuresOf(list)).toEqual(list);
    for (const other of [null, {}, 'x', { type: 'FeatureCollection' }])
      expect(featuresOf(other)).toBeUndefined();
  });
});

describe('positions as Cursor on Target', () => {
  it('[ingest] an event is a fix; what the device does not know is left out', () => {
    const detail =
      '<contact callsign="BW 7"/><__group name="Red" role="Team Member"/>' +
      '<track course="271.26" speed="3.21"/>';
    expect(one(event({}, {}, detail))).toEqual({
      ok: true,
      data: {
        ...{ id: 'ANDROID-1', callsign: 'BW 7', kind: 'person', discipline: 'D1' },
        ...{ point: [4.35, 50.85], height: 30.5, accuracy: 4, course: 271.3, speed: 3.2 },
        at: '2026-11-24T11:59:50.000Z',
        stale: '2026-11-24T12:01:05.000Z',
        gone: '2026-11-24T12:31:05.000Z',
      },
    });
    const vague = one(
      event(
        { start: undefined, how: undefined, version: undefined },
        { hae: '9999999.0', ce: '9999999', le: 'NaN' },
        '<track course="NaN" speed="9999999.0"/>',
      ),
    );
    expect(Object.keys(vague.ok ? vague.data! : {}).sort()).toEqual([
      'at',
      'gone',
      'id',
      'kind',
      'point',
      'stale',
    ]);
    expect(one(event({}, { hae: 'NaN', ce: 'NaN' }))).toMatchObject({ ok: true });
  });

  it('[ingest] type, callsign and team tell kind and discipline, each by the first line that does', () => {
    const rules: PositionFeed['cot']['rules'] = [
      { type: 'a-.-A-M-H-Q', kind: 'drone' },
      { type: 'a-.-A', kind: 'aircraft' },
      { team: 'Blue', callsign: 'P', discipline: 'D3' },
      { callsign: 'P', discipline: 'D4' },
      { type: 'b-m-p-s-p-i', kind: 'other' },
    ];
    const read = cotReader({ ...feed, cot: { skip: [], rules } }, life, () => NOW);
    const told = (type: string, detail = '') => {
      const fix = one(event({ type }, {}, detail), read);
      return fix.ok ? [fix.data?.kind, fix.data?.discipline, fix.data?.restrictions] : fix;
    };
    const blue = '<contact callsign="P1"/><__group name="Blue"/>';
    expect(told('a-f-A-M-H-Q', blue)).toEqual(['drone', 'D3', ['police']]);
    expect(told('a-u-A-C')).toEqual(['aircraft', undefined, undefined]);
    expect(told('a-f-G', '<contact callsign="P1"/>')).toEqual(['other', 'D4', undefined]);
    expect(told('b-m-p-s-p-i')).toEqual(['other', undefined, undefined]);
    expect(told('b-m-p-w')).toEqual(refused('not-position', 'type'));
  });

  it('[bad] an event that lacks something is refused with its place', () => {
    const cases: [string, object][] = [
      ...['uid', 'type', 'time', 'stale'].map((name): [string, object] => [
        event({ [name]: undefined }),
        lacks(name),
      ]),
      [event({ uid: ' ' }), lacks('uid')],
      [event({}, null), lacks('point')],
      [event({}, { lat: undefined }), lacks('point.lat')],
      [event({}, { lon: '' }), lacks('point.lon')],
      [event({}, { lat: 'NaN' }), refused('invalid', 'point.lat')],
      [event({}, { lon: 'east' }), refused('invalid', 'point.lon')],
      [event({}, { lat: '0', lon: '0.0' }), refused('position-none', 'point.lat')],
      [event({}, { lat: '4.35', lon: '50.85' }), refused('position-swapped', 'point.lat')],
      [event({}, { lat: '39.1', lon: '-105.1' }), refused('position-outside', 'point.lat')],
      [event({ time: 'now' }), refused('invalid', 'time')],
      [event({ stale: 'never' }), refused('invalid', 'stale')],
      [event({ time: '2026-11-24T12:01:01Z' }), refused('time-ahead', 'time')],
      [event({ type: 't-x-m-c' }), refused('not-position', 'type')],
      ['<event uid="e" type="a-f-G"/>', lacks('time')],
      ['<event/>', lacks('uid')],
    ];
    for (const [xml, answer] of cases) expect([xml, one(xml)]).toEqual([xml, answer]);
    // A greeting of the device is neither a position nor a mistake.
    expect(one(event({ type: 't-x-c-t' }, null))).toEqual({ ok: true, data: undefined });
  });

  it('[P2.20] nobody is taken for present longer than the centre says, whatever the device says', () => {
    const stale = (text: string) => one(event({ stale: text }));
    expect(stale('2027-11-24T11:59:50Z')).toMatchObject({
      data: { stale: '2026-11-24T12:59:50.000Z', gone: '2026-11-24T13:29:50.000Z' },
    });
    expect(stale('2020-01-01T00:00:00Z')).toMatchObject({
      data: { stale: '2026-11-24T11:59:50.000Z' },
    });
  });

  it('[ingest] several events come in an envelope, or one after another, each answered for in its place', () => {
    const [a, b] = [event({ uid: 'a' }), event({ uid: 'b' })];
    const ids = (xml: string) => readAll(xml).map((fix) => fix.ok && fix.data?.id);
    expect(ids(`<?xml version="1.0"?><events>${a}<event/>${b}</events>`)).toEqual([
      'a',
      false,
      'b',
    ]);
    expect(ids(`<?xml version="1.0"?>\n${a}\n<?xml version="1.0"?>\n${b}`)).toEqual(['a', 'b']);
    expect(ids(`\ufeff${a}<!-- <event/> -->${b}`)).toEqual(['a', 'b']);
    // An event inside another one's details is part of it.
    expect(ids(event({ uid: 'c' }, {}, a))).toEqual(['c']);
  });

  it('[bad] broken XML, bombs and other documents are refused as a whole, one broken event by itself', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><event uid="&b;"/>';
    for (const xml of ['', 'text', '<event>', '<event', bomb])
      expect(cot(xml)).toMatchObject({ ok: false, refusal: { code: 'xml-broken' } });
    expect(cot('<events/>')).toMatchObject({ ok: false, refusal: { code: 'record-unusable' } });
    const half = '<event uid="x" uid="y"><point/></event>';
    expect(readAll(half + event()).map((fix) => fix.ok)).toEqual([false, true]);
    const long = event({}, {}, `<remarks>${'x'.repeat(70_000)}</remarks>`);
    expect(one(long)).toMatchObject({ ok: false, refusal: { code: 'too-large' } });
    const begun = performance.now();
    cot('<event '.repeat(200_000));
    cot(`<events>${'<event/>'.repeat(60_000)}</events>`);
    cot(`<events>${"<event a='".repeat(60_000)}</events>`);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

const fixtures = fileURLToPath(new URL('../../../shared/fixtures/cot', import.meta.url));
const noFixtures = existsSync(fixtures) ? '' : 'skipped: ../shared/fixtures/cot is not here';

describe('real events', () => {
  it.skipIf(noFixtures)(
    `[ingest] every event of real devices is read, or refused with a reason ${noFixtures}`,
    () => {
      const files = readdirSync(fixtures).filter((name) => name.endsWith('.xml'));
      expect(files.length).toBeGreaterThan(0);
      const reasons: Record<string, number> = {};
      let read = 0;
      for (const file of files) {
        const xml = readFileSync(join(fixtures, file), 'utf8');
        for (const fix of readAll(
          xml,
          cotReader(anywhere, life, () => NOW),
        )) {
          if (fix.ok) {
            read += 1;
            expect(fix.data).toMatchObject({ kind: expect.any(String), point: expect.any(Array) });
          } else reasons[fix.refusal.code] = (reasons[fix.refusal.code] ?? 0) + 1;
        }
        // To a centre in Brussels they are not its units, and it says so.
        for (const fix of readAll(xml)) expect(fix).toMatchObject({ ok: false });
      }
      // Two are no positions of anything: a drawing, and the receipt of a file.
      expect({ read, ...reasons }).toEqual({ read: files.length - 2, 'not-position': 2 });
    },
  );
});
