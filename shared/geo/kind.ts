import { z } from 'zod';
import { text } from '../value.ts';
import { GeoId } from './borders.ts';

/**
 * The kinds of things in `config/geo`, the shape that each has on the ground, and the facts that
 * belong to it alone. What the centre writes there is checked against this list at start.
 */

const Words = z.strictObject({ nl: text(300), fr: text(300), en: text(300).optional() });
/** Compass degrees, clockwise from north. */
const Heading = z.number().min(0).lt(360);
const Day = z.iso.date();

/** Tunnel categories of the ADR (1.9.5): A lets everything through, E almost nothing. */
export const AdrCategory = z.enum(['A', 'B', 'C', 'D', 'E']);

/** A public building's sheet (M10.3): whom to reach, and when somebody last made sure that it is right. */
const Sheet = z.strictObject({
  contact: z.strictObject({ function: Words, phone: text(40) }),
  reviewed: Day,
  /** Months until it must be looked at again. */
  reviewEvery: z.int().min(1).max(60),
  entrances: z.int().min(1).optional(),
  note: Words.optional(),
});

interface Kind {
  /** What it is on the ground; `none` for a thing without a place, `place` for a point or an area. */
  shape: 'point' | 'line' | 'area' | 'place' | 'none';
  own: Readonly<Record<string, z.ZodType>>;
}
const point = (own: Kind['own'] = {}): Kind => ({ shape: 'point', own });
const line = (own: Kind['own'] = {}): Kind => ({ shape: 'line', own });
const area = (own: Kind['own'] = {}): Kind => ({ shape: 'area', own });

const road = { ref: text(20).optional() };
/** M6.6: each manager closes its green spaces at a wind of its own. */
const green = {
  wind: z.strictObject({ closeAt: z.number().min(30).max(200), note: Words.optional() }).optional(),
};

export const KINDS = {
  canal: line(),
  river: line(),
  pond: area(),
  motorway: line(road),
  ring: line(road),
  axis: line(road),
  square: point(),
  tunnel: line({
    /** Metres. */
    length: z.number().positive().optional(),
    adr: AdrCategory.optional(),
    ends: z
      .array(z.strictObject({ id: GeoId, name: Words, at: z.tuple([z.number(), z.number()]) }))
      .optional(),
  }),
  railway: line({ ref: text(20).optional() }),
  station: point({ main: z.boolean().optional() }),
  'metro-line': line({ ref: text(10), colour: z.string().regex(/^#[0-9a-fA-F]{6}$/) }),
  'metro-station': point({ lines: z.array(text(10)), premetro: z.boolean().optional() }),
  park: area(green),
  forest: area(green),
  cemetery: area(),
  manager: { shape: 'none', own: { role: Words, phone: text(40) } } as Kind,
  hospital: point({ emergency: z.boolean() }),
  'fire-station': point(),
  'police-station': point({
    zone: z.union([z.int(), z.literal('federal')]).optional(),
    headquarters: z.boolean().optional(),
  }),
  building: point({
    sort: z.enum([
      'institution',
      'government',
      'townhall',
      'court',
      'embassy',
      'culture',
      'stadium',
      'sight',
      'prison',
      'utility',
      'shopping',
    ]),
    sheet: Sheet.optional(),
  }),
  'event-ground': { shape: 'place', own: { capacity: z.int().positive().optional() } } as Kind,
  school: point({
    sort: z.enum(['university', 'college', 'secondary', 'primary', 'special']),
  }),
  quarter: point(),
  /** M10.1: part of the integrated video platform. */
  camera: point({
    owner: GeoId,
    heading: Heading,
    /** Width of what it sees, degrees, and how far, metres. */
    angle: z.number().min(1).max(360),
    reach: z.number().min(1).max(2000),
    stream: text(300),
    /** The owner wants each look asked for and recorded. */
    request: z.boolean(),
  }),
  'anpr-camera': point({
    owner: GeoId,
    heading: Heading,
    sort: z.enum(['fixed', 'mobile']),
    list: text(60).optional(),
  }),
  /** M10.4: roads for exceptional transport and dangerous goods, with their inspection plan. */
  route: line({
    sort: z.enum(['exceptional', 'dangerous-goods']),
    adr: AdrCategory.optional(),
    inspection: z.strictObject({
      risk: z.int().min(1).max(5),
      everyMonths: z.int().min(1).max(60),
      last: Day,
    }),
  }),
} satisfies Record<string, Kind>;
export type KindName = keyof typeof KINDS;
