import { codeOf, MISREAD, SIZE } from '../../../shared/anpr/confusion.ts';
import { normalise } from '../../../shared/anpr/plate.ts';

const SYMBOLS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** What an engine makes of a plate, with how sure it says that it is. */
export interface Misread {
  raw: string;
  confidence: number;
}

/** A reading: right, or with one character taken for another by the table of confusions in `wrong` of them. */
export function readPlate(plate: string, wrong: number, random: () => number): Misread {
  const text = normalise(plate);
  if (random() >= wrong) return { raw: text, confidence: 0.86 + random() * 0.14 };
  // The character is drawn by how easily it is mistaken, then what for.
  const codes = [...text].map((symbol) => codeOf(symbol.charCodeAt(0)));
  const ease = codes.map((code) => 1 - (MISREAD[code * SIZE + code] ?? 1));
  const at = draw(ease, random);
  const row = Array.from({ length: SIZE }, (_, read) =>
    read === codes[at] ? 0 : (MISREAD[codes[at]! * SIZE + read] ?? 0),
  );
  const raw = text.slice(0, at) + SYMBOLS[draw(row, random)] + text.slice(at + 1);
  return { raw, confidence: 0.55 + random() * 0.35 };
}

/** An index, by weight. */
function draw(weights: readonly number[], random: () => number): number {
  let left = random() * weights.reduce((sum, one) => sum + one, 0);
  const found = weights.findIndex((one) => (left -= one) < 0);
  return found < 0 ? weights.length - 1 : found;
}
