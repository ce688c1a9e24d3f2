import { gzipSync } from 'node:zlib';
import { Router } from 'express';
import { forRight, forWho } from './answer.ts';
import type { PlanStore } from '../plan/open.ts';

/** The plan in force, for consoles and machines; its measures in full; how it stands with its files. */
export function planRouter(store: PlanStore): Router {
  const router = Router();
  /** As it is sent: half a megabyte, a tenth of it packed. */
  let made = { edition: '', text: '', packed: Buffer.alloc(0) };

  router.get(
    '/',
    forWho((request, response) => {
      const plan = store.current();
      if (made.edition !== plan.edition) {
        const text = JSON.stringify(plan);
        made = { edition: plan.edition, text, packed: gzipSync(text) };
      }
      const etag = `"${plan.edition}"`;
      response.set({ 'cache-control': 'private, no-cache', etag, vary: 'accept-encoding' });
      if (request.headers['if-none-match'] === etag) return response.status(304).end();
      response.type('application/json');
      if (!request.acceptsEncodings('gzip')) return response.send(made.text);
      return response.set('content-encoding', 'gzip').send(made.packed);
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
