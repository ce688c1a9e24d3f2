import { z } from 'zod';
import { MeasureId } from '../../plan/step.ts';
import type { CommandOf, EventOf, Table } from '../../subject.ts';
import { Id, someText, text } from '../../value.ts';
import type { Restrictions } from '../../restrictions.ts';

/**
 * What the centre keeps for each measure of the regional plan, beside its text: open actions, indicators
 * of its own choice with their values (the plan leaves indicators to be fixed with the partners), the
 * exercises that practised it, and how often steps of incidents carried it out.
 */

/** A day in Brussels, `YYYY-MM-DD`. */
const Day = z.iso.date();

const Action = {
  title: someText(300),
  /** Who sees to it: a person or a service. */
  owner: text(120).optional(),
  due: Day.optional(),
};

const Indicator = {
  measure: MeasureId,
  name: z.strictObject({ nl: someText(200), fr: someText(200) }),
  /** What is counted, as it is written after the value: `min`, `%`, `oefeningen / jaar`. */
  unit: text(40),
  /** What it should be: so much or more, so much or less. */
  target: z.strictObject({ value: z.number(), aim: z.enum(['atLeast', 'atMost']) }).optional(),
};

const Value = { day: Day, value: z.number().min(-1e9).max(1e9), note: text(500).optional() };

const Rehearsal = {
  name: someText(200),
  day: Day,
  measures: z.array(MeasureId).min(1).max(120),
};

export const commands = {
  /** An action point. The command's id becomes the action's. */
  'measure.act': z.object({ measure: MeasureId, ...Action }),
  /** Says an open action anew, whole: what is left out is taken away. */
  'measure.reword': z.object({ action: Id, ...Action }),
  'measure.settle': z.object({ action: Id, note: text(1000).optional() }),
  /** The centre will measure this. The command's id becomes the indicator's. */
  'measure.choose': z.object(Indicator),
  /** A value of a day; another one of the same day takes its place. */
  'measure.measure': z.object({ indicator: Id, ...Value }),
  /** It is measured no more; what was measured stays. */
  'measure.drop': z.object({ indicator: Id, reason: someText(500) }),
  /** An exercise practised these measures; told anew, it takes the place of what was told before. */
  'measure.rehearse': z.object({ exercise: Id, ...Rehearsal }),
};

export const events = {
  'measure.acted': z.object({ measure: z.string(), ...Action }),
  'measure.reworded': z.object({ measure: z.string(), ...Action }),
  'measure.settled': z.object({ measure: z.string(), note: z.string().optional() }),
  'measure.chosen': z.object(Indicator),
  'measure.measured': z.object({ measure: z.string(), ...Value }),
  'measure.dropped': z.object({ measure: z.string(), reason: z.string() }),
  'measure.rehearsed': z.object(Rehearsal),
};

interface Done {
  at: string;
  by: string;
}

export interface ActionRow {
  id: string;
  measure: string;
  title: string;
  owner?: string | undefined;
  due?: string | undefined;
  state: 'open' | 'done';
  written: Done;
  /** Who said it last, where it was said anew. */
  reworded?: Done | undefined;
  settled?: (Done & { note?: string | undefined }) | undefined;
}

export interface ValueRow extends Done {
  day: string;
  value: number;
  note?: string | undefined;
}

export interface IndicatorRow {
  id: string;
  measure: string;
  name: { nl: string; fr: string };
  unit: string;
  target?: { value: number; aim: 'atLeast' | 'atMost' } | undefined;
  chosen: Done;
  /** In the order of their days; the last ones only, all of them are in the log. */
  values: readonly ValueRow[];
  dropped?: (Done & { reason: string }) | undefined;
}

/**
 * Steps of incidents that carried out a measure, in this space: in the log of reality real ones. A row for
 * those that all may know (key: the measure), and one for each set of restrictions that the incidents had
 * at that moment (`M10.9|police`): who is not cleared counts without them. Restricting or releasing an
 * incident later does not move what was counted, which does not tell of which incident it was.
 */
export interface UseRow {
  measure: string;
  /** Steps carried out, and skipped. One that was opened again and closed anew counts again. */
  done: number;
  skipped: number;
  /** Of those carried out whose time is known: how many, their minutes together, how many took longer than their target. */
  timed: number;
  minutes: number;
  late: number;
  last: string;
  restrictions?: Restrictions | undefined;
}

export interface RehearsalRow extends Done {
  /** The exercise: the id of its space, or one that was made for one held elsewhere. */
  id: string;
  name: string;
  day: string;
  measures: readonly string[];
}

export type MeasureSlice = {
  actions: Table<ActionRow>;
  indicators: Table<IndicatorRow>;
  uses: Table<UseRow>;
  rehearsals: Table<RehearsalRow>;
};
export type MeasureCommand = CommandOf<typeof commands>;
export type MeasureEvent = EventOf<typeof events>;
