import { Router } from 'express';
import { mayHave } from '../../shared/role.ts';
import type { Settings } from '../../shared/settings.ts';
import { forWho } from './answer.ts';

/** The centre's own lists; of the layers, those that the caller's role is sent. */
export function settingsRouter(settings: Settings): Router {
  const router = Router();
  router.get(
    '/settings',
    forWho((_request, response, { view }) => {
      const layers = settings.layers.filter(({ kinds }) =>
        mayHave(view, settings.layers, kinds[0]!),
      );
      return response.json({ ...settings, layers });
    }),
  );
  return router;
}
