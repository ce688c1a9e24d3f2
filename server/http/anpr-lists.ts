import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { HotList, ListEntry, type ListDifference } from '../../shared/anpr/list.ts';
import type { AccessRow } from '../../shared/anpr/lookback.ts';
import { problems, type Issue } from '../../shared/command.ts';
import { explain } from '../../shared/explain.ts';
import { refuse } from '../../shared/refusal.ts';
import { isCleared } from '../../shared/role.ts';
import type { Lists } from '../anpr/list/lists.ts';
import { wrongEntry } from '../anpr/list/check.ts';
import { ListRefused } from '../anpr/list/refused.ts';
import type { LoaderFile } from '../anpr/list/loader.ts';
import type { Imported } from '../anpr/list/work.ts';
import type { Who } from '../auth/auth.ts';
import { BodyRefused } from '../ingest/body.ts';
import { forRight, forWho, langOf, sendRefusal, statusOf } from './answer.ts';

/**
 * Hot lists over HTTP. A list that somebody may not see does not exist for them. Whoever reads entries is in
 * the access log before the answer goes out; where that cannot be written, nothing is given.
 */
export interface AnprListsOptions {
  lists: Lists;
  logAccess(row: Omit<AccessRow, 'id' | 'seq' | 'at'>): unknown;
}

/** Of a file on its way: bytes. */
const LIMIT = 64 * 1024 * 1024;
const TYPES = [
  ...['text/csv', 'application/csv', 'application/vnd.ms-excel', 'text/tab-separated-values'],
  ...['text/plain', 'application/json', 'application/x-ndjson', 'application/ndjson'],
  ...['application/jsonl', 'application/octet-stream'],
];

const Query = z.object({
  search: z.string().max(80).default(''),
  after: z.string().max(80).optional(),
  limit: z.coerce.number().pipe(z.int().min(1).max(500)).default(100),
});
const Base = z.object({ base: z.coerce.number().pipe(z.int().min(0)).optional() });
const YesNo = z.enum(['true', 'false', '1', '0']).transform((one) => one === 'true' || one === '1');
const ImportQuery = Base.extend({
  apply: YesNo.default(false),
  rejected: z.enum(['refuse', 'skip']).default('refuse'),
});

export function listsRouter({ lists, logAccess }: AnprListsOptions): Router {
  const router = Router();

  router.get(
    '/',
    forWho((request, response, who) =>
      mayLook(who)
        ? response.json(lists.all(who.view))
        : sendRefusal(request, response, refuse('forbidden')),
    ),
  );

  router.put(
    '/:list',
    forRight(
      'anpr-lists',
      answering(async (request, response, who) => {
        const id = String(request.params['list']);
        const list = parsed(HotList, { ...(request.body as object), id });
        const { base } = parsed(Base, request.query);
        // Nor may one be made that is out of one's own sight.
        if (lists.definition(id)) visible(lists, id, who);
        if (!isCleared(who.view, list.restrictions))
          throw new ListRefused(refuse('restriction-not-yours', 'restrictions'));
        response.json(await lists.define(list, base, who.actor.name));
      }),
    ),
  );

  const page = async (request: Request, response: Response, who: Who, query: unknown) => {
    const list = String(request.params['list']);
    const { actor } = who;
    if (!who.view.cleared.includes('plate')) throw new ListRefused(refuse('forbidden'));
    visible(lists, list, who);
    const found = await lists.page(list, { after: undefined, ...parsed(Query, query) });
    await logAccess({ actor, what: 'list-read', about: list, count: found.entries.length });
    response.json(found);
  };
  router.get(
    '/:list/entries',
    forWho(answering((request, response, who) => page(request, response, who, request.query))),
  );
  // A plate that is sought does not belong into an address.
  router.post(
    '/:list/search',
    forWho(answering((request, response, who) => page(request, response, who, request.body ?? {}))),
  );

  router.put(
    '/:list/entries/:entry',
    forRight(
      'anpr-lists',
      answering(async (request, response, who) => {
        const list = visible(lists, String(request.params['list']), who);
        const { base } = parsed(Base, request.query);
        const id = String(request.params['entry']);
        const entry = parsed(ListEntry, { ...(request.body as object), id });
        const wrong = wrongEntry(entry);
        if (wrong) throw new ListRefused(wrong);
        response.json({ version: await lists.put(list, entry, base, who.actor.name) });
      }),
    ),
  );
  router.delete(
    '/:list/entries/:entry',
    forRight(
      'anpr-lists',
      answering(async (request, response, who) => {
        const list = visible(lists, String(request.params['list']), who);
        const { base } = parsed(Base, request.query);
        const id = String(request.params['entry']);
        response.json({ version: await lists.remove(list, id, base, who.actor.name) });
      }),
    ),
  );
  return router;
}

