import express, { Router, type Request, type Response } from 'express';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { Instant } from '../../shared/entry.ts';
import { refuse } from '../../shared/refusal.ts';
import type { State } from '../../shared/folds.ts';
import type { Who } from '../auth/auth.ts';
import { answerPage, gonePage } from '../channel/page.ts';
import type { Outlet } from '../channel/message.ts';
import { isSigned } from '../channel/sign.ts';
import type { Asked, Tokens } from '../channel/token.ts';
import type { Commit } from '../commit.ts';
import type { Gate, Passed } from '../gate.ts';
import { forWho, sendRefusal } from './answer.ts';

/** Answers to alarms: of people, through the link in their message, and of gateways. Nobody signs in for it: the token is the key. */
export interface AnswersOptions {
  gate: Gate;
  /** Spaces in which something can be asked. */
  spaces: readonly Commit<State>[];
  tokens: Tokens | undefined;
  /** What gateways sign with (`BELFRY_HOOK_SECRET`); without it none is heard. */
  secret: string | undefined;
  who: Who;
  now?: () => number;
}

type Found = Asked & { commit: Commit<State> };

const MAX = '4kb';
const Form = z.object({ answer: z.enum(['yes', 'no']) });
const FromGateway = z.strictObject({
  token: z.string().max(100),
  answer: z.enum(['yes', 'no']),
  /** When the person answered. */
  at: Instant.optional(),
});

export function answersRouter(options: AnswersOptions): Router {
  const { gate, spaces, tokens, secret, who, now = Date.now } = options;
  const router = Router();

  function find(token: string): Found | undefined {
    for (const commit of spaces) {
      const asked = tokens?.find(commit.space, commit.now().state.alarm.alarms, token);
      if (asked) return { ...asked, commit };
    }
    return undefined;
  }
  const tell = ({ commit, alarm, request }: Found, data: object): Promise<Passed> =>
    gate.submit(who, commit.space, {
      id: uuid(),
      type: 'alarm.tell',
      data: { alarm, request, ...data },
    });

  /** Changes nothing: programs that look after mail open every link. */
  router.get('/answer/:token', (request, response) => {
    const found = find(String(request.params['token']));
    sendPage(response, found);
  });

  router.post(
    '/answer/:token',
    express.urlencoded({ extended: false, limit: MAX }),
    async (request: Request, response: Response) => {
      const found = find(String(request.params['token']));
      const form = Form.safeParse(request.body);
      if (!found) return sendPage(response, undefined);
      if (!form.success) return sendPage(response, found, 400);
      const told = await tell(found, { what: form.data.answer, via: 'link' });
      if (!told.ok) return sendRefusal(request, response, told.refusal);
      sendPage(response, found);
    },
  );

  router.post(
    '/answers',
    express.text({ type: 'application/json', limit: MAX }),
    async (request: Request, response: Response) => {
      const body: unknown = request.body;
      if (typeof body !== 'string') return sendRefusal(request, response, refuse('media-type'));
      const signature = request.get('x-belfry-signature');
      if (!secret || !isSigned(secret, body, signature, now()))
        return sendRefusal(request, response, refuse('signature-wrong'));
      const answer = FromGateway.safeParse(jsonOf(body));
      if (!answer.success) {
        const path = answer.error.issues[0]?.path.join('.');
        return sendRefusal(request, response, refuse('invalid', path));
      }
      const { token, answer: what, at } = answer.data;
      const found = find(token);
      if (!found) return sendRefusal(request, response, refuse('request-unknown', 'token'));
      const told = await tell(found, { what, via: 'gateway', ...(at ? { at } : {}) });
      if (!told.ok) return sendRefusal(request, response, told.refusal);
      response.status(204).end();
    },
  );
  return router;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sendPage(response: Response, found: Found | undefined, status = found ? 200 : 410): void {
  response.status(status).set({ 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
  response.type('html');
  if (!found) return void response.send(gonePage());
  const { commit, alarm: id, request: key } = found;
  const { alarm, incident } = commit.now().state;
  const row = alarm.alarms.get(id)!;
  const about = incident.incidents.get(row.incident);
  response.send(answerPage(commit.space, row, row.requests[key]!, about));
}

/** `GET /api/spaces/{space}/outbox`: what an exercise has sent, which went nowhere. */
export function outboxRouter(gate: Gate, outlets: ReadonlyMap<string, Outlet>): Router {
  return Router().get(
    '/:space/outbox',
    forWho((request, response, who) => {
      const commit = gate.space(String(request.params['space']), who);
      if (!commit) return sendRefusal(request, response, refuse('space-unknown'));
      const { sees, cleared } = who.view;
      // Whole messages: only for who may see all that stands in them.
      if (!sees.includes('alarm') || !cleared.includes('personal'))
        return sendRefusal(request, response, refuse('forbidden'));
      const outbox = outlets.get(commit.space)?.outbox;
      const messages = outbox?.messages().map(({ answer, ...rest }) => ({
        ...rest,
        // The way back is the addressee's alone, also in an exercise that somebody else plays.
        ...(answer && commit.space !== 'live' ? { answer } : {}),
      }));
      response.json({ simulated: outbox !== undefined, messages: messages ?? [] });
    }),
  );
}
