/**
 * Which plates exist, by country, with how full each series is: what makes a reading likely or not. Never
 * a reason to reject a plate: what fits nowhere is a plate of elsewhere, or a personalised one.
 *
 * A shape is letters `A` and digits `9`. `issued`: share of the plates that the shape allows which are on
 * the road. Sources: DIV, RDW, SIV, KBA, SNCA, DVLA as described publicly; the shares are estimates.
 */
export interface Format {
  country: string;
  kind: string;
  issued: number;
  /** What the letters and digits must satisfy besides. */
  rule?: RegExp | undefined;
}

/** How readily a vehicle of a country passes a camera of Brussels, beside a Belgian one. */
const SHARE: Record<string, number> = {
  BE: 1,
  LU: 0.14,
  NL: 0.02,
  FR: 0.005,
  DE: 0.003,
  PL: 0.004,
  RO: 0.005,
  BG: 0.003,
  ES: 0.003,
  PT: 0.003,
  LT: 0.002,
  GB: 0.001,
};
/** Of any other country, and of plates that fit no shape; one of these on a list of this region is often a personalised one. */
const ELSEWHERE = { share: 0.002, issued: 0.2, personalised: 0.0001, listed: 0.1 };

type Line = readonly [country: string, kind: string, issued: number, shapes: string, rule?: RegExp];
const NO_VOWELS = /^[^AEIOU]*$/;
const NO_IOU = /^[^IOU]*$/;
const NO_IOQ = /^[^IOQ]*$/;
/** Letters that the Belgian series for cars leave out or set apart. */
const CARS = /^[12][^IOQ]{3}/;

const LINES: readonly Line[] = [
  ['BE', 'car', 0.35, '9AAA999', CARS],
  ['BE', 'car', 0.02, '9AAA999', /^[12].*[IOQ]/],
  ['BE', 'special', 0.003, '9AAA999', /^[3-9]/],
  ['BE', 'car-1973', 0.1, 'AAA999', /^[^IMOQW]/],
  ['BE', 'car-1973', 0.05, 'AAA999', /^[MOQW]/],
  ['BE', 'car-2008', 0.05, '999AAA'],
  ['BE', 'car-1962', 0.02, 'AA999 9AA99 99AA9 999AA A999A', NO_IOQ],
  ['BE', 'car-1953', 0.01, 'A9999 9A999 99A99 999A9 9999A', NO_IOQ],
  // Motorcycles M, trailers Q and U, old-timers O, taxis T, mopeds S, tractors G, commercial and temporary W X Y Z.
  ['BE', 'by-letter', 0.01, 'AAAA999', /^[GMOQSTUWXYZ]/],
  ['BE', 'diplomatic', 0.05, 'AAAA999 AA9999 AA999 AA99', /^CD/],
  ['BE', 'taxi', 0.05, 'AA9999 AAA999', /^TX/],
  ['BE', 'dealer', 0.05, 'AA9999 AAA999', /^ZZ?/],
  ['BE', 'office', 0.05, 'A9 A99 A999', /^[AEP]/],
  ['BE', 'army', 0.03, '99999'],
  ['NL', 'older', 0.02, 'AA9999 9999AA 99AA99 AA99AA'],
  ['NL', 'car', 0.15, 'AAAA99 99AAAA 99AAA9 9AAA99', NO_VOWELS],
  ['NL', 'newer', 0.2, 'AA999A A999AA AAA99A 9AA999 999AA9 A99AAA', NO_VOWELS],
  ['FR', 'siv', 0.25, 'AA999AA', NO_IOU],
  ['FR', 'fni', 0.01, '9999AA99 999AA99 99AA99 999AAA99 99AAA99 9AAA99'],
  ['DE', 'car', 0.05, 'AA99 AA999 AA9999 AAA99 AAA999 AAA9999 AAAA9 AAAA99 AAAA999'],
  ['DE', 'car', 0.005, 'AAAA9999 AAAAA9 AAAAA99 AAAAA999'],
  ['DE', 'electric-old', 0.02, 'AAA99A AAA999A AAA9999A AAAA99A AAAA999A', /[EH]$/],
  ['LU', 'car', 0.3, 'AA9999 9999 99999'],
  ['GB', 'car', 0.2, 'AA99AAA'],
  ['GB', 'older', 0.02, 'A999AAA A99AAA AAA999A AAA99A'],
  ['ES', 'car', 0.4, '9999AAA', NO_VOWELS],
  ['IT', 'car', 0.4, 'AA999AA', NO_IOQ],
  ['PL', 'car', 0.03, 'AA99999 AAAA999 AAA99AA AAA9A99 AA9999A AA999AA'],
  ['PL', 'car', 0.005, 'AAA99999'],
  ['RO', 'car', 0.01, 'AA99AAA'],
  ['RO', 'bucharest', 0.2, 'A99AAA A999AAA', /^B/],
  ['BG', 'car', 0.01, 'AA9999AA A9999AA'],
  ['PT', 'car', 0.2, '99AA99 AA99AA 9999AA AA9999'],
  ['HU', 'car', 0.2, 'AAA999 AAAA999'],
  ['LT', 'car', 0.2, 'AAA999'],
  ['SE', 'car', 0.2, 'AAA999 AAA99A'],
  ['CZ', 'car', 0.1, '9A99999 9AA9999'],
  ['SK', 'car', 0.1, 'AA999AA'],
  ['CH', 'car', 0.1, 'AA9999 AA99999 AA999999'],
  ['AT', 'car', 0.05, 'AA9999A AA999AA A99999A A9999AA'],
  ['DK', 'car', 0.2, 'AA99999'],
  ['UA', 'car', 0.01, 'AA9999AA'],
  ['IE', 'car', 0.05, '99A9999 99A99999 999A9999 999A99999 999A999'],
  ['LV', 'car', 0.2, 'AA9999'],
  ['EE', 'car', 0.2, '999AAA'],
];
/** A shape as a number: a 1, then a bit for each character, 1 for a letter. */
export const shapeOf = (plate: string): number => {
  let shape = 1;
  for (let i = 0; i < plate.length; i++) shape = (shape << 1) | (plate.charCodeAt(i) > 57 ? 1 : 0);
  return shape;
};

