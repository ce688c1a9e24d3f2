import type { MapFeature } from './layer/feature.ts';

/** Something that can stand on the map. Rows are immutable: the same row is drawn the same. */
export interface Row {
  id: string;
}

/** What a source of the map was last sent: the row, and whether it waited for the server. */
export type Sent<R extends Row> = Map<string, readonly [row: R, waiting: boolean]>;

/** As MapLibre takes it: an added feature replaces the one with its id. */
export interface Diff {
  add: MapFeature[];
  remove: string[];
}

/**
 * Compares what must stand on the map with what was sent, notes the new as sent, and returns the
 * difference; undefined when there is none. A push of some changes among thousands costs those changes.
 */
export function differ<R extends Row>(
  sent: Sent<R>,
  rows: Iterable<R>,
  waiting: (row: R) => boolean,
  feature: (row: R, waiting: boolean) => MapFeature,
): Diff | undefined {
  const add: MapFeature[] = [];
  const here = new Set<string>();
  for (const row of rows) {
    here.add(row.id);
    const waits = waiting(row);
    const before = sent.get(row.id);
    if (before?.[0] === row && before[1] === waits) continue;
    sent.set(row.id, [row, waits]);
    add.push(feature(row, waits));
  }
  const remove = [...sent.keys()].filter((id) => !here.has(id));
  for (const id of remove) sent.delete(id);
  return add.length + remove.length > 0 ? { add, remove } : undefined;
}
