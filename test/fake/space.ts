import { NO_PLAN } from '../../shared/plan/none.ts';
import { clearanceByKind } from '../../shared/geo/clearance.ts';
import { fileURLToPath } from 'node:url';
import { isMap } from 'immutable';
import { expect } from 'vitest';
import { readConfig } from '../../server/config.ts';
import type { Event, SeenEntry } from '../../shared/entry.ts';
import { reduce } from '../../shared/reduce.ts';
import type { RefusalCode } from '../../shared/refusal.ts';
import { initial, type State } from '../../shared/folds.ts';
import { decide } from '../../shared/registry.ts';
import { isCleared, viewOf } from '../../shared/role.ts';
import type { Context, Plan } from '../../shared/subject.ts';

/** given(what happened).when(somebody wants something).then(facts, or a refusal). */
export const config = readConfig(fileURLToPath(new URL('../../config', import.meta.url)));
export const { roles } = config.roles;
export const plan: Plan = {
  incidentTypes: config.incidentTypes.map((type) => type.id),
  restrictions: Object.keys(config.roles.restrictions),
  clearances: clearanceByKind(config.layers),
  crisis: NO_PLAN,
};

export const AT = '2026-03-01T08:00:00.000Z';
export const actorOf = (role: string) => ({ id: `u-${role}`, name: `Test ${role}`, role });

export function contextOf(role: string, at = AT): Context {
  const view = viewOf(roles[role]!);
  return {
    at,
    actor: actorOf(role),
    sees: (thing) => thing !== undefined && isCleared(view, thing.restrictions),
    plan,
  };
}

/** A command as a test writes it: `[type, data, role, id]`. */
export type Step = readonly [
  type: string,
  data?: Record<string, unknown>,
  role?: string,
  id?: string,
];

export interface Space {
  state: State;
  entries: SeenEntry[];
}

/** Plays commands one after the other; each must be accepted. Ids count up: `c1`, `c2`… */
export function play(steps: readonly Step[], from: Space = { state: initial, entries: [] }): Space {
  let { state } = from;
  const entries = [...from.entries];
  for (const [type, data = {}, role = 'supervisor', id = `c${entries.length + 1}`] of steps) {
    const decision = decide(freeze(state), { id, type, data }, contextOf(role));
    if (!decision.ok) throw new Error(`given: ${type} was refused: ${decision.refusal.code}`);
    const entry = entryOf(entries.length + 1, id, type, role, decision.events);
    entries.push(entry);
    state = reduce(freeze(state), entry);
  }
  return { state, entries };
}

export const entryOf = (
  seq: number,
  id: string,
  type: string,
  role: string,
  events: readonly Event[],
): SeenEntry => ({
  seq,
  at: AT,
  actor: actorOf(role),
  command: { id, type },
  // As the log gives them back.
  events: JSON.parse(JSON.stringify(events)) as Event[],
});

export const given = (...steps: Step[]) => ({
  when: (type: string, data: Record<string, unknown> = {}, role = 'supervisor', id = 'new') => {
    const { state, entries } = play(steps);
    const decision = decide(freeze(state), { id, type, data }, contextOf(role));
    return {
      /** The facts, in order: type, thing, and what must stand in the data. */
      then(...facts: (readonly [type: string, id: string, data?: object])[]) {
        expect(decision).toMatchObject({ ok: true });
        const events = decision.ok ? decision.events : [];
        expect(events.map((event) => [event.type, event.id])).toEqual(
          facts.map(([t, i]) => [t, i]),
        );
        facts.forEach(([, , data = {}], i) => expect(events[i]!.data).toMatchObject(data));
        return reduce(state, entryOf(entries.length + 1, id, type, role, events));
      },
      refused(code: RefusalCode, path?: string) {
        expect(decision).toMatchObject({ ok: false, refusal: { code, ...(path ? { path } : {}) } });
      },
    };
  },
});

/** Rows are never changed: a fold that tries throws here. */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (isMap(value)) value.forEach((row) => freeze(row));
  else {
    Object.values(value).forEach((each) => freeze(each));
    Object.freeze(value);
  }
  return value;
}
