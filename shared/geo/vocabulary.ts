/**
 * All words of all names, in order, and how well they match what somebody is typing: whole, as its
 * beginning, or with a mistake in it. Sorted words share their beginnings, so that the comparison of
 * one word goes on where that of the word before left off.
 */
export interface Vocabulary {
  words: readonly string[];
  /** Word's place in `words` → how well it matches, 1 for whole, less for the rest. */
  match(typed: string): Map<number, number>;
  /** As `match`, with typing mistakes: letters wrong, missing, too many, or changed places. */
  matchRoughly(typed: string): Map<number, number>;
}

/** One mistake from four letters on, two from eight: more would turn one short name into another. */
const mistakesIn = (typed: string): number =>
  /^\d+$/.test(typed) || typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;

export function makeVocabulary(all: Iterable<string>): Vocabulary {
  const words = [...new Set(all)].sort();
  return {
    words,
    match(typed) {
      const found = new Map<number, number>();
      for (let i = firstFrom(words, typed); words[i]?.startsWith(typed); i++) {
        const word = words[i]!;
        found.set(i, word === typed ? 1 : 0.6 + (0.25 * typed.length) / word.length);
      }
      return found;
    },
    matchRoughly(typed) {
      const found = new Map<number, number>();
      const most = mistakesIn(typed);
      if (most === 0) return found;
      for (const [i, mistakes] of roughly(words, typed, most))
        found.set(i, 0.5 - 0.12 * mistakes - 0.005 * Math.abs(words[i]!.length - typed.length));
      return found;
    },
  };
}

/** The first place whose word is not before `from`. */
function firstFrom(words: readonly string[], from: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Words that begin like `typed` with at most `most` mistakes (optimal string alignment distance of
 * `typed` to some beginning of the word). A row of the usual table per letter of the word, kept for
 * the beginning that the next word shares; a beginning that cannot come near is left with all its words.
 */
function* roughly(
  words: readonly string[],
  typed: string,
  most: number,
): Generator<[place: number, mistakes: number]> {
  const width = typed.length + 1;
  // One row per letter that is looked at, made once: this runs over tens of thousands of words.
  const rows = Array.from({ length: typed.length + most + 1 }, () => new Uint8Array(width));
  rows[0]!.forEach((_, i, first) => (first[i] = i));
  /** Least distance of `typed` to any beginning up to this depth. */
  const best = new Uint8Array(rows.length).fill(typed.length);
  /** Rows that hold for the word before. */
  let filled = 1;
  let before = '';
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    let depth = 0;
    while (depth < before.length && depth < word.length && before[depth] === word[depth]) depth++;
    depth = Math.min(depth, filled - 1);
    let hopeless = false;
    // Beyond this depth no further letter brings the beginning nearer.
    while (depth < word.length && depth < typed.length + most) {
      const least = fillRow(rows, word, depth, typed);
      depth++;
      best[depth] = Math.min(best[depth - 1]!, rows[depth]![width - 1]!);
      if (best[depth]! > most && least > most) {
        hopeless = true;
        break;
      }
    }
    before = word.slice(0, depth);
    filled = depth + 1;
    if (best[depth]! <= most) yield [i, best[depth]!];
    else if (hopeless) {
      // All words with this beginning: go on with the first that has another.
      const next = firstFrom(words, `${before}\uffff`);
      i = Math.max(i, next - 1);
    }
  }
}

/** Fills the row after `depth`, and returns the least number in it. */
function fillRow(rows: readonly Uint8Array[], word: string, depth: number, typed: string): number {
  const above = rows[depth]!;
  const row = rows[depth + 1]!;
  const letter = word.charCodeAt(depth);
  row[0] = depth + 1;
  let least = depth + 1;
  for (let j = 1; j <= typed.length; j++) {
    const same = letter === typed.charCodeAt(j - 1);
    let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
    const swapped =
      j > 1 &&
      depth > 0 &&
      letter === typed.charCodeAt(j - 2) &&
      word.charCodeAt(depth - 1) === typed.charCodeAt(j - 1);
    if (swapped) cost = Math.min(cost, rows[depth - 1]![j - 2]! + 1);
    row[j] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
