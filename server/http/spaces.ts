import { once } from 'node:events';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { Instant, type Entry } from '../../shared/entry.ts';
import { refuse } from '../../shared/refusal.ts';
import type { State } from '../../shared/folds.ts';
import { redactEntry, redactState } from '../../shared/role.ts';
import { toPlain } from '../../shared/state.ts';
import type { Who } from '../auth/auth.ts';
import type { Commit } from '../commit.ts';
import type { Gate } from '../gate.ts';
import type { Log } from '../log/log.ts';
import type { History } from '../history.ts';
import { CLOSED, type Reveal } from '../reveal.ts';
import { forWho, sendRefusal } from './answer.ts';

/** A space over HTTP: send a command, read its entries, read its state, now or then. */
export interface SpacesOptions {
  gate: Gate;
  log: Log;
  history: History;
  reveal?: Reveal;
}

/** Digits, and nothing that JavaScript would also take for a number: not `1e9`, not an empty text. */
const Count = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const Page = z.object({
  after: Count.default(0),
  limit: Count.pipe(z.int().min(1).max(1_000)).default(100),
});
const At = z.union([Count, Instant, z.iso.datetime({ offset: true })]);

export function spacesRouter({ gate, log, history, reveal = CLOSED }: SpacesOptions): Router {
  const router = Router();
  const plain = (who: Who, state: State) => toPlain(reveal.state(redactState(who.view, state)));

  const inSpace = (
    handler: (request: Request, response: Response, who: Who, commit: Commit<State>) => unknown,
  ) =>
    forWho((request, response, who) => {
      const commit = gate.space(String(request.params['space']), who);
      return commit
        ? handler(request, response, who, commit)
        : sendRefusal(request, response, refuse('space-unknown'));
    });

  router.post(
    '/:space/commands',
    inSpace(async (request, response, who, commit) => {
      const passed = await gate.submit(who, commit.space, request.body);
      if (!passed.ok) return sendRefusal(request, response, passed.refusal, passed.issues);
      response.json({ seq: passed.seq, events: passed.events });
    }),
  );

  router.get(
    '/:space/entries',
    inSpace(async (request, response, who, commit) => {
      const page = Page.safeParse(request.query);
      if (!page.success)
        return sendRefusal(
          request,
          response,
          refuse('invalid', String(page.error.issues[0]?.path[0])),
        );
      // Hashes cover what this role may not see; only who sees and audits everything is given them.
      const audits = who.role.rights.includes('audit');
      const seen = (entry: Entry) => {
        const open = reveal.entry(redactEntry(who.view, entry));
        return audits ? { ...open, hash: entry.hash } : open;
      };
      if (request.accepts(['json', 'application/x-ndjson']) === 'application/x-ndjson')
        return stream(response, log, commit, page.data.after, seen);
      const entries = await log.read(commit.space, page.data.after, page.data.limit);
      response.json({ entries: entries.map(seen), head: commit.now().seq });
    }),
  );

  router.get(
    '/:space/state',
    inSpace(async (request, response, who, commit) => {
      const asked = request.query['at'];
      if (asked === undefined) {
        const { seq, at, state } = commit.now();
        return response.json({ seq, at, state: plain(who, state) });
      }
      const at = At.safeParse(asked);
      if (!at.success) return sendRefusal(request, response, refuse('invalid', 'at'));
      const then = await history.at(commit, at.data);
      if (!then) return sendRefusal(request, response, refuse('moment-unknown', 'at'));
      const { seq, state } = then;
      response.json({ seq, at: then.at, state: plain(who, state) });
    }),
  );
  return router;
}

/** All entries from `after` up to the head at the time of asking, a line each, at the reader's pace. */
async function stream(
  response: Response,
  log: Log,
  commit: Commit<State>,
  after: number,
  seen: (entry: Entry) => object,
): Promise<void> {
  response.set('content-type', 'application/x-ndjson; charset=utf-8');
  const head = commit.now().seq;
  for (let at = after; at < head && !response.destroyed;) {
    const entries = await log.read(commit.space, at, Math.min(1_000, head - at));
    const last = entries.at(-1);
    if (!last) break;
    at = last.seq;
    const text = entries.map((entry) => `${JSON.stringify(seen(entry))}\n`).join('');
    if (!response.write(text))
      await Promise.race([once(response, 'drain'), once(response, 'close')]);
  }
  response.end();
}
