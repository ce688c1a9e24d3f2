import type { Event, SeenEntry } from './entry.ts';
import type { Layer } from './geo/layer.ts';
import { SOUGHT_ONLY } from './geo/clearance.ts';
import { foldOf, folds, type State, type SubjectName } from './folds.ts';
import type { Role } from './roles.ts';
import type { Fold } from './subject.ts';
import { upcast } from './upcast.ts';
import type { Restrictions } from './restrictions.ts';

/**
 * Who may do and see what. This file is the only place where anything is hidden (promise P4):
 * `redactEntry` for what goes by, `redactState` for what stands. The two agree: folding redacted
 * entries over the subjects seen (`reduceFor`) gives the redacted state.
 */

/** What a role sees. Roles with equal views form one audience and share one encoding. */
export interface View {
  sees: readonly string[];
  cleared: readonly string[];
}

export const viewOf = (role: Role): View => ({
  sees: [...role.sees].sort(),
  cleared: [...role.cleared].sort(),
});

export const audienceOf = (view: View): string =>
  `${view.sees.join(',')};${view.cleared.join(',')}`;

export function mayDo(role: Role, type: string): boolean {
  const all = `${type.slice(0, type.indexOf('.'))}.*`;
  return role.may.some((pattern) => pattern === '*' || pattern === all || pattern === type);
}

export const isCleared = (view: View, restrictions: Restrictions | undefined): boolean =>
  restrictions === undefined || restrictions.every((one) => view.cleared.includes(one));

/**
 * Whether an audience is sent things of a kind: those of a layer that needs a clearance only with it,
 * and of no layer at all only what is merely sought (streets, addresses). An imported kind is nobody's
 * until somebody writes in `layers.yaml` whose it is.
 */
export function mayHave(view: View, layers: readonly Layer[], kind: string): boolean {
  const layer = layers.find(({ kinds }) => kinds.includes(kind));
  if (!layer) return SOUGHT_ONLY.includes(kind) || kind === 'zone';
  return layer.clearance === undefined || view.cleared.includes(layer.clearance);
}

/** Things that become restricted: whoever saw them and is not cleared now sees them leave. */
const WITHDRAWN: Readonly<Record<string, string>> = {
  'incident.restricted': 'incident.withdrawn',
  'report.restricted': 'report.withdrawn',
};

const NOBODY = { id: '-', name: '', role: '-' };
const NOTHING = { id: '-', type: '-' };

/**
 * The entry as this audience may see it; without events when there is nothing in it for them.
 * Where something is hidden, so are the command (its id can be a hidden thing's) and, when only a
 * withdrawal is left, the actor.
 */
export function redactEntry(view: View, entry: SeenEntry): SeenEntry {
  const seen = entry.events.map((event) => redactEvent(view, event));
  const events = seen.filter((event) => event !== undefined);
  const whole = seen.every((event, i) => event?.type === entry.events[i]?.type);
  const bare = events.every((event) => event.type.endsWith('.withdrawn'));
  const { seq, at } = entry;
  return {
    seq,
    at,
    actor: bare ? NOBODY : entry.actor,
    command: whole && !bare ? entry.command : NOTHING,
    events,
  };
}

function redactEvent(view: View, stored: Event): Event | undefined {
  // In today's shape: what is guarded by name today may have had another name.
  const event = upcast(stored);
  const subject = foldOf(event.type);
  if (!subject || !view.sees.includes(subject.name)) return undefined;
  if (!isCleared(view, event.restrictions)) {
    const type = WITHDRAWN[event.type];
    const before = event.data['before'] as Restrictions | undefined;
    return type && isCleared(view, before) ? { type, v: 1, id: event.id, data: {} } : undefined;
  }
  const data = hideGuarded(view, subject, event.data);
  const rows = event.data['rows'];
  if (rows === undefined) return data === event.data ? event : { ...event, data };
  return { ...event, data: { ...data, rows: redactRows(view, rows as Rows) } };
}

type Rows = Record<string, Record<string, Record<string, object>>>;

function redactRows(view: View, rows: Rows): Rows {
  const seen = Object.entries(rows).filter(([name]) => view.sees.includes(name));
  return Object.fromEntries(
    seen.map(([name, tables]) => [
      name,
      Object.fromEntries(
        Object.entries(tables).map(([table, byKey]) => [
          table,
          Object.fromEntries(
            Object.entries(byKey)
              .map(([key, row]) => [key, redactRow(view, folds[name as SubjectName], row)])
              .filter(([, row]) => row !== undefined),
          ),
        ]),
      ),
    ]),
  );
}

function redactRow(view: View, subject: Fold, row: object): object | undefined {
  const { restrictions } = row as { restrictions?: Restrictions };
  return isCleared(view, restrictions) ? hideGuarded(view, subject, row) : undefined;
}

/** Things that go by beside the log, such as positions: those that this audience may see. */
export function redactThings<T extends object>(
  view: View,
  name: SubjectName,
  things: Iterable<T>,
): T[] {
  if (!view.sees.includes(name)) return [];
  return [...things]
    .map((one) => redactRow(view, folds[name], one) as T | undefined)
    .filter((one) => one !== undefined);
}

function hideGuarded<T extends object>(view: View, subject: Fold, thing: T): T {
  let open = thing;
  for (const [field, clearance] of Object.entries(subject.guarded)) {
    if (!(field in thing) || view.cleared.includes(clearance)) continue;
    if (open === thing) open = { ...thing };
    delete open[field as keyof T];
  }
  return open;
}

/** The state as this audience may see it: what they would have, had they folded all redacted entries. */
export function redactState(view: View, state: State): State {
  const slices = Object.entries(state).map(([name, slice]) => {
    const subject = folds[name as SubjectName];
    const seen = view.sees.includes(name);
    const tables = Object.entries(slice).map(([table, rows]) => {
      if (!seen || subject.internal.includes(table)) return [table, rows.clear()];
      const open = rows
        .map((row: object) => redactRow(view, subject, row))
        .filter((row: object | undefined) => row !== undefined);
      return [table, open];
    });
    return [name, Object.fromEntries(tables)];
  });
  return Object.fromEntries(slices) as State;
}
