import type { ListEntry } from '../../../shared/anpr/list.ts';
import { refuse } from '../../../shared/refusal.ts';
import { sealBlock, openBlock, placeOf } from './block.ts';
import { blockOf, entryOf, idOf, LINE, lineOf, linesOf } from './line.ts';
import { ListRefused } from './refused.ts';
import { findLine, textOfBlock, vehicleOn, type FindKey } from './scan.ts';
import type { Kept, ListStore, Version } from './store.ts';

/** One entry of a list put or removed: the block that holds it, kept anew, is the next version. */
export interface Edit {
  row: Version;
  block: Kept;
  change: Change;
}
export interface Change {
  put: string[];
  remove: string[];
}

export interface EditOptions {
  store: ListStore;
  keys: FindKey;
  head: Version;
  /** Name of the key for what is written. */
  key: string;
  at: string;
  by: string;
}

/** Undefined where it stands so already. Throws `ListRefused`. */
export async function putEntry(options: EditOptions, entry: ListEntry): Promise<Edit | undefined> {
  const { store, keys, head } = options;
  const { number, text } = await blockFor(options, entry.id);
  const line = lineOf(entry);
  const was = findLine(text, entry.id);
  if (was === line) return undefined;
  const moved = was === undefined || !sameVehicle(entryOf(was), entry);
  const other = moved ? await vehicleOn(store, head, keys, entry) : undefined;
  if (other !== undefined && other !== entry.id)
    throw new ListRefused(refuse('list-plate-known', 'plate'));
  const lines = [...linesOf(text).filter((one) => idOf(one) !== entry.id), line].sort();
  const counts = was === undefined ? { added: 1, changed: 0 } : { added: 0, changed: 1 };
  return edit(options, number, lines, { ...counts, removed: 0 }, { put: [line], remove: [] });
}

/** Undefined where there is no such entry. */
export async function removeEntry(options: EditOptions, id: string): Promise<Edit | undefined> {
  const { number, text } = await blockFor(options, id);
  if (findLine(text, id) === undefined) return undefined;
  const lines = linesOf(text).filter((one) => idOf(one) !== id);
  const counts = { added: 0, changed: 0, removed: 1 };
  return edit(options, number, lines, counts, { put: [], remove: [id] });
}

const sameVehicle = (a: ListEntry, b: ListEntry): boolean =>
  a.plate === b.plate && a.country === b.country;

async function blockFor({ store, keys, head }: EditOptions, id: string) {
  const number = blockOf(id, head.blocks);
  return { number, text: await textOfBlock(head, await store.block(head, number), keys) };
}

async function edit(
  { keys, head, key, at, by }: EditOptions,
  block: number,
  lines: readonly string[],
  counts: Pick<Version, 'added' | 'changed' | 'removed'>,
  change: Change,
): Promise<Edit> {
  const secret = await keys(key);
  if (!secret) throw new Error('the key under which a list is written has expired');
  const version = head.version + 1;
  const id = head.list.id;
  const told = sealBlock(secret, changePlace(id, version), JSON.stringify(change));
  return {
    row: {
      ...{ ...head, ...counts, version, at, by, kind: 'entries' },
      entries: head.entries + counts.added - counts.removed,
      change: { key, sealed: Buffer.from(told).toString('base64') },
    },
    block: {
      ...{ block, since: version, key },
      bytes: sealBlock(secret, placeOf(id, version, block), lines.join(LINE)),
    },
    change,
  };
}

const changePlace = (list: string, version: number): string => `${list} ${version} change`;

/** What another process changed with this version; undefined when that cannot be told any more. */
export async function changeOf(row: Version, keys: FindKey): Promise<Change | undefined> {
  if (row.kind === 'definition') return { put: [], remove: [] };
  if (row.kind !== 'entries' || !row.change) return undefined;
  const { key, sealed } = row.change;
  const place = changePlace(row.list.id, row.version);
  const text = openBlock(await keys(key), place, Buffer.from(sealed, 'base64'));
  return text === undefined ? undefined : (JSON.parse(text) as Change);
}
