import type { HotList, ListDifference } from '../../../shared/anpr/list.ts';
import { buildIndex } from '../index/build.ts';
import type { Indexed, ListIndex } from '../matcher.ts';
import { openBlock, placeOf, sealBlock } from './block.ts';
import { compare, inBlocks } from './difference.ts';
import type { Fault } from './check.ts';
import { blocksFor, entryOf, idOf, indexedOf, lineOf, linesOf, vehicleOf } from './line.ts';
import { idFor, readList } from './read.ts';
import type { Kept, ListStore, Version } from './store.ts';

/** What takes long, as it is done in a thread of its own (`worker.ts`). */

/** Keys by name; those that are gone are missing. */
export type Keys = ReadonlyMap<string, Uint8Array>;

export interface ImportTask {
  bytes: Buffer;
  list: HotList;
  apply: boolean;
  /** Also when some of its lines cannot be used. */
  skipRejected: boolean;
  /** Version that it must be held against; absent: the one that stands. */
  base?: number | undefined;
  keys: Keys;
  /** Name of the key for what is written. */
  key: string;
  secret: string;
  at: string;
  by: string;
}
export interface Imported {
  difference: Omit<ListDifference, 'rejected'> & { rejected: (Fault & { line: number })[] };
  /** Of the version that was made; absent where nothing was applied or nothing is another. */
  made?: { row: Version; index: ListIndex };
  /** Why it was not applied. */
  refused?: 'list-changed' | 'list-lines-refused';
}

export async function importList(store: ListStore, task: ImportTask): Promise<Imported> {
  const { list, apply, keys, key, at, by } = task;
  const [title] = new Set([list.title.nl, list.title.fr].filter(Boolean));
  const { lines, ...read } = readList(task.bytes, {
    reason: title ?? list.id,
    secret: task.secret,
  });
  const head = (await store.heads()).find((one) => one.list.id === list.id);
  const base = head?.version ?? 0;
  const standing = new Map<number, string>();
  if (head)
    for await (const kept of store.blocks(head))
      standing.set(kept.block, openBlock(keys.get(kept.key), place(list, kept), kept.bytes) ?? '');
  const known = keepingIds(lines, standing.values(), task.secret);
  const after = inBlocks(known, blocksFor(known.length));
  const { written, ...counts } = compare(
    after,
    (block) => standing.get(block) ?? '',
    head?.blocks ?? 1,
  );
  standing.clear();
  const difference = { list: list.id, base, ...counts, ...read };
  const { added, changed, removed } = counts;
  if (task.base !== undefined && task.base !== base) return { difference, refused: 'list-changed' };
  if (!apply) return { difference };
  if (read.rejectedCount > 0 && !task.skipRejected)
    return { difference, refused: 'list-lines-refused' };
  if (head && added + changed + removed === 0) return { difference };
  const row: Version = {
    ...{ list: head?.list ?? list, version: base + 1, entries: lines.length },
    ...{ blocks: after.length, added, changed, removed, at, by, kind: 'whole' },
  };
  const done = await store.write(row, sealed(row, written, keys.get(key)!, key));
  if (!done) return { difference, refused: 'list-changed' };
  return { difference, made: { row, index: buildIndex(indexedIn(after)) } };
}

/** An id that `idFor` may have made. */
const MADE = /^[\w-]{22}$/;

/**
 * Lines of a file without ids are the entries of the same vehicles that stand, whatever id those have: one
 * that was written in the screen is then the same or changed, not removed and another one added.
 */
function keepingIds(
  lines: readonly string[],
  standing: Iterable<string>,
  secret: string,
): readonly string[] {
  const ids = new Map<string, string>();
  for (const text of standing)
    for (const line of linesOf(text)) {
      const id = idOf(line);
      if (!MADE.test(id)) ids.set(idFor(secret, vehicleOf(entryOf(line))), id);
    }
  if (ids.size === 0) return lines;
  const taken = new Set(lines.map(idOf));
  return lines.map((line) => {
    const id = ids.get(idOf(line));
    return id === undefined || taken.has(id) ? line : lineOf({ ...entryOf(line), id });
  });
}

function* indexedIn(blocks: readonly (readonly string[])[]): Generator<Indexed> {
  for (const lines of blocks) for (const line of lines) yield indexedOf(line);
}

function* sealed(
  { list, version }: Version,
  texts: Iterable<{ block: number; text: string }>,
  secret: Uint8Array,
  key: string,
): Generator<Kept> {
  for (const { block, text } of texts)
    yield {
      ...{ block, since: version, key },
      bytes: sealBlock(secret, placeOf(list.id, version, block), text),
    };
}

const place = (list: HotList, { since, block }: Kept): string => placeOf(list.id, since, block);

export interface LoadTask {
  list: string;
  keys: Keys;
}
export interface Loaded {
  row: Version;
  index: ListIndex;
  /** Blocks that no key opens any more: their entries are not in the index. */
  lost: number;
}

/** The newest version, to be matched against. */
export async function loadList(
  store: ListStore,
  { list, keys }: LoadTask,
): Promise<Loaded | undefined> {
  const row = (await store.heads()).find((one) => one.list.id === list);
  if (!row) return undefined;
  const blocks: string[] = [];
  let lost = 0;
  for await (const kept of store.blocks(row)) {
    const text = openBlock(keys.get(kept.key), place(row.list, kept), kept.bytes);
    if (text === undefined) lost += 1;
    else blocks.push(text);
  }
  function* entries(): Generator<Indexed> {
    for (const text of blocks) for (const line of linesOf(text)) yield indexedOf(line);
  }
  return { row, index: buildIndex(entries()), lost };
}

export interface RekeyTask extends LoadTask {
  key: string;
}

/** Keeps everything of a list under this key. */
export async function rekeyList(store: ListStore, { list, keys, key }: RekeyTask): Promise<number> {
  const anew: Kept[] = [];
  for await (const kept of store.under(list, key)) {
    const where = placeOf(list, kept.since, kept.block);
    const text = openBlock(keys.get(kept.key), where, kept.bytes);
    if (text !== undefined)
      anew.push({ ...kept, key, bytes: sealBlock(keys.get(key)!, where, text) });
  }
  if (anew.length > 0) await store.replace(list, anew, key);
  return anew.length;
}
