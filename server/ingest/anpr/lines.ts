import type { Request } from 'express';
import { refuse } from '../../../shared/refusal.ts';
import { BodyRefused } from '../body.ts';

/** A line can hold a picture of 2 MB in base64. */
const LONGEST = 3 * 1024 * 1024;

/** Leaving off does not cut the connection: whoever is refused while sending shall hear it. */
const partsOf = (request: Request): AsyncIterable<Buffer> =>
  request.iterator({ destroyOnReturn: false });

/** The bytes of a body, at most `limit`; more are refused as they arrive. */
export async function readAll(request: Request, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of partsOf(request)) {
    size += part.length;
    if (size > limit) throw new BodyRefused(refuse('too-large'));
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The lines of a body as they arrive, those of one packet together, in bounded memory. */
export async function* batches(request: Request, limit: number): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let size = 0;
  for await (const part of partsOf(request)) {
    size += part.length;
    if (size > limit) throw new BodyRefused(refuse('too-large'));
    const lines = (rest + decoder.decode(part, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST) throw new BodyRefused(refuse('too-large'));
    if (lines.length > 0) yield lines;
  }
  rest += decoder.decode();
  if (rest) yield [rest];
}
