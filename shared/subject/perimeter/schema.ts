import { z } from 'zod';
import { Instant } from '../../entry.ts';
import { AGENTS } from '../../geo/plume.ts';
import { Shape } from '../../geo/shape.ts';
import type { CommandOf, EventOf, Table } from '../../subject.ts';
import { someText, text, type Person } from '../../value.ts';
import type { Restrictions } from '../../restrictions.ts';

/**
 * Perimeters of an incident: red, orange and yellow (uitsluitings-, isolatie- en ontradingsperimeter /
 * périmètres d'exclusion, d'isolation et de dissuasion; royal decree of 22 May 2019), and the area where
 * smoke or gas may go (effectgebied / zone d'effet), which is an estimate and no perimeter to enforce.
 */
export const PERIMETERS = ['exclusion', 'isolation', 'dissuasion', 'effect'] as const;
export type PerimeterKind = (typeof PERIMETERS)[number];

/** How a downwind sector came about: what was assumed, and whose wind it is. */
const Estimate = z.strictObject({
  agent: z.enum(AGENTS),
  wind: z.strictObject({
    /** Blows from, compass degrees. */
    from: z.number().min(0).lt(360),
    /** Metres per second. */
    speed: z.number().min(0).max(100),
    /** Station, or who told it. */
    source: text(120),
    at: Instant,
  }),
});
export type Estimate = z.infer<typeof Estimate>;

/** One thing inside, by its id on the ground, named so that the list can be read without the map. */
const Thing = z.strictObject({
  id: z.string().max(128),
  kind: z.string().max(60),
  nl: text(200),
  fr: text(200),
});
export type Thing = z.infer<typeof Thing>;

const Tally = {
  /** Inhabitants, estimated; absent where none are known. */
  people: z.int().min(0).optional(),
  things: z.array(Thing).max(500),
  /** More lies inside than is named. */
  more: z.int().min(0).optional(),
};

const One = z.object({ perimeter: z.string() });

export const commands = {
  /** The command's id becomes the perimeter's. */
  'perimeter.draw': z.object({
    incident: z.string(),
    kind: z.enum(PERIMETERS),
    shape: Shape,
    label: text(80).optional(),
    estimate: Estimate.optional(),
  }),
  'perimeter.redraw': One.extend({
    shape: Shape,
    label: text(80).optional(),
    estimate: Estimate.optional(),
  }),
  /** Orders somebody to enforce it: an order of the logbook, acknowledged there (received, executed). */
  'perimeter.order': One.extend({ to: someText(200), text: someText(2000) }),
  /** Who and what lies inside, as the ground was known at that moment, for the incident. */
  'perimeter.tally': One.extend(Tally),
  'perimeter.lift': One.extend({ reason: someText(1000) }),
};

export const About = { incident: z.string(), kind: z.enum(PERIMETERS) };
export const Drawn = z.object({
  ...About,
  shape: Shape,
  label: z.string().optional(),
  estimate: Estimate.optional(),
});
export const events = {
  'perimeter.drawn': Drawn,
  'perimeter.redrawn': Drawn,
  'perimeter.ordered': z.object({
    ...About,
    to: z.string(),
    /** The order's entry in the logbook. */
    order: z.string(),
  }),
  'perimeter.tallied': z.object({
    ...About,
    ...Tally,
    /** Of the layers that need a clearance: told apart, so that each reader is sent only theirs. */
    cameras: z.array(Thing).optional(),
    anpr: z.array(Thing).optional(),
  }),
  'perimeter.lifted': z.object({ ...About, reason: z.string() }),
};
export type PerimeterCommand = CommandOf<typeof commands>;
export type PerimeterEvent = EventOf<typeof events>;

export interface Perimeter {
  id: string;
  incident: string;
  kind: PerimeterKind;
  shape: Shape;
  label?: string | undefined;
  estimate?: Estimate | undefined;
  /** Who drew or last redrew it. */
  owner: Pick<Person, 'id' | 'name'>;
  drawn: string;
  changed: string;
  seq: number;
  /** The latest order to enforce it; how far it is stands in the logbook. */
  order?: { entry: string; to: string; at: string } | undefined;
  tally?:
    | {
        at: string;
        by: string;
        people?: number | undefined;
        things: Thing[];
        more?: number | undefined;
      }
    | undefined;
  /** Cameras that the tally found; guarded, as their layers are. */
  cameras?: Thing[] | undefined;
  anpr?: Thing[] | undefined;
  lifted?: { at: string; by: string; reason: string } | undefined;
  /** Earlier outlines, the latest last; a bounded number of them. */
  before: { shape: Shape; until: string; by: string }[];
  restrictions?: Restrictions | undefined;
}

export type PerimeterSlice = { perimeters: Table<Perimeter> };
