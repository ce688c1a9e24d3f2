import { z } from 'zod';

/** The shape of `config/roles.yaml`; what follows from it is in `role.ts`. */

const Words = z.object({ nl: z.string(), fr: z.string(), en: z.string() });

/** One role of `config/roles.yaml`. */
export const Role = z.strictObject({
  title: Words,
  /** Commands allowed, `incident.*` for all of a subject, `*` for all. */
  may: z.array(z.string().regex(/^(\*|[a-z]+\.(\*|[a-z][a-zA-Z]*))$/)),
  /** Subjects seen. */
  sees: z.array(z.string()),
  /** Clearances held: guarded fields and restricted things. */
  cleared: z.array(z.string()).default([]),
  /** Further rights: `accounts` (administer), `audit` (hashes of the log), `ingest` (feeds). */
  rights: z.array(z.enum(['accounts', 'audit', 'ingest'])).default([]),
  machine: z.boolean().default(false),
});
export type Role = z.infer<typeof Role>;

export const Roles = z.strictObject({
  /** Clearances that can be put on a thing, with their names. */
  restrictions: z.record(z.string().regex(/^[a-z][a-z-]*$/), Words),
  roles: z.record(z.string().regex(/^[a-z][a-z-]*$/), Role),
});
export type Roles = z.infer<typeof Roles>;
