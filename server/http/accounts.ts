import { Router } from 'express';
import { z } from 'zod';
import { problems } from '../../shared/command.ts';
import { refuse } from '../../shared/refusal.ts';
import type { Roles } from '../../shared/roles.ts';
import { someText } from '../../shared/value.ts';
import type { Auth } from '../auth/auth.ts';
import { forRight, forWho, sendRefusal } from './answer.ts';

/** Administration of people and machines. Secrets (links, tokens) are shown once, in the answer that makes them. */

const User = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,59}$/u);
const Create = z.strictObject({ user: User, name: someText(120), role: z.string().max(40) });
const Change = z.strictObject({
  name: someText(120).optional(),
  role: z.string().max(40).optional(),
  blocked: z.boolean().optional(),
});

export function accountsRouter(auth: Auth): Router {
  const router = Router();

  router.get(
    '/',
    forRight('accounts', (_request, response) =>
      response.json(
        auth.list().map(({ password, ...account }) => ({
          ...account,
          passwordSet: password !== undefined,
          sessions: auth.sessionsOf(account.id),
        })),
      ),
    ),
  );

  router.post(
    '/',
    forRight('accounts', async (request, response, who) => {
      const parsed = Create.safeParse(request.body);
      if (!parsed.success) {
        const { refusal, issues } = problems(parsed.error, []);
        return sendRefusal(request, response, refusal, issues);
      }
      const made = await auth.create(parsed.data, who.actor);
      if (!made.ok) return sendRefusal(request, response, made.refusal);
      const key = await auth.issue(made.value, who.actor);
      if (!key.ok) return sendRefusal(request, response, key.refusal);
      const { id, machine } = made.value;
      response.status(201).json({ id, [machine ? 'token' : 'link']: key.value });
    }),
  );

  router.patch(
    '/:id',
    forRight('accounts', async (request, response, who) => {
      const parsed = Change.safeParse(request.body);
      if (!parsed.success) {
        const { refusal, issues } = problems(parsed.error, []);
        return sendRefusal(request, response, refusal, issues);
      }
      const { name, role, blocked } = parsed.data;
      const patch = {
        ...(name === undefined ? {} : { name }),
        ...(role === undefined ? {} : { role }),
        ...(blocked === undefined ? {} : { blocked }),
      };
      const done = await auth.change(String(request.params['id']), patch, who.actor);
      if (!done.ok) return sendRefusal(request, response, done.refusal);
      response.status(204).end();
    }),
  );

  router.post(
    '/:id/link',
    forRight('accounts', async (request, response, who) => {
      const account = auth.find(String(request.params['id']));
      if (!account) return sendRefusal(request, response, refuse('account-unknown', 'id'));
      const key = await auth.issue(account, who.actor);
      if (!key.ok) return sendRefusal(request, response, key.refusal);
      response.json({ [account.machine ? 'token' : 'link']: key.value });
    }),
  );
  return router;
}

/**
 * Whom work can be given to: people by name and role. Roles that may nothing, as a wall display or an auditor,
 * have nobody to whom anything could be handed over.
 */
export function peopleRouter(auth: Auth, roles: Roles, demo: boolean): Router {
  const router = Router();
  router.get(
    '/',
    forWho((request, response, who) => {
      if (who.role.machine) return sendRefusal(request, response, refuse('forbidden'));
      const people = auth
        .list()
        .filter((one) => !one.machine && !one.blocked && (demo || !one.demo))
        .filter(({ role }) => (roles.roles[role]?.may.length ?? 0) > 0)
        .map(({ id, name, role }) => ({ id, name, role }));
      response.json(people);
    }),
  );
  return router;
}
