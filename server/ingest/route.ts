import { Router, type Request } from 'express';
import { v7 as uuid } from 'uuid';
import { isPassing, refuse, type Lang, type Refusal } from '../../shared/refusal.ts';
import type { Priority } from '../../shared/value.ts';
import { mayDo } from '../../shared/role.ts';
import type { AnyCommand } from '../../shared/subject.ts';
import type { Fix } from '../../shared/subject/unit/schema.ts';
import type { Who } from '../auth/auth.ts';
import { forRight, langOf, sendRefusal } from '../http/answer.ts';
import { BodyRefused, decodeJson, decodeXml, paced, readBytes, readLines } from './body.ts';
import { readCap, type CapFeed } from './cap.ts';
import type { cotReader } from './cot.ts';
import { readDatex, type DatexMapping } from './datex.ts';
import type { Mapping } from './mapping.ts';
import { at } from './path.ts';
import { featuresOf, type featureReader } from './positions.ts';
import { mapper, type Mapped } from './record.ts';
import { answer, openTally, parseJson, type Tally } from './tally.ts';

/** `POST /api/ingest/reports`, `/traffic`, `/cap` and `/positions`: bytes become commands or fixes, each item is answered for. */
export interface IngestOptions {
  mappings: ReadonlyMap<string, Mapping>;
  datex: DatexMapping;
  cap: CapFeed;
  priorities: ReadonlyMap<string, Priority>;
  submit(who: Who, command: AnyCommand): Promise<Sent>;
  positions: {
    feature: ReturnType<typeof featureReader>;
    events: ReturnType<typeof cotReader>;
    take(fix: Fix): 'taken' | 'old' | 'full';
  };
}
type Sent = { ok: true; changed: boolean } | { ok: false; refusal: Refusal };
/** What an adapter made of one item; without data, it is passed over. */
type Item<T> = { ok: true; data: T | undefined } | { ok: false; refusal: Refusal };

const MB = 1024 * 1024;
const LIMIT = { reports: 32 * MB, line: 256 * 1024, xml: 16 * MB, positions: 4 * MB };
/** Items decided at once: more would only wait in the queue. */
const GROUP = 500;

