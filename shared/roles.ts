import { z } from 'zod';

/** The shape of `config/roles.yaml`; what follows from it is in `role.ts`. */

const Words = z.object({ nl: z.string(), fr: z.string(), en: z.string() });

/**
 * `accounts` (administer), `audit` (hashes of the log), `ingest` (feeds); of plate reading: `anpr-flow`
 * (cameras and how many pass, no plates), `anpr-lists` (edits hot lists that it may see), `anpr-lookback`
 * (asks the read store, with a purpose), `anpr-audit` (reads who looked at what).
 */
export const RIGHTS = [
  'accounts',
  'audit',
  'ingest',
  'anpr-flow',
  'anpr-lists',
  'anpr-lookback',
  'anpr-audit',
] as const;

/** One role of `config/roles.yaml`. */
export const Role = z.strictObject({
  title: Words,
  /** Commands allowed, `incident.*` for all of a subject, `*` for all. */
  may: z.array(z.string().regex(/^(\*|[a-z]+\.(\*|[a-z][a-zA-Z]*))$/)),
  /** Subjects seen. */
  sees: z.array(z.string()),
  /** Clearances held: guarded fields and restricted things. */
  cleared: z.array(z.string()).default([]),
  /** Further rights. */
  rights: z.array(z.enum(RIGHTS)).default([]),
  machine: z.boolean().default(false),
});
export type Role = z.infer<typeof Role>;

export const Roles = z.strictObject({
  /** Clearances that can be put on a thing, with their names. */
  restrictions: z.record(z.string().regex(/^[a-z][a-z-]*$/), Words),
  roles: z.record(z.string().regex(/^[a-z][a-z-]*$/), Role),
});
export type Roles = z.infer<typeof Roles>;
