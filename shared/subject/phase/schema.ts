import { z } from 'zod';
import { Instant } from '../../entry.ts';
import { PHASES, Slug } from '../../plan/step.ts';
import type { CommandOf, EventOf, Table } from '../../subject.ts';
import type { Restrictions } from '../../restrictions.ts';
import { Id, someText } from '../../value.ts';

/**
 * Phases of an incident and who decided them (royal decree of 22 May 2019; federal phase: royal decree of
 * 26 April 2024): municipal by the mayor, provincial (in Brussels: regional) by the High Official, federal
 * by the Minister of the Interior; beside them, public order by the Minister-President. The room records
 * what an authority decides, and checks that it may.
 */
const PhaseName = z.enum([...PHASES, 'public-order']);
export type PhaseName = z.infer<typeof PhaseName>;

/** Whom it comes from: a contact of the directory, or somebody by name while the directory knows no holder. */
const Decider = z.union([z.strictObject({ contact: Id }), z.strictObject({ name: someText(120) })]);
export type Decider = z.infer<typeof Decider>;

const Decision = {
  decider: Decider,
  /** Function in which it is decided. */
  function: Slug,
  reason: someText(2000),
  /** When it was decided, if not now; never ahead of the server's clock by more than a minute. */
  occurred: Instant.optional(),
};

export const commands = {
  /** The command's id becomes the phase's, and that of its decision in the logbook. */
  'phase.declare': z.object({
    incident: z.string(),
    phase: PhaseName,
    /** Short id. For a phase of a municipality; absent: the incident's own. */
    municipality: Slug.optional(),
    /** Of the parameters that the plan gives for the choice: those that weighed. */
    parameters: z.array(Slug).max(30),
    ...Decision,
  }),
  /** The command's id becomes that of the decision in the logbook. */
  'phase.lift': z.object({ phase: z.string(), ...Decision }),
};

/** Who decided, as it was checked. */
const Who = {
  /** Id in the directory. */
  contact: z.string().optional(),
  name: z.string(),
  function: z.string(),
  /** Deputy of that rank (2: the first), where it is not the holder. */
  deputy: z.number().optional(),
  /** The directory knew no holder: taken on the word of who recorded it. */
  unverified: z.boolean().optional(),
};
const By = z.object(Who);
export type DecidedBy = z.infer<typeof By>;

const About = {
  incident: z.string(),
  phase: PhaseName,
  municipality: z.string().optional(),
  by: By,
  reason: z.string(),
  occurred: Instant.optional(),
};

export const events = {
  'phase.declared': z.object({
    ...About,
    parameters: z.array(z.string()),
    /** Lower phases of the same incident that are in force no more. */
    supersedes: z.array(z.string()).optional(),
  }),
  'phase.lifted': z.object({
    ...About,
    /** Ended with this higher one. */
    with: z.string().optional(),
  }),
};
export type PhaseCommand = CommandOf<typeof commands>;
export type PhaseEvent = EventOf<typeof events>;

export interface Phase {
  id: string;
  incident: string;
  phase: PhaseName;
  municipality?: string | undefined;
  by: DecidedBy;
  reason: string;
  parameters: string[];
  /** When it was decided, as told, and when and by whom it was recorded. */
  declared: { occurred: string; at: string; by: string };
  /** By a higher one. */
  superseded?: { at: string; by: string } | undefined;
  lifted?:
    { occurred: string; at: string; by: DecidedBy; recorder: string; reason: string } | undefined;
  seq: number;
  restrictions?: Restrictions | undefined;
}

export type PhaseSlice = { phases: Table<Phase> };
