import { z } from 'zod';
import type { CommandOf, EventOf, Table } from '../../subject.ts';
import { Id, Occurred, Place, Priority, someText, text } from '../../value.ts';
import type { Restrictions } from '../../restrictions.ts';
import { Traffic } from './traffic.ts';

/**
 * Report (melding / signalement): what somebody or some system says is going on, before the crisis
 * room has judged it. It waits in the queue until it is merged into an incident, promoted to one,
 * or dismissed with a reason.
 */

/** Languages of the source's own text, by BCP 47 tag. */
const Texts = z.record(z.string().max(12), text(4000));

export const Content = z.object({
  type: text(60).optional(),
  priority: Priority,
  text: someText(4000),
  texts: Texts.optional(),
  place: Place.optional(),
  occurred: Occurred.optional(),
  /** The source says that it is over. */
  over: z.boolean().optional(),
  /** Of a traffic situation. */
  traffic: Traffic.optional(),
});
export type Content = z.infer<typeof Content>;

export const CHANNELS = ['phone', 'radio', 'mail', 'visit', 'camera', 'other'] as const;
export const REASONS = ['duplicate', 'false', 'not-ours', 'no-action', 'over'] as const;

export const commands = {
  /** From a feed: a new source record, or a newer state of one that is known. */
  'report.receive': Content.extend({
    feed: Id,
    /** The record's id in its source. */
    record: someText(200),
    /** The source's version or time of change: sorts as text within one record. */
    version: text(40).optional(),
  }),
  /** By hand: a phone or radio call. The command's id becomes the report's. */
  'report.file': Content.omit({ over: true, traffic: true }).extend({
    channel: z.enum(CHANNELS),
    /** How to call back. Personal data: guarded. */
    contact: text(200).optional(),
  }),
  'report.dismiss': z.object({
    report: z.string(),
    reason: z.enum(REASONS),
    note: text(1000).optional(),
  }),
  /** Back into the queue. */
  'report.reopen': z.object({ report: z.string() }),
  /** Settled long ago: leaves the working state, stays in the log. */
  'report.archive': z.object({ reports: z.array(z.string()).min(1).max(1000) }),
};

export const events = {
  'report.received': Content.extend({
    feed: z.string(),
    record: z.string(),
    version: z.string().optional(),
    channel: z.string().optional(),
    contact: z.string().optional(),
  }),
  'report.updated': Content.extend({ version: z.string().optional(), resurfaces: z.boolean() }),
  'report.merged': z.object({ incident: z.string() }),
  'report.dismissed': z.object({ reason: z.enum(REASONS), note: z.string().optional() }),
  'report.reopened': z.object({}),
  'report.archived': z.object({}),
  /** It now needs a clearance more than `before`. Who lacks it gets `report.withdrawn` in its place. */
  'report.restricted': z.object({ before: z.array(z.string()).optional() }),
  'report.withdrawn': z.object({}),
};

export interface Report extends Content {
  id: string;
  feed: string;
  record: string;
  version?: string | undefined;
  channel?: string | undefined;
  contact?: string | undefined;
  status: 'new' | 'merged' | 'dismissed';
  /** Server time of the first arrival, and of the latest change by the source. */
  received: string;
  changed: string;
  updates: number;
  incident?: string | undefined;
  dismissed?: { reason: string; note?: string | undefined; at: string; by: string } | undefined;
  settled?: string | undefined;
  restrictions?: Restrictions | undefined;
}

export type ReportSlice = {
  reports: Table<Report>;
  /** Feeds' records whose report was archived, and how grave it was then: their source may go on sending them. Internal. */
  past: Table<{ priority: number }>;
};
export type ReportCommand = CommandOf<typeof commands>;
export type ReportEvent = EventOf<typeof events>;
/** A report's id follows from its source: the same record is the same report, however often it is sent. */
export const reportId = (feed: string, record: string): string => `${feed}:${record}`;
