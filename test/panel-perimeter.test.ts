import type { TFunction } from 'i18next';
import { Map } from 'immutable';
import { describe, expect, it } from 'vitest';
import { perimeter as words } from '../client/i18n/words/perimeter.ts';
import { tellPerimeter } from '../client/panel/perimeter/auto.ts';
import { camerasFor, seesPoint } from '../client/panel/perimeter/cameras.ts';
import { insideList, tallyOf } from '../client/panel/perimeter/inside.ts';
import { peopleText, readRadius, roundRadius } from '../client/panel/perimeter/radius.ts';
import {
  compassName,
  latestWind,
  readDirection,
  readSpeed,
  toBeaufort,
  windChanged,
} from '../client/panel/perimeter/wind.ts';
import { makeGround } from '../shared/geo/ground.ts';
import type { GeoFeature } from '../shared/geo/feature.ts';
import type { Layer } from '../shared/geo/layer.ts';
import { plume } from '../shared/geo/plume.ts';
import type { Shape } from '../shared/geo/shape.ts';
import { LANGS } from '../shared/refusal.ts';
import { eventSchemas } from '../shared/registry.ts';
import { perimeter } from '../shared/subject/perimeter/perimeter.ts';
import type { Perimeter } from '../shared/subject/perimeter/schema.ts';
import type { WindRow } from '../shared/subject/wind/schema.ts';
import type { Point } from '../shared/value.ts';

describe('a radius as people type it', () => {
  it.each([
    ['250', 250],
    [' 250 m', 250],
    ['1,5 km', 1500],
    ['1.5km', 1500],
    ['1 200', 1200],
    ['1.200', 1200],
    ['1.200 km', 1200],
    ['12,4', 12],
  ])('[perimeter] %j is %d m', (typed, metres) => {
    expect(readRadius(typed)).toBe(metres);
  });

  it.each(['', '0', '4', '-100', 'ver', '250 mm', '31 km', '1e3', '2,5,5', '999999999999999'])(
    '[perimeter] %j is no radius',
    (typed) => {
      expect(readRadius(typed)).toBeUndefined();
    },
  );

  it('[perimeter] what is dragged is as round as a hand is steady, and within bounds', () => {
    expect([1, 33.4, 251.2, 1204, 4321, 99_999].map(roundRadius)).toEqual([
      5, 33, 250, 1200, 4300, 30_000,
    ]);
  });

  it('[perimeter] an estimate of people is told with two figures', () => {
    const told = [7, 1_587, 123_456].map((people) => peopleText(people, 'nl'));
    expect(told).toEqual(['7', '1.600', '120.000']);
  });
});

describe('a wind as people type it', () => {
  it.each([
    ['nl', 'NO', 45],
    ['fr', 'NO', 315],
    ['nl', 'NNO', 22.5],
    ['fr', 'NNO', 337.5],
    ['nl', 'zw', 225],
    ['fr', 'so', 225],
    ['en', 'SW', 225],
    ['nl', '230', 230],
    ['fr', '230°', 230],
    ['en', '360', 0],
    ['nl', 'N', 0],
  ] as const)('[wind] in %s, %j is %d degrees', (lang, typed, degrees) => {
    expect(readDirection(typed, lang)).toBe(degrees);
  });

  it.each([
    ['nl', 'SW'],
    ['nl', 'E'],
    ['fr', 'W'],
    ['fr', 'Z'],
    ['en', 'NO'],
    ['nl', '361'],
    ['nl', '-10'],
    ['nl', ''],
    ['nl', 'NZ'],
  ] as const)('[wind] in %s, %j says nothing', (lang, typed) => {
    expect(readDirection(typed, lang)).toBeUndefined();
  });

  it('[wind] each of sixteen names is read back as what it was told for', () => {
    for (const lang of LANGS)
      for (let i = 0; i < 16; i += 1)
        expect(readDirection(compassName(i * 22.5, lang), lang)).toBe(i * 22.5);
  });

  it.each([
    ['20', 'kmh', 5.6],
    ['20', 'ms', 20],
    ['4', 'bft', 6.7],
    ['6 m/s', 'kmh', 6],
    ['20 km/u', 'ms', 5.6],
    ['4 Bft', 'kmh', 6.7],
    ['5,5 m/s', 'kmh', 5.5],
    ['0', 'kmh', 0],
  ] as const)('[wind] %j, with %s chosen, is %d m/s', (typed, unit, speed) => {
    expect(readSpeed(typed, unit)).toBe(speed);
  });

  it.each([
    ['13', 'bft'],
    ['4,5', 'bft'],
    ['400', 'kmh'],
    ['hard', 'kmh'],
    ['', 'kmh'],
    ['-4', 'ms'],
  ] as const)('[wind] %j in %s is no speed', (typed, unit) => {
    expect(readSpeed(typed, unit)).toBeUndefined();
  });

  it('[wind] a force of Beaufort is told as the force that was typed', () => {
    for (let force = 0; force <= 12; force += 1)
      expect(toBeaufort(readSpeed(String(force), 'bft')!)).toBe(force);
  });
});

