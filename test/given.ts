import type { CrisisPlan } from '../shared/plan/plan.ts';
import { NO_PLAN } from '../shared/plan/none.ts';
import { expect } from 'vitest';
import { readConfig } from '../server/config.ts';
import { checkCommand } from '../shared/command.ts';
import type { Event, SeenEntry } from '../shared/entry.ts';
import { reduce } from '../shared/reduce.ts';
import type { Refusal } from '../shared/refusal.ts';
import { initial, type State } from '../shared/folds.ts';
import { decide, eventSchemas } from '../shared/registry.ts';
import { isCleared, redactState, viewOf } from '../shared/role.ts';
import type { Role } from '../shared/roles.ts';
import { clearanceByKind } from '../shared/geo/clearance.ts';
import { z } from 'zod';
import type { Context, Plan } from '../shared/subject.ts';

/**
 * What happened, what somebody wants, what follows:
 * `given(opened).when('incident.retitle', {…}, { role: 'police' }).then([retitled])`.
 * Events are as `decide` would make them; roles are those of `config/roles.yaml`. Every row of every
 * state is frozen to its depth, so that whatever changes one in place throws.
 */
export interface Given {
  state: State;
  /** Number of its last entry. */
  seq: number;
  /** The state as a role may see it. */
  seenBy(role: string): State;
  /** `as.id`: the command's id, which becomes the id of what it makes. */
  when(type: string, data: object, as?: As): Then;
}
export interface As {
  role?: string;
  person?: string;
  id?: string;
  at?: string;
}
export interface Then {
  /** Exactly these events, none (`[]`: nothing to change), or exactly this refusal. */
  then(expected: readonly Event[] | Refusal): Given;
  /** Whatever events follow; there must be some. */
  done(): Given;
}

const config = readConfig('config');
export const roles: Readonly<Record<string, Role>> = config.roles.roles;
export const plan: Plan = {
  incidentTypes: config.incidentTypes.map((type) => type.id),
  restrictions: Object.keys(config.roles.restrictions),
  clearances: clearanceByKind(config.layers),
  crisis: NO_PLAN,
};

export const START = '2026-11-24T08:00:00.000Z';
/** Server time of entry `seq`: a minute between two. */
export const minute = (seq: number): string =>
  new Date(Date.parse(START) + seq * 60_000).toISOString();

export const actorOf = ({ role = 'operator', person = role }: As = {}) => ({
  id: person,
  name: `Demo ${person}`,
  role,
});

/** Events that happened, an entry each; a list is one entry. */
export function given(...happened: (Event | readonly Event[])[]): Given {
  const entries = happened.map((events, i) => entryOf(i + 1, [events].flat(), {}));
  return scene(entries.reduce(reduceFrozen, initial), entries.length, plan);
}

/** The same with a plan of the test's own: `withPlan({ sites })(given(…)).when(…)`. */
export const withPlan =
  (own: Partial<CrisisPlan>) =>
  ({ state, seq }: Given): Given =>
    scene(state, seq, { ...plan, crisis: { ...plan.crisis, ...own } });

function scene(state: State, seq: number, plan: Plan): Given {
  return {
    state,
    seq,
    seenBy: (role) => redactState(viewOf(roles[role]!), state),
    when(type, data, as = {}) {
      const { id = 'c-1', at = minute(seq + 1) } = as;
      const checked = checkCommand({ id, type, data });
      if (!checked.ok) throw new Error(`not a command: ${JSON.stringify(checked)}`);
      const decision = decide(state, deepFreeze(checked.command), contextOf(as, at, plan));
      const then: Then = {
        done() {
          if (!decision.ok) throw new Error(`refused: ${decision.refusal.code}`);
          expect(decision.events).not.toEqual([]);
          return then.then(decision.events);
        },
        then(expected) {
          if ('code' in expected) {
            expect(decision).toEqual({ ok: false, refusal: expected });
            return scene(state, seq, plan);
          }
          expect(decision).toEqual({ ok: true, events: expected });
          if (expected.length === 0) return scene(state, seq, plan);
          expected.forEach(requireShape);
          const entry = entryOf(seq + 1, expected, as, { id, type }, at);
          return scene(reduceFrozen(state, entry), seq + 1, plan);
        },
      };
      return then;
    },
  };
}

export function contextOf(as: As, at: string, inForce = plan): Context {
  const view = viewOf(roles[as.role ?? 'operator']!);
  return {
    at,
    actor: actorOf(as),
    sees: (thing) => thing !== undefined && isCleared(view, thing.restrictions),
    plan: inForce,
  };
}

export function entryOf(
  seq: number,
  events: readonly Event[],
  as: As,
  command = { id: `c-${seq}`, type: 'test' },
  at = minute(seq),
): SeenEntry {
  // As it comes out of a log: JSON, so without fields that are undefined.
  const plain = JSON.parse(JSON.stringify(events)) as Event[];
  return deepFreeze({ seq, at, actor: actorOf(as), command, events: plain });
}

/** The fold, with every row of the result frozen. */
export function reduceFrozen(state: State, entry: SeenEntry): State {
  const next = reduce(state, entry);
  for (const slice of Object.values(next))
    for (const table of Object.values(slice as Record<string, Iterable<[string, object]>>))
      for (const [, row] of table) deepFreeze(row);
  return next;
}

export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
  return value;
}

/** An event that its own schema does not describe could not be read again by anybody. */
function requireShape(event: Event): void {
  const schema = eventSchemas[event.type];
  if (!(schema instanceof z.ZodObject)) throw new Error(`no such event: ${event.type}`);
  const parsed = schema.strict().safeParse(event.data);
  expect(parsed.error?.issues ?? []).toEqual([]);
}
