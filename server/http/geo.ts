import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { faultOf, Shape } from '../../shared/geo/shape.ts';
import { refuse } from '../../shared/refusal.ts';
import type { Who } from '../auth/auth.ts';
import type { Question } from '../geo/clerk.ts';
import { DeskBusy } from '../geo/desk.ts';
import type { GroundStore } from '../geo/ground.ts';
import { forWho, sendRefusal } from './answer.ts';

/** The ground for people and machines: what to draw, what is called so, what is here, what is inside. */

const Query = z.object({
  q: z.string().max(200),
  limit: z.coerce.number().int().min(1).max(50).default(12),
});
/** Nothing is no number. */
const degrees = (most: number) =>
  z.string().regex(/\d/).transform(Number).pipe(z.number().min(-most).max(most));
const At = z.object({ lon: degrees(180), lat: degrees(90) });
const InsideBody = z.strictObject({
  shape: Shape,
  kinds: z.array(z.string().max(40)).max(60).optional(),
});

export interface GeoOptions {
  store: GroundStore;
  /** `YYYY-MM-DD` in Brussels: police zones are in force by the day. */
  today(): string;
  /** Has this person asked, for an incident that they may see, to look through this camera? */
  requested(who: Who, incident: string, camera: string): boolean;
}

export function geoRouter({ store, today, requested }: GeoOptions): Router {
  const router = Router();

  async function answer(request: Request, response: Response, who: Who, question: Question) {
    try {
      response.type('application/json').send(await store.ask(who.view, question));
    } catch (error) {
      if (!(error instanceof DeskBusy)) throw error;
      sendRefusal(request, response, refuse('busy'));
    }
  }
  const sendInvalid = (request: Request, response: Response, { issues }: z.ZodError) =>
    sendRefusal(request, response, refuse('invalid', issues[0]?.path.join('.')));

  router.get(
    '/',
    forWho((request, response, who) => {
      const { json, etag } = store.drawn(who.view);
      response.set({ 'cache-control': 'private, no-cache', etag });
      if (request.headers['if-none-match'] === etag) return response.status(304).end();
      return response.type('application/geo+json').send(json);
    }),
  );

  /** Names, and positions in any usual notation: what was typed tells which. */
  router.get(
    '/search',
    forWho((request, response, who) => {
      const asked = Query.safeParse(request.query);
      if (!asked.success) return sendInvalid(request, response, asked.error);
      const { q: typed, limit } = asked.data;
      return answer(request, response, who, { about: 'name', typed, limit });
    }),
  );

  router.get(
    '/at',
    forWho((request, response, who) => {
      const asked = At.safeParse(request.query);
      if (!asked.success) return sendInvalid(request, response, asked.error);
      const { lon, lat } = asked.data;
      return answer(request, response, who, { about: 'point', point: [lon, lat], day: today() });
    }),
  );

  router.post(
    '/inside',
    forWho((request, response, who) => {
      const asked = InsideBody.safeParse(request.body);
      if (!asked.success) return sendInvalid(request, response, asked.error);
      const { shape, kinds } = asked.data;
      const fault = faultOf(shape);
      if (fault) return sendRefusal(request, response, refuse(`shape-${fault}`, 'shape'));
      return answer(request, response, who, { about: 'shape', shape, kinds });
    }),
  );

  /** Who runs what, and the police zones. */
  router.get(
    '/people',
    forWho((_request, response) =>
      response.json({ managers: [...store.managers.values()], zones: store.zones }),
    ),
  );

  /** Where a camera's picture is to be had: only with the clearance, and after a request where its owner wants one. */
  router.get(
    '/cameras/:camera/stream',
    forWho((request, response, who) => {
      const camera = store.camera(who.view, String(request.params['camera']));
      const stream = camera && store.streamOf(camera.id);
      if (!camera || !stream)
        return sendRefusal(request, response, refuse('camera-unknown', 'camera'));
      if (!who.view.cleared.includes('camera'))
        return sendRefusal(request, response, refuse('forbidden'));
      const asked = request.query['incident'];
      const incident = typeof asked === 'string' ? asked : '';
      if (camera.properties['request'] === true && !requested(who, incident, camera.id))
        return sendRefusal(request, response, refuse('camera-request-first', 'incident'));
      return response.json({ stream });
    }),
  );
  return router;
}
