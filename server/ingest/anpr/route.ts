import { Router, type Request, type Response } from 'express';
import { isPassing, refuse, type Lang, type Refusal } from '../../../shared/refusal.ts';
import type { Passed } from '../../../shared/anpr/read.ts';
import type { Catalogue } from '../../anpr/catalogue.ts';
import type { Who } from '../../auth/auth.ts';
import { forRight, langOf, sendRefusal } from '../../http/answer.ts';
import { BodyRefused } from '../body.ts';
import { answer, openTally, type Tally } from '../tally.ts';
import type { AnprFeed } from './feed.ts';
import type { Told } from './found.ts';
import { FORMATS, toldBy } from './formats.ts';
import { batches, readAll } from './lines.ts';
import { messagesOf, type Piece } from './message.ts';
import { isOwn, ofRecord, own } from './own.ts';
import { readMaker } from './read.ts';

/**
 * `POST /api/ingest/anpr`: our own JSON, alone, as a list or as lines, and what cameras and engines send as they
 * send it. `?camera=` names the camera of messages that do not say it; `?format=` what they are, where that is
 * not to be found out.
 */
export interface AnprOptions {
  catalogue: Catalogue;
  feed: AnprFeed;
  /** Durable when it resolves, in the order given. A refusal that will pass refuses the whole, to be sent again. */
  take(passed: readonly Passed[], who: Who): Promise<('taken' | 'known' | Refusal)[]>;
  /** The camera lives; `at`: our time. Also told of every camera that sent a read. */
  sign(camera: string, at: string): void;
  /** Whose token it is: for cameras that can give a name and a password and nothing else (`Authorization: Basic`). */
  byToken?(token: string): Who | undefined;
  /** What became of each item, for the metrics: `taken`, `known`, `sign`, or the refusal's code, by format. */
  count?(format: string, result: string): void;
  now?: () => number;
}

const MB = 1024 * 1024;
const LIMIT = { body: 8 * MB, lines: 32 * MB };
/** Reads that are taken in one go. */
const GROUP = 500;
/** Milliseconds, after which others have their turn. */
const TURN = 10;

/** A message's items, for `POST /anpr` and for MQTT alike. */
export type Taker = ReturnType<typeof openTaker>;

export function openTaker(
  options: AnprOptions,
  who: Who,
  also: readonly string[],
  sure: string | undefined,
  lang: Lang,
) {
  const { catalogue, feed, take, sign, count, now = Date.now } = options;
  const make = readMaker(catalogue, feed);
  const { tally, reject } = openTally(lang);
  let index = 0;
  let waiting: { index: number; format: string; passed: Passed }[] = [];
  let since = performance.now();
  const signs = new Set<string>();

  function refuseIt(which: number, format: string, refusal: Refusal) {
    reject(which, refusal);
    count?.(format, refusal.code);
  }

  async function flush() {
    if (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const answers = await taken(
        take,
        group.map(({ passed }) => passed),
        who,
      );
      for (const [i, { index: which, format }] of group.entries()) {
        const became = answers[i] ?? refuse('internal');
        if (typeof became === 'object') {
          if (isPassing(became.code)) throw new BodyRefused(became);
          refuseIt(which, format, became);
          continue;
        }
        if (became === 'taken') tally.accepted += 1;
        else tally.unchanged += 1;
        count?.(format, became);
      }
    }
    const at = new Date(now()).toISOString();
    for (const camera of signs) sign(camera, at);
    signs.clear();
    if (performance.now() - since < TURN) return;
    await new Promise((next) => setImmediate(next));
    since = performance.now();
  }

  function put(told: Told, format: string): void {
    const which = index++;
    const made = make(told, now(), also, sure);
    if (made.kind === 'refused') return refuseIt(which, format, made.refusal);
    if (made.kind === 'sign') {
      signs.add(made.camera);
      tally.unchanged += 1;
      return count?.(format, 'sign');
    }
    signs.add(made.passed.read.camera);
    waiting.push({ index: which, format, passed: made.passed });
  }

  return {
    tally,
    flush,
    refuse: (refusal: Refusal) => refuseIt(index++, 'unknown', refusal),
    /** A record of our own; room for more when it resolves. */
    own: (record: unknown) => put(ofRecord(record), own.id),
    /** Format of the message; undefined: refused, as nobody's. */
    message(piece: Piece, format?: string): string | undefined {
      if ('code' in piece) {
        refuseIt(index++, 'unknown', piece);
        return undefined;
      }
      const read = toldBy(piece, format);
      if (!read) {
        refuseIt(index++, 'unknown', refuse('anpr-format-unknown'));
        return undefined;
      }
      for (const told of read.told) put(told, read.format);
      return read.format;
    },
    /** Enough was read to be taken, or others have waited long enough. */
    isDue: () => waiting.length >= GROUP || performance.now() - since >= TURN,
  };
}

