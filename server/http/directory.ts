import { Router, type Request, type Response } from 'express';
import { CsvError } from 'csv-parse/sync';
import { v7 as uuid } from 'uuid';
import { dayInBrussels } from '../../shared/day.ts';
import type { State } from '../../shared/folds.ts';
import { explain } from '../../shared/explain.ts';
import { refuse } from '../../shared/refusal.ts';
import { isCleared, mayDo, redactState } from '../../shared/role.ts';
import type { Context, Plan } from '../../shared/subject.ts';
import type { Who } from '../auth/auth.ts';
import type { Commit } from '../commit.ts';
import { apply, judge } from '../directory/apply.ts';
import { textOf } from '../directory/bytes.ts';
import { fromCards } from '../directory/card-read.ts';
import { toCards } from '../directory/card-write.ts';
import { fromCsv, toCsv } from '../directory/csv.ts';
import { openCompare, type Line, type Read } from '../directory/read.ts';
import type { Gate } from '../gate.ts';
import { BodyRefused, paced, readBytes } from '../ingest/body.ts';
import { forWho, langOf, sendRefusal } from './answer.ts';

/** The directory as files: out as CSV and vCard 4.0, in from both. */
export interface DirectoryOptions {
  gate: Gate;
  commit: Commit<State>;
  plan: () => Plan;
}

const LIMIT = 2 * 1024 * 1024;
const RECORDS = 2_000;
const CSV = ['text/csv', 'application/csv', 'application/vnd.ms-excel'];
const CARDS = ['text/vcard', 'text/x-vcard', 'text/directory'];

/** `GET /api/directory.csv`, `.vcf`: what the caller may see of it, numbers only with the clearance for them. */
export function directoryFiles({ commit, plan }: DirectoryOptions): Router {
  const router = Router();
  const answer = (
    type: string,
    ending: string,
    write: (state: State, numbers: boolean) => string,
  ) =>
    forWho((request, response, { view }) => {
      if (!view.sees.includes('directory'))
        return sendRefusal(request, response, refuse('forbidden'));
      const { state, seq } = commit.now();
      const day = dayInBrussels(Date.now());
      response.set({
        'content-type': `${type}; charset=utf-8`,
        'content-disposition': `attachment; filename="belfry-directory-${day}-${seq}.${ending}"`,
      });
      response.send(write(redactState(view, state), view.cleared.includes('personal')));
    });
  router.get(
    '/directory.csv',
    answer('text/csv', 'csv', (state, numbers) => toCsv(state.directory, numbers)),
  );
  router.get(
    '/directory.vcf',
    answer('text/vcard', 'vcf', (state) => toCards(state.directory, plan().crisis)),
  );
  return router;
}

/**
 * `POST /api/directory/import`: a CSV or vCards. With `?dry=1` nothing is done; the answer is the same: what
 * is new, changed and unchanged, and what is refused, by line. `?organisation=<id>`: whose the cards are
 * that name no organisation known here.
 */
export function directoryImport({ gate, commit, plan }: DirectoryOptions): Router {
  const router = Router();
  router.post(
    '/import',
    forWho(async (request, response, who) => {
      try {
        if (!mayDo(who.role, 'directory.import')) throw new BodyRefused(refuse('forbidden'));
        const { state } = commit.now();
        const slice = redactState(who.view, state).directory;
        const reads = await readBody(request, who, slice);
        if (reads.length > RECORDS) throw new BodyRefused(refuse('too-large'));
        const at = new Date().toISOString();
        const context: Context = {
          ...{ at, actor: who.actor, plan: plan() },
          sees: (thing) => thing !== undefined && isCleared(who.view, thing.restrictions),
        };
        const compare = openCompare(state.directory);
        const lines: Line[] = [];
        for await (const read of paced(reads)) lines.push(compare(read));
        const judged = judge(lines, state.directory, context);
        const dry = request.query['dry'] !== undefined && request.query['dry'] !== '0';
        const failed = dry
          ? undefined
          : await apply(judged, uuid(), (id, data) =>
              gate.submit(who, commit.space, { id, type: 'directory.import', data }),
            );
        if (failed) return sendRefusal(request, response, failed);
        sendReport(request, response, judged, dry);
      } catch (error) {
        if (error instanceof CsvError)
          return sendRefusal(request, response, refuse('csv-broken', undefined, lineOf(error)));
        if (!(error instanceof BodyRefused)) throw error;
        if (!request.complete) response.set('connection', 'close');
        sendRefusal(request, response, error.refusal);
        if (!request.complete) response.once('finish', () => request.destroy());
      }
    }),
  );
  return router;
}

async function readBody(
  request: Request,
  who: Who,
  slice: State['directory'],
): Promise<readonly Read[]> {
  const isCsv = request.is(CSV);
  const encoded = (request.headers['content-encoding'] ?? 'identity') !== 'identity';
  if (encoded || (!isCsv && !request.is(CARDS))) throw new BodyRefused(refuse('media-type'));
  if (Number(request.headers['content-length'] ?? 0) > LIMIT)
    throw new BodyRefused(refuse('too-large'));
  const text = textOf(await readBytes(request, LIMIT));
  if (isCsv) return fromCsv(text);
  const { organisation } = request.query;
  return fromCards(text, {
    ...{ slice, keeper: who.actor.name, today: dayInBrussels(Date.now()) },
    organisation: typeof organisation === 'string' ? organisation : undefined,
  });
}

const lineOf = (error: CsvError): { line: number } => ({ line: Number(error['lines']) || 1 });

/** Lines told one by one; the rest is counted. */
const LISTED = 500;

function sendReport(
  request: Request,
  response: Response,
  { fit, refused }: ReturnType<typeof judge>,
  dry: boolean,
): void {
  const lang = langOf(request);
  const count = (what: string) => fit.filter((one) => one.what === what).length;
  response.json({
    ...{ dry, new: count('new'), changed: count('changed'), unchanged: count('unchanged') },
    refusedCount: refused.length,
    records: fit
      .filter(({ what }) => what !== 'unchanged')
      .slice(0, LISTED)
      .map(({ record: _, ...told }) => told),
    refused: refused.slice(0, LISTED).map(({ line, id, refusal }) => ({
      ...{ line, id, code: refusal.code, path: refusal.path },
      message: explain(refusal, lang),
    })),
  });
}
