import { z } from 'zod';
import { Instant } from '../../entry.ts';
import { Both, MeasureId, OWNERS, Slug, Step, Workflow, type FactValue } from '../../plan/step.ts';
import type { CommandOf, EventOf, Table } from '../../subject.ts';
import { someText, text } from '../../value.ts';
import type { Restrictions } from '../../restrictions.ts';

/**
 * Tasks: the workflows of the plan as an incident runs them. A run is one workflow, block, or list of own
 * steps; which of its steps are open follows from the facts of the incident and from what was settled.
 * Each run keeps the edition of the workflow that it started with; editions are in the log themselves, so
 * that a log can be read without the configuration of its day.
 */

/** Id of a run: `<incident>~<workflow>`, from the second of that workflow on with its number. */
const RunId = z.string().min(1).max(400);
const StepId = z.string().min(1).max(121);
const One = z.object({ run: RunId, step: StepId });
const reason = someText(1000);
const Value = z.union([z.boolean(), z.number().min(0).max(10_000_000), text(80)]);

export const commands = {
  /** Adds a workflow or a block in the middle. */
  'task.start': z.object({ incident: z.string(), workflow: Slug }),
  /** A step that the plan does not foresee. `within`: minutes. */
  'task.add': z.object({
    incident: z.string(),
    title: someText(200),
    owner: z.enum(OWNERS),
    within: z.number().positive().max(10_080),
    measures: z.array(MeasureId).max(6).optional(),
  }),
  /** A person says that it is done. What the step wants as evidence must be told. */
  'task.close': One.extend({
    note: text(2000).optional(),
    number: z.number().min(0).max(10_000_000).optional(),
    name: text(200).optional(),
    time: Instant.optional(),
    option: Slug.optional(),
  }),
  'task.skip': One.extend({ reason }),
  'task.reopen': One.extend({ reason }),
  /** Orders somebody to carry it out: an order of the logbook; once executed there, the step is done. */
  'task.delegate': One.extend({ to: someText(200), text: text(2000).optional() }),
  /** A fact of the incident, now or anew; without `value` it is unknown again. */
  'task.answer': z.object({
    incident: z.string(),
    fact: Slug,
    value: Value.optional(),
  }),
  /** Goes on with the edition that is in force, knowingly: `edition` is the hash of the one that was looked at. */
  'task.takeOver': z.object({ run: RunId, edition: z.string().max(12) }),
  /** The supervisor has taken notice of a priority step that was late or skipped. */
  'task.note': One,
  /** By the system: a priority step is late. */
  'task.lapse': One,
  /** By the system: editions that no run has any more leave the working state. */
  'task.retire': z.object({ editions: z.array(z.string().max(200)).min(1).max(200) }),
};

const Due = z.record(StepId, Instant);
const Ended = {
  note: z.string().optional(),
  number: z.number().optional(),
  name: z.string().optional(),
  time: Instant.optional(),
  option: z.string().optional(),
};
/** What an automatic entry of the logbook needs to tell a step. */
const Told = { incident: z.string(), step: z.string(), title: Both };

export const events = {
  'task.published': z.object({ workflow: Workflow }),
  'task.started': z.object({
    incident: z.string(),
    workflow: z.string(),
    title: Both,
    edition: z.string(),
    /** Begun by the type of the incident, so that another type ends it. */
    auto: z.boolean().optional(),
  }),
  'task.added': z.object({
    incident: z.string(),
    step: Step.extend({ measures: z.array(MeasureId) }),
  }),
  /** Steps that can be done now, and until when they should be. */
  'task.opened': z.object({ incident: z.string(), due: Due }),
  /** Steps that wait for others, and steps that the facts do not (any more) ask for. */
  'task.held': z.object({
    incident: z.string(),
    waiting: z.array(z.string()),
    hidden: z.array(z.string()),
  }),
  'task.closed': z.object({
    ...Told,
    outcome: z.enum(['done', 'skipped']),
    how: z.string(),
    ...Ended,
    measures: z.array(z.string()),
    /** Minutes that it stood open, and the target. */
    minutes: z.number().optional(),
    within: z.number(),
    priority: z.boolean(),
    /** The entry of the logbook that tells it already. */
    entry: z.string().optional(),
  }),
  'task.reopened': z.object({ ...Told, reason: z.string(), due: Instant }),
  'task.delegated': z.object({ ...Told, to: z.string(), order: z.string() }),
  'task.answered': z.object({ fact: z.string(), value: Value.optional() }),
  'task.lapsed': z.object({ ...Told, minutes: z.number() }),
  'task.noted': z.object({ ...Told }),
  /** The incident has another type: what was not done is dropped. */
  'task.stopped': z.object({ incident: z.string(), title: Both, why: z.enum(['retyped']) }),
  'task.tookOver': z.object({
    incident: z.string(),
    title: Both,
    edition: z.string(),
    before: z.string(),
    /** Open steps that the new edition does not have. */
    dropped: z.array(z.string()),
    /** Open steps with another target. */
    due: Due,
  }),
  'task.retired': z.object({}),
};

export type TaskState = 'hidden' | 'waiting' | 'open' | 'done' | 'skipped' | 'dropped';

export interface Settled {
  at: string;
  by: string;
  /** `person`, or by what of `Closing`. */
  how: string;
  note?: string | undefined;
  number?: number | undefined;
  name?: string | undefined;
  time?: string | undefined;
  option?: string | undefined;
}

/** One step as it stands. Without a task of its own, a step is hidden. */
export interface Task {
  state: TaskState;
  /** Open since, and when it should be done. */
  since?: string | undefined;
  due?: string | undefined;
  delegated?: { to: string; order: string; at: string } | undefined;
  settled?: Settled | undefined;
  /** A priority step that was late, and when that was noticed. */
  lapsed?: string | undefined;
  noted?: { at: string; by: string } | undefined;
  /** Why it was opened again. */
  reopened?: string | undefined;
}

/** A step of our own need name no measure. */
export type OwnStep = Omit<Step, 'measures'> & { measures: string[] };

export interface Run {
  id: string;
  incident: string;
  /** Id of the workflow or block; `own` for steps that people added. */
  workflow: string;
  /** Key of its edition; absent for own steps. */
  edition?: string | undefined;
  /** Editions that it had before. */
  before?: readonly string[] | undefined;
  own?: readonly OwnStep[] | undefined;
  auto?: boolean | undefined;
  tasks: Readonly<Record<string, Task>>;
  started: { at: string; by: string };
  stopped?: { at: string; by: string; why: string } | undefined;
  seq: number;
  restrictions?: Restrictions | undefined;
}

export interface Edition {
  workflow: Workflow;
  restrictions?: Restrictions | undefined;
}

export interface Fact {
  value: FactValue;
  at: string;
  by: string;
}
/** What an incident has of all this; key: its id. */
export interface Facts {
  incident: string;
  values: Readonly<Record<string, Fact>>;
  /** Its runs, in the order in which they began. */
  runs: readonly string[];
  restrictions?: Restrictions | undefined;
}

export type TaskSlice = { runs: Table<Run>; editions: Table<Edition>; facts: Table<Facts> };
export type TaskCommand = CommandOf<typeof commands>;
export type TaskEvent = EventOf<typeof events>;
