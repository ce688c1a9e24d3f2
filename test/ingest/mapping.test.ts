import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Mapping } from '../../server/ingest/mapping.ts';
import { at, fill } from '../../server/ingest/path.ts';
import { isInside, projector } from '../../server/projection.ts';
import { mapper } from '../../server/ingest/record.ts';
import { isTimeFormat, readTime } from '../../server/ingest/time.ts';
import { fixtures, mappings, mappingWith, noFixtures, priorities } from './given.ts';

const map = (record: object, mapping: object = {}) => {
  const mapped = mapper(mappingWith(mapping), priorities)({ id: '1', text: 'rook', ...record });
  return mapped.ok ? mapped.data : mapped.refusal;
};

describe('paths and templates', () => {
  it('[ingest] finds fields, items of lists, and keys with dots', () => {
    const record = { a: { b: [{ c: 5 }] }, 'x.y': 'dotted' };
    expect(at(record, 'a.b[0].c')).toBe(5);
    expect(at(record, 'x.y')).toBe('dotted');
    expect(at(record, 'a.b[3].c')).toBeUndefined();
    expect(at(record, '__proto__.toString')).toBeUndefined();
    expect(at(record, 'constructor')).toBeUndefined();
  });

  it('[ingest] a part in brackets drops out whole, a default stands in', () => {
    expect(fill('{a}[ ({b})]', { a: 'x', b: 'y' })).toBe('x (y)');
    expect(fill('{a}[ ({b})]', { a: 'x' })).toBe('x');
    expect(fill('{b|onbekend}', {})).toBe('onbekend');
  });

  it('[ingest] brackets in a path are its own, also within a part in brackets', () => {
    const record = { roads: [{ name: 'R20' }], id: ['q'] };
    expect(fill('{roads[0].name}[ / {roads[1].name}][ ({roads[0].name})]', record)).toBe(
      'R20 (R20)',
    );
    expect(map({ id: ['q', 'r'] }, { id: 'id[1]' })).toMatchObject({ record: 'r' });
  });

  it('[ingest] what a record says is never read as a template', () => {
    expect(fill('{a}', { a: '{b} [{c}]', b: 'secret' })).toBe('{b} [{c}]');
  });
});

describe('times', () => {
  it('[ingest] a stamp without a zone is Brussels time, in winter and in summer', () => {
    expect(readTime('2026-01-15T12:00:00', 'iso', 'Europe/Brussels')?.at).toBe(
      '2026-01-15T11:00:00.000Z',
    );
    expect(readTime('2026-07-15T12:00:00', 'iso', 'Europe/Brussels')?.at).toBe(
      '2026-07-15T10:00:00.000Z',
    );
    expect(readTime('25/10/2026 01:30', 'dd/MM/yyyy HH:mm', 'Europe/Brussels')?.at).toBe(
      '2026-10-24T23:30:00.000Z',
    );
    expect(readTime('2026-07-15T12:00:00+03:00', 'iso', 'Europe/Brussels')?.at).toBe(
      '2026-07-15T09:00:00.000Z',
    );
  });

  it('[ingest] tells how exactly the source knows it', () => {
    expect(readTime('2020', 'year', 'Europe/Brussels')).toEqual({
      at: '2019-12-31T23:00:00.000Z',
      precision: 'year',
    });
    expect(readTime('2020-05-01', 'iso', 'UTC')?.precision).toBe('day');
    expect(readTime('1600000000', 'epoch-seconds', 'UTC')?.at).toBe('2020-09-13T12:26:40.000Z');
  });

  it('[ingest] the hour that comes twice is its first, the one that is skipped the next; never by season', () => {
    const at = (text: string) => readTime(text, 'iso', 'Europe/Brussels')?.at;
    try {
      for (const today of ['2026-01-15', '2026-07-15']) {
        vi.useFakeTimers({ now: new Date(today) });
        expect(at('2026-10-25T01:59:59')).toBe('2026-10-24T23:59:59.000Z');
        expect(at('2026-10-25T02:30:00')).toBe('2026-10-25T00:30:00.000Z');
        expect(at('2026-10-25T03:00:00')).toBe('2026-10-25T02:00:00.000Z');
        expect(at('2026-03-29T02:30:00')).toBe('2026-03-29T01:30:00.000Z');
        // A stamp that says which of the two it means is believed.
        expect(at('2026-10-25T02:30:00+01:00')).toBe('2026-10-25T01:30:00.000Z');
      }
    } finally {
      vi.useRealTimers();
    }
  });

  it('[ingest] a format that could never read a time is a mistake in the mapping', () => {
    for (const format of [
      'iso',
      'epoch-seconds',
      'year',
      'dd/MM/yyyy HH:mm',
      'yyyyMMdd',
      'd MMMM yy',
    ])
      expect(isTimeFormat(format), format).toBe(true);
    for (const format of ['epoch', 'ISO', 'HH:mm', '', 'jj/mm/aaaa'])
      expect(isTimeFormat(format), format).toBe(false);
  });

  it('[ingest] nonsense is no time', () => {
    for (const text of ['', 'gisteren', '10000-01-01', '9999999999999999', '2026-13-40'])
      for (const format of ['iso', 'epoch-seconds', 'epoch-milliseconds', 'year', 'dd/MM/yyyy'])
        expect(readTime(text, format, 'UTC')).toBeUndefined();
  });
});

