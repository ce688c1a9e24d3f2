import type { Matcher } from '../matcher.ts';
import { changeOf, type Change } from './edit.ts';
import { indexedOf } from './line.ts';
import type { FindKey } from './scan.ts';
import type { ListStore, Version } from './store.ts';
import type { ListIndex } from '../matcher.ts';
import type { Loaded } from './work.ts';

/** Which version of each list this process matches against, and how it comes to the newest one. */
export interface Force {
  versions(): Iterable<Version>;
  version(list: string): Version | undefined;
  take(row: Version, index: ListIndex): void;
  follow(row: Version, change: Change): void;
  /** Takes over what others wrote; reads the list anew where it must. */
  catchUp(list: string): Promise<void>;
}

export interface ForceOptions {
  store: ListStore;
  matcher: Pick<Matcher, 'use' | 'patch' | 'redefine'>;
  keys: FindKey;
  load(list: string): Promise<Loaded | undefined>;
  warn(message: string): void;
}

/** After so many edits the index is built anew, with them inside. */
const PATCHES = 1_000;

export function openForce({ store, matcher, keys, load, warn }: ForceOptions): Force {
  const held = new Map<string, { row: Version; patches: number }>();

  function take(row: Version, index: ListIndex): void {
    matcher.use(row.list, row.version, index);
    held.set(row.list.id, { row, patches: 0 });
  }
  function follow(row: Version, { put, remove }: Change): void {
    if (row.kind === 'definition') matcher.redefine(row.list);
    matcher.patch(row.list.id, row.version, { put: put.map(indexedOf), remove });
    const patches = (held.get(row.list.id)?.patches ?? 0) + 1;
    held.set(row.list.id, { row, patches });
  }
  async function anew(list: string): Promise<void> {
    const loaded = await load(list);
    if (!loaded) return;
    if (loaded.lost > 0)
      warn(
        `hot list ${list}: ${loaded.lost} of ${loaded.row.blocks} blocks cannot be opened any more: import it again`,
      );
    take(loaded.row, loaded.index);
  }
  async function catchUp(list: string): Promise<void> {
    const now = held.get(list);
    if (!now || now.patches >= PATCHES) return anew(list);
    const rows = await store.since(list, now.row.version);
    const changes = await Promise.all(rows.map((row) => changeOf(row, keys)));
    const gap = rows.length > 0 && rows[0]!.version !== now.row.version + 1;
    if (gap || changes.includes(undefined)) return anew(list);
    for (const [i, row] of rows.entries()) follow(row, changes[i]!);
  }

  return {
    *versions() {
      for (const { row } of held.values()) yield row;
    },
    version: (list) => held.get(list)?.row,
    take,
    follow,
    catchUp,
  };
}
