import { z } from 'zod';
import { Instant } from '../../entry.ts';
import { Both, Name, Reach, Slug } from '../../plan/step.ts';
import type { CommandOf, EventOf, Table } from '../../subject.ts';
import { Id, text, someText } from '../../value.ts';
import { OUTCOMES, type CallOutcome } from './outcome.ts';
import type { Restrictions } from '../../restrictions.ts';

/**
 * Call lists run by rules ("two of these within five minutes, else the next group"). The list is resolved
 * by place and time when the alarm starts, and frozen into it with the reason for each name. Voice and radio
 * are dialled by an operator and recorded; what goes by itself is requested here and carried by a server
 * process (`server/channel/`), which tells how it went.
 */

/** By which way an answer came back. */
export const VIAS = ['link', 'gateway'] as const;

/** Ids of contacts, and keys of what was requested: `<contact>:<way>:<n>`. */
const ContactId = Id;
const RequestKey = z.string().min(1).max(160);

const One = z.object({ alarm: Id });
const InAlarm = One.extend({ contact: ContactId });
const { functions, categories, need, within, message } = Reach.shape;

export const commands = {
  /**
   * The command's id becomes the alarm's. With `run` and `step`: whom the frozen step reaches; else the free
   * list that is given. `null`: of no incident, but the region's own (closing parks).
   */
  'alarm.start': z.object({
    incident: Id.nullable(),
    run: z.string().max(400).optional(),
    step: z.string().max(121).optional(),
    functions: functions.unwrap().max(40).optional(),
    categories: categories.unwrap().max(40).optional(),
    /** For functions that are held per manager of ground: which of them. */
    managers: z.array(Slug).max(60).optional(),
    need: need.unwrap().optional(),
    within: within.unwrap().optional(),
    message: message,
    title: Both.optional(),
  }),
  /** Dialled by the operator. `way`: which of the person's ways, counted from 0. */
  'alarm.try': InAlarm.extend({
    channel: Slug,
    way: z.int().min(0).max(20).optional(),
    outcome: z.enum(OUTCOMES),
    note: text(500).optional(),
  }),
  /** Once more by itself, after it failed or nobody answered. */
  'alarm.resend': InAlarm.extend({ way: z.int().min(0).max(20) }),
  /** A server process takes a request on itself; `attempt` counts from 1, and is one more after a crash. */
  'alarm.carry': One.extend({ request: RequestKey, attempt: z.int().min(1).max(100) }),
  /** By the system: what became of a request. */
  'alarm.tell': One.extend({
    request: RequestKey,
    what: z.enum(['sent', 'failed', 'yes', 'no']),
    /** Why it failed: a short code (`timeout`, `smtp-550`). */
    reason: z
      .string()
      .regex(/^[a-z0-9-]+$/)
      .max(60)
      .optional(),
    /** When it was answered, if not now. */
    at: Instant.optional(),
    via: z.enum(VIAS).optional(),
  }),
  /** The time of the groups called so far is over; `early`: somebody does not want to wait for it. */
  'alarm.advance': One.extend({ called: z.int().min(0), early: z.boolean().optional() }),
  'alarm.stop': One.extend({ reason: someText(500) }),
};

/** Why somebody is on the list, as `shared/plan/resolve.ts` says it. */
const Because = z.looseObject({ code: z.string() });
const Person = z.object({
  contact: z.string(),
  name: z.string(),
  organisation: Name,
  rank: z.number(),
  because: z.array(Because),
  /** Channels of the ways, in the order in which they are tried; `auto`: it sends by itself. */
  channels: z.array(z.object({ id: z.string(), auto: z.boolean() })),
});
export type Person = z.infer<typeof Person>;

/** One function, or one category through its contact points: its people in order. */
const Group = z.object({
  function: z.string().optional(),
  category: z.string().optional(),
  manager: z.string().optional(),
  people: z.array(Person),
  missing: z.enum(['place-unknown', 'nobody']).optional(),
});
export type Group = z.infer<typeof Group>;

/** Addresses of the ways, in the order of `channels`; key: contact. Guarded. */
const Ways = z.record(z.string(), z.array(z.string()));

