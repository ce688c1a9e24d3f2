import type { ListEntry } from '../../../shared/anpr/list.ts';
import { normalise } from '../../../shared/anpr/plate.ts';
import { paced } from '../../ingest/body.ts';
import { openBlock, placeOf } from './block.ts';
import { blockOf, entryOf, FIELD, idOf, linesOf, vehicleOf } from './line.ts';
import { ListRefused } from './refused.ts';
import { refuse } from '../../../shared/refusal.ts';
import type { Kept, ListStore, Version } from './store.ts';

/** Reading in a list of any length, a block at a time, with room for the others in between. */

/** Key of this name; undefined when it is gone. */
export type FindKey = (name: string) => Promise<Uint8Array | undefined>;

/** Throws `ListRefused` where its key is gone. */
export async function textOfBlock(
  of: Version,
  kept: Kept | undefined,
  keys: FindKey,
): Promise<string> {
  if (!kept) return '';
  const where = placeOf(of.list.id, kept.since, kept.block);
  const text = openBlock(await keys(kept.key), where, kept.bytes);
  if (text === undefined) throw new ListRefused(refuse('list-lost'));
  return text;
}

export function findLine(text: string, id: string): string | undefined {
  const mark = `${FIELD}${id}${FIELD}`;
  if (!text.includes(mark)) return undefined;
  return linesOf(text).find((line) => idOf(line) === id);
}

export interface PageQuery {
  /** Part of a plate, in any case and with any separators, or of what is said of it. */
  search: string;
  /** Id of the last entry of the page before. */
  after: string | undefined;
  limit: number;
}
export interface Page {
  entries: ListEntry[];
  more: boolean;
}

/**
 * Entries in the order of the store: of a list of up to 512 by plate, of longer ones by block and then by
 * plate.
 */
export async function pageOf(
  store: ListStore,
  of: Version,
  keys: FindKey,
  { search, after, limit }: PageQuery,
): Promise<Page> {
  const entries: ListEntry[] = [];
  const fits = matcherFor(search);
  let block = after === undefined ? 0 : blockOf(after, of.blocks);
  let skip = after !== undefined;
  for await (const number of paced(numbers(block, of.blocks))) {
    block = number;
    const lines = linesOf(await textOfBlock(of, await store.block(of, block), keys));
    const last = skip ? lines.findIndex((line) => idOf(line) === after) : -1;
    skip = false;
    for (const line of lines.slice(last + 1)) {
      if (!fits(line)) continue;
      if (entries.length === limit) return { entries, more: true };
      entries.push(entryOf(line));
    }
  }
  return { entries, more: false };
}

function* numbers(from: number, until: number): Generator<number> {
  for (let i = from; i < until; i++) yield i;
}

function matcherFor(search: string): (line: string) => boolean {
  const words = search.normalize('NFC').trim().toLowerCase();
  if (words === '') return () => true;
  const plate = normalise(search);
  return (line) => {
    const end = line.indexOf(FIELD);
    if (plate !== '' && normalise(line.slice(0, end)).includes(plate)) return true;
    return line.slice(end).toLowerCase().includes(words);
  };
}

/** The id under which a vehicle is on a list, if it is. */
export async function vehicleOn(
  store: ListStore,
  of: Version,
  keys: FindKey,
  entry: Pick<ListEntry, 'plate' | 'country'>,
): Promise<string | undefined> {
  const vehicle = vehicleOf(entry);
  const plate = normalise(entry.plate);
  for await (const number of paced(numbers(0, of.blocks)))
    for (const line of linesOf(await textOfBlock(of, await store.block(of, number), keys))) {
      if (normalise(line.slice(0, line.indexOf(FIELD))) !== plate) continue;
      const found = entryOf(line);
      if (vehicleOf(found) === vehicle) return found.id;
    }
  return undefined;
}
