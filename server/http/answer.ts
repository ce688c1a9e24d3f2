import type { NextFunction, Request, RequestHandler, Response, Router } from 'express';
import { explain } from '../../shared/explain.ts';
import { LANGS, refuse, type Lang, type Refusal, type RefusalCode } from '../../shared/refusal.ts';
import type { Issue } from '../../shared/command.ts';
import type { Who } from '../auth/auth.ts';
import { LogUnavailable } from '../log/log.ts';

/** How our HTTP interface answers: JSON, `{code, message}` in the caller's language when it refuses. */

const STATUS: Partial<Record<RefusalCode, number>> = {
  invalid: 400,
  'json-broken': 400,
  'xml-broken': 400,
  'csv-broken': 400,
  'command-unknown': 400,
  'feed-unknown': 400,
  'password-weak': 400,
  'role-unknown': 400,
  'signed-out': 401,
  'sign-in-failed': 401,
  'link-spent': 401,
  forbidden: 403,
  'restriction-not-yours': 403,
  'not-found': 404,
  'space-unknown': 404,
  'account-unknown': 404,
  'moment-unknown': 404,
  'request-unknown': 404,
  'signature-wrong': 401,
  'camera-unknown': 404,
  'camera-request-first': 403,
  'shape-crosses-itself': 400,
  'anpr-format-unknown': 400,
  'shape-no-area': 400,
  'list-unknown': 404,
  'list-entry-unknown': 404,
  'list-empty': 400,
  'list-header': 400,
  'list-covert': 400,
  'list-police': 400,
  'list-lez': 400,
  'list-thresholds': 400,
  'list-window': 400,
  'method-not-allowed': 405,
  'too-large': 413,
  'media-type': 415,
  'too-many-attempts': 429,
  'look-subject': 400,
  'look-plate-only': 403,
  'look-wildcard': 400,
  'look-period': 400,
  'look-hour': 400,
  'look-month': 403,
  'look-prosecutor': 403,
  'look-year': 403,
  'look-camera-unknown': 400,
  'look-cameras-closed': 403,
  'look-too-many': 429,
  'look-unknown': 404,
  'look-over': 403,
  'look-alert-first': 403,
  'look-address': 400,
  internal: 500,
  'log-unavailable': 503,
  busy: 503,
  'log-full': 507,
};

/** 409 for whatever the domain refuses. */
export const statusOf = (code: RefusalCode): number => STATUS[code] ?? 409;

/** The caller's language from `Accept-Language`: Dutch unless French or English is asked for. */
export function langOf(request: Request): Lang {
  return (request.acceptsLanguages(...LANGS) || 'nl') as Lang;
}

export function sendRefusal(
  request: Request,
  response: Response,
  refusal: Refusal,
  issues: readonly Issue[] = [],
): void {
  const { code, path } = refusal;
  const status = statusOf(code);
  if (status === 503) response.set('retry-after', '2');
  response.status(status).json({
    code,
    message: explain(refusal, langOf(request)),
    ...(path ? { path } : {}),
    ...(issues.length > 0 ? { issues } : {}),
  });
}

/** Who asks, found by the first middleware; undefined when nobody is signed in. */
export const whoAsks = (response: Response): Who | undefined =>
  response.locals['who'] as Who | undefined;

type Handler = (request: Request, response: Response, who: Who) => unknown;

/** A route for people and machines that are signed in. */
export const forWho =
  (handler: Handler): RequestHandler =>
  async (request, response) => {
    const who = whoAsks(response);
    if (!who) return sendRefusal(request, response, refuse('signed-out'));
    await handler(request, response, who);
  };

/** A route that needs a right beside. */
export const forRight = (right: Who['role']['rights'][number], handler: Handler): RequestHandler =>
  forWho((request, response, who) =>
    who.role.rights.includes(right)
      ? handler(request, response, who)
      : sendRefusal(request, response, refuse('forbidden')),
  );

/** Other methods on a router's own paths are answered with those that it has. */
export function withAllow(router: Router): Router {
  const methods = new Map<string, Set<string>>();
  for (const { route } of router.stack) {
    if (!route) continue;
    const known = methods.get(route.path) ?? new Set();
    for (const layer of route.stack) if (layer.method) known.add(layer.method.toUpperCase());
    methods.set(route.path, known);
  }
  for (const [path, known] of methods)
    router.all(path, (request, response) => {
      response.set('allow', [...known, ...(known.has('GET') ? ['HEAD'] : [])].join(', '));
      sendRefusal(request, response, refuse('method-not-allowed'));
    });
  return router;
}

/** The last middleware: what body parsing and handlers threw, as a refusal; never a stack, never the input. */
export function onError(log: (message: string, error: unknown) => void) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) return next(error);
    const { type, status } = error as { type?: string; status?: number };
    if (type === 'entity.parse.failed')
      return sendRefusal(request, response, refuse('json-broken'));
    if (type === 'entity.too.large') return sendRefusal(request, response, refuse('too-large'));
    if (status === 415 || type === 'encoding.unsupported' || type === 'charset.unsupported')
      return sendRefusal(request, response, refuse('media-type'));
    if (status !== undefined && status >= 400 && status < 500)
      return sendRefusal(request, response, refuse('invalid'));
    if (error instanceof LogUnavailable)
      return sendRefusal(request, response, refuse('log-unavailable'));
    log('request failed', error);
    sendRefusal(request, response, refuse('internal'));
  };
}
