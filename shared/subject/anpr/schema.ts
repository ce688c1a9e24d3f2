import { z } from 'zod';
import { DOUBTS } from '../../anpr/match.ts';
import { CATEGORIES, ListId } from '../../anpr/list.ts';
import { Instant } from '../../entry.ts';
import type { Restrictions } from '../../restrictions.ts';
import type { CommandOf, EventOf, Table } from '../../subject.ts';
import { Id, Point, Priority, someText, text } from '../../value.ts';

import { REJECTIONS, OUTCOMES, type Status, type Rejection, type Outcome } from './limits.ts';

/** What is behind `sealed`, for those who may see it. */
export const Open = z.strictObject({
  /** As the engine read it; always shown beside the entry's plate. */
  raw: z.string().max(32),
  plate: z.string().max(16),
  country: z.string().max(2).optional(),
  /** The entry's own plate, and what its list says of it. */
  listed: z.string().max(24),
  reason: z.string().max(300),
  instruction: z.string().max(600).optional(),
  vehicle: z.string().max(160).optional(),
  reference: z.string().max(80).optional(),
  /** Where read and entry differ: position in the read, what was read, what the entry has. */
  differences: z.array(z.strictObject({ at: z.int(), read: z.string(), entry: z.string() })),
  /** Why an exact read is not certain. */
  doubts: z.array(z.enum(DOUBTS)).optional(),
  /** What the camera says the vehicle is. */
  seen: z.string().max(160).optional(),
});
export type Open = z.infer<typeof Open>;

const Sealed = z.string().min(1).max(4_000);

/** One passage before a camera. */
const Pass = {
  /** Id of the read in the read store; also of its picture. */
  read: z.string().min(1).max(128),
  camera: z.string().min(1).max(80),
  point: Point,
  at: Instant,
  direction: z.enum(['approaching', 'leaving']).optional(),
  /** Degrees clockwise from north in which the vehicle went, where camera and direction tell. */
  course: z.number().min(0).lt(360).optional(),
  /** Metres per second. */
  speed: z.number().min(0).max(120).optional(),
  certainty: z.enum(['certain', 'possible']),
  probability: z.number().min(0).max(1),
  /** There is a picture: `GET /api/anpr/alerts/{alert}/pictures/{read}`. */
  picture: z.boolean(),
  sealed: Sealed,
};
export const AnprPass = z.strictObject(Pass);

const Alert = z.string().min(1).max(128);
const Listed = {
  list: ListId,
  version: z.int().min(1),
  /** Id of the entry, or of its fingerprint where the id would tell the plate. */
  entry: z.string().min(1).max(80),
  category: z.enum(CATEGORIES),
  priority: Priority,
  covert: z.boolean(),
  /** Persons who must verify. */
  persons: z.union([z.literal(1), z.literal(2)]),
  /** Days after closing that it is kept. */
  retentionDays: z.int().min(1).max(365),
  convoy: z.boolean(),
};

