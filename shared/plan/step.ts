import { z } from 'zod';
import { Discipline, someText, text } from '../value.ts';

/**
 * Workflows of the plan as the people of the centre write them (`config/plan/workflows/*.yaml`) and as
 * an incident keeps them. A workflow is a list of steps; a step names its measure, who owns it, how soon,
 * whom to reach, and what closes it. Both official languages are a duty: Dutch and French.
 */

/** Ids that people write: `raise-alarm`, `first-thirty`. */
export const Slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(60);
/** A measure of the regional plan: `M10.9`. */
export const MeasureId = z.string().regex(/^M([1-9]|10)\.([1-9]|1\d)$/);

export const Both = z.strictObject({ nl: someText(600), fr: someText(600) });
export type Both = z.infer<typeof Both>;
export const Name = z.strictObject({
  nl: someText(200),
  fr: someText(200),
  en: text(200).optional(),
});
export type Name = z.infer<typeof Name>;

/** Who owns a step: a discipline, or somebody of the room or of the authorities. */
export const OWNERS = [
  ...Discipline.options,
  'operator',
  'supervisor',
  'police', // the police desk of the room, beside D3 on the ground
  'traffic', // the traffic centre's desk
  'authority', // mayor, High Official or Minister: whoever leads the phase
] as const;
export type Owner = (typeof OWNERS)[number];

/** `ask` fills in a fact of the incident; conditions of other steps hang on it. */
export const STEP_KINDS = ['do', 'call', 'decide', 'notify', 'map', 'message', 'ask'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export type FactValue = string | number | boolean;
const FactValue = z.union([z.boolean(), z.number(), z.string().max(80)]);

/**
 * When a step is shown. Facts: those of `BUILT_IN_FACTS`, and those that an `ask` step of the same
 * incident fills in. A fact that nobody has told yet is unknown, and fits nothing but `unknown: true`.
 */
export type Condition =
  | { fact: string; is: FactValue }
  | { fact: string; in: FactValue[] }
  /** Greater than or equal, for numbers. */
  | { fact: string; from: number }
  | { fact: string; unknown: true }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ fact: Slug, is: FactValue }),
    z.strictObject({ fact: Slug, in: z.array(FactValue).min(1) }),
    z.strictObject({ fact: Slug, from: z.number() }),
    z.strictObject({ fact: Slug, unknown: z.literal(true) }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
  ]),
);

/** Facts that are known without asking. */
export const BUILT_IN_FACTS = {
  type: 'text', // of the incident
  priority: 'number', // 1-4
  municipality: 'text', // short id: elsene
  zone: 'text', // police zone: 5339
  night: 'boolean', // 20:00-07:00 in Brussels, at the moment of asking
  weekend: 'boolean',
  phase: 'text', // none, municipal, provincial, federal: the highest in force for the incident
  perimeter: 'text', // the innermost that stands: none, exclusion, isolation, dissuasion
  wind: 'number', // strongest recent gust in km/h, where known
  threat: 'number', // highest threat level in force for the region, 1-4, where known
} as const;

/** What closes a step by itself; a person always may. */
export const Closing = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('person') }),
  /** One of those to be reached was reached (see `reach.need`). */
  z.strictObject({ by: z.literal('reached') }),
  z.strictObject({
    by: z.literal('perimeter'),
    kind: z.enum(['exclusion', 'isolation', 'dissuasion', 'effect']),
  }),
  /** The list of who and what lies inside was made. */
  z.strictObject({ by: z.literal('tally') }),
  /** A phase was declared; a certain one with `phase`. */
  z.strictObject({
    by: z.literal('phase'),
    phase: z.enum(['municipal', 'provincial', 'federal']).optional(),
  }),
  /** Its question was answered. */
  z.strictObject({ by: z.literal('answer') }),
  /** An order that the step gave was executed. */
  z.strictObject({ by: z.literal('order') }),
  /** The place of the CP-Ops, or its leader, was told. */
  z.strictObject({ by: z.literal('post'), what: z.enum(['place', 'lead']) }),
  /** The next meeting was fixed. */
  z.strictObject({ by: z.literal('meeting') }),
  z.strictObject({
    by: z.literal('involved'),
    discipline: Discipline,
    /** At least so far. */
    involvement: z.enum(['informed', 'requested', 'onTheWay', 'onSite']),
  }),
  /** The incident has a point on the map. */
  z.strictObject({ by: z.literal('located') }),
  /** Every site of the storm board that its threshold concerns is in this state (measure M6.6). */
  z.strictObject({ by: z.literal('sites'), state: z.enum(['closed', 'reopened']) }),
]);
export type Closing = z.infer<typeof Closing>;

