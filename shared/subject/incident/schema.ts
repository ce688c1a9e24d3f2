import { z } from 'zod';
import type { CommandOf, EventOf, Table } from '../../subject.ts';
import { Discipline, Person, Place, Priority, someText, text } from '../../value.ts';
import type { Restrictions } from '../../restrictions.ts';

/**
 * Incident: what the crisis room works on. Everything about it that changes is one small command,
 * so that two people who work on the same incident never overwrite each other.
 */

/** Open: nobody works on it yet. Controlled: under control (onder controle / maîtrisé). */
export const STATUSES = ['open', 'active', 'controlled', 'closed'] as const;
export type Status = (typeof STATUSES)[number];

/** How far a discipline is involved. */
export const INVOLVEMENTS = [
  'none',
  'informed',
  'requested',
  'onTheWay',
  'onSite',
  'left',
] as const;
export type Involvement = (typeof INVOLVEMENTS)[number];

const One = z.object({ incident: z.string() });

export const commands = {
  /** The command's id becomes the incident's. `report`: the report that it is promoted from. */
  'incident.open': z.object({
    type: z.string().max(60),
    title: someText(160),
    priority: Priority,
    place: Place.optional(),
    report: z.string().optional(),
    restrictions: z.array(z.string().max(40)).max(8).optional(),
  }),
  /** Adds a report to an incident. */
  'incident.merge': One.extend({ report: z.string() }),
  'incident.retitle': One.extend({ title: someText(160) }),
  'incident.retype': One.extend({ type: z.string().max(60) }),
  'incident.prioritise': One.extend({ priority: Priority }),
  /** Absent fields of the place are cleared: a place is one value. */
  'incident.locate': One.extend({ place: Place }),
  'incident.progress': One.extend({ status: z.enum(['open', 'active', 'controlled']) }),
  'incident.involve': One.extend({ discipline: Discipline, involvement: z.enum(INVOLVEMENTS) }),
  /** `to` absent: nobody. */
  'incident.assign': One.extend({ to: Person.optional() }),
  /** Shift hand-over (aflossing / relève): the next owner accepts it by name. */
  'incident.handOver': One.extend({ to: Person, note: someText(2000) }),
  'incident.accept': One,
  'incident.link': One.extend({ other: z.string() }),
  'incident.unlink': One.extend({ other: z.string() }),
  'incident.close': One.extend({ summary: someText(4000) }),
  'incident.reopen': One.extend({ reason: someText(1000) }),
  'incident.restrict': One.extend({ restriction: z.string().max(40) }),
  'incident.release': One.extend({ restriction: z.string().max(40) }),
  /** Closed long ago: leaves the working state, stays in the log. */
  'incident.archive': z.object({ incidents: z.array(z.string()).min(1).max(200) }),
};

export const events = {
  'incident.opened': z.object({
    number: z.string(),
    type: z.string(),
    title: z.string(),
    priority: Priority,
    place: Place.optional(),
  }),
  'incident.retitled': z.object({ title: z.string() }),
  'incident.retyped': z.object({ type: z.string() }),
  'incident.prioritised': z.object({ priority: Priority, before: Priority }),
  'incident.located': z.object({ place: Place }),
  'incident.progressed': z.object({ status: z.enum(['open', 'active', 'controlled']) }),
  'incident.involved': z.object({ discipline: Discipline, involvement: z.enum(INVOLVEMENTS) }),
  'incident.assigned': z.object({ to: Person.optional() }),
  'incident.handedOver': z.object({ to: Person, note: text(2000) }),
  'incident.accepted': z.object({}),
  'incident.linked': z.object({ other: z.string() }),
  'incident.unlinked': z.object({ other: z.string() }),
  'incident.closed': z.object({ summary: z.string() }),
  'incident.reopened': z.object({ reason: z.string() }),
  /** It now needs a clearance more than `before`. Who lacks it gets `incident.withdrawn` in its place. */
  'incident.restricted': z.object({
    restriction: z.string(),
    before: z.array(z.string()).optional(),
  }),
  'incident.withdrawn': z.object({}),
  /** It needs one clearance less: carries all its rows, for those who had none of them. */
  'incident.released': z.object({
    restriction: z.string(),
    /** subject → table → key → row */
    rows: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.looseObject({})))),
  }),
  'incident.archived': z.object({}),
};

export interface Incident {
  id: string;
  /** For people: year and running number, `2026-0042`. Given by the server, never reused. */
  number: string;
  type: string;
  title: string;
  priority: Priority;
  status: Status;
  place?: Place | undefined;
  owner?: Person | undefined;
  handover?: { from: string; note: string; at: string; accepted: boolean } | undefined;
  disciplines: Partial<Record<Discipline, Involvement>>;
  opened: { at: string; by: string };
  closed?: { at: string; by: string; summary: string } | undefined;
  /** The latest change: when, and as which entry. */
  changed: string;
  seq: number;
  restrictions?: Restrictions | undefined;
}

/** Key: both ids in order, `a|b`. */
export interface Link {
  a: string;
  b: string;
  restrictions?: Restrictions | undefined;
}

export type IncidentSlice = {
  incidents: Table<Incident>;
  links: Table<Link>;
  /** Year → last running number. Internal: its gaps would tell of incidents that one may not see. */
  numbers: Table<{ last: number }>;
};

export type IncidentCommand = CommandOf<typeof commands>;
export type IncidentEvent = EventOf<typeof events>;
