import { z } from 'zod';
import { refuse, type Refusal } from '../../shared/refusal.ts';
import { Fix, KINDS } from '../../shared/subject/unit/schema.ts';
import { cleanText } from '../../shared/clean.ts';
import { Discipline, type Point } from '../../shared/value.ts';
import { ConfigMistake, readYaml } from '../config.ts';
import { BELGIUM, isInside } from '../projection.ts';
import { recordId } from './key.ts';
import { at, numberAt, textAt } from './path.ts';
import { readTime } from './time.ts';

/** Where units are, as sources send it, becomes a fix of the fast lane. Pure but for the clock; throws at nothing. */
export type ReadFix = { ok: true; data: Fix | undefined } | { ok: false; refusal: Refusal };

const Words = z.strictObject({ nl: z.string(), fr: z.string(), en: z.string() });
const Degrees = z.number().min(-180).max(180);

/** A line of the table: all that it names must fit. */
export const CotRule = z
  .strictObject({
    /** Beginning of the event's type; `.` stands for any one letter between hyphens. */
    type: z.string().optional(),
    /** Beginning of the callsign, and the team that its bearer chose. */
    callsign: z.string().optional(),
    team: z.string().optional(),
    kind: z.enum(KINDS).optional(),
    discipline: Discipline.optional(),
  })
  .refine((rule) => (rule.type ?? rule.callsign ?? rule.team) !== undefined, {
    error: 'needs type, callsign or team',
  });

export const PositionFeed = z.strictObject({
  id: z.literal('positions'),
  title: Words,
  /** Of times that name no zone of their own. */
  zone: z.string().default('Europe/Brussels'),
  /** West, south, east, north: what lies outside is no unit of ours. */
  within: z.tuple([Degrees, Degrees, Degrees, Degrees]).default([...BELGIUM]),
  /** Discipline → clearances needed to see its units; `unknown`: units of which it is not known. */
  restrictions: z
    .partialRecord(z.enum([...Discipline.options, 'unknown']), z.array(z.string()).min(1))
    .default({}),
  cot: z
    .strictObject({
      /** Events that are passed over: greetings of the devices among themselves. */
      skip: z.array(z.string()).default([]),
      rules: z.array(CotRule).default([]),
    })
    .prefault({}),
});
export type PositionFeed = z.infer<typeof PositionFeed>;

/** `config/feeds/positions.yaml`. `restrictions`: those that exist. Throws `ConfigMistake`. */
export function readPositionFeed(config: string, restrictions: readonly string[]): PositionFeed {
  const file = 'feeds/positions.yaml';
  const feed = readYaml(config, file, PositionFeed);
  for (const [discipline, names] of Object.entries(feed.restrictions))
    for (const name of names)
      if (!restrictions.includes(name))
        throw new ConfigMistake(`${file}: restrictions.${discipline}: there is no "${name}"`);
  return feed;
}

/** How long a fix counts: from `config/belfry.yaml`. */
export interface Lifetime {
  /** Seconds after which a fix is stale that does not say so itself. */
  staleSeconds: number;
  /** Minutes after which it is, whatever it says. */
  longestMinutes: number;
  /** Minutes from then on until its unit leaves the map. */
  goneMinutes: number;
}

/** What an adapter found, with the place of each thing in what was sent. */
export interface Found {
  id: string | undefined;
  callsign: string | undefined;
  kind: Fix['kind'];
  discipline: Fix['discipline'];
  lon: number | undefined;
  lat: number | undefined;
  height: number | undefined;
  accuracy: number | undefined;
  course: number | undefined;
  speed: number | undefined;
  at: string | undefined;
  stale: string | undefined;
}
export type Places = Readonly<Record<'id' | 'lon' | 'lat' | 'at' | 'stale', string>>;

const AHEAD_MS = 60_000;
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

