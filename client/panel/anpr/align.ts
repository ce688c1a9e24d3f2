/** A place of two plates held one under the other: what the list has there and what was read; '' where there is nothing. */
export interface Cell {
  listed: string;
  read: string;
  same: boolean;
}

/** Capitals and digits only: what counts on a plate. */
export const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

/**
 * Two plates character by character with the fewest differences (edit distance), so that a character that
 * was not read shifts nothing. Both of at most some twenty characters. Signs between them are left out.
 */
export function align(listed: string, read: string): Cell[] {
  const [a, b] = [letters(listed), letters(read)];
  // cost[i][j]: differences between what follows i in `a` and j in `b`.
  const cost = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length; i >= 0; i--)
    for (let j = b.length; j >= 0; j--) {
      if (i === a.length || j === b.length) cost[i]![j] = a.length - i + (b.length - j);
      else
        cost[i]![j] = Math.min(
          cost[i + 1]![j + 1]! + Number(a[i] !== b[j]),
          cost[i + 1]![j]! + 1,
          cost[i]![j + 1]! + 1,
        );
    }
  const cells: Cell[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const here = cost[i]![j]!;
    const both = i < a.length && j < b.length;
    if (both && here === cost[i + 1]![j + 1]! + Number(a[i] !== b[j])) {
      cells.push({ listed: a[i]!, read: b[j]!, same: a[i] === b[j] });
      i += 1;
      j += 1;
    } else if (i < a.length && here === cost[i + 1]![j]! + 1) {
      cells.push({ listed: a[i]!, read: '', same: false });
      i += 1;
    } else {
      cells.push({ listed: '', read: b[j]!, same: false });
      j += 1;
    }
  }
  return cells;
}

export const differs = (listed: string, read: string): boolean => letters(listed) !== letters(read);
