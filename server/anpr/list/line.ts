import type { ListEntry } from '../../../shared/anpr/list.ts';
import { normalise } from '../../../shared/anpr/plate.ts';
import type { Indexed } from '../matcher.ts';
import { hashOf } from './places.ts';

/**
 * An entry as one line, which is how lists of a million are held, compared and kept: nine fields, the plate
 * first so that lines in order are plates in order. No text of an entry can hold the two signs between
 * them (`UNWANTED`).
 */
export const FIELD = '\u001f';
export const LINE = '\u001e';

export const FIELDS = [
  ...(['plate', 'id', 'country', 'from', 'until', 'reason'] as const),
  ...(['instruction', 'vehicle', 'reference'] as const),
] satisfies (keyof ListEntry)[];

/** Fields that are not there are empty. */
export const lineOf = (
  entry: Partial<Record<(typeof FIELDS)[number], string | undefined>>,
): string => FIELDS.map((name) => entry[name] ?? '').join(FIELD);

export function entryOf(line: string): ListEntry {
  const cells = line.split(FIELD);
  const some = FIELDS.flatMap((name, i) => (cells[i] ? [[name, cells[i]]] : []));
  return { id: '', plate: '', reason: '', ...Object.fromEntries(some) };
}

export function indexedOf(line: string): Indexed {
  const [a, b] = [line.indexOf(FIELD), line.indexOf(FIELD, line.indexOf(FIELD) + 1)];
  const c = line.indexOf(FIELD, b + 1);
  const d = line.indexOf(FIELD, c + 1);
  const e = line.indexOf(FIELD, d + 1);
  return {
    id: line.slice(a + 1, b),
    plate: line.slice(0, a),
    country: c > b + 1 ? line.slice(b + 1, c) : undefined,
    from: d > c + 1 ? line.slice(c + 1, d) : undefined,
    until: e > d + 1 ? line.slice(d + 1, e) : undefined,
  };
}

export function idOf(line: string): string {
  const from = line.indexOf(FIELD) + 1;
  return line.slice(from, line.indexOf(FIELD, from));
}

/** What makes two entries the same vehicle: the plate as it is matched, and its country. */
export const vehicleOf = (entry: { plate: string; country?: string | undefined }): string =>
  `${normalise(entry.plate)}|${entry.country ?? ''}`;

/** The lines of a block's text. */
export const linesOf = (text: string): string[] => (text === '' ? [] : text.split(LINE));

/** Entries in one block: a find opens one, an edit writes one. */
export const PER_BLOCK = 512;
const MOST_BLOCKS = 8_192;

/** A power of two, so that a list that grows or shrinks splits or joins whole blocks. */
export function blocksFor(entries: number): number {
  let blocks = 1;
  while (blocks * PER_BLOCK < entries && blocks < MOST_BLOCKS) blocks *= 2;
  return blocks;
}

/** In which block an entry is (`blocks` a power of two). */
export const blockOf = (id: string, blocks: number): number => hashOf(id) & (blocks - 1);
