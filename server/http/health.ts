import { Router } from 'express';

/** For supervisors: alive, ready, and numbers. Open to all; they tell nothing of any content. */
export function healthRouter(options: {
  ready(): { ready: boolean; why?: string };
  metrics: { text(): Promise<string>; contentType: string };
}): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => response.json({ ok: true }));
  router.get('/readyz', (_request, response) => {
    const state = options.ready();
    response.status(state.ready ? 200 : 503).json(state);
  });
  router.get('/metrics', async (_request, response) => {
    response.type(options.metrics.contentType).send(await options.metrics.text());
  });
  return router;
}
