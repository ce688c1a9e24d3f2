import { z } from 'zod';
import { Instant } from '../entry.ts';
import { someText, text } from '../value.ts';

/**
 * Looking back in the reads: the closed list of purposes (law on the police function, art. 44/11/3decies
 * and 25/1-25/8; see DOMAIN "to be confirmed by the data protection officer"), with what each asks.
 * The rules that are checked are in `lookback-rules.ts`.
 */
export const PURPOSES = [
  'judicial-crime',
  'judicial-traffic',
  'missing-person',
  'administrative-listed',
] as const;
export type Purpose = (typeof PURPOSES)[number];
export const regimeOf = (purpose: Purpose): 'judicial' | 'administrative' =>
  purpose === 'administrative-listed' ? 'administrative' : 'judicial';

export const LookQuery = z.strictObject({
  purpose: z.enum(PURPOSES),
  /** Number of the file or official report. */
  case: someText(80),
  reason: someText(500),
  /** The prosecutor's written, reasoned decision: needed for judicial use beyond one month. */
  prosecutor: text(120).optional(),
  /** Either one plate… */
  plate: someText(24).optional(),
  /** …or cameras, an hour at most: never free over all history. */
  cameras: z.array(z.string().max(80)).min(1).max(20).optional(),
  from: Instant,
  until: Instant,
});
export type LookQuery = z.infer<typeof LookQuery>;

/** A passage as the answer to a query shows it. */
export interface LookRow {
  read: string;
  camera: string;
  at: string;
  offset: number;
  raw: string;
  plate: string;
  country?: string | undefined;
  confidence?: number | undefined;
  direction?: 'approaching' | 'leaving' | undefined;
  crop: boolean;
}

export interface LookAnswer {
  /** Id of the look in the access log: cited by exports and pictures. */
  access: string;
  /** Its number there, as people write and say it. */
  seq: number;
  rows: LookRow[];
  /** There were more than are given. */
  more: boolean;
  /** From when reads could still be looked into: the rule's limit or the store's age. */
  reachesTo: string;
  /** Cameras of another controller (LEZ), whose reads were left out: no legal basis is recorded. */
  excluded: string[];
}

export const Export = z.strictObject({
  /** The look whose rows are exported. */
  access: z.string().max(64),
  recipient: someText(160),
  reason: someText(500),
});
export type Export = z.infer<typeof Export>;

/** A line of the access log. Append-only, hash-chained: a space of its own in the log. */
export interface AccessRow {
  id: string;
  seq: number;
  at: string;
  actor: { id: string; name: string; role: string };
  what:
    | 'look'
    | 'refused'
    | 'export'
    | 'picture'
    | 'list-read'
    | 'list-export'
    | 'deletion'
    | 'access-read';
  purpose?: Purpose | undefined;
  case?: string | undefined;
  reason?: string | undefined;
  prosecutor?: string | undefined;
  recipient?: string | undefined;
  /** Keyed fingerprint of the plate: tells whether it is a given one, never which. */
  fingerprint?: string | undefined;
  cameras?: readonly string[] | undefined;
  from?: string | undefined;
  until?: string | undefined;
  /** How many passages were given, or deleted. */
  count?: number | undefined;
  /** Code of the refusal. */
  refused?: string | undefined;
  /** List, alert or read that it was about. */
  about?: string | undefined;
}
