import { Router } from 'express';
import { forRight, forWho } from './answer.ts';
import type { PlanStore } from '../plan/open.ts';

/** The plan in force, for consoles and machines; its measures in full; how it stands with its files. */
export function planRouter(store: PlanStore): Router {
  const router = Router();
  let json = { edition: '', text: '' };

  router.get(
    '/',
    forWho((request, response) => {
      const plan = store.current();
      if (json.edition !== plan.edition)
        json = { edition: plan.edition, text: JSON.stringify(plan) };
      const etag = `"${plan.edition}"`;
      response.set({ 'cache-control': 'private, no-cache', etag });
      if (request.headers['if-none-match'] === etag) return response.status(304).end();
      return response.type('application/json').send(json.text);
    }),
  );

  router.get(
    '/measures',
    forWho((_request, response) => response.json({ themes: store.themes() })),
  );

  /** Why a later plan was refused is for those who look after the centre. */
  router.get(
    '/state',
    forWho((_request, response, { role }) => {
      const { edition, since, ...more } = store.state();
      const may = role.rights.includes('accounts') || role.rights.includes('audit');
      return response.json({ edition, since, ...(may ? more : {}) });
    }),
  );

  router.post(
    '/reload',
    forRight('accounts', async (_request, response) => response.json(await store.reload())),
  );
  return router;
}
