import {
  ACROSS,
  ADDED,
  ADDED_SHARE,
  CLASS,
  codeOf,
  DROPPED,
  LOST_TWO,
  OTHER_SOURCES,
  PARTIAL,
  ratio,
  SOURCES,
} from './confusion.ts';
import { presence } from './format.ts';
import { normalise } from './plate.ts';

/** What the engine says: a `PlateRead`, or as much of one as there is. Confidences 0 to 1. */
export interface ReadPlate {
  raw: string;
  confidence?: number | undefined;
  characters?: readonly number[] | undefined;
  alternatives?: readonly { plate: string; confidence?: number | undefined }[] | undefined;
  /** ISO 3166-1 alpha-2, as the engine believes. */
  country?: string | undefined;
}

/** A read, made ready to be held against plates. */
export interface Reading {
  plate: string;
  codes: Uint8Array;
  /** How much likelier than usual a mistake is: of each character, and of the whole. */
  scales: Float64Array;
  scale: number;
  claim: string | undefined;
  /** Other plates that the engine offers, with their likelihood beside the first: above 0, at most 1. */
  alternatives: ReadonlyMap<string, number>;
  /** The engine itself is unsure of the whole or of a character. */
  unsure: boolean;
}

/** Mistakes as many as in the pairs that the table was learned from: at this confidence. */
const USUAL = { whole: 0.88, character: 0.92 };
const UNSURE = { whole: 0.6, character: 0.4 };
/** How fast the likelihood of an alternative falls with the distance of its confidence, and what one without confidence gets by its rank. */
const ALTERNATIVE = { fall: 0.025, ranked: 0.05 };

const between = (low: number, value: number, high: number): number =>
  Math.min(high, Math.max(low, value));
const share = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isFinite(value) ? between(0, value, 1) : undefined;

export function codesOf(plate: string): Uint8Array {
  const codes = new Uint8Array(plate.length);
  for (let i = 0; i < codes.length; i++) codes[i] = codeOf(plate.charCodeAt(i));
  return codes;
}

/** Undefined when the text is no plate. */
export function readingOf(read: ReadPlate): Reading | undefined {
  const plate = normalise(read.raw);
  if (plate === '') return undefined;
  const confidence = share(read.confidence);
  const whole =
    confidence === undefined ? 1 : between(0.25, (1 - confidence) / (1 - USUAL.whole), 6);
  const scales = new Float64Array(plate.length).fill(whole);
  let unsure = confidence !== undefined && confidence < UNSURE.whole;
  if (read.characters?.length === plate.length)
    for (const [i, value] of read.characters.entries()) {
      const sure = share(value);
      if (sure === undefined) continue;
      scales[i] = between(0.25, (1 - sure) / (1 - USUAL.character), 12);
      if (sure < UNSURE.character) unsure = true;
    }
  const alternatives = new Map<string, number>();
  for (const [rank, other] of (read.alternatives ?? []).entries()) {
    const text = normalise(other.plate);
    if (text === '' || text === plate || alternatives.has(text)) continue;
    const its = share(other.confidence);
    const likelihood =
      its === undefined || confidence === undefined
        ? ALTERNATIVE.ranked / (rank + 1)
        : Math.min(1, Math.exp((its - confidence) / ALTERNATIVE.fall));
    if (likelihood > 1e-6) alternatives.set(text, likelihood);
  }
  const claim = read.country;
  return { plate, codes: codesOf(plate), scales, scale: whole, claim, alternatives, unsure };
}

/**
 * Likelihood of the read if the plate is the one whose codes stand at `at`, beside its being the plate
 * that was read (1). 0 for all plates that are not its kin: the same, one with characters of the same
 * confusable classes, one with one character of another class that is often mistaken for it, one with a
 * character more or less, or two more at an end. A plate that is merely near is never kin.
 */