/** Whom a step reaches: functions of the directory, resolved by place and time when it is carried out. */
export const Reach = z.strictObject({
  /** Ids of `config/directory/functions.yaml`, the most wanted first. */
  functions: z.array(Slug).default([]),
  /** Partner categories of the plan, reached through each one's single contact point. */
  categories: z.array(Slug).default([]),
  /** How many must be reached; `all`: every function, one person each. */
  need: z.union([z.int().min(1).max(50), z.literal('all')]).default(1),
  /** Minutes for a group before the next one is called too. */
  within: z.number().positive().max(240).default(5),
  /** What is sent; where absent, the title of the step and the incident. */
  message: Both.optional(),
});
export type Reach = z.infer<typeof Reach>;

export const Question = z.strictObject({
  fact: Slug,
  kind: z.enum(['yesno', 'number', 'choice', 'text']),
  choices: z.array(z.strictObject({ id: Slug, nl: text(120), fr: text(120) })).optional(),
});
export type Question = z.infer<typeof Question>;

export const Step = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z][a-z0-9]*(-[a-z0-9]+)*)?$/)
    .max(121),
  /** At least one: the plan leads (promise P5). */
  measures: z.array(MeasureId).min(1),
  owner: z.enum(OWNERS),
  kind: z.enum(STEP_KINDS),
  title: Both,
  /** How, what to mind. */
  text: Both.optional(),
  /** Target time: minutes from when it became due. */
  within: z.number().positive().max(10_080),
  /** Steps of the same workflow that come first; due from when the last of them was settled. */
  after: z.array(z.string()).optional(),
  when: Condition.optional(),
  reach: Reach.optional(),
  closes: Closing.default({ by: 'person' }),
  /** What must be told when a person closes it. */
  evidence: z.enum(['note', 'number', 'name', 'time']).optional(),
  /** Overdue or skipped, it is brought before the supervisor. */
  priority: z.boolean().default(false),
  /** For `ask`. */
  question: Question.optional(),
  /** For `decide`: what can be chosen. */
  options: z
    .array(z.strictObject({ id: Slug, nl: text(160), fr: text(160) }))
    .min(2)
    .optional(),
});
export type Step = z.infer<typeof Step>;

/** One workflow or block, its blocks laid out: a step of block `b` has the id `b.step`. */
export const Workflow = z.strictObject({
  id: Slug,
  kind: z.enum(['workflow', 'block']),
  /** Counted by those who write it; what tells two apart is the `hash` of the content. */
  edition: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{12}$/),
  title: Both,
  /** Types of incident that start it; `*` all. Blocks have none: they are added by hand. */
  types: z.array(z.string()),
  steps: z.array(Step).min(1).max(200),
});
export type Workflow = z.infer<typeof Workflow>;

/** How a file writes it: a step, or a block that is laid out in its place. */
export const WorkflowFile = z.strictObject({
  id: Slug,
  edition: z.int().min(1),
  title: Both,
  types: z.array(z.string()).min(1).optional(),
  steps: z
    .array(
      z.union([
        z.strictObject({
          use: Slug,
          when: Condition.optional(),
          after: z.array(z.string()).optional(),
        }),
        Step,
      ]),
    )
    .min(1),
});
export type WorkflowFile = z.infer<typeof WorkflowFile>;

/** Who may declare, raise and lift a phase: data of `config/plan/phases.yaml`. */
export const PHASES = ['municipal', 'provincial', 'federal'] as const;
export type PhaseId = (typeof PHASES)[number];
export const PhaseRule = z.strictObject({
  id: z.enum([...PHASES, 'public-order']),
  name: z.strictObject({ nl: text(200), fr: text(200), en: text(200) }),
  /** Functions of the directory that may decide it, and lift what one of them decided. */
  functions: z.array(Slug).min(1),
  /** The function must be held for the municipality of the incident. */
  ofMunicipality: z.boolean().default(false),
  /** Royal decree, article or source. */
  source: text(300),
  /** Parameters for the choice, shown when choosing. */
  parameters: z.array(z.strictObject({ id: Slug, nl: text(300), fr: text(300) })),
  /** What it brings about: coordination committee and so on. */
  text: Both.optional(),
});
export type PhaseRule = z.infer<typeof PhaseRule>;
