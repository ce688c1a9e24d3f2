import { Map } from 'immutable';
import { initial, type State, type SubjectName } from './folds.ts';
import { folds } from './folds.ts';

/** The state as plain JSON: subject → table → key → row. */
export type PlainState = Record<string, Record<string, Record<string, object>>>;

export function toPlain(state: State): PlainState {
  return mapTables(state, (rows) => Object.fromEntries(rows.entries()));
}

/** Tables that are missing in the JSON are empty: a snapshot of an older program stays readable. */
export function fromPlain(plain: PlainState): State {
  const entries = Object.entries(initial).map(([subject, slice]) => [
    subject,
    Object.fromEntries(
      Object.keys(slice).map((table) => [
        table,
        Map(Object.entries(plain[subject]?.[table] ?? {})),
      ]),
    ),
  ]);
  return Object.fromEntries(entries) as State;
}

function mapTables<T>(state: State, edit: (rows: Map<string, object>) => T) {
  return Object.fromEntries(
    Object.entries(state).map(([subject, slice]) => [
      subject,
      Object.fromEntries(
        Object.entries(slice as Record<string, Map<string, object>>).map(([table, rows]) => [
          table,
          edit(rows),
        ]),
      ),
    ]),
  );
}

/** One text for equal states: keys sorted, undefined left out, internal tables not counted. */
export function canonical(state: State): string {
  const plain = toPlain(state);
  for (const [name, subject] of Object.entries(folds))
    for (const table of subject.internal) delete plain[name as SubjectName]?.[table];
  return JSON.stringify(sorted(plain));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    pairs.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, sorted(each)]),
  );
}
