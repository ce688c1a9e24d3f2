import { z } from 'zod';
import { UNWANTED } from './clean.ts';
import { Instant } from './entry.ts';

/** Values that many subjects share. Every text that a person or a feed can send passes through here. */

/** Running text of at most `max` UTF-16 units, trimmed and in Unicode form NFC; line breaks allowed. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !UNWANTED.test(value) && value.isWellFormed(), {
      error: 'control-character',
    })
    .transform((value) => value.normalize('NFC').trim());

/** As `text`, and something must remain of it. */
export const someText = (max: number) =>
  text(max).refine((value) => value.length > 0, { error: 'empty' });

/** Ids of things and commands: UUIDs from clients, readable keys from feeds. */
export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:~-]{0,127}$/);

/** WGS 84, degrees, GeoJSON order: `[longitude, latitude]` (RFC 7946 §3.1.1). */
export const Point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
export type Point = z.infer<typeof Point>;

/** Six decimals: a decimetre. No hand and no source here is more exact. */
export const roundPoint = ([lon, lat]: Readonly<Point>): Point => [
  Math.round(lon * 1e6) / 1e6,
  Math.round(lat * 1e6) / 1e6,
];

/** 1 = life in danger now … 4 = for information. */
export const Priority = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Priority = z.infer<typeof Priority>;

export const Place = z.strictObject({
  point: Point.optional(),
  text: text(200).optional(),
  municipality: text(80).optional(),
});
export type Place = z.infer<typeof Place>;

/** When it happened, as exactly as the source knows it. */
export const Occurred = z.strictObject({
  at: Instant,
  precision: z.enum(['second', 'day', 'year']),
});
export type Occurred = z.infer<typeof Occurred>;

/** A person as others may know them: account id and shown name. */
export const Person = z.strictObject({ id: z.string().min(1).max(64), name: someText(120) });
export type Person = z.infer<typeof Person>;

/** Royal decree of 22 May 2019 on emergency planning: rescue, medical, police, logistics, information. */
export const Discipline = z.enum(['D1', 'D2', 'D3', 'D4', 'D5']);
export type Discipline = z.infer<typeof Discipline>;