describe('a wind that changed', () => {
  const origin: Point = [4.35, 50.85];
  const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 8, minutes)).toISOString();
  const drawn = (from: number, speed: number) =>
    ({
      shape: plume(origin, 'smoke', { from, speed }),
      estimate: { agent: 'smoke', wind: { from, speed, source: 'Ukkel', at: at(0) } },
    }) as unknown as Perimeter;
  const now = (from: number, speed: number, minutes = 10): WindRow => ({
    ...{ station: 'ukkel', name: 'Ukkel', from, speed, observed: at(minutes), by: 'feed' },
  });

  it.each([
    ['turned by 31 degrees', drawn(230, 6), now(261, 6), true],
    ['turned by 30 degrees', drawn(230, 6), now(260, 6), false],
    ['turned over north', drawn(350, 6), now(25, 6), true],
    ['a little over north', drawn(350, 6), now(10, 6), false],
    ['of another class of speed', drawn(230, 6), now(230, 9), true],
    ['still, then still from elsewhere', drawn(230, 1), now(50, 1), false],
    ['risen from still', drawn(230, 1), now(230, 3), true],
    ['measured before the one drawn', drawn(230, 6), now(50, 6, -10), false],
  ])('[wind] %s', (_what, row, latest, changed) => {
    expect(windChanged(row, latest)).toBe(changed);
  });

  it('[wind] the latest is that of the newest measurement, whatever the order', () => {
    const rows = [
      now(10, 1, 5),
      { ...now(20, 1, 30), station: 'b' },
      { ...now(30, 1, 20), station: 'c' },
    ];
    const stations = Map(rows.map((row) => [row.station, row]));
    expect(latestWind({ stations })?.from).toBe(20);
    expect(latestWind({ stations: Map<string, WindRow>() })).toBeUndefined();
  });
});

const feature = (id: string, kind: string, at: Point, more: object = {}): GeoFeature => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: at },
  properties: { id, kind, nl: id, fr: id, en: id, ...more },
});

describe('cameras', () => {
  const place: Point = [4.35, 50.85];
  /** North, east, south and west of the place by about 100 m. */
  const [north, east, south, west]: [Point, Point, Point, Point] = [
    [4.35, 50.8509],
    [4.35142, 50.85],
    [4.35, 50.8491],
    [4.34858, 50.85],
  ];
  const camera = (id: string, at: Point, view: object) => feature(id, 'camera', at, view);

  it('[camera] it sees what lies within its reach and its angle', () => {
    const sees = (at: Point, view: object) => seesPoint(camera('c', at, view), place);
    expect(sees(north, { heading: 180, angle: 60, reach: 150 })).toBe(true);
    expect(sees(north, { heading: 180, angle: 60, reach: 90 })).toBe(false);
    expect(sees(north, { heading: 0, angle: 60, reach: 150 })).toBe(false);
    expect(sees(north, { heading: 211, angle: 60, reach: 150 })).toBe(false);
    expect(sees(south, { heading: 350, angle: 60, reach: 150 })).toBe(true);
    expect(sees(west, { heading: 0, angle: 360, reach: 150 })).toBe(true);
    expect(sees(east, {})).toBe(false);
  });

  it('[camera] those that see it come first, nearest first; then three others, and nothing else', () => {
    const far = (id: string, lat: number) =>
      camera(id, [4.35, lat], { heading: 0, angle: 60, reach: 100 });
    const { seeing, near } = camerasFor(
      [
        far('d', 50.9),
        camera('turns', west, { heading: 0, angle: 360, reach: 500 }),
        camera('looks', [4.35, 50.8504], { heading: 180, angle: 40, reach: 500 }),
        far('a', 50.852),
        far('c', 50.88),
        far('b', 50.86),
        feature('anpr', 'anpr-camera', place),
      ],
      place,
    );
    expect(seeing.map((one) => one.camera.id)).toEqual(['looks', 'turns']);
    expect(near.map((one) => one.camera.id)).toEqual(['a', 'b', 'c']);
  });
});

