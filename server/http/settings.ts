import { Router } from 'express';
import type { Settings } from '../../shared/settings.ts';
import { forWho } from './answer.ts';

/** The centre's own lists, and the built-in map: the same for everybody who is signed in. */
export function settingsRouter(settings: Settings, geo: unknown): Router {
  const router = Router();
  router.get(
    '/settings',
    forWho((_request, response) => response.json(settings)),
  );
  router.get(
    '/geo',
    forWho((_request, response) => response.json(geo)),
  );
  return router;
}
