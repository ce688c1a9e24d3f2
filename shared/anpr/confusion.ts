/**
 * How often engines that read plates take one character for another.
 *
 * Learned from 738 pairs of true plate and reading (one engine, American plates; 4,496 characters, 59
 * taken for another, 30 dropped, 18 added; partial readings left out): aligned by least cost, counted, and
 * smoothed with 100 observations' worth of what engines are known to confuse (0 O Q D, 1 I L T J, 2 Z,
 * 5 S, 6 G C, 8 B …), a weight chosen by ten-fold cross-validation. Rounded. `docs/confusions.md` has the
 * method and the figures.
 */

/** True character, then what is read in its place, in 10,000 times: `B220` is B for 22 in 1,000. */
const MISREADS: Record<string, string> = {
  0: 'D80 O55 Q7',
  1: '055 825 D25 I13',
  2: 'Z110 36',
  3: '27 87 97 B7',
  4: '140 A40',
  5: 'S85 635',
  6: '57 87 B7 G7',
  7: '18 T8 Y8 Z8',
  8: 'B220 270 R35',
  9: 'S40 37 87 G7',
  A: '416',
  B: '8115 36 66 D6 H6 R6',
  C: '014 G14 O14',
  D: '080 O25 B6 Q6 U6',
  E: '814 F14 L14',
  F: 'E20 P20',
  G: 'B55 010 610 910 C10 O10 Q10',
  H: 'B120 M13 N13 W13',
  I: '1110 J11 L11 T11',
  J: '120 I20',
  K: 'R75 X20',
  L: 'E120 I70 H55 115',
  M: 'H70 N15 W15',
  N: 'W65 H14 M14',
  O: 'D290 Q200 030 C7 G7',
  P: 'R75 E55 F20',
  Q: '0350 O115 D9 G9',
  R: 'B15 K15 P15',
  S: '595 810 910',
  T: 'I60 111 711 Y11',
  U: '080 D17 V17',
  V: 'U20 W20 Y20',
  W: 'H135 060 M14 N14 V14',
  X: 'K20 Y20',
  Y: '714 T14 V14 X14',
  Z: '250 713',
};
/** Any other character for any other. */
const REST = 0.00006;

/** A character that is not there is read (edges of the plate, screws, the country's mark), per plate. */
export const ADDED = { start: 0.008, end: 0.011, middle: 0.001 };
/** Which one it is then; any other 0.012. */
const ADDED_AS: Record<string, number> = { 1: 0.25, E: 0.15, I: 0.12, B: 0.1, L: 0.05, J: 0.03 };
/** A character is not read, by its place. */
export const DROPPED = { start: 0.006, end: 0.014, middle: 0.005 };
/** The first two or the last two are not read, per plate. */
export const LOST_TWO = 0.0015;
/** Only a part of two characters or more less is read, per plate. */
export const PARTIAL = 0.012;

const SYMBOLS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const SIZE = SYMBOLS.length;
/** 0-35, digits first; −1 for anything else. */
export const codeOf = (ascii: number): number =>
  ascii >= 65 && ascii <= 90 ? ascii - 55 : ascii >= 48 && ascii <= 57 ? ascii - 48 : -1;

/** `MISREAD[true × 36 + read]`: chance that the one is read as the other; on the diagonal, that it is read right. */
export const MISREAD = new Float64Array(SIZE * SIZE).fill(REST);
/** Share of each character among those that are added. */
export const ADDED_SHARE = new Float64Array(SIZE).fill(0.012);

for (let whole = 0; whole < SIZE; whole++) {
  const row = MISREADS[SYMBOLS[whole] ?? ''] ?? '';
  for (const pair of row.split(' '))
    MISREAD[whole * SIZE + codeOf(pair.charCodeAt(0))] = Number(pair.slice(1)) / 10_000;
  let wrong = 0;
  for (let read = 0; read < SIZE; read++)
    if (read !== whole) wrong += MISREAD[whole * SIZE + read] ?? 0;
  MISREAD[whole * SIZE + whole] = 1 - wrong;
}
for (const [symbol, share] of Object.entries(ADDED_AS))
  ADDED_SHARE[codeOf(symbol.charCodeAt(0))] = share;

/** How much likelier it is to be read from `whole` than rightly. */
export const ratio = (whole: number, read: number): number =>
  (MISREAD[whole * SIZE + read] ?? REST) / (MISREAD[read * SIZE + read] ?? 1);

/** For each character as read: what it may have been instead, where that is more than the rest. */
export const SOURCES: readonly (readonly { symbol: string; ratio: number }[])[] = Array.from(
  { length: SIZE },
  (_, read) =>
    [...SYMBOLS]
      .map((symbol, whole) => ({ symbol, ratio: whole === read ? 0 : ratio(whole, read) }))
      .filter((source) => source.ratio > REST * 2),
);
/** All the others together. */
export const OTHER_SOURCES = REST * (SIZE - 5);

/**
 * Characters that are looked up as one, however many of them a reading has wrong: the skeleton of
 * `1OBC5Z3` is that of `10BCS23`. Confusions across these are followed for one character at a time.
 */
const CLASSES = ['0OQD', '1IL', '2Z', '5S', '8B', '6G', '4A', 'WHMN', 'PRK', 'UV'];
export const CLASS = Uint8Array.from({ length: SIZE }, (_, code) => {
  const found = CLASSES.find((symbols) => symbols.includes(SYMBOLS[code] ?? ''));
  return found === undefined ? code : codeOf(found.charCodeAt(0));
});
/** For each character as read: what it may be across classes, where that happens 2 in 1,000 times or more. */
export const ACROSS: readonly (readonly number[])[] = Array.from({ length: SIZE }, (_, read) =>
  Array.from({ length: SIZE }, (_unused, whole) => whole).filter(
    (whole) => CLASS[whole] !== CLASS[read] && ratio(whole, read) >= 0.002,
  ),
);