/**
 * `POST /api/anpr/lists/{list}/import`: a whole list as CSV, JSON array or NDJSON, held against the one that
 * stands. With `apply=true` it takes its place, whole or not at all: one with lines that cannot be used only
 * with `rejected=skip`. `base`: the version that it must be held against. Entries are shown to who may see
 * plates; a machine without that clearance gets the counts.
 */
export function listImportRouter({ lists, logAccess }: AnprListsOptions): Router {
  const router = Router();
  router.post(
    '/:list/import',
    forRight(
      'anpr-lists',
      answering(async (request, response, who) => {
        const list = visible(lists, String(request.params['list']), who);
        const { base, apply, rejected } = parsed(ImportQuery, request.query);
        if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
          throw new BodyRefused(refuse('media-type'));
        if (!request.is(TYPES)) throw new BodyRefused(refuse('media-type'));
        if (Number(request.headers['content-length'] ?? 0) > LIMIT)
          throw new BodyRefused(refuse('too-large'));
        const file = lists.file();
        if (!file) throw new BodyRefused(refuse('busy'));
        try {
          await receive(request, file);
          const skipRejected = rejected === 'skip';
          const ask = { list, apply, base, skipRejected, by: who.actor.name };
          const imported = await lists.import(file, ask);
          const shows = who.view.cleared.includes('plate');
          const shown = shows ? shownIn(imported) : 0;
          const { actor } = who;
          if (shown > 0) await logAccess({ actor, what: 'list-read', about: list, count: shown });
          sendImported(request, response, imported, shows);
        } finally {
          file.drop();
        }
      }),
    ),
  );
  return router;
}

/** Handed on as it comes: here it is never held as a whole. */
async function receive(request: Request, file: LoaderFile): Promise<void> {
  let size = 0;
  // Not destroyed when it is too large: who sends it is to be told so.
  const parts = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const part of parts) {
    size += part.length;
    if (size > LIMIT) throw new BodyRefused(refuse('too-large'));
    file.add(part);
  }
}

const shownIn = ({ difference: { sample } }: Imported): number =>
  sample.added.length + sample.removed.length + sample.changed.length;

function sendImported(
  request: Request,
  response: Response,
  { difference, refused }: Imported,
  shows: boolean,
): void {
  const lang = langOf(request);
  const told: ListDifference = {
    ...difference,
    rejected: difference.rejected.map((one) => ({
      ...one,
      message: explain({ code: one.code }, lang),
    })),
    ...(shows ? {} : { sample: { added: [], removed: [], changed: [] } }),
  };
  if (!refused) return void response.json(told);
  const refusal = { code: refused, message: explain({ code: refused }, lang) };
  response.status(statusOf(refused)).json({ ...refusal, ...told });
}

/** Lists: for who keeps them or sees plates. */
const mayLook = ({ role, view }: Who): boolean =>
  role.rights.includes('anpr-lists') || view.cleared.includes('plate');

/** The id of a list that is there for this person. */
function visible(lists: Lists, id: string, { view }: Who): string {
  const list = lists.definition(id);
  if (!list || !isCleared(view, list.restrictions))
    throw new ListRefused(refuse('list-unknown', 'list'));
  return id;
}

class Invalid extends ListRefused {
  readonly issues: readonly Issue[];
  constructor({ refusal, issues }: ReturnType<typeof problems>) {
    super(refusal);
    this.issues = issues;
  }
}
function parsed<T extends z.ZodType>(schema: T, input: unknown): z.infer<T> {
  const found = schema.safeParse(input);
  if (!found.success) throw new Invalid(problems(found.error, []));
  return found.data;
}

/** Answers what is refused. */
function answering(handler: (request: Request, response: Response, who: Who) => Promise<void>) {
  return async (request: Request, response: Response, who: Who): Promise<void> => {
    try {
      await handler(request, response, who);
    } catch (error) {
      if (!(error instanceof ListRefused) && !(error instanceof BodyRefused)) {
        // Who sent it has gone: nobody is there to be answered, and nothing was changed.
        if (request.destroyed && !request.complete) return;
        throw error;
      }
      // The rest of a body that is refused is not waited for.
      const cut = request.path.endsWith('/import') && !request.complete;
      if (cut) response.set('connection', 'close');
      sendRefusal(request, response, error.refusal, error instanceof Invalid ? error.issues : []);
      if (cut) response.once('finish', () => request.destroy());
    }
  };
}