const About = { incident: z.string().optional() };
const Whom = { ...About, contact: z.string(), name: z.string() };
const By = { ...Whom, channel: z.string(), way: z.number().optional() };

export const events = {
  'alarm.started': z.object({
    ...About,
    run: z.string().optional(),
    step: z.string().optional(),
    title: Both.optional(),
    message: Both.optional(),
    need: z.union([z.number(), z.literal('all')]),
    /** Minutes. */
    within: z.number(),
    groups: z.array(Group),
    ways: Ways.optional(),
    /** How many groups are called at once. */
    called: z.number(),
    until: Instant,
  }),
  'alarm.tried': z.object({ ...By, outcome: z.enum(OUTCOMES), note: z.string().optional() }),
  /** To be sent by itself. */
  'alarm.requested': z.object({ ...By, request: z.string() }),
  /** Passed over: the channel is dead. `request`: it was requested before, and not sent. */
  'alarm.skipped': z.object({ ...By, request: z.string().optional() }),
  'alarm.carried': z.object({ ...About, request: z.string(), attempt: z.number() }),
  'alarm.sent': z.object({ ...By, request: z.string() }),
  'alarm.failed': z.object({ ...By, request: z.string(), reason: z.string() }),
  'alarm.answered': z.object({
    ...By,
    request: z.string(),
    yes: z.boolean(),
    at: Instant,
    via: z.enum(VIAS),
    /** The alarm was over by then. */
    late: z.boolean().optional(),
    /** Not the first answer to this request. */
    again: z.boolean().optional(),
  }),
  'alarm.advanced': z.object({
    ...About,
    called: z.number(),
    until: Instant,
    why: z.enum(['time', 'early', 'spent']),
  }),
  'alarm.exhausted': z.object({ ...About, why: z.enum(['time', 'early', 'spent']) }),
  'alarm.reached': z.object({
    ...About,
    run: z.string().optional(),
    step: z.string().optional(),
    people: z.array(z.object({ contact: z.string(), name: z.string() })),
  }),
  'alarm.stopped': z.object({
    ...About,
    why: z.enum(['person', 'closed', 'step']),
    reason: z.string().optional(),
  }),
};

export interface Try {
  channel: string;
  way?: number | undefined;
  outcome: CallOutcome;
  note?: string | undefined;
  at: string;
  by: string;
}

/** What was requested to be sent by itself, and what became of it. */
export interface Request {
  contact: string;
  way: number;
  channel: string;
  at: string;
  /** A process has it in hand. */
  carried?: { at: string; attempt: number } | undefined;
  sent?: string | undefined;
  failed?: { at: string; reason: string } | undefined;
  /** Its channel was dead before anybody sent it. */
  skipped?: string | undefined;
  answer?: { yes: boolean; at: string; via: (typeof VIAS)[number] } | undefined;
}

export interface Skip {
  contact: string;
  way: number;
  channel: string;
  at: string;
}

/** What came of one person. */
export interface Called {
  tries: readonly Try[];
  reached?: { at: string; channel: string; by: string } | undefined;
  /** Said no, by voice or by answer. */
  refused?: string | undefined;
}

export type AlarmStatus = 'running' | 'exhausted' | 'reached' | 'stopped';

export interface Alarm {
  id: string;
  /** Empty for one of the region's own, which belongs to no incident. */
  incident: string;
  run?: string | undefined;
  step?: string | undefined;
  title?: Both | undefined;
  message?: Both | undefined;
  need: number | 'all';
  /** Minutes. */
  within: number;
  groups: readonly Group[];
  /** Guarded: `personal`. */
  ways?: Readonly<Record<string, readonly string[]>> | undefined;
  /** The first so many groups are called. */
  called: number;
  /** When their time is over. */
  until: string;
  calls: Readonly<Record<string, Called>>;
  requests: Readonly<Record<string, Request>>;
  skipped: readonly Skip[];
  status: AlarmStatus;
  started: { at: string; by: string };
  ended?:
    { at: string; by: string; why?: string | undefined; reason?: string | undefined } | undefined;
  seq: number;
  restrictions?: Restrictions | undefined;
}

export type AlarmSlice = { alarms: Table<Alarm> };
export type AlarmCommand = CommandOf<typeof commands>;
export type AlarmEvent = EventOf<typeof events>;