/** A take that fails for a reason of the domain fails as one. */
async function taken(take: AnprOptions['take'], passed: Passed[], who: Who) {
  try {
    return await take(passed, who);
  } catch (error) {
    const { refusal } = error as { refusal?: Refusal };
    if (refusal?.code !== undefined) throw new BodyRefused(refusal);
    throw error;
  }
}

export function anprRouter(options: AnprOptions): Router {
  const router = Router();
  router.post(
    '/anpr',
    (request, response, next) => {
      response.locals['who'] ??= whoIsBasic(request.headers.authorization, options.byToken);
      // Many cameras give their password only when they are asked for it.
      if (!response.locals['who']) response.set('www-authenticate', 'Basic realm="belfry"');
      next();
    },
    forRight('ingest', (request, response, who) =>
      answer(request, response, () => takeBody(options, request, response, who)),
    ),
  );
  return router;
}

/** The password is the token; the name does not count. */
function whoIsBasic(authorization: string | undefined, byToken: AnprOptions['byToken']) {
  const told = /^Basic ([A-Za-z0-9+/=]{1,500})$/.exec(authorization ?? '')?.[1];
  const token = told && /:([\w-]{1,128})$/.exec(Buffer.from(told, 'base64').toString('utf8'))?.[1];
  return token ? byToken?.(token) : undefined;
}

async function takeBody(options: AnprOptions, request: Request, response: Response, who: Who) {
  const sure = said(request, 'camera');
  const format = said(request, 'format');
  if (format !== undefined && !FORMATS.includes(format)) {
    sendRefusal(request, response, refuse('anpr-format-unknown', 'format'));
    return undefined;
  }
  // A camera behind no gateway is known by where it sends from.
  const from = (request.ip ?? '').replace(/^::ffff:/, '');
  const taker = openTaker(options, who, from ? [from] : [], sure, langOf(request));
  const formats = new Set<string>();
  if (request.is(['application/x-ndjson', 'application/jsonl', 'application/x-jsonlines'])) {
    for await (const lines of batches(request, LIMIT.lines)) {
      for (const line of lines) {
        await takeLine(taker, line, format, formats);
        if (taker.isDue()) await taker.flush();
      }
      await taker.flush();
    }
  } else {
    if (Number(request.headers['content-length'] ?? 0) > LIMIT.body)
      throw new BodyRefused(refuse('too-large'));
    const body = await readAll(request, LIMIT.body);
    if (body.length === 0) throw new BodyRefused(refuse('anpr-format-unknown'));
    for (const piece of messagesOf(body, request.headers['content-type'])) {
      const known = taker.message(piece, format);
      if (known) formats.add(known);
      if (taker.isDue()) await taker.flush();
    }
  }
  await taker.flush();
  return { ...taker.tally, ...contentFor(taker.tally, formats) };
}

async function takeLine(
  taker: Taker,
  line: string,
  format: string | undefined,
  formats: Set<string>,
) {
  if (line.trim() === '') return;
  let tree: unknown;
  try {
    tree = JSON.parse(line);
  } catch {
    taker.refuse(refuse('json-broken'));
    return;
  }
  if (format === own.id || (format === undefined && isOwn(tree))) {
    formats.add(own.id);
    taker.own(tree);
    return;
  }
  const known = taker.message({ tree, pictures: [] }, format);
  if (known) formats.add(known);
}

/** `?camera=` or `x-belfry-camera`: for devices that can be given an address and nothing else. */
function said(request: Request, name: 'camera' | 'format'): string | undefined {
  const told = request.query[name] ?? request.headers[`x-belfry-${name}`];
  return typeof told === 'string' && told !== '' ? told.slice(0, 200) : undefined;
}

/**
 * A device sends the same again until it is told that it arrived, also when nobody can use it: 200. Who sends our
 * own JSON can mend it: 400 where not one item was usable. Dahua cameras look for a `Result`.
 */
function contentFor(tally: Tally, formats: ReadonlySet<string>): { content?: object } {
  const devices = [...formats].some((format) => format !== own.id);
  if (!devices) return {};
  const isPleased = formats.has('dahua');
  return {
    content: isPleased ? { Result: true, result: 'true' } : { ok: tally.rejectedCount === 0 },
  };
}
