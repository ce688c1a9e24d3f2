import { ADDED, ADDED_SHARE, codeOf, DROPPED, MISREAD, PARTIAL, SIZE } from './confusion.ts';

const SYMBOLS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** One of the shares, by chance. */
function drawn(share: (code: number) => number, random: () => number, total: number): number {
  let left = random() * total;
  for (let code = 0; code < SIZE; code++) {
    left -= share(code);
    if (left < 0) return code;
  }
  return SIZE - 1;
}

/**
 * A plate as an engine reads it, with its mistakes as often as the table has them: for simulation and
 * exercises. `more` times as many of them; `random` gives 0 to 1. Mostly the plate itself.
 */
export function misread(plate: string, random: () => number, more = 1): string {
  if (plate.length > 3 && random() < PARTIAL * more) {
    const length = 2 + Math.floor(random() * (plate.length - 3));
    const from = Math.floor(random() * (plate.length - length + 1));
    return plate.slice(from, from + length);
  }
  const extra = (chance: number): string =>
    random() < chance * more
      ? (SYMBOLS[drawn((code) => ADDED_SHARE[code] ?? 0, random, 1)] ?? '')
      : '';
  let read = extra(ADDED.start);
  for (let i = 0; i < plate.length; i++) {
    const dropped = i === 0 ? DROPPED.start : i === plate.length - 1 ? DROPPED.end : DROPPED.middle;
    if (i > 0) read += extra(ADDED.middle);
    if (random() < dropped * more) continue;
    const whole = codeOf(plate.charCodeAt(i));
    const wrong = 1 - (MISREAD[whole * SIZE + whole] ?? 1);
    const other = (code: number): number =>
      code === whole ? 0 : (MISREAD[whole * SIZE + code] ?? 0);
    read += random() < wrong * more ? SYMBOLS[drawn(other, random, wrong)] : plate[i];
  }
  read += extra(ADDED.end);
  return read === '' ? plate : read;
}
