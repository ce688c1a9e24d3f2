import { z } from 'zod';
import { Instant } from '../entry.ts';
import { Id, Priority, someText, text } from '../value.ts';

/**
 * Hot lists (Belgian usage: signalled plates). Each has an owner and a legal basis, and nobody sees more
 * of it than its restrictions allow. Sources: law on the police function art. 25/1-25/8, 44/11/3decies;
 * camera law of 21 March 2007; LEZ ordinance of 7 December 2017 for its own controller.
 */
export const CATEGORIES = ['judicial', 'administrative', 'lez', 'own'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Also the `id` of things in the store: small letters, digits, hyphens. */
export const ListId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

const Words = z.strictObject({ nl: someText(120), fr: someText(120), en: someText(120) });

/** When a list counts: always, in a window of time, or while an incident (an event) is open. */
export const Active = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always') }),
  z.strictObject({ kind: z.literal('off') }),
  z.strictObject({ kind: z.literal('window'), from: Instant, until: Instant }),
  z.strictObject({ kind: z.literal('incident'), incident: Id }),
]);
export type Active = z.infer<typeof Active>;

export const HotList = z.strictObject({
  id: ListId,
  title: Words,
  /** Service that answers for it: "Federale politie, DRI". */
  owner: someText(160),
  category: z.enum(CATEGORIES),
  /** The law and article it rests on, as text. */
  basis: someText(300),
  priority: Priority,
  /** One of the tones of the theme; never the only sign. */
  colour: z.enum(['red', 'orange', 'yellow', 'green', 'blue', 'purple', 'grey']),
  tune: z.enum(['alarm', 'double', 'single', 'none']),
  /** Clearances needed to see anything of it, alerts included. A covert list has `covert` among them. */
  restrictions: z.array(z.string().max(40)).min(1).max(8),
  /** The person in the vehicle must not notice: shown as a warning on every alert. */
  covert: z.boolean(),
  /** How many different persons must verify a hit before anything may follow. */
  persons: z.union([z.literal(1), z.literal(2)]),
  /** Days that alerts of it, and their plates, are kept after they were closed; 365 at most. */
  retentionDays: z.int().min(1).max(365),
  /** Probability from which a match counts as certain; below it, down to `possibleFrom`, it is a possible hit. */
  certainFrom: z.number().min(0.5).max(1),
  possibleFrom: z.number().min(0.05).max(1),
  /** Controllers whose cameras may serve it (`config/anpr/cameras.yaml`); LEZ cameras have their own. */
  controllers: z.array(z.string().max(60)).min(1).max(20),
  /** Whether vehicles that go along with one of it may be pointed out. */
  convoy: z.boolean(),
  active: Active,
});
export type HotList = z.infer<typeof HotList>;

/** A vehicle on a list. */
export const ListEntry = z.strictObject({
  /** Unique in its list; where the source has none, a keyed fingerprint of plate and country. */
  id: z.string().min(1).max(80),
  /** As the source writes it: `1-ABC-123`. Matched by `normalise(plate)`. */
  plate: someText(24),
  /** ISO 3166-1 alpha-2; absent: any. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** Days or moments between which it counts; absent: while it is on the list. */
  from: Instant.optional(),
  until: Instant.optional(),
  reason: someText(300),
  /** What to do, and what not: "niet onderscheppen, melden aan …". */
  instruction: text(600).optional(),
  /** Make, model, colour: what the picture is held against. */
  vehicle: text(160).optional(),
  /** File number at the owner. */
  reference: text(80).optional(),
});
export type ListEntry = z.infer<typeof ListEntry>;

/** What is told of a list to those who may see it: no plates. */
export interface ListSummary extends HotList {
  version: number;
  entries: number;
  /** Of the current version. */
  changed: { at: string; by: string };
  /** Whether it counts now. */
  counts: boolean;
}

/** An import held against what stands: counts, and the first so many of each with their line. */
export interface ListDifference {
  list: string;
  /** Version that it was held against, and the one that applying it makes. */
  base: number;
  added: number;
  changed: number;
  removed: number;
  same: number;
  /** Lines that cannot be used, with their number (1 = first line of the file) and why. */
  rejected: { line: number; code: string; message: string; field?: string | undefined }[];
  rejectedCount: number;
  /** Plates that stand more than once in the file: the last line counts. */
  duplicates: number;
  sample: {
    added: ListEntry[];
    removed: ListEntry[];
    changed: { before: ListEntry; after: ListEntry }[];
  };
}
