import { z } from 'zod';
import { SeenEntry, SpaceName } from './entry.ts';
import { Envelope } from './command.ts';
import { LANGS } from './refusal.ts';
import { Fix } from './subject/unit/schema.ts';

/** What goes over the socket; `protocol.ts` has its version. */

/** Console → server. */
export const Join = z.strictObject({
  space: SpaceName,
  /** Number of the last entry that the console has, 0 for none. */
  after: z.int().min(0),
  /** The `mark` that came with entry `after`: another mark (a restored log) means a snapshot. */
  mark: z.string().max(64).optional(),
});
export type Join = z.infer<typeof Join>;

export const Send = z.strictObject({
  space: SpaceName,
  command: Envelope,
  /** Language of the answer's message. */
  lang: z.enum(LANGS).optional(),
});
export type Send = z.infer<typeof Send>;

/** Server → console, in answer to `join`. */
export const Joined = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    mark: z.string(),
    /** The log answers: false means that this picture may be old, and no beats will come either. */
    fresh: z.boolean(),
    /** Server time, ISO 8601. */
    now: z.string(),
    seq: z.int(),
    /** Subjects that this role is sent: the console folds no others. */
    sees: z.array(z.string()).readonly(),
    /** Either the whole redacted state at `seq`… */
    state: z
      .record(z.string(), z.record(z.string(), z.record(z.string(), z.looseObject({}))))
      .optional(),
    /** …or the redacted entries after the console's own number. */
    entries: z.array(SeenEntry).optional(),
  }),
  z.object({ ok: z.literal(false), code: z.string(), message: z.string() }),
]);
export type Joined = z.infer<typeof Joined>;

/** Entries `after` < seq ≤ `upTo`; entries in which this audience sees nothing are left out. */
export const Batch = z.object({
  space: SpaceName,
  after: z.int().min(0),
  upTo: z.int().min(1),
  /** Fingerprint of the log up to `upTo`: tells nothing, but differs when the log is another. */
  mark: z.string(),
  entries: z.array(SeenEntry),
});
export type Batch = z.infer<typeof Batch>;

/** Once a second while the log answers: the picture up to `head` is complete. */
export const Beat = z.object({ space: SpaceName, head: z.int().min(0), now: z.string() });
export type Beat = z.infer<typeof Beat>;

/**
 * Where units are: beside the log, a few times a second, only what changed. A message may be skipped
 * for a console that is slow to take them; that one gets the whole picture as soon as it can.
 */
export const Positions = z.object({
  space: SpaceName,
  /** The whole picture begins: what was known before is no more. */
  whole: z.literal(true).optional(),
  fixes: z.array(Fix),
  /** Units that this console may not see any more. */
  gone: z.array(z.string()),
});
export type Positions = z.infer<typeof Positions>;

/** Answer to a command. `events` are redacted for the sender. */
export const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), seq: z.int(), events: SeenEntry.shape.events }),
  z.object({
    ok: z.literal(false),
    code: z.string(),
    message: z.string(),
    path: z.string().optional(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  }),
]);
export type Answer = z.infer<typeof Answer>;

/** Typed event maps for both ends of the socket. */
export interface Up {
  join(join: Join, answer: (joined: Joined) => void): void;
  send(send: Send, answer: (answer: Answer) => void): void;
}
export interface Down {
  batch(batch: Batch): void;
  beat(beat: Beat): void;
  positions(positions: Positions): void;
  /** The session ended or the role changed: sign in again. */
  bye(why: { code: string }): void;
}
