import { codeOf } from '../../../shared/anpr/confusion.ts';
import { MAX_PLATE, normalise } from '../../../shared/anpr/plate.ts';
import type { Indexed } from '../matcher.ts';

/** Entries one after the other in a few buffers: plates as codes, ids as UTF-8, country, validity. */
export interface Packed {
  count: number;
  codes: Uint8Array<ArrayBuffer>;
  plateAt: Uint32Array<ArrayBuffer>;
  ids: Uint8Array<ArrayBuffer>;
  idAt: Uint32Array<ArrayBuffer>;
  /** Two letters in 16 bits, 0 for any; empty where no entry has one. */
  country: Uint16Array<ArrayBuffer>;
  /** Milliseconds; empty where no entry has any. */
  from: Float64Array<ArrayBuffer>;
  until: Float64Array<ArrayBuffer>;
}

const grown = (buffer: ArrayBuffer, least: number): ArrayBuffer =>
  buffer.byteLength >= least ? buffer : buffer.transfer(Math.max(least, buffer.byteLength * 2));
const encoder = new TextEncoder();
const PLAIN = /^[ -~]*$/;

/**
 * Writes the codes of a plate and tells where they end; `at` again for a text that is none. What lists
 * mostly hold, capitals, digits, hyphens and spaces, is folded in place, everything else by `normalise`.
 */
function fold(text: string, codes: Uint8Array, at: number): number {
  let end = at;
  for (let i = 0; i < text.length; i++) {
    const ascii = text.charCodeAt(i);
    const code = codeOf(ascii);
    if (code >= 0 && end - at < MAX_PLATE) codes[end++] = code;
    else if (ascii !== 45 && ascii !== 32) {
      const plate = normalise(text);
      for (let k = 0; k < plate.length; k++) codes[at + k] = codeOf(plate.charCodeAt(k));
      return at + plate.length;
    }
  }
  return text.length > 32 && normalise(text) === '' ? at : end;
}

/** The same few days stand in most entries of a list. */
function momentsOf(): (text: string | undefined, none: number) => number {
  const known = new Map<string, number>();
  return (text, none) => {
    if (text === undefined) return none;
    const before = known.get(text);
    if (before !== undefined) return before;
    const moment = Date.parse(text);
    if (known.size < 10_000) known.set(text, moment);
    return Number.isNaN(moment) ? none : moment;
  };
}

export const countryCode = (country: string | undefined): number =>
  country?.length === 2 ? (country.charCodeAt(0) << 8) | country.charCodeAt(1) : 0;
export const countryName = (code: number): string | undefined =>
  code === 0 ? undefined : String.fromCharCode(code >> 8, code & 255);

/** Entries whose plate is none are left out. Whoever reads the list refuses them before. */
export function pack(entries: Iterable<Indexed>): Packed {
  let codes = new Uint8Array(1 << 12);
  let ids = new Uint8Array(1 << 12);
  let numbers = 1 << 9;
  let plateAt = new Uint32Array(numbers + 1);
  let idAt = new Uint32Array(numbers + 1);
  let country = new Uint16Array(numbers);
  let from = new Float64Array(numbers);
  let until = new Float64Array(numbers);
  const moment = momentsOf();
  let [count, plateEnd, idEnd, anyCountry, anyTime] = [0, 0, 0, false, false];
  for (const entry of entries) {
    if (codes.length < plateEnd + MAX_PLATE)
      codes = new Uint8Array(grown(codes.buffer, plateEnd + MAX_PLATE));
    const ends = fold(entry.plate, codes, plateEnd);
    if (ends === plateEnd) continue;
    plateEnd = ends;
    if (count === numbers) {
      numbers *= 2;
      plateAt = new Uint32Array(plateAt.buffer.transfer((numbers + 1) * 4));
      idAt = new Uint32Array(idAt.buffer.transfer((numbers + 1) * 4));
      country = new Uint16Array(country.buffer.transfer(numbers * 2));
      from = new Float64Array(from.buffer.transfer(numbers * 8));
      until = new Float64Array(until.buffer.transfer(numbers * 8));
    }
    const { id } = entry;
    if (ids.length < idEnd + id.length * 3)
      ids = new Uint8Array(grown(ids.buffer, idEnd + id.length * 3));
    if (PLAIN.test(id)) for (let i = 0; i < id.length; i++) ids[idEnd++] = id.charCodeAt(i);
    else idEnd += encoder.encodeInto(id, ids.subarray(idEnd)).written;
    const its = countryCode(entry.country);
    country[count] = its;
    from[count] = moment(entry.from, -Infinity);
    until[count] = moment(entry.until, Infinity);
    anyCountry ||= its !== 0;
    anyTime ||= entry.from !== undefined || entry.until !== undefined;
    count++;
    plateAt[count] = plateEnd;
    idAt[count] = idEnd;
  }
  return {
    count,
    codes: new Uint8Array(codes.buffer.transfer(plateEnd)),
    plateAt: new Uint32Array(plateAt.buffer.transfer((count + 1) * 4)),
    ids: new Uint8Array(ids.buffer.transfer(idEnd)),
    idAt: new Uint32Array(idAt.buffer.transfer((count + 1) * 4)),
    country: new Uint16Array(country.buffer.transfer(anyCountry ? count * 2 : 0)),
    from: new Float64Array(from.buffer.transfer(anyTime ? count * 8 : 0)),
    until: new Float64Array(until.buffer.transfer(anyTime ? count * 8 : 0)),
  };
}
