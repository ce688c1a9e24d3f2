import type { Map } from 'immutable';
import type { z } from 'zod';
import type { Actor, Event, SeenEntry } from './entry.ts';
import type { CrisisPlan } from './plan/plan.ts';
import type { Refusal } from './refusal.ts';
import type { Restrictions } from './restrictions.ts';

/**
 * How a subject's part of the state follows from facts: pure, and without schemas, so that a console can
 * show the picture before it has what it needs for work.
 */
export interface Fold<Slice extends AnySlice = AnySlice> {
  name: string;
  initial: Slice;
  /** The slice after a fact. Sees every event of the space, not only its own. */
  evolve(slice: Slice, event: Event, entry: Moment): Slice;
  /** Other subjects whose events its `evolve` needs: who is sent this one must be sent those. */
  follows: readonly string[];
  /** Field name → clearance needed to see that field, in events and rows alike. */
  guarded: Readonly<Record<string, string>>;
  /** Tables that never leave the server (counters, for instance). */
  internal: readonly string[];
}

/**
 * The shape that every subject (`subject/*`) has: its fold, data schemas, and what is decided. It reads no
 * clock, makes no id and knows no socket.
 */
export interface Subject<Slice extends AnySlice = AnySlice> extends Fold<Slice> {
  /** Command type → schema of its data. */
  commands: Schemas;
  /** Event type → schema of its data, at version `v` of 1 unless `upcast.ts` says otherwise. */
  events: Schemas;
  /** Facts that follow from an intention, or the reason why not. */
  decide(state: never, command: AnyCommand, context: Context): Decision;
  /**
   * What follows from what was just decided, by this subject or another, in the same entry: a drawn
   * perimeter closes the step that asked for it.
   */
  reacts?: {
    /** Event types that it reacts to; a trailing dot takes all of a subject (`incident.`). */
    to: readonly string[];
    /**
     * `state`: with the events already folded. What it returns is folded and offered to all again, a few
     * rounds at most.
     */
    react(state: never, events: readonly Event[], context: Context): readonly Event[];
  };
}

export type Schemas = Readonly<Record<string, z.ZodType>>;

/** A slice is a handful of tables: persistent maps from key to plain row, so that every earlier state stays usable as it was. */
export type Table<Row extends object = object> = Map<string, Row>;
export type AnySlice = Readonly<Record<string, Table<any>>>;

export interface AnyCommand {
  id: string;
  type: string;
  data: unknown;
}

/** The table without the rows that fit. Looks at all, touches only those: a rebuilt table costs twenty times as much. */
export function dropRows<Row extends object>(
  table: Table<Row>,
  fits: (row: Row) => boolean,
): Table<Row> {
  return table.withMutations((open) => {
    // Not `for … of`: that makes a pair of every row, and takes five times as long.
    table.forEach((row, key) => void (fits(row) && open.delete(key)));
  });
}

/** The table with the rows that fit changed. Touches only those. */
export function editRows<Row extends object>(
  table: Table<Row>,
  fits: (row: Row) => boolean,
  edit: (row: Row) => Row,
): Table<Row> {
  return table.withMutations((open) => {
    table.forEach((row, key) => void (fits(row) && open.set(key, edit(row))));
  });
}

/** The commands of a subject as a union, from its schemas. */
export type CommandOf<S extends Schemas> = {
  [K in keyof S & string]: { id: string; type: K; data: z.infer<S[K]> };
}[keyof S & string];

/** The events of a subject as a union, from its schemas. */
export type EventOf<S extends Schemas> = {
  [K in keyof S & string]: Omit<Event, 'type' | 'data'> & { type: K; data: z.infer<S[K]> };
}[keyof S & string];

/** When and by whom: what the gate adds to a command, and what an entry keeps of it. */
export type Moment = Pick<SeenEntry, 'seq' | 'at' | 'actor'>;

export interface Context {
  /** Server time of the decision, or the space's own clock in an exercise. */
  at: string;
  actor: Actor;
  /** Whether the actor may see a thing; what they may not see does not exist for them. */
  sees(thing: { restrictions?: Restrictions | undefined } | undefined): boolean;
  plan: Plan;
}

/** What decisions need of the configuration: plain lists. */
export interface Plan {
  incidentTypes: readonly string[];
  restrictions: readonly string[];
  /** Kinds of things on the ground that are sent only with a clearance: kind → clearance. */
  clearances: Readonly<Record<string, string>>;
  /** Measures, workflows, functions, phases and channels in force. */
  crisis: CrisisPlan;
}

export type Decision = { ok: true; events: readonly Event[] } | { ok: false; refusal: Refusal };

export const accept = (...events: readonly Event[]): Decision => ({ ok: true, events });
export const reject = (refusal: Refusal): Decision => ({ ok: false, refusal });

/** An event of version 1, with the restrictions that its thing has. */
export function fact<T extends string, D extends Record<string, unknown>>(
  type: T,
  id: string,
  data: D,
  restrictions?: Restrictions,
): Event {
  return { type, v: 1, id, data, ...(restrictions ? { restrictions: [...restrictions] } : {}) };
}
