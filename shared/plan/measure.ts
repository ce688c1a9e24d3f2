import { z } from 'zod';
import { someText } from '../value.ts';
import { MeasureId, Slug } from './step.ts';

/**
 * Measures of the region's Global Safety and Prevention Plan 2017-2020 (GVPP): 120 in ten themes, as
 * `config/plan/measures/*.yaml` writes them, a file per theme. The Dutch is the plan's own; titles in
 * three languages and the notes on what Belfry does are ours.
 */

/** The plan's three axes: Preventie, Reactie, Follow-up. */
export const AXES = ['prevention', 'reaction', 'follow-up'] as const;
export type Axis = (typeof AXES)[number];

/** How much of a measure the software carries out: all that software can, a part, only a help, nothing. */
export const LEVELS = ['full', 'partly', 'support', 'none'] as const;
export type Level = (typeof LEVELS)[number];

const words = (max: number) =>
  z.strictObject({ nl: someText(max), fr: someText(max), en: someText(max) });

/** A bullet of a measure, in Dutch; one with bullets of its own ends in a colon. */
export const MeasureItem = z.union([
  someText(1000),
  z.strictObject({ text: someText(1000), items: z.array(someText(1000)).min(1) }),
]);
export type MeasureItem = z.infer<typeof MeasureItem>;

export const Measure = z.strictObject({
  id: MeasureId,
  axis: z.enum(AXES),
  /** It is about crises: what workflows and lists of the centre are made of. */
  crisis: z.boolean().default(false),
  title: words(70),
  /** The plan's Dutch; where bullets follow, it ends in a colon. */
  text: someText(2000),
  items: z.array(MeasureItem).default([]),
  /** Ids of `config/plan/categories.yaml`, as the plan's overview table names them. */
  partners: z.array(Slug).default([]),
  /** Partners that the table names otherwise than by a category, in its Dutch: one service, or somebody outside. */
  others: z.array(someText(200)).default([]),
  /** What the software does for it, told honestly. Absent: nothing of its own. */
  belfry: z.strictObject({ level: z.enum(LEVELS), note: words(400) }).optional(),
  /** Where it is found in the console, beside the steps of workflows that name it. */
  lives: z
    .strictObject({
      screens: z.array(z.enum(['console', 'directory', 'storm', 'channels'])).optional(),
      /** Ids of `config/geo/layers.yaml`. */
      layers: z.array(Slug).optional(),
      /** Ids of `config/channels.yaml`. */
      channels: z.array(Slug).optional(),
    })
    .optional(),
});
export type Measure = z.infer<typeof Measure>;

/** One file: a theme and its measures in the plan's order. */
export const Theme = z.strictObject({
  theme: z.int().min(1).max(10),
  title: words(120),
  measures: z.array(Measure).min(1),
});
export type Theme = z.infer<typeof Theme>;

/** `M10.9` → 10. */
export const themeOf = (id: string): number => Number(id.slice(1, id.indexOf('.')));

/** All texts of a measure in reading order: its own, then its bullets with theirs. */
export const textsOf = ({ text, items }: Pick<Measure, 'text' | 'items'>): string[] => [
  text,
  ...items.flatMap((item) => (typeof item === 'string' ? [item] : [item.text, ...item.items])),
];