export function likelihood(
  { codes, scales, scale }: Reading,
  plates: Uint8Array,
  at: number,
  length: number,
): number {
  const read = codes.length;
  if (length === read) {
    let [product, across, differing] = [1, false, 0];
    for (let i = 0; i < read; i++) {
      const [is, was] = [codes[i] ?? 0, plates[at + i] ?? 0];
      if (is === was) continue;
      differing++;
      if (CLASS[is] !== CLASS[was]) {
        if (across || !ACROSS[is]?.includes(was)) return 0;
        across = true;
      }
      if (across && differing > 1) return 0;
      product *= Math.min(0.9, ratio(was, is) * (scales[i] ?? 1));
    }
    return product;
  }
  if (length === read + 2) {
    const cut = read <= MAX_CUT && (begins(codes, plates, at) || begins(codes, plates, at + 2));
    return cut ? Math.min(0.9, LOST_TWO * scale) : 0;
  }
  if (length !== read + 1 && length !== read - 1) return 0;
  const shorter = Math.min(length, read);
  let i = 0;
  while (i < shorter && codes[i] === plates[at + i]) i++;
  const [skipRead, skipPlate] = length > read ? [0, 1] : [1, 0];
  for (let k = i; k < shorter; k++)
    if (codes[k + skipRead] !== plates[at + k + skipPlate]) return 0;
  const odd = length > read ? plates[at + i] : codes[i];
  let first = i;
  while (first > 0 && codes[first - 1] === odd) first--;
  const rates = length > read ? DROPPED : ADDED;
  const rate = i === shorter ? rates.end : first === 0 ? rates.start : rates.middle;
  return length > read
    ? Math.min(0.9, rate * scale * (first < i ? 2 : 1))
    : Math.min(0.9, rate * (ADDED_SHARE[odd ?? 0] ?? 0) * (scales[i] ?? 1));
}

/** Longer readings that lost two are of plates longer than there are. */
export const MAX_CUT = 6;
function begins(codes: Uint8Array, plates: Uint8Array, at: number): boolean {
  for (let i = 0; i < codes.length; i++) if (codes[i] !== plates[at + i]) return false;
  return true;
}

/**
 * Vehicles of which a partial reading could be these few characters, times the chance of just that: by
 * their number, and fewer where no common Belgian plate has such a part.
 */
const PARTS = [0, 4_000, 400, 50, 20, 2.5].map((vehicles) => vehicles * PARTIAL);
const COMMON = ['9AAA999', 'AAAA999', '999AAA'];
function parts(plate: string): number {
  const many = PARTS[plate.length] ?? 0;
  if (many === 0) return 0;
  const shape = plate.replace(/[A-Z]/g, 'A').replace(/[0-9]/g, '9');
  return COMMON.some((common) => common.includes(shape)) ? many : many / 5;
}

/**
 * Vehicles on no list whose plates could have been read so, weighed by how well: beside 1 for a Belgian
 * vehicle of which the plate was read as it is. Without the plate itself and the engine's alternatives.
 */
export function surroundings({ plate, codes, scales, scale, claim }: Reading): number {
  const length = codes.length;
  let sum = parts(plate);
  const own = presence(plate, claim);
  for (let i = 0; i < length; i++) {
    const code = codes[i] ?? 0;
    const more = scales[i] ?? 1;
    const [before, after] = [plate.slice(0, i), plate.slice(i + 1)];
    sum += OTHER_SOURCES * more * own;
    for (const { symbol, ratio: chance } of SOURCES[code] ?? [])
      sum += Math.min(0.9, chance * more) * presence(before + symbol + after, claim);
    const added = i === 0 ? ADDED.start : i === length - 1 ? ADDED.end : ADDED.middle;
    if (length > 1)
      sum += added * (ADDED_SHARE[code] ?? 0) * more * presence(before + after, claim);
  }
  for (let gap = 0; gap <= length && length < 10; gap++) {
    const rate = gap === 0 ? DROPPED.start : gap === length ? DROPPED.end : DROPPED.middle;
    const [before, after] = [plate.slice(0, gap), plate.slice(gap)];
    // Series begin with certain digits; further on, one digit is as good as another.
    let longer = 26 * presence(`${before}H${after}`, claim);
    if (gap > 0) longer += 10 * presence(`${before}5${after}`, claim);
    else for (let digit = 0; digit < 10; digit++) longer += presence(digit + plate, claim);
    sum += Math.min(0.9, rate * scale) * longer;
  }
  return sum;
}
