import { Map } from 'immutable';
import { z } from 'zod';
import { Instant, type Event } from '../entry.ts';
import { AGENTS } from '../geo/plume.ts';
import { faultOf, Shape } from '../geo/shape.ts';
import { refuse } from '../refusal.ts';
import {
  accept,
  fact,
  reject,
  type CommandOf,
  type Context,
  type Decision,
  type EventOf,
  type Moment,
  type Subject,
  type Table,
} from '../subject.ts';
import { someText, text, type Person, type Restrictions } from '../value.ts';
import { followIncident } from './incident/attached.ts';
import { incidentFor } from './incident/decide.ts';
import type { IncidentSlice } from './incident/schema.ts';

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

const commands = {
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

const About = { incident: z.string(), kind: z.enum(PERIMETERS) };
const Drawn = z.object({
  ...About,
  shape: Shape,
  label: z.string().optional(),
  estimate: Estimate.optional(),
});
const events = {
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
type Needs = { perimeter: PerimeterSlice; incident: IncidentSlice };

/** Outlines kept in the state; all of them are in the log. */
const KEPT = 10;

/** Perimeters of an incident that stand, in the order in which they were drawn. */
export const standing = (state: { perimeter: PerimeterSlice }, incident: string): Perimeter[] =>
  [...state.perimeter.perimeters.values()]
    .filter((row) => row.incident === incident && !row.lifted)
    .sort((a, b) => a.seq - b.seq);

function decide(state: Needs, command: CommandOf<typeof commands>, context: Context): Decision {
  if (command.type === 'perimeter.draw') return draw(state, command, context);
  const row = state.perimeter.perimeters.get(command.data.perimeter);
  if (!row || !context.sees(row)) return reject(refuse('perimeter-unknown', 'data.perimeter'));
  if (row.lifted) return reject(refuse('perimeter-lifted', 'data.perimeter'));
  const about = { incident: row.incident, kind: row.kind };
  const say = (type: string, data: object) =>
    fact(type, row.id, { ...about, ...data }, row.restrictions);
  switch (command.type) {
    case 'perimeter.redraw': {
      const { shape, estimate } = command.data;
      const wrong = wrongWith(shape, row.kind, estimate);
      if (wrong) return wrong;
      return accept(say('perimeter.redrawn', asDrawn(command.data)));
    }
    case 'perimeter.order': {
      if (row.kind === 'effect') return reject(refuse('perimeter-estimate', 'data.perimeter'));
      const { to, text } = command.data;
      const order = { incident: row.incident, kind: 'order' as const, text, to };
      return accept(
        say('perimeter.ordered', { to, order: command.id }),
        fact('journal.written', command.id, order, row.restrictions),
      );
    }
    case 'perimeter.tally': {
      const { perimeter: _, things, ...tally } = command.data;
      const needing = (clearance: string | undefined) =>
        things.filter(({ kind }) => context.plan.clearances[kind] === clearance);
      const [open, cameras, anpr] = [needing(undefined), needing('camera'), needing('anpr')];
      return accept(
        say('perimeter.tallied', {
          ...tally,
          things: open,
          ...(cameras.length > 0 ? { cameras } : {}),
          ...(anpr.length > 0 ? { anpr } : {}),
        }),
      );
    }
    case 'perimeter.lift':
      return accept(say('perimeter.lifted', { reason: command.data.reason }));
  }
}

function draw(
  state: Needs,
  command: CommandOf<typeof commands> & { type: 'perimeter.draw' },
  context: Context,
): Decision {
  if (state.perimeter.perimeters.has(command.id)) return reject(refuse('id-taken'));
  const incident = incidentFor(state, command.data.incident, context);
  if (!incident) return reject(refuse('incident-unknown', 'data.incident'));
  if (incident.status === 'closed') return reject(refuse('incident-closed', 'data.incident'));
  const { shape, kind, estimate } = command.data;
  const wrong = wrongWith(shape, kind, estimate);
  if (wrong) return wrong;
  const data = { incident: incident.id, kind, ...asDrawn(command.data) };
  return accept(fact('perimeter.drawn', command.id, data, incident.restrictions));
}

/** The outline as the event tells it: without an empty label. */
function asDrawn({ shape, label, estimate }: Omit<z.infer<typeof Drawn>, keyof typeof About>) {
  return { shape, ...(label ? { label } : {}), ...(estimate ? { estimate } : {}) };
}

/** An outline must be one, and only an area of effect is an estimate. */
function wrongWith(
  shape: Shape,
  kind: PerimeterKind,
  estimate: Estimate | undefined,
): Decision | undefined {
  const fault = faultOf(shape);
  if (fault) return reject(refuse(`shape-${fault}`, 'data.shape'));
  if (estimate && kind !== 'effect') return reject(refuse('perimeter-estimate', 'data.estimate'));
  return undefined;
}

function evolve(slice: PerimeterSlice, event: Event, entry: Moment): PerimeterSlice {
  const { perimeters } = slice;
  if (event.type.startsWith('incident.')) {
    const next = followIncident(perimeters, event, 'perimeter', 'perimeters');
    return next === perimeters ? slice : { perimeters: next };
  }
  if (!event.type.startsWith('perimeter.')) return slice;
  const known = event as PerimeterEvent;
  const by = entry.actor.name;
  const change = (edit: (row: Perimeter) => Partial<Perimeter>): PerimeterSlice => {
    const row = perimeters.get(known.id);
    if (!row) return slice;
    const next = { ...row, ...edit(row), changed: entry.at, seq: row.seq };
    return { perimeters: perimeters.set(known.id, next) };
  };
  switch (known.type) {
    case 'perimeter.drawn': {
      const row: Perimeter = {
        id: known.id,
        ...known.data,
        owner: { id: entry.actor.id, name: by },
        drawn: entry.at,
        changed: entry.at,
        seq: entry.seq,
        before: [],
        ...(known.restrictions ? { restrictions: known.restrictions } : {}),
      };
      return { perimeters: perimeters.set(known.id, row) };
    }
    case 'perimeter.redrawn':
      return change((row) => ({
        shape: known.data.shape,
        label: known.data.label ?? row.label,
        estimate: known.data.estimate,
        owner: { id: entry.actor.id, name: by },
        // What was counted belongs to the outline of then.
        tally: undefined,
        cameras: undefined,
        anpr: undefined,
        before: [...row.before, { shape: row.shape, until: entry.at, by: row.owner.name }].slice(
          -KEPT,
        ),
      }));
    case 'perimeter.ordered':
      return change(() => ({
        order: { entry: known.data.order, to: known.data.to, at: entry.at },
      }));
    case 'perimeter.tallied': {
      const { people, things, more, cameras, anpr } = known.data;
      return change(() => ({
        cameras,
        anpr,
        tally: {
          at: entry.at,
          by,
          things,
          ...(people === undefined ? {} : { people }),
          ...(more === undefined ? {} : { more }),
        },
      }));
    }
    case 'perimeter.lifted':
      return change(() => ({ lifted: { at: entry.at, by, reason: known.data.reason } }));
  }
}

export const perimeter = {
  name: 'perimeter',
  commands,
  events,
  initial: { perimeters: Map() },
  decide,
  evolve,
  follows: ['incident'],
  guarded: { cameras: 'camera', anpr: 'anpr' },
  internal: [],
} satisfies Subject<PerimeterSlice>;