describe('who and what lies inside', () => {
  const layer = (id: string, kinds: string[], told: boolean) =>
    ({ id, kinds, inside: told, on: true, group: 'services', title: {} }) as unknown as Layer;
  const layers = [
    layer('hospitals', ['hospital'], true),
    layer('names', ['quarter'], false),
    layer('schools', ['school'], true),
  ];
  const circle: Shape = { form: 'circle', center: [4.35, 50.85], radius: 200 };
  const near = (i: number): Point => [4.35 + (i % 25) * 1e-5, 50.85 + Math.floor(i / 25) * 1e-5];

  it('[perimeter] kinds of layers that are told, in the order of the layers', () => {
    const ground = makeGround([
      feature('s1', 'school', near(1)),
      feature('h1', 'hospital', near(2)),
      feature('q', 'quarter', near(3)),
      feature('far', 'school', [4.4, 50.85]),
      feature('s2', 'school', near(4)),
    ]);
    const list = insideList(ground, circle, layers);
    expect(list.groups.map(({ kind, things }) => [kind, things.map(({ id }) => id)])).toEqual([
      ['hospital', ['h1']],
      ['school', ['s1', 's2']],
    ]);
    expect(list.count).toBe(3);
    expect(tallyOf(list)).toEqual({
      things: [
        { id: 'h1', kind: 'hospital', nl: 'h1', fr: 'h1' },
        { id: 's1', kind: 'school', nl: 's1', fr: 's1' },
        { id: 's2', kind: 'school', nl: 's2', fr: 's2' },
      ],
    });
  });

  it('[perimeter] 500 are named, the rest is counted, and the command takes it', () => {
    const many = Array.from({ length: 620 }, (_, i) => feature(`s${i}`, 'school', near(i)));
    const list = insideList(makeGround(many), circle, layers);
    const tally = tallyOf(list);
    expect([tally.things.length, tally.more]).toEqual([500, 120]);
    const schema = perimeter.commands['perimeter.tally'];
    expect(schema.safeParse({ perimeter: 'p', ...tally }).success).toBe(true);
  });
});

describe('words of the logbook', () => {
  const t = ((key: string) => key) as unknown as TFunction;
  const estimate = {
    agent: 'smoke',
    wind: { from: 230, speed: 6, source: 'Ukkel', at: '2026-11-24T08:00:00.000Z' },
  };
  const types = Object.keys(eventSchemas).filter(
    (type) => type.startsWith('perimeter.') || type.startsWith('camera.'),
  );

  it.each(types.flatMap((type) => ['exclusion', 'effect'].map((kind) => [type, kind] as const)))(
    '[journal] %s of %s is told in words of its own',
    (type, kind) => {
      const data = kind === 'effect' && /drawn/.test(type) ? { kind, estimate } : { kind };
      for (const one of [data, { kind }]) {
        const key = tellPerimeter(type, one, t, 'nl');
        expect(key?.startsWith('perimeter.auto-')).toBe(true);
        expect(words).toHaveProperty([key!.replace('perimeter.', '')]);
      }
    },
  );

  it('[console] every value in one language is in the others too', () => {
    for (const [key, text] of Object.entries(words)) {
      const marks = LANGS.map((lang) => [...text[lang].matchAll(/\{\{\w+\}\}/g)].flat().sort());
      expect(marks, key).toEqual([marks[0], marks[0], marks[0]]);
    }
  });
});
