import type { z } from 'zod';
import { faultOf, type Shape } from '../../geo/shape.ts';
import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision, type Subject } from '../../subject.ts';
import { incidentFor } from '../incident/decide.ts';
import type { IncidentSlice } from '../incident/schema.ts';
import { fold } from './evolve.ts';
import type { About, Drawn } from './schema.ts';
import {
  commands,
  events,
  type Estimate,
  type PerimeterCommand,
  type PerimeterKind,
  type PerimeterSlice,
} from './schema.ts';

type Needs = { perimeter: PerimeterSlice; incident: IncidentSlice };

function decide(state: Needs, command: PerimeterCommand, context: Context): Decision {
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
  command: PerimeterCommand & { type: 'perimeter.draw' },
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

export const perimeter = { ...fold, commands, events, decide } satisfies Subject<PerimeterSlice>;