export function ingestRouter(options: IngestOptions): Router {
  const { mappings, datex, cap, priorities, submit, positions } = options;
  const router = Router();
  const mappers = new Map([...mappings].map(([id, mapping]) => [id, mapper(mapping, priorities)]));

  /** Sends what was mapped, a group at a time, in order; stops when the log cannot take more. */
  async function takeEach<T>(
    items: AsyncIterable<Item<T>> | Iterable<Item<T>>,
    lang: Lang,
    send: (data: T) => Promise<Sent> | Sent,
  ): Promise<Tally> {
    const { tally, reject } = openTally(lang);
    let index = 0;
    let group: { index: number; item: Item<T> }[] = [];
    const flush = async () => {
      const answers = await Promise.all(
        group.map(async ({ item }) => (item.ok && item.data ? send(item.data) : undefined)),
      );
      for (const [i, { index: which, item }] of group.entries()) {
        const answer = answers[i];
        if (!item.ok) reject(which, item.refusal);
        else if (!answer) tally.unchanged += 1;
        // The sender repeats the whole: what was taken already will be unchanged then.
        else if (!answer.ok && isPassing(answer.refusal.code))
          throw new BodyRefused(answer.refusal);
        else if (!answer.ok) reject(which, answer.refusal);
        else if (answer.changed) tally.accepted += 1;
        else tally.unchanged += 1;
      }
      group = [];
    };
    for await (const item of paced(items)) {
      group.push({ index: index++, item });
      if (group.length >= GROUP) await flush();
    }
    await flush();
    return tally;
  }

  const take = (who: Who, items: AsyncIterable<Mapped> | Iterable<Mapped>, lang: Lang) =>
    takeEach(items, lang, (data) => submit(who, { id: uuid(), type: 'report.receive', data }));

  const takeFix = (fix: Fix): Sent => {
    const taken = positions.take(fix);
    if (taken === 'full') return { ok: false, refusal: refuse('units-full') };
    return { ok: true, changed: taken === 'taken' };
  };

  router.post(
    '/reports',
    forRight('ingest', (request, response, who) =>
      answer(request, response, async () => {
        const asked = request.query['feed'] ?? request.headers['x-belfry-feed'] ?? 'belfry';
        const feed = typeof asked === 'string' ? asked : '';
        const map = mappers.get(feed);
        if (!map) {
          sendRefusal(
            request,
            response,
            refuse('feed-unknown', 'feed', { feed: feed.slice(0, 60) }),
          );
          return undefined;
        }
        const lang = langOf(request);
        if (request.is('application/x-ndjson')) return take(who, fromLines(request, map), lang);
        if (!request.is(['application/json', 'application/geo+json']))
          throw new BodyRefused(refuse('media-type'));
        if (Number(request.headers['content-length'] ?? 0) > LIMIT.reports)
          throw new BodyRefused(refuse('too-large'));
        const body = parseJson(decodeJson(await readBytes(request, LIMIT.reports)));
        const path = mappings.get(feed)!.records;
        const records = path === undefined ? body : (at(body, path) ?? body);
        if (typeof records !== 'object' || records === null)
          throw new BodyRefused(refuse('invalid'));
        return take(who, mapEach(Array.isArray(records) ? records : [records], map), lang);
      }),
    ),
  );

  router.post(
    '/traffic',
    forRight('ingest', (request, response, who) =>
      answer(request, response, async () => {
        const items = await readXml(request, LIMIT.xml, (xml) => readDatex(xml, datex));
        return take(who, items, langOf(request));
      }),
    ),
  );

  router.post(
    '/cap',
    forRight('ingest', (request, response, who) =>
      answer(request, response, async () => {
        const items = await readXml(request, LIMIT.xml, (xml) => readCap(xml, cap));
        return takeEach(items, langOf(request), (commands) => submitAll(who, commands));
      }),
    ),
  );

  /** An update ends the warning before it and brings its own; what had ended already has ended. */
  async function submitAll(who: Who, commands: readonly AnyCommand[]): Promise<Sent> {
    let changed = false;
    for (const command of commands) {
      const sent = await submit(who, command);
      if (sent.ok) changed ||= sent.changed;
      else if (sent.refusal.code !== 'warning-unknown' && sent.refusal.code !== 'id-taken')
        return sent;
    }
    return { ok: true, changed };
  }

  router.post(
    '/positions',
    forRight('ingest', (request, response, who) =>
      answer(request, response, async () => {
        if (!mayDo(who.role, 'unit.report')) throw new BodyRefused(refuse('forbidden'));
        const lang = langOf(request);
        const { feature, events } = positions;
        if (request.is('application/x-ndjson'))
          return takeEach(fromLines(request, feature), lang, takeFix);
        const isXml = request.is(XML);
        if (!isXml && !request.is(['application/json', 'application/geo+json']))
          throw new BodyRefused(refuse('media-type'));
        if (isXml) return takeEach(await readXml(request, LIMIT.positions, events), lang, takeFix);
        if (Number(request.headers['content-length'] ?? 0) > LIMIT.positions)
          throw new BodyRefused(refuse('too-large'));
        const bytes = await readBytes(request, LIMIT.positions);
        const features = featuresOf(parseJson(decodeJson(bytes)));
        if (!features) throw new BodyRefused(refuse('invalid', 'type'));
        return takeEach(mapEach(features, feature), lang, takeFix);
      }),
    ),
  );
  return router;
}

const XML = ['application/xml', 'text/xml', 'application/*+xml'];

/** The items of an XML body, read by its adapter; refused where it is no XML, too large, or broken. */
async function readXml<T>(
  request: Request,
  limit: number,
  read: (
    xml: string,
  ) => { ok: true; items: Iterable<T> } | { ok: false; refusal: Refusal } | undefined,
): Promise<Iterable<T>> {
  if (!request.is(XML)) throw new BodyRefused(refuse('media-type'));
  if (Number(request.headers['content-length'] ?? 0) > limit)
    throw new BodyRefused(refuse('too-large'));
  const xml = decodeXml(await readBytes(request, limit));
  const told = xml === undefined ? undefined : read(xml);
  if (!told) throw new BodyRefused(refuse('xml-broken'));
  if (!told.ok) throw new BodyRefused(told.refusal);
  return told.items;
}

function* mapEach<T>(records: readonly unknown[], map: (record: unknown) => T) {
  for (const record of records) yield map(record);
}

async function* fromLines<T>(
  request: Request,
  map: (record: unknown) => Item<T>,
): AsyncGenerator<Item<T>> {
  for await (const line of readLines(request, LIMIT.reports, LIMIT.line)) {
    if (line.trim() === '') continue;
    let record: unknown;
    try {
      record = JSON.parse(line);
    } catch {
      yield { ok: false, refusal: refuse('json-broken') };
      continue;
    }
    yield map(record);
  }
}
