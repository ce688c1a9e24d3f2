/**
 * The items of a JSON array one by one, so that a long one never stands in memory as a whole, and one that is
 * broken costs itself only. The text of an item that is too long, or of one that never ends, is undefined.
 */
export interface JsonItem {
  /** Line of the file at which it begins, counted from 1. */
  line: number;
  item: string | undefined;
}

const LONGEST = 20_000;
const [QUOTE, COMMA, BACKSLASH] = [34, 44, 92];
/** `[` and `{`, `]` and `}`: those of objects are 32 further on. */
const [OPEN, CLOSE, CURLY] = [91, 93, 32];

export function* jsonItems(text: string): Generator<JsonItem> {
  let at = text.indexOf('[') + 1;
  let line = 1;
  let next = text.indexOf('\n');
  /** The line of a place further on. */
  const lineAt = (place: number): number => {
    while (next >= 0 && next < place) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
  for (;;) {
    let code = text.charCodeAt(at);
    while (code <= 32) code = text.charCodeAt(++at);
    if (code === CLOSE) return;
    const begins = lineAt(at);
    const end = endOf(text, at);
    if (end === undefined) return void (yield { line: begins, item: undefined });
    yield { line: begins, item: end - at <= LONGEST ? text.slice(at, end) : undefined };
    // Before a bracket that closes nothing, nobody stands still.
    at = text.charCodeAt(end) === CLOSE ? end : end + 1;
  }
}

/** Where an item ends: before the comma or bracket after it; undefined where the text ends first. */
function endOf(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfText(text, at + 1);
      if (at < 0) return undefined;
    } else if (code === OPEN || code === OPEN + CURLY) depth += 1;
    else if (code === CLOSE || code === CLOSE + CURLY) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (code === COMMA && depth === 0) return at;
  }
  return undefined;
}

/** Where a text in quotation marks ends; −1 where it does not. */
function endOfText(text: string, from: number): number {
  let at = from;
  for (;;) {
    const mark = text.indexOf('"', at);
    if (mark < 0) return -1;
    let slashes = 0;
    while (text.charCodeAt(mark - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return mark;
    at = mark + 1;
  }
}