const BY_SHAPE = new Map<number, Format[]>();
const KNOWN = new Set<string>();
for (const [country, kind, issued, shapes, rule] of LINES) {
  KNOWN.add(country);
  for (const shape of shapes.split(' ').map(shapeOf))
    BY_SHAPE.set(shape, [...(BY_SHAPE.get(shape) ?? []), { country, kind, issued, rule }]);
}
const NONE: readonly Format[] = [];
const shareOf = (country: string): number => SHARE[country] ?? ELSEWHERE.share;

/** The formats that admit a normalised plate, of all countries. Personalised Belgian plates are not listed: they may be anything. */
export const formatsOf = (plate: string): Format[] =>
  (BY_SHAPE.get(shapeOf(plate)) ?? NONE).filter(({ rule }) => rule?.test(plate) !== false);

/** Whether the country issues such plates; undefined where its plates are not known here. */
export function fitsCountry(plate: string, country: string): boolean | undefined {
  if (!KNOWN.has(country)) return undefined;
  return formatsOf(plate).some((format) => format.country === country);
}

/** What the engine's word for the country makes of a vehicle of another: it is wrong more often by taking it for Belgian. */
export const claimed = (claim: string | undefined, country: string): number =>
  claim === undefined || claim === country ? 1 : claim === 'BE' ? 0.12 : 0.03;

/** Vehicles with this plate, on no list, that pass as readily as one Belgian vehicle: between 0 and 1. */
export function presence(plate: string, claim?: string): number {
  return elsewhere(plate.length) + presenceBut(plate, claim);
}

/** The same, of the countries that are known here without some. */
export function presenceBut(
  plate: string,
  claim?: string,
  without?: ReadonlySet<string | undefined>,
): number {
  let sum = 0;
  for (const { country, issued, rule } of BY_SHAPE.get(shapeOf(plate)) ?? NONE)
    if (!without?.has(country) && rule?.test(plate) !== false)
      sum += issued * shareOf(country) * claimed(claim, country);
  return sum;
}

/** How readily the vehicle of a listed plate passes: by its country where that is given, else the likeliest one. */
export function readiness(plate: string, country?: string, claim?: string): number {
  if (country !== undefined) return shareOf(country) * claimed(claim, country);
  let most = ELSEWHERE.listed * claimed(claim, '');
  for (const format of formatsOf(plate))
    most = Math.max(most, shareOf(format.country) * claimed(claim, format.country));
  return most;
}

const elsewhere = (length: number): number =>
  length < 4 || length > 9
    ? ELSEWHERE.personalised
    : ELSEWHERE.share * ELSEWHERE.issued + ELSEWHERE.personalised;
