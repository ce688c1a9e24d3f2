/** Longest plate, normalised; Belgian ones have 8 at most, the longest in Europe 10. */
export const MAX_PLATE = 16;
/** Longest text that is looked at at all: plate, separators, emblem and country sign. */
const MAX_RAW = 64;

/** Why a text is no plate. */
export type PlateFault =
  'empty' | 'too-long' | 'right-to-left' | 'combining' | 'not-latin' | 'control';

/** Letters that Unicode does not take apart, as engines read them. */
const WHOLE: Record<string, string> = { Ø: 'O', Æ: 'AE', Œ: 'OE', Đ: 'D', Ł: 'L', Þ: 'P' };
const PLAIN = /^[A-Z0-9]{1,16}$/;
const ASCII = /^[\x20-\x7e]*$/;
const SEPARATORS = /[^A-Z0-9]+/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\u061c\u202b\u202e\u2067]/u;
/** Marks that stand on plates (German, Swedish): anything else that is combined was put there to deceive. */
const UMLAUTS = /[AOUaou]\u0308|[Aa]\u030a/g;

/** Capitals A-Z and digits of a text that holds nothing worse than separators, accents and widths. */
const fold = (raw: string): string =>
  raw
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[ØÆŒĐŁÞ]/g, (letter) => WHOLE[letter] ?? '')
    .normalize('NFD')
    .replace(SEPARATORS, '');

/**
 * What is wrong with a text as a plate, undefined where nothing is: nothing of a plate in it, more than 64
 * characters as written or 16 of a plate, right-to-left script or controls that turn direction,
 * combining characters other than those of Ä Ö Ü Å, letters or digits of another script, control
 * characters. Never throws.
 */
export function plateFault(raw: string): PlateFault | undefined {
  if (PLAIN.test(raw)) return undefined;
  if (raw.length > MAX_RAW) return 'too-long';
  if (!ASCII.test(raw)) {
    if (RIGHT_TO_LEFT.test(raw)) return 'right-to-left';
    if (/\p{M}/u.test(raw.replace(UMLAUTS, 'A'))) return 'combining';
    if (/[\x00-\x08\x0e-\x1f\x7f\ufffd]|\p{Cs}/u.test(raw)) return 'control';
    if (/[^\P{L}\p{Script=Latin}]|[^\P{N}\p{Nd}\p{No}]/u.test(raw)) return 'not-latin';
    const wide = raw.normalize('NFKC').toUpperCase().normalize('NFD');
    if (/\p{Nd}/u.test(wide.replace(/[0-9]/g, ''))) return 'not-latin';
  }
  const plate = fold(raw);
  return plate === '' ? 'empty' : plate.length > MAX_PLATE ? 'too-long' : undefined;
}

/**
 * A plate as it is compared: 1 to 16 capitals A-Z and digits, from `1-abc.123`, full-width forms or `Ü`
 * (German plates: engines read U). Separators, emblems and punctuation fall away. Text that has a
 * `plateFault` gives '', which equals no plate: a caller that must say why asks `plateFault`.
 *
 * Never throws; the same again for its own result; letter case and separators never matter.
 */
export function normalise(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  if (raw.length <= MAX_RAW && ASCII.test(raw)) {
    const plate = raw.toUpperCase().replace(SEPARATORS, '');
    return plate.length > MAX_PLATE ? '' : plate;
  }
  return plateFault(raw) === undefined ? fold(raw) : '';
}
