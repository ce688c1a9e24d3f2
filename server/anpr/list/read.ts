import { createHash } from 'node:crypto';
import { refuse } from '../../../shared/refusal.ts';
import { textOf } from '../../directory/bytes.ts';
import { check, fieldOf, type Cells, type Fault, type Field } from './check.ts';
import { jsonItems } from './items.ts';
import { lineOf } from './line.ts';
import { openPlaces } from './places.ts';
import { ListRefused } from './refused.ts';
import { rowsOf } from './table.ts';

/**
 * A list as a file: a table (CSV, header in any order and case), a JSON array or NDJSON. What cannot be used
 * is told by line, with field and code and never the value. A vehicle that stands there twice has its last line.
 */
export interface Reading {
  lines: string[];
  rejected: (Fault & { line: number })[];
  rejectedCount: number;
  duplicates: number;
}

export interface ReadOptions {
  /** Reason of entries from a source that gives none at all. */
  reason: string;
  /** Secret from which ids are made, so that the same vehicle is the same entry in the next file. */
  secret: string;
}

/** Refusals told one by one; the rest is counted. */
export const TOLD = 500;
export const MOST_ENTRIES = 2_000_000;

/** Throws `ListRefused` where nothing of it can be read. */
export function readList(bytes: Buffer, { reason, secret }: ReadOptions): Reading {
  const reading: Reading = { lines: [], rejected: [], rejectedCount: 0, duplicates: 0 };
  const lines: (string | undefined)[] = [];
  const vehicles = openPlaces();
  /** Ids that the source gave, and the vehicle of each. */
  const ids = openPlaces();
  const owners: number[] = [];

  function refused(line: number, fault: Fault): void {
    reading.rejectedCount += 1;
    if (reading.rejectedCount > MOST_ENTRIES) throw new ListRefused(refuse('too-large'));
    if (reading.rejected.length < TOLD) reading.rejected.push({ line, ...fault });
  }
  for (const { line, cells, reasonless } of recordsOf(textOf(bytes))) {
    if (!cells) {
      refused(line, { code: 'list-line-broken' });
      continue;
    }
    const checked = check(cells, reasonless ? reason : '');
    if ('code' in checked) {
      refused(line, checked);
      continue;
    }
    const vehicle = vehicles.place(`${checked.folded}|${checked.country}`);
    if (checked.id !== '') {
      // Whose id it was first keeps it: the last would take a vehicle off the list without a word.
      const owner = ids.place(checked.id);
      if ((owners[owner] ??= vehicle) !== vehicle) {
        refused(line, { code: 'list-id-twice', field: 'id' });
        continue;
      }
    } else checked.id = idFor(secret, `${checked.folded}|${checked.country}`);
    if (lines[vehicle] !== undefined) reading.duplicates += 1;
    lines[vehicle] = lineOf(checked);
    if (vehicle >= MOST_ENTRIES) throw new ListRefused(refuse('too-large'));
  }
  // A vehicle of which all that stood there was refused has no line.
  reading.lines = lines.filter((line) => line !== undefined);
  return reading;
}

/**
 * Where a source has no ids: one that says nothing of the plate, as it stands in addresses. The same for the
 * same vehicle, and nobody without the secret can try which it is.
 */
export const idFor = (secret: string, vehicle: string): string =>
  createHash('sha256').update(secret).update(vehicle).digest('base64url').slice(0, 22);

interface Record {
  line: number;
  cells: Cells | undefined;
  /** The source gives no reasons. */
  reasonless: boolean;
}

function recordsOf(text: string): Iterable<Record> {
  const first = /^[\ufeff\s]*(\S)/.exec(text.slice(0, 10_000))?.[1];
  if (first === undefined) throw new ListRefused(refuse('list-empty'));
  if (first === '[') return itemsOf(text);
  return first === '{' ? jsonLinesOf(text) : tableOf(text);
}

function* tableOf(text: string): Generator<Record> {
  let columns: (Field | undefined)[] | undefined;
  let reasonless = false;
  for (const { line, cells } of rowsOf(text)) {
    if (!columns) {
      columns = (cells ?? []).map(fieldOf);
      const twice = columns.some((name, i) => name && columns!.indexOf(name) !== i);
      if (!columns.includes('plate') || twice) throw new ListRefused(refuse('list-header'));
      reasonless = !columns.includes('reason');
      continue;
    }
    if (cells?.every((cell) => cell.trim() === '')) continue;
    // A line that ends too early is half a line; one that goes on has a delimiter too many.
    const fits = cells && cells.length >= columns.length && isBlankFrom(cells, columns.length);
    yield { line, cells: fits ? named(columns, cells) : undefined, reasonless };
  }
}

function isBlankFrom(cells: readonly string[], from: number): boolean {
  for (let i = from; i < cells.length; i++) if (cells[i]!.trim() !== '') return false;
  return true;
}

function named(columns: readonly (Field | undefined)[], cells: readonly string[]): Cells {
  const record: Cells = {};
  for (let i = 0; i < columns.length; i++) {
    const name = columns[i];
    if (name !== undefined) record[name] = cells[i]!;
  }
  return record;
}

function* itemsOf(text: string): Generator<Record> {
  for (const { line, item } of jsonItems(text))
    yield item === undefined ? broken(line) : ofJson(line, item);
}

function* jsonLinesOf(text: string): Generator<Record> {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  for (let line = 1; at < text.length; line++) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const part = text.slice(at, end).trim();
    at = end + 1;
    if (part === '') continue;
    yield ofJson(line, part);
  }
}

const broken = (line: number): Record => ({ line, cells: undefined, reasonless: false });

function ofJson(line: number, text: string): Record {
  try {
    return ofObject(line, JSON.parse(text));
  } catch {
    return broken(line);
  }
}

/** Numbers are taken as they are written: some plates are. */
function ofObject(line: number, item: unknown): Record {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return broken(line);
  const cells: Cells = {};
  for (const [name, value] of Object.entries(item)) {
    const field = fieldOf(name);
    if (field === undefined || value === null || value === undefined) continue;
    if (typeof value !== 'string' && typeof value !== 'number') return broken(line);
    cells[field] = String(value);
  }
  return { line, cells, reasonless: cells.reason === undefined };
}
