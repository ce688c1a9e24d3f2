import { XMLParser } from 'fast-xml-parser';

/** XML of strangers: read within bounds, in linear time, without entities of its own. */

export type Node = Record<string, unknown>;
const MAX_DEPTH = 60;
/** Elements of these names are lists, also when there is one. */
const LISTS = new Set(['situation', 'situationRecord', 'value', 'comment', 'generalPublicComment']);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false, // Trimmed piece by piece, words would grow together around marked text.
  processEntities: true,
  htmlEntities: true, // Also `&#233;`, which XML has of itself.
  isArray: (name) => LISTS.has(name),
});

/** The document as objects, `@name` for attributes; undefined when it is broken. */
export function parseXml(text: string): unknown {
  try {
    return parser.parse(text, true);
  } catch {
    return undefined;
  }
}

const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;
const NAME = /<\/?(?:[\w.-]+:)?([\w.-]+)/y;

/**
 * Takes the outermost elements of one name out of a document, so that each can be parsed by itself
 * and a long message never holds the server up. In `rest`, `<name at="0"/>` stands where each stood.
 * Undefined: tags without an end, nested too deeply, or a DOCTYPE (entities of one's own are how XML
 * bombs and file readers are made).
 */
export function cutOut(xml: string, name: string): { rest: string; parts: string[] } | undefined {
  const rest: string[] = [];
  const parts: string[] = [];
  let depth = 0;
  let begun: { at: number; depth: number } | undefined;
  let copied = 0;
  let from = 0;
  for (let open = xml.indexOf('<'); open >= 0; open = xml.indexOf('<', from)) {
    const skip = SKIPPED.find(([begin]) => xml.startsWith(begin, open));
    if (skip) {
      const end = xml.indexOf(skip[1], open + skip[0].length);
      if (end < 0) return undefined;
      from = end + skip[1].length;
      continue;
    }
    const end = xml[open + 1] === '!' ? -1 : tagEnd(xml, open);
    if (end < 0) return undefined;
    from = end + 1;
    NAME.lastIndex = open;
    const same = NAME.exec(xml)?.[1] === name;
    const closes = xml[open + 1] === '/';
    if (!closes && xml[end - 1] === '/') continue;
    depth += closes ? -1 : 1;
    if (depth < 0 || depth > MAX_DEPTH) return undefined;
    if (!closes && same && !begun) begun = { at: open, depth };
    else if (closes && begun && depth === begun.depth - 1) {
      rest.push(xml.slice(copied, begun.at), `<${name} at="${parts.length}"/>`);
      parts.push(xml.slice(begun.at, from));
      copied = from;
      begun = undefined;
    }
  }
  if (depth !== 0) return undefined;
  return { rest: [...rest, xml.slice(copied)].join(''), parts };
}

/** Where the tag ends; a `>` in quotes is not its end. -1: nowhere. */
function tagEnd(xml: string, open: number): number {
  let quote = '';
  for (let i = open + 1; i < xml.length; i += 1) {
    const char = xml[i]!;
    if (quote) quote = char === quote ? '' : quote;
    else if (char === '>') return i;
    else if (char === '<') return -1;
    else if (char === '"' || char === "'") quote = char;
  }
  return -1;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One element or several, as a list; what has no content of its own is left out. */
export const nodes = (value: unknown): Node[] =>
  (Array.isArray(value) ? value : [value]).filter(isNode);

export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  return isNode(value) ? textOf(value['#text']) : undefined;
}

export const attribute = (node: unknown, name: string): string | undefined =>
  isNode(node) ? textOf(node[`@${name}`]) : undefined;