describe('positions', () => {
  it('[ingest] Lambert 72 and Lambert 2008 agree on where Brussels is', () => {
    // The two grids differ by nearly 500 km in each direction, by design, and by metres beyond that.
    const [lon, lat] = projector('EPSG:31370')(150_000, 170_000);
    const [lon08, lat08] = projector('EPSG:3812')(649_999.7, 670_000.4);
    expect(Math.abs(lon - lon08)).toBeLessThan(2e-5);
    expect(Math.abs(lat - lat08)).toBeLessThan(2e-5);
    expect([lon, lat]).toEqual([expect.closeTo(4.36875, 4), expect.closeTo(50.84041, 4)]);
  });

  it('[ingest] Lambert 72 is where others say it is, to less than two metres', () => {
    // Published by users of other implementations: Liège, and Gent. Degrees per metre there.
    const known = [
      [235_166, 148_974, 5.572941, 50.6451728],
      [103_657.078, 194_604.106, 3.7077122, 51.0597328],
    ] as const;
    for (const [x, y, lon, lat] of known) {
      const [east, north] = projector('EPSG:31370')(x, y);
      expect(Math.hypot((east - lon) * 70_500, (north - lat) * 111_200)).toBeLessThan(2);
    }
  });

  it('[ingest] a point outside the earth or the country is left out, the report stays', () => {
    const position = { position: { x: 'x', y: 'y' } };
    expect(map({ x: 4.35, y: 50.85 }, position)).toMatchObject({ place: { point: [4.35, 50.85] } });
    for (const wrong of [
      { x: 400, y: 50 },
      { x: 50.85, y: 4.35 },
      { x: '1e999', y: 3 },
      { x: null },
    ])
      expect(map(wrong, position)).not.toHaveProperty('place');
  });

  it('[ingest] reads the first position of a GeoJSON geometry', () => {
    const position = { position: { geometry: 'geometry' } };
    const line = {
      type: 'LineString',
      coordinates: [
        [4.35, 50.85],
        [4.4, 50.9],
      ],
    };
    expect(map({ geometry: line }, position)).toMatchObject({ place: { point: [4.35, 50.85] } });
    expect(map({ geometry: { coordinates: [] } }, position)).not.toHaveProperty('place');
  });
});

