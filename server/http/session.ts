import { Router, type Request, type Response } from 'express';
import { parseCookie, stringifySetCookie } from 'cookie';
import { z } from 'zod';
import { problems } from '../../shared/command.ts';
import { refuse } from '../../shared/refusal.ts';
import type { Auth, Who } from '../auth/auth.ts';
import type { SignInLimit } from '../auth/limit.ts';
import { forWho, sendRefusal } from './answer.ts';

/** Signing in and out. The session's secret lives in an HttpOnly cookie that other sites cannot send along. */
export interface SessionOptions {
  auth: Auth;
  limit: SignInLimit;
  demo: boolean;
  secure: boolean;
  hours: number;
}

const SignIn = z.union([
  z.strictObject({ user: z.string().min(1).max(120), password: z.string().min(1).max(512) }),
  z.strictObject({ link: z.string().min(1).max(128) }),
]);
const Password = z.strictObject({ password: z.string().min(1).max(512) });

export const cookieName = (secure: boolean): string => (secure ? '__Host-belfry' : 'belfry');

/** The session's secret in a request's or a socket's cookies. */
export const secretIn = (cookies: string | undefined, secure: boolean): string | undefined =>
  parseCookie(cookies ?? '')[cookieName(secure)];

/** Who sends these headers: by bearer token, else by cookie. */
export function whoSends(
  headers: { authorization?: string | undefined; cookie?: string | undefined },
  auth: Auth,
  secure: boolean,
): Who | undefined {
  const bearer = /^Bearer ([\w-]{1,128})$/.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return auth.byToken(bearer);
  const secret = secretIn(headers.cookie, secure);
  return secret === undefined ? undefined : auth.bySession(secret);
}

export function sessionRouter({ auth, limit, demo, secure, hours }: SessionOptions): Router {
  const router = Router();
  const setCookie = (response: Response, value: string, seconds: number) =>
    response.set(
      'set-cookie',
      stringifySetCookie({
        name: cookieName(secure),
        value,
        httpOnly: true,
        sameSite: 'strict',
        secure,
        path: '/',
        maxAge: seconds,
      }),
    );

  router.post('/', async (request, response) => {
    const parsed = SignIn.safeParse(request.body);
    if (!parsed.success) {
      const { refusal, issues } = problems(parsed.error, []);
      return sendRefusal(request, response, refusal, issues);
    }
    const { data } = parsed;
    const user = 'link' in data ? undefined : data.user;
    const wait = await limit.attempt(request.ip ?? '', user);
    if (wait > 0) {
      response.set('retry-after', String(wait));
      return sendRefusal(
        request,
        response,
        refuse('too-many-attempts', undefined, { seconds: wait }),
      );
    }
    const opened =
      'link' in data
        ? await auth.byLink(data.link)
        : await auth.byPassword(data.user, data.password);
    if (!opened.ok) return sendRefusal(request, response, opened.refusal);
    await limit.succeeded(request.ip ?? '', user);
    setCookie(response, opened.value, hours * 3_600);
    response.status(204).end();
  });

  router.get(
    '/',
    forWho((_request, response, { account, actor, role }) =>
      response.json({
        person: { id: actor.id, name: actor.name },
        user: account.user,
        role: account.role,
        rights: role,
        demo,
        passwordSet: account.password !== undefined,
      }),
    ),
  );

  router.delete(
    '/',
    forWho(async (request: Request, response, who) => {
      const secret = secretIn(request.headers.cookie, secure);
      if (secret !== undefined) await auth.signOut(secret, who);
      setCookie(response, '', 0);
      response.status(204).end();
    }),
  );

  router.post(
    '/password',
    forWho(async (request, response, who) => {
      const parsed = Password.safeParse(request.body);
      if (!parsed.success) return sendRefusal(request, response, refuse('invalid', 'password'));
      if (who.account.machine || who.account.demo)
        return sendRefusal(request, response, refuse('forbidden'));
      const secret = secretIn(request.headers.cookie, secure);
      const { password } = parsed.data;
      const done = await auth.setPassword(who.account, password, who.actor, secret);
      if (!done.ok) return sendRefusal(request, response, done.refusal);
      response.status(204).end();
    }),
  );
  return router;
}
