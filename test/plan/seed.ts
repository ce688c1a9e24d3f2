import { existsSync, readdirSync, readFileSync } from 'node:fs';

/**
 * The regional plan as it was published (Dutch, text taken out of a PDF in two columns), beside the
 * repository where it is present: the body, in which each measure stands under its axis, and after it
 * an overview table, in which its partners stand too.
 *
 * What is undone of the print, and nothing else:
 * - a line that ends in a hyphen goes on in the next one without it, unless that begins with `en` or `of`
 *   (`preventie-` / `en noodwerkers`): words are never compared with a hyphen that stood at a line's end,
 *   see `words`;
 * - any white space (line breaks, tabs, columns) is one space; soft hyphens are left out;
 * - numbers of footnotes that are glued to a word go, those that `FOOTNOTES` names only: `project I347` is
 *   the project I3 with footnote 47;
 * - headings of pages, page numbers and footnotes between two measures belong to neither.
 */

const FOLDER = new URL('../../../shared/seed/', import.meta.url);
const file = existsSync(FOLDER)
  ? readdirSync(FOLDER).find((name) => name.endsWith('.txt'))
  : undefined;

/** Undefined where the plan is not beside the repository. */
export const seed = file === undefined ? undefined : readFileSync(new URL(file, FOLDER), 'utf8');

export interface Printed {
  axis: string;
  /** Its text, then its bullets, those of a bullet after it. */
  parts: string[];
}

const OVERVIEW = 'Overzicht van de maatregelen genomen';
const MEASURE = /^\s*(M\d{1,2}\.\d{1,2}) ?: ?(.*)$/;
const AXIS = /^\s*[ABC]\. (Preventie|Reactie|Follow-up)\s*$/;
/** A new page or chapter, a numbered heading, a footnote, the list of abbreviations. */
const ELSE = /^( [A-Z]|\d\. [A-Z]|\d{2} \S|\s*(Maatregelen|Lijst afkortingen)\b)/;
const BULLET = /^[ \t]*\t\s*[·-]\s+(.*)$/;

export const FOOTNOTES: Readonly<Record<string, readonly number[]>> = {
  'M1.5': [23],
  'M1.7': [24],
  'M1.10': [25],
  'M4.9': [40],
  'M5.2': [44, 45],
  'M5.4': [46],
  'M5.5': [47],
  'M6.1': [59],
  'M6.2': [60, 61],
  'M6.5': [62],
  'M6.7': [63],
  'M6.8': [64],
  'M6.11': [69],
  'M8.5': [76],
  'M8.8': [77],
  'M8.12': [78],
  'M9.7': [82],
  'M10.14': [86],
};

/** The measures of the body. */
export function bodyOf(text: string): Map<string, Printed> {
  const found = new Map<string, { axis: string; parts: string[][] }>();
  let axis = '';
  let open: string[][] | undefined;
  for (const line of text.slice(0, text.indexOf(OVERVIEW)).split('\n')) {
    const measure = MEASURE.exec(line);
    const heading = AXIS.exec(line);
    const bullet = BULLET.exec(line);
    if (measure) {
      open = [[measure[2]!]];
      found.set(measure[1]!, { axis, parts: open });
    } else if (heading || ELSE.test(line)) {
      axis = heading?.[1] ?? axis;
      open = undefined;
    } else if (bullet) open?.push([bullet[1]!]);
    else open?.at(-1)?.push(line);
  }
  return new Map(
    [...found].map(([id, { axis, parts }]) => [
      id,
      { axis, parts: parts.map((lines) => withoutNotes(id, joined(lines))) },
    ]),
  );
}

/** The lines that the overview table has for each measure, its partners among them. */
export function tableOf(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let open: string[] | undefined;
  for (const line of text.slice(text.indexOf(OVERVIEW)).split('\n')) {
    const measure = /^\s*(?:Preventie |Reactie |Follow-up )?(M\d{1,2}\.\d{1,2}) ?: ?:?(.*)$/.exec(
      line,
    );
    if (measure) found.set(measure[1]!, (open = [measure[2]!]));
    else if (
      /^ ?(\d{1,2}\. [A-Z]|Verkeersveiligheid|Openbaar vervoer|Fraude|Cybercriminaliteit)/.test(
        line,
      )
    )
      open = undefined;
    else open?.push(line);
  }
  return found;
}

export const joined = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n')
    .replaceAll('\u00ad', '')
    .replace(/(?<=\p{L})-\n\s*(?!(?:en|of)\b)(?=\p{L})/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

function withoutNotes(id: string, text: string): string {
  return (FOOTNOTES[id] ?? []).reduce(
    (rest, number) => rest.replace(new RegExp(`(?<=[a-zE)’3])${number}(?!\\d)`), ''),
    text,
  );
}

/**
 * What is compared: the words in their order, with their capitals and punctuation, without hyphens inside
 * a word (whether the print's line broke at one cannot be known) and without the mark that ends the part:
 * the plan ends parts with a full stop, a semicolon, a colon or nothing, as it comes.
 */
export const words = (text: string): string[] =>
  text
    .replace(/(?<=\p{L})-(?=\p{L})/gu, '')
    .replace(/\s*[.;:]?$/, '')
    .split(' ');
