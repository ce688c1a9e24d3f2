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

/** XML as text, in the encoding that it declares, or that its first bytes show. */
export function decodeXml(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 200).toString('latin1');
  const declared = /^\s*(?:ï»¿)?<\?xml[^>]*encoding\s*=\s*["']([\w.-]{1,40})["']/.exec(head)?.[1];
  const bom = head.startsWith('ÿþ') ? 'utf-16le' : head.startsWith('þÿ') ? 'utf-16be' : undefined;
  try {
    return new TextDecoder(bom ?? declared ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
