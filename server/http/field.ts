import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Router } from 'express';
import { refuse } from '../../shared/refusal.ts';
import type { Field } from '../geo/field.ts';
import { forWho, sendRefusal } from './answer.ts';

/** The field base map over HTTP: what there is, and its tiles by ranges (RFC 9110 §14), for who is signed in. */
export function fieldRouter(field: Field): Router {
  const router = Router();
  router.get(
    '/map/field',
    forWho((_request, response) => response.json(field.told())),
  );
  router.get(
    '/map/tiles/:id.pmtiles',
    forWho(async (request, response) => {
      const file = field.file(String(request.params['id']));
      const about = file && (await stat(file, { bigint: true }).catch(() => undefined));
      if (!file || !about) return sendRefusal(request, response, refuse('not-found'));
      // Strong, so that ranges of two editions are never put together (§8.8.1, §13.1.5).
      const mark = [about.ino, about.mtimeNs, about.size].map((part) => part.toString(36));
      response.set({
        'cache-control': 'private, no-cache',
        'content-type': 'application/vnd.pmtiles',
        etag: `"${mark.join('-')}"`,
      });
      // Below the file's own folder, whose path may have a dot in it.
      const where = { root: dirname(file), dotfiles: 'allow', cacheControl: false } as const;
      await new Promise<void>((sent, failed) => {
        response.sendFile(basename(file), where, (error?: Error) => {
          // Who turned away in the middle of a tile is no failure of ours.
          if (!error || response.headersSent) return sent();
          if ((error as { status?: number }).status !== 416) return failed(error);
          // Its `content-range` says how many bytes there are (§15.5.17).
          response.removeHeader('content-type');
          response.removeHeader('etag');
          response.status(416).end();
          sent();
        });
      });
    }),
  );
  return router;
}