describe('records', () => {
  it('[ingest] types, priorities and municipalities are translated', () => {
    const mapping = {
      type: { from: 'kind', map: { brand: 'fire' }, default: 'other' },
      priority: { from: 'level', map: { high: 1 } },
      municipality: { from: 'town', map: { BXL: 'Brussel' } },
    };
    expect(map({ kind: 'brand', level: 'high', town: 'BXL' }, mapping)).toMatchObject({
      type: 'fire',
      priority: 1,
      place: { municipality: 'Brussel' },
    });
    expect(map({ kind: 'x', town: 'Elsene' }, mapping)).toMatchObject({
      type: 'other',
      priority: priorities.get('other'),
      place: { municipality: 'Elsene' },
    });
  });

  it('[ingest] a stray control character is cleaned out, not refused', () => {
    expect(map({ text: 'ro\u0000ok\u202e\r\nkelder' })).toMatchObject({ text: 'ro ok\nkelder' });
  });

  it('[ingest] a record without id or text is refused with the place', () => {
    expect(map({ id: '' })).toMatchObject({ code: 'record-unusable', path: 'id' });
    expect(map({ text: ' \u0000 ' })).toMatchObject({ code: 'record-unusable', path: 'text' });
  });

  it('[P1.13] records that lack a part of their id are refused, never joined', () => {
    const unusable = { code: 'record-unusable', path: 'id' };
    expect(map({ a: 1, b: 2 }, { id: '{a}-{b}' })).toMatchObject({ record: '1-2' });
    expect(map({ a: 1 }, { id: '{a}-{b}' })).toMatchObject(unusable);
    expect(map({}, { id: '{a}-{b}' })).toMatchObject(unusable);
    expect(map({ a: 1 }, { id: '{a}[-{b}]' })).toMatchObject({ record: '1' });
    expect(map({}, { id: { digest: ['a', 'b'] } })).toMatchObject(unusable);
  });

  it('[P1.13] ids that are too long stay different from each other', () => {
    const [one, other] = ['1', '2'].map((end) => map({ id: 'x'.repeat(300) + end }));
    expect(one).toMatchObject({ record: expect.stringMatching(/^x{175}~\w{24}$/) as string });
    expect(one).not.toEqual(other);
  });

  it('[P1.13] a later version sorts after an earlier one, as the log compares them', () => {
    const version = (value: unknown, how: unknown = 'v') => {
      const data = map({ v: value }, { version: how }) as { version?: string };
      return data.version ?? '';
    };
    const local = { path: 'v', format: 'dd/MM/yyyy HH:mm' };
    const orders: [unknown, unknown, unknown?][] = [
      [9, 10],
      ['9', '10'],
      ['99', 100],
      [1_764_000_000, 1_764_000_000.5],
      ['2026-10-25T02:50:00+02:00', '2026-10-25T02:10:00+01:00'],
      ['2026-02-01 08:00:00', '2026-10-01T08:00:00Z'],
      ['31/01/2026 10:00', '01/02/2026 09:00', local],
    ];
    for (const [early, late, how] of orders)
      expect(version(early, how) < version(late, how), String([early, late])).toBe(true);
    expect(map({}, { version: 'v' })).not.toHaveProperty('version');
  });

  it('[ingest] the same record has the same digest, another one another', () => {
    const one = mapper(mappingWith({ id: { digest: ['a', 'b'] } }), priorities);
    const idOf = (record: object) => {
      const mapped = one({ text: 't', ...record });
      return mapped.ok && mapped.data?.['record'];
    };
    expect(idOf({ a: 1, b: 2, c: 3 })).toBe(idOf({ a: 1, b: 2, c: 4 }));
    expect(idOf({ a: 1, b: 2 })).not.toBe(idOf({ a: 1, b: 3 }));
    const whole = mapper(mappingWith({ id: { digest: '*' } }), priorities);
    const two = [
      whole({ text: 't', a: { b: 1, c: [2] } }),
      whole({ a: { c: [2], b: 1 }, text: 't' }),
    ];
    expect(two[0]).toEqual(two[1]);
  });

  it('[ingest] a mistake in a mapping is named', () => {
    const wrong = (record: object) =>
      Mapping.safeParse({ id: 'x', title: { nl: '', fr: '', en: '' }, record });
    expect(
      wrong({ id: 'id', text: 't', position: { x: 'x', y: 'y', crs: 'EPSG:1' } }).error?.issues[0]
        ?.path,
    ).toEqual(['record', 'position', 'crs']);
    expect(
      wrong({ id: 'id', text: 't', time: { path: 't', zone: 'Brussel' } }).error?.issues[0]?.path,
    ).toEqual(['record', 'time', 'zone']);
    expect(
      wrong({ id: 'id', text: 't', time: { path: 't', format: 'epoch' } }).error?.issues[0]?.path,
    ).toEqual(['record', 'time', 'format']);
    expect(wrong({ id: 'id', text: 't', speling: 1 }).success).toBe(false);
    const named = { id: 'id', text: 't', position: { x: 'x', y: 'y', crs: 'toString' } };
    expect(wrong(named).success).toBe(false);
  });

  it('[ingest] whatever is sent, a mapping answers and never throws', () => {
    const all = [...mappings.values()].map((mapping) => mapper(mapping, priorities));
    fc.assert(
      fc.property(fc.anything(), (record) => {
        for (const one of all) expect(typeof one(record).ok).toBe('boolean');
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('our own format', () => {
  it('[ingest] refuses nonsense by its place, as its sender can mend it', () => {
    const own = mapper(mappings.get('belfry')!, priorities);
    const of = (more: object) => {
      const mapped = own({ id: '1', text: 'rook', ...more });
      return mapped.ok ? 'taken' : mapped.refusal.path;
    };
    expect(of({ lon: 4.35, lat: 50.85, time: '2026-03-01T08:00:00Z', priority: 1 })).toBe('taken');
    expect(of({ lon: 999, lat: 50 })).toBe('lon');
    expect(of({ lat: 'north' })).toBe('lat');
    expect(of({ time: '10000-01-01T00:00:00Z' })).toBe('time');
    expect(of({ priority: 99 })).toBe('priority');
  });
});

describe('real road accidents of the region', () => {
  it.skipIf(noFixtures)(
    `[ingest] all become reports, those with coordinates within the region ${noFixtures}`,
    () => {
      const file = join(fixtures, 'brussels-accidents-2020-2022.json');
      const records = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>[];
      const one = mapper(mappings.get('statbel-accidents')!, priorities);
      const mapped = records.map(one).map((each) => (each.ok ? each.data : undefined));
      expect(mapped.filter((data) => data === undefined)).toEqual([]);
      const located = records.filter((record) => record['MS_X_COORD'] !== null);
      const points = mapped.map((data) => (data?.['place'] as { point?: [number, number] }).point);
      const inside = points.filter((point) => point && isInside(point, [4.2, 50.75, 4.5, 50.93]));
      expect(inside.length / located.length).toBeGreaterThan(0.99);
      expect(new Set(mapped.map((data) => data?.['priority']))).toEqual(new Set([1, 2, 3]));
      expect(
        mapped.every((data) => (data?.['place'] as { municipality?: string }).municipality),
      ).toBe(true);
    },
  );
});