export const commands = {
  /**
   * By the system's hand. The command's id becomes the alert's, unless one for the same list and entry is
   * open: then it is a further passage of that one; before the same camera within `PARKED_MINUTES` it only
   * counts (a parked car). Which hits an alert that was settled still silences: `silence.ts`.
   */
  'anpr.raise': z.object({
    ...Listed,
    pass: AnprPass,
    restrictions: z.array(z.string().max(40)).min(1).max(8),
  }),
  /** Two vehicles together at three cameras or more; by the system's hand, on lists that allow it. */
  'anpr.accompany': z.object({
    alert: Alert,
    /** Same vehicle, same key: keyed fingerprint of its plate. */
    vehicle: z.string().max(64),
    cameras: z.array(z.string().max(80)).min(3).max(50),
    sealed: Sealed,
  }),
  /** Somebody looks at it. */
  'anpr.acknowledge': z.object({ alert: Alert }),
  /**
   * One of the two checks: `picture` (the plate in the picture is the listed one), `list` (the entry is
   * still valid). Both by one person make one verification; a list of two persons needs both checks of two.
   * Who is not sent the plate cannot check it: so neither the system's hand nor a machine's ever counts.
   */
  'anpr.check': z.object({ alert: Alert, check: z.enum(['picture', 'list']) }),
  'anpr.reject': z.object({ alert: Alert, reason: z.enum(REJECTIONS), note: text(500).optional() }),
  /** A rejected or closed one is looked at again; a rejected one must be checked anew. */
  'anpr.reopen': z.object({ alert: Alert, reason: someText(500) }),
  /** To an incident; only what is verified. */
  'anpr.link': z.object({ alert: Alert, incident: Id }),
  'anpr.unlink': z.object({ alert: Alert }),
  /** A patrol was sent by radio or phone: who, by words. Only what is verified. */
  'anpr.dispatch': z.object({ alert: Alert, to: someText(160), note: text(500).optional() }),
  'anpr.close': z.object({ alert: Alert, outcome: z.enum(OUTCOMES), note: text(500).optional() }),
  /**
   * Several at once, of one list: those of a flood that are the same nothing. None that somebody verified;
   * what was settled meanwhile is passed over.
   */
  'anpr.rejectAll': z.object({
    alerts: z.array(Alert).min(1).max(500),
    reason: z.enum(REJECTIONS),
    note: text(500).optional(),
  }),
  /** A list has another version; by the system's hand. */
  'anpr.list': z.object({
    list: ListId,
    version: z.int().min(1),
    entries: z.int().min(0),
    added: z.int().min(0),
    changed: z.int().min(0),
    removed: z.int().min(0),
    by: someText(120),
    restrictions: z.array(z.string().max(40)).min(1).max(8),
  }),
  /**
   * At the end of the retention: the alert leaves the state, and its key is deleted. By the system's hand.
   * Those whose time has not come are passed over: `anpr.erased` tells which went.
   */
  'anpr.erase': z.object({ alerts: z.array(Alert).min(1).max(1_000) }),
};

/** Where an alert is linked: of the event that tells an incident of it, as secret as both together. */
const Host = {
  incident: z.string(),
  /** Restrictions of the alert alone: what hangs on it keeps them when its incident is released. */
  own: z.array(z.string()),
};

export const events = {
  'anpr.raised': z.object({ ...Listed, ...Pass }),
  /** A further passage. */
  'anpr.passed': z.object(Pass),
  /** Once more before the same camera. */
  'anpr.stood': z.object({
    camera: z.string(),
    at: Instant,
    /** Number of the passage: 1 is the first. */
    passage: z.int().min(1),
  }),
  'anpr.accompanied': z.object({
    vehicle: z.string(),
    cameras: z.array(z.string()),
    sealed: Sealed,
  }),
  'anpr.acknowledged': z.object({}),
  'anpr.checked': z.object({
    check: z.enum(['picture', 'list']),
    /** With it the alert is verified. */
    verified: z.boolean(),
  }),
  'anpr.rejected': z.object({
    reason: z.enum(REJECTIONS),
    note: z.string().optional(),
    /** Camera of the first passage: a false read counts there. */
    camera: z.string(),
  }),
  'anpr.reopened': z.object({ note: z.string() }),
  /** To an incident: which one, `anpr.attached` says, to those who may see both. */
  'anpr.linked': z.object({}),
  'anpr.attached': z.object({
    ...Host,
    category: z.enum(CATEGORIES),
    priority: Priority,
    certainty: z.enum(['certain', 'possible']),
    /** Of the last passage. */
    camera: z.string(),
    at: Instant,
  }),
  'anpr.unlinked': z.object({}),
  'anpr.detached': z.object(Host),
  /** For the logbook of the incident that it is linked to: what became of the alert. No plate, no note. */
  'anpr.told': z.object({
    ...Host,
    what: z.enum(['passed', 'dispatched', 'closed', 'rejected', 'reopened']),
    camera: z.string().optional(),
    at: Instant.optional(),
    to: z.string().optional(),
    outcome: z.enum(OUTCOMES).optional(),
    reason: z.enum(REJECTIONS).optional(),
  }),
  'anpr.dispatched': z.object({ to: z.string(), note: z.string().optional() }),
  'anpr.closed': z.object({
    outcome: z.enum(OUTCOMES),
    note: z.string().optional(),
    camera: z.string(),
  }),
  /** Of the list's version, `listKey`: each is as secret as the list was then. */
  'anpr.listed': z.object({
    list: z.string(),
    version: z.int(),
    entries: z.int(),
    added: z.int(),
    changed: z.int(),
    removed: z.int(),
    by: z.string(),
  }),
  /** A version that is neither in force nor named by any alert. */
  'anpr.unlisted': z.object({}),
  'anpr.erased': z.object({}),
};
export type AnprCommand = CommandOf<typeof commands>;
export type AnprEvent = EventOf<typeof events>;