export function fixMaker(feed: PositionFeed, life: Lifetime, now: () => number) {
  const inside = (point: Point): boolean => isInside(point, feed.within);

  function pointOf({ lon, lat }: Found, places: Places): Point | Refusal {
    if (lat === undefined) return refuse('invalid', places.lat);
    if (lon === undefined) return refuse('invalid', places.lon);
    // A receiver that has no fix yet says that it is in the Gulf of Guinea.
    if (Math.abs(lat) < 0.001 && Math.abs(lon) < 0.001) return refuse('position-none', places.lat);
    const point: Point = [round(lon, 6), round(lat, 6)];
    if (inside(point)) return point;
    if (inside([point[1], point[0]])) return refuse('position-swapped', places.lat);
    if (Math.abs(lat) > 90) return refuse('invalid', places.lat);
    if (Math.abs(lon) > 180) return refuse('invalid', places.lon);
    return refuse('position-outside', places.lat);
  }

  const millisOf = (text: string): number | undefined => {
    const time = readTime(text, 'iso', feed.zone);
    return time?.precision === 'second' ? Date.parse(time.at) : undefined;
  };

  return (found: Found, places: Places): ReadFix => {
    const no = (refusal: Refusal): ReadFix => ({ ok: false, refusal });
    const lacks = (field: 'id' | 'at') =>
      no(refuse('record-unusable', places[field], { field: places[field] }));
    const id = recordId(found.id ?? '');
    if (!id) return lacks('id');
    if (!found.at) return lacks('at');
    const point = pointOf(found, places);
    if ('code' in point) return no(point);
    const millis = millisOf(found.at);
    if (millis === undefined) return no(refuse('invalid', places.at));
    if (millis > now() + AHEAD_MS) return no(refuse('time-ahead', places.at));
    const said = found.stale === undefined ? undefined : millisOf(found.stale);
    if (found.stale !== undefined && said === undefined) return no(refuse('invalid', places.stale));
    const longest = millis + life.longestMinutes * 60_000;
    const stale = Math.max(millis, Math.min(said ?? millis + life.staleSeconds * 1_000, longest));
    const { height, accuracy, course, speed, kind, discipline } = found;
    const callsign = cleanText(found.callsign ?? '', 80);
    const restrictions = feed.restrictions[discipline ?? 'unknown'];
    const fix = Fix.safeParse({
      ...{ id, kind, point },
      ...(callsign ? { callsign } : {}),
      ...(discipline ? { discipline } : {}),
      ...(height === undefined ? {} : { height: round(height, 1) }),
      ...(accuracy === undefined ? {} : { accuracy: round(accuracy, 1) }),
      ...(course === undefined ? {} : { course: round(course, 1) % 360 }),
      ...(speed === undefined ? {} : { speed: round(speed, 1) }),
      at: new Date(millis).toISOString(),
      stale: new Date(stale).toISOString(),
      gone: new Date(stale + life.goneMinutes * 60_000).toISOString(),
      ...(restrictions ? { restrictions: [...restrictions].sort() } : {}),
    });
    if (fix.success) return { ok: true, data: fix.data };
    return no(refuse('invalid', fix.error.issues[0]?.path.map(String).join('.')));
  };
}

const PLACES: Places = {
  id: 'properties.id',
  lon: 'geometry.coordinates.0',
  lat: 'geometry.coordinates.1',
  at: 'properties.at',
  stale: 'properties.stale',
};
/** Numbers of a feature that may be absent, and how large each can be. */
const RANGES = { course: [0, 360], speed: [0, 500], accuracy: [0, 100_000] } as const;

/**
 * GeoJSON (RFC 7946): a point with its properties `id`, `at` and, where known, `callsign`, `kind`,
 * `discipline`, `course` (degrees), `speed` (m/s), `accuracy` (m), `stale`. Its sender can mend it:
 * what makes no sense is refused with its place.
 */
export function featureReader(feed: PositionFeed, life: Lifetime, now: () => number) {
  const make = fixMaker(feed, life, now);
  const bad = (place: string): ReadFix => ({ ok: false, refusal: refuse('invalid', place) });
  const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

  return (feature: unknown): ReadFix => {
    if (at(feature, 'type') !== 'Feature') return bad('type');
    if (at(feature, 'geometry.type') !== 'Point') return bad('geometry.type');
    const coordinates = at(feature, 'geometry.coordinates');
    if (!Array.isArray(coordinates)) return bad('geometry.coordinates');
    const [lon, lat, height] = coordinates.map((one) =>
      typeof one === 'number' && Number.isFinite(one) ? one : undefined,
    );
    const words = (name: string) => textAt(feature, `properties.${name}`);
    const numbers: Partial<Record<keyof typeof RANGES, number>> = {};
    for (const [name, [least, most]] of Object.entries(RANGES)) {
      if (!isGiven(at(feature, `properties.${name}`))) continue;
      const value = numberAt(feature, `properties.${name}`);
      if (value === undefined || value < least || value > most) return bad(`properties.${name}`);
      numbers[name as keyof typeof RANGES] = value;
    }
    const kind = z.enum(KINDS).safeParse(words('kind') ?? 'other');
    if (!kind.success) return bad('properties.kind');
    const discipline = Discipline.optional().safeParse(words('discipline'));
    if (!discipline.success) return bad('properties.discipline');
    const { course, speed, accuracy } = numbers;
    return make(
      {
        ...{ lon, lat, height, course, speed, accuracy },
        id: words('id') ?? textAt(feature, 'id'),
        callsign: words('callsign'),
        kind: kind.data,
        discipline: discipline.data,
        at: words('at'),
        stale: words('stale'),
      },
      PLACES,
    );
  };
}

/** The features of a body: a collection, one feature, or a plain list of them. */
export function featuresOf(body: unknown): readonly unknown[] | undefined {
  if (Array.isArray(body)) return body;
  if (at(body, 'type') === 'Feature') return [body];
  const features = at(body, 'type') === 'FeatureCollection' ? at(body, 'features') : undefined;
  return Array.isArray(features) ? features : undefined;
}
