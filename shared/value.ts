import { z } from 'zod';
import { Instant } from './entry.ts';

/** Values that many subjects share. Every text that a person or a feed can send passes through here. */

/** Control characters, bidirectional overrides and lone surrogates: never meant, and they can make a line read as another. */

const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/;

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

/** Makes any text from outside fit `text(max)`: for feeds, where a report with a stray byte is still a report. */
export function cleanText(value: string, max: number): string {
  const clean = value
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(new RegExp(UNWANTED, 'g'), ' ')
    .normalize('NFC')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return clean.length <= max
    ? clean
    : `${clean
        .slice(0, max - 1)
        .toWellFormed()
        .trimEnd()}…`;
}

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

/** Clearances needed to see a thing: all of them. Absent means open to whoever sees the subject. */
export type Restrictions = readonly string[];

export function joinRestrictions(
  ...lists: readonly (Restrictions | undefined)[]
): Restrictions | undefined {
  const all = [...new Set(lists.flatMap((list) => list ?? []))].sort();
  return all.length > 0 ? all : undefined;
}