export interface Passage {
  read: string;
  camera: string;
  point: Point;
  at: string;
  direction?: 'approaching' | 'leaving' | undefined;
  course?: number | undefined;
  speed?: number | undefined;
  certainty: 'certain' | 'possible';
  probability: number;
  picture: boolean;
  sealed?: string | undefined;
  open?: Open | undefined;
  /** Times that it was seen there in a row, and the last of them. */
  times: number;
  last: string;
}

/** A row of `passages`: one passage, so that redaction guards its `sealed` and `open`. Its id is `passageKey`. */
export interface PassageRow extends Passage {
  id: string;
  alert: string;
  restrictions?: Restrictions | undefined;
}

export interface Done {
  at: string;
  by: string;
  /** Account. */
  who: string;
}

export interface AlertNote {
  what: 'rejected' | 'dispatched' | 'closed' | 'reopened';
  text: string;
  at: string;
  by: string;
}

export interface AlertRow {
  id: string;
  list: string;
  version: number;
  entry: string;
  category: (typeof CATEGORIES)[number];
  priority: Priority;
  covert: boolean;
  persons: 1 | 2;
  retentionDays: number;
  convoy: boolean;
  status: Status;
  /** Of the most certain passage. */
  certainty: 'certain' | 'possible';
  probability: number;
  /** First passage, and the last one so far. */
  camera: string;
  at: string;
  lastCamera: string;
  last: string;
  raised: string;
  passages: number;
  acknowledged?: Done | undefined;
  checks: readonly { check: 'picture' | 'list'; at: string; by: string; who: string }[];
  verified?: Done | undefined;
  rejected?: (Done & { reason: Rejection }) | undefined;
  /** To an incident that stands in `links`, for those who may see that one. */
  linked?: Done | undefined;
  dispatched?: (Done & { to: string }) | undefined;
  closed?: (Done & { outcome: Outcome }) | undefined;
  reopened?: Done | undefined;
  /** What people wrote with what they did, the latest last; a bounded number. Guarded by `plate`. */
  notes?: readonly AlertNote[] | undefined;
  /** What happened last, and its number. A parked car that is seen again changes nothing here. */
  changed: string;
  seq: number;
  restrictions?: Restrictions | undefined;
}

/** To which incident an alert is linked: a row of its own, as secret as both together. Its id is the alert's. */
export interface LinkRow {
  id: string;
  alert: string;
  incident: string;
  at: string;
  by: string;
  /** Restrictions of the alert alone. */
  own: Restrictions;
  restrictions?: Restrictions | undefined;
}

/** Its id is alert and vehicle: `<alert>|<vehicle>`. */
export interface CompanionRow {
  id: string;
  alert: string;
  vehicle: string;
  cameras: readonly string[];
  at: string;
  sealed?: string | undefined;
  open?: Open | undefined;
  restrictions?: Restrictions | undefined;
}

/**
 * How judged hits of a camera turned out, by day (UTC), the last 31: no plate, no alert. Counted of all
 * alerts, whoever sees them, so it never leaves the server as a table (internal).
 */
export interface QualityRow {
  id: string;
  days: readonly { day: string; judged: number; falseReads: number }[];
}

/** A version of a list. Its id is `listKey`. */
export interface ListRow {
  id: string;
  list: string;
  version: number;
  entries: number;
  added: number;
  changed: number;
  removed: number;
  at: string;
  by: string;
  restrictions?: Restrictions | undefined;
}

export type AnprSlice = {
  alerts: Table<AlertRow>;
  passages: Table<PassageRow>;
  links: Table<LinkRow>;
  companions: Table<CompanionRow>;
  lists: Table<ListRow>;
  quality: Table<QualityRow>;
  /** List and entry (`entryKey`) → the alert that was raised or reopened last for it. Internal. */
  latest: Table<{ alert: string }>;
};
