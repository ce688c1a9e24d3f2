import { z } from 'zod';

/**
 * The record of what happened.
 *
 * Times are ISO 8601 in UTC with milliseconds (`2026-11-24T08:31:58.000Z`): they sort as text.
 * An entry is written once and never changed; `hash` chains it to the entry before.
 */

/** A moment as the log writes it: UTC, milliseconds, years 1970-2999. */
export const Instant = z
  .string()
  .regex(
    /^(19[7-9]\d|2\d{3})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/,
  )
  .refine((text) => {
    // Date.parse takes 30 February for 2 March.
    const ms = Date.parse(text);
    return !Number.isNaN(ms) && new Date(ms).toISOString() === text;
  });

/** The name of a space: `live`, or `ex-<id>` for an exercise. Each has its own log, state and clock. */
export const SpaceName = z.string().regex(/^(live|ex-[a-z0-9][a-z0-9-]{0,39})$/);

/** Who did it: an account (a person or a machine) and the role it acted in. */
export const Actor = z.object({
  id: z.string().min(1).max(64),
  name: z.string().max(120),
  role: z.string().min(1).max(40),
});
export type Actor = z.infer<typeof Actor>;

/**
 * A fact. `id` is the id of the thing it is about (an incident, a report…), `v` the version of its
 * data's shape (`upcast.ts` lifts older ones), `restrictions`
 * the clearances needed to see it (all of them).
 */
export const Event = z.object({
  type: z.string().regex(/^[a-z]+\.[a-z][a-zA-Z]*$/),
  v: z.int().min(1),
  id: z.string().min(1).max(400),
  restrictions: z.array(z.string()).readonly().optional(),
  data: z.record(z.string(), z.unknown()),
});
export type Event = z.infer<typeof Event>;

/** One step of a space: the facts that one command caused. */
export const Entry = z.object({
  seq: z.int().min(1),
  at: Instant,
  actor: Actor,
  command: z.object({ id: z.string(), type: z.string() }),
  events: z.array(Event),
  /** SHA-256, hexadecimal, over the hash before and this entry (see `server/log/chain.ts`). */
  hash: z.string(),
});
export type Entry = z.infer<typeof Entry>;

/** An entry as it leaves the server: redacted for a role, so without the hash of the whole. */
export const SeenEntry = Entry.omit({ hash: true });
export type SeenEntry = z.infer<typeof SeenEntry>;
