import { isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type Router } from 'express';
import helmet from 'helmet';
import { refuse } from '../../shared/refusal.ts';
import type { Who } from '../auth/auth.ts';
import { onError, sendRefusal, withAllow } from './answer.ts';

/** Puts the HTTP interface together: who asks, what they ask, and what is refused. */
export interface AppOptions {
  who(headers: {
    cookie?: string | undefined;
    authorization?: string | undefined;
  }): Who | undefined;
  /** Routers by path under `/api`, in order. */
  routes: readonly (readonly [path: string, router: Router])[];
  /** `/healthz`, `/readyz`, `/metrics`. */
  health: Router;
  /** Routers that read their bodies themselves. */
  streams: readonly (readonly [path: string, router: Router])[];
  behindTls: boolean;
  /** Other servers that a style of the map comes from, as origins. */
  mapHosts: readonly string[];
  /** Folder of the built console; absent while developing. */
  client: string;
  log(message: string, error: unknown): void;
}

const MAX_BODY = '256kb';

/** JSON is UTF-8 (RFC 8259 §8.1); other bytes would be taken in as replacement characters. */
function requireUtf8(_request: unknown, _response: unknown, body: Buffer, charset: string): void {
  const wrong =
    charset !== 'utf-8' ? 'charset.unsupported' : isUtf8(body) ? '' : 'entity.parse.failed';
  if (wrong) throw Object.assign(new Error(wrong), { type: wrong });
}

export function makeApp(options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.behindTls ? 'loopback, uniquelocal' : false);
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'self'"],
          'script-src': ["'self'"],
          'style-src': ["'self'", "'unsafe-inline'"],
          'img-src': ["'self'", 'data:', 'blob:', ...options.mapHosts],
          'worker-src': ["'self'", 'blob:'],
          'connect-src': ["'self'", ...options.mapHosts],
          'frame-ancestors': ["'none'"],
          'base-uri': ["'none'"],
          'form-action': ["'self'"],
          'object-src': ["'none'"],
        },
      },
      strictTransportSecurity: options.behindTls,
      crossOriginOpenerPolicy: options.behindTls,
      originAgentCluster: options.behindTls,
    }),
  );
  app.use(withAllow(options.health));

  app.use('/api', (request, response, next) => {
    response.set('cache-control', 'no-store');
    response.locals['who'] = options.who(request.headers);
    // A page of another site can make a browser send our cookie; it cannot hide where it comes from.
    const site = request.headers['sec-fetch-site'];
    const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (foreign && request.method !== 'GET')
      return sendRefusal(request, response, refuse('forbidden'));
    next();
  });
  for (const [path, router] of options.streams) app.use(`/api${path}`, withAllow(router));
  app.use('/api', (request, response, next) => {
    const hasBody = request.headers['content-length'] !== '0' && request.headers['content-type'];
    if (hasBody && !request.is('application/json') && request.method !== 'GET')
      return sendRefusal(request, response, refuse('media-type'));
    next();
  });
  app.use('/api', express.json({ limit: MAX_BODY, strict: true, verify: requireUtf8 }));
  for (const [path, router] of options.routes) app.use(`/api${path}`, withAllow(router));
  app.use('/api', (request, response) => sendRefusal(request, response, refuse('not-found')));

  const page = join(options.client, 'index.html');
  app.use(
    '/assets',
    express.static(join(options.client, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  app.use(express.static(options.client, { index: false, maxAge: 0 }));
  app.get(/^\/(?!assets\/).*/, (request, response) => {
    if (!request.accepts('html') || !existsSync(page))
      return sendRefusal(request, response, refuse('not-found'));
    response.set('cache-control', 'no-cache').sendFile(page);
  });
  app.use((request, response) => sendRefusal(request, response, refuse('not-found')));
  app.use(onError(options.log));
  return app;
}
