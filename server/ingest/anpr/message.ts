import { isUtf8 } from 'node:buffer';
import { refuse, type Refusal } from '../../../shared/refusal.ts';
import { BodyRefused, decodeXml } from '../body.ts';
import { cutOut, parseXml } from '../xml.ts';
import type { Message, Picture } from './found.ts';
import { boundaryOf, partsOf, type Part } from './multipart.ts';
import { pictureOf, typeOf } from './picture.ts';
import { fieldsOf, isFields, urlFields } from './fields.ts';

/**
 * What a camera sends becomes messages, whatever its content type says: JSON, XML, lines of key=value, a form, or
 * several of them with pictures in a multipart body. Throws `BodyRefused`; for one bad line among many, the
 * refusal stands in its place.
 */
export type Piece = Message | Refusal;

export function messagesOf(body: Buffer, contentType = ''): Piece[] {
  const type = contentType.toLowerCase();
  const isParts = type.startsWith('multipart/') || /^\s*--[!-~]+\r?\n/.test(headOf(body));
  const parts = isParts ? partsOf(body, boundaryOf(contentType)) : undefined;
  if (parts) return fromParts(parts);
  if (typeOf(body)) throw new BodyRefused(refuse('anpr-format-unknown'));
  return treesOf(body, type).map(asMessage([]));
}

const headOf = (body: Buffer): string => body.subarray(0, 400).toString('latin1');

const asMessage =
  (pictures: readonly Picture[]) =>
  (piece: Piece): Piece =>
    'code' in piece ? piece : { ...piece, pictures };

/** Pictures belong to the message before them; those that come first, to the first. */
function fromParts(parts: readonly Part[]): Piece[] {
  const pieces: { piece: Piece; pictures: Picture[] }[] = [];
  const early: Picture[] = [];
  const fields: Record<string, string> = {};
  for (const part of parts) {
    const hint = `${part.name} ${part.file} ${part.type}`;
    if (typeOf(part.bytes)) {
      const picture = pictureOf(part.bytes, hint);
      if (picture) (pieces.at(-1)?.pictures ?? early).push(picture);
      continue;
    }
    // Other files, too large or of another kind: a read counts without its picture.
    if (/^(image|video|audio)\//.test(part.type) || part.bytes.length === 0) continue;
    const text = part.bytes.subarray(0, 60).toString('utf8').trimStart();
    const isField = part.name !== '' && part.file === '' && !/^[[{<\ufeff]/.test(text);
    if (isField && !isFields(part.bytes.toString('utf8'))) {
      if (part.bytes.length < 4_000_000) fields[part.name] = part.bytes.toString('utf8');
      continue;
    }
    if (!/^[[{<\ufeff\ufffd]/.test(text) && !isFields(text)) continue;
    for (const piece of treesOf(part.bytes, part.type)) pieces.push({ piece, pictures: [] });
  }
  if (Object.keys(fields).length > 0 && pieces.length === 0)
    pieces.push({ piece: { tree: fields, pictures: [] }, pictures: [] });
  if (pieces.length === 0) throw new BodyRefused(refuse('anpr-format-unknown'));
  pieces[0]!.pictures.unshift(...early);
  return pieces.map(({ piece, pictures }) => asMessage(pictures)(piece));
}

function treesOf(bytes: Buffer, type: string): Piece[] {
  const head = headOf(bytes)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  const wide = /^(\u00ff\u00fe|\u00fe\u00ff)/.test(head);
  if (head.startsWith('<') || wide) {
    const xml = decodeXml(bytes);
    return [xml === undefined ? badXml() : xmlMessage(xml)];
  }
  if (!isUtf8(bytes)) throw new BodyRefused(refuse('anpr-format-unknown'));
  const text = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim();
  if (/^[[{]/.test(text)) return jsonMessages(text);
  if (
    type.includes('urlencoded') ||
    /^[\w.%[\]-]{1,80}=[^\n]*&[\w.%[\]-]{1,80}=/.test(text.slice(0, 2_000))
  ) {
    const fields = urlFields(text);
    if (fields) return [{ tree: fields, pictures: [] }];
  }
  const told = fieldsOf(text);
  if (told) return [{ tree: told, pictures: [] }];
  if (type.includes('json')) throw new BodyRefused(refuse('json-broken'));
  if (type.includes('xml')) return [badXml()];
  throw new BodyRefused(refuse('anpr-format-unknown'));
}

function badXml(): never {
  throw new BodyRefused(refuse('xml-broken'));
}

function jsonMessages(text: string): Piece[] {
  const whole = parsed(text);
  if (whole !== undefined) return each(whole);
  // Lines of JSON, also where the content type does not say so.
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2 || parsed(lines[0]!) === undefined)
    throw new BodyRefused(refuse('json-broken'));
  return lines.flatMap((line): Piece[] => {
    const tree = parsed(line);
    return tree === undefined ? [refuse('json-broken')] : each(tree);
  });
}

/** Items of one body that is no NDJSON: eight megabytes can hold millions that say nothing. */
const MOST_ITEMS = 100_000;

function each(tree: unknown): Piece[] {
  const items: unknown[] = Array.isArray(tree) ? tree : [tree];
  if (items.length > MOST_ITEMS) throw new BodyRefused(refuse('too-large'));
  return items.map((one) => ({ tree: one, pictures: [] }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Begins only where nothing of its kind stands before: else each character of a shorter run is a beginning. */
const LONG = /(?<![A-Za-z0-9+/=\r\n])[A-Za-z0-9+/=\r\n]{2048,}/g;
/** Characters of XML without its pictures: as much is parsed in a quarter of a second. */
const MOST_XML = 1_000_000;

/** All that stands in a document, also several one after another, under one root. */
function xmlMessage(xml: string): Message {
  const aside: string[] = [];
  const short = xml
    .replace(/^\ufeff/, '')
    .replace(/<\?xml[^>]{0,200}\?>/g, '')
    .replace(LONG, (text) => `base64:${aside.push(text) - 1}`);
  if (short.length > MOST_XML) throw new BodyRefused(refuse('too-large'));
  const whole = `<all>${short}</all>`;
  // Bounded depth, tags that end, no DOCTYPE.
  const tree = cutOut(whole, 'all') ? parseXml(whole) : undefined;
  if (tree === undefined) return badXml();
  return { tree: (tree as { all: unknown }).all, pictures: [], aside };
}
