import type { Request, Response } from 'express';
import { explain } from '../../shared/explain.ts';
import { refuse, type Lang, type Refusal, type RefusalCode } from '../../shared/refusal.ts';
import { sendRefusal } from '../http/answer.ts';
import { BodyRefused } from './body.ts';

/** How every feed is answered: what was taken, what changed nothing, and what was refused with its place. */
export interface Tally {
  accepted: number;
  unchanged: number;
  rejectedCount: number;
  /** The first hundred. */
  rejected: { index: number; code: RefusalCode; message: string; path?: string }[];
}

const LISTED = 100;

export function openTally(lang: Lang): {
  tally: Tally;
  reject(index: number, refusal: Refusal): void;
} {
  const tally: Tally = { accepted: 0, unchanged: 0, rejectedCount: 0, rejected: [] };
  return {
    tally,
    reject(index, refusal) {
      tally.rejectedCount += 1;
      if (tally.rejected.length >= LISTED) return;
      const { code, path } = refusal;
      const message = explain(refusal, lang);
      tally.rejected.push({ index, code, message, ...(path ? { path } : {}) });
    },
  };
}

/**
 * Runs `work` and sends its tally. Not one item usable: 400, the sender's mistake, said as one; but 200 where
 * `tally.content` says so, for devices that would send the same again until they are told that it arrived.
 */
export async function answer(
  request: Request,
  response: Response,
  work: () => Promise<(Tally & { content?: object }) | undefined>,
): Promise<void> {
  try {
    // Nobody needs compression on the way in, and it is how a small body becomes a huge one.
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
      throw new BodyRefused(refuse('media-type'));
    const done = await work();
    if (!done) return;
    const { content, ...tally } = done;
    const [first] = tally.rejected;
    const nothing = first !== undefined && tally.accepted + tally.unchanged === 0;
    if (nothing && !content) response.status(400).json({ ...first, ...tally });
    else response.json({ ...tally, ...content });
  } catch (error) {
    if (!(error instanceof BodyRefused)) throw error;
    // Who is cut off while sending does not hear why: the rest is let in and thrown away, for a while.
    if (!request.complete && !request.destroyed) await drained(request);
    // What is on its way even then is not read: the connection ends with the answer.
    if (!request.complete) response.set('connection', 'close');
    sendRefusal(request, response, error.refusal);
    if (!request.complete) response.once('finish', () => request.destroy());
  }
}

const LINGER = { milliseconds: 2_000, bytes: 64 * 1024 * 1024 };

function drained(request: Request): Promise<void> {
  return new Promise((done) => {
    let size = 0;
    const count = (part: Buffer) => {
      size += part.length;
      if (size > LINGER.bytes) over();
    };
    const over = () => {
      clearTimeout(timer);
      request.off('data', count);
      done();
    };
    const timer = setTimeout(over, LINGER.milliseconds);
    for (const event of ['end', 'close', 'error']) request.once(event, over);
    request.on('data', count);
  });
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BodyRefused(refuse('json-broken'));
  }
}
