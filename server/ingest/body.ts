import type { Request } from 'express';
import { refuse, type Refusal } from '../../shared/refusal.ts';

/** Reading what feeds send, within bounds, whatever it is. */

/** Thrown while reading: the whole body is refused. */
export class BodyRefused extends Error {
  override name = 'BodyRefused';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** The body's bytes, at most `limit`; more are refused as they arrive. */
export async function readBytes(request: Request, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) throw new BodyRefused(refuse('too-large'));
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The lines of a body, one by one, in bounded memory. */
export async function* readLines(
  request: Request,
  limit: number,
  lineLimit: number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) throw new BodyRefused(refuse('too-large'));
    const lines = (rest + decoder.decode(part, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > lineLimit) throw new BodyRefused(refuse('too-large'));
    yield* lines;
  }
  rest += decoder.decode();
  if (rest) yield rest;
}

/** JSON of a body: UTF-8 (RFC 8259), with or without the mark that some programs put before it. */
export const decodeJson = (bytes: Buffer): string => bytes.toString('utf8').replace(/^\ufeff/, '');

/** XML as text, in the encoding that its first bytes show, else the one that it declares. */
export function decodeXml(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 200).toString('latin1');
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]{1,40})["']/.exec(head)?.[1];
  const mark = MARKS.find(([first]) => head.startsWith(first))?.[1];
  // Who can read the declaration byte by byte does not have UTF-16 before him, whatever it says.
  const told = declared !== undefined && /^(utf-?16|ucs-?2|iso-10646)/i.test(declared);
  try {
    const encoding = mark ?? (told ? 'utf-8' : (declared ?? 'utf-8'));
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const MARKS = [
  ['\u00ef\u00bb\u00bf', 'utf-8'],
  ['\u00ff\u00fe', 'utf-16le'],
  ['\u00fe\u00ff', 'utf-16be'],
] as const;

/** Lets the others have their turn while many items are worked on: nobody waits for a feed. */
export async function* paced<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  let since = performance.now();
  for await (const item of items) {
    yield item;
    if (performance.now() - since < TURN) continue;
    await new Promise((next) => setImmediate(next));
    since = performance.now();
  }
}
/** Milliseconds. */
const TURN = 10;
