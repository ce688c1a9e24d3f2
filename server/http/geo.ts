import { Router } from 'express';
import { z } from 'zod';
import { inside } from '../../shared/geo/ground.ts';
import { tellPlace } from '../../shared/geo/place.ts';
import { faultOf, Shape } from '../../shared/geo/shape.ts';
import { refuse } from '../../shared/refusal.ts';
import { readPosition } from '../geo/coordinates.ts';
import type { Who } from '../auth/auth.ts';
import type { GroundStore } from '../geo/ground.ts';
import { forWho, sendRefusal } from './answer.ts';

/** The ground for people and machines: what to draw, what is called so, what is here, what is inside. */

const Query = z.object({
  q: z.string().max(200),
  limit: z.coerce.number().int().min(1).max(50).default(12),
});
const At = z.object({
  lon: z.coerce.number().min(-180).max(180),
  lat: z.coerce.number().min(-90).max(90),
});
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

  router.get(
    '/',
    forWho((request, response, who) => {
      const { json, etag } = store.seen(who.view);
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
      if (!asked.success) return sendRefusal(request, response, refuse('invalid', 'q'));
      const { q, limit } = asked.data;
      const position = readPosition(q);
      const hits = position ? [] : store.seen(who.view).gazetteer.find(q, limit);
      return response.json({ ...(position ? { position } : {}), hits });
    }),
  );

  router.get(
    '/at',
    forWho((request, response, who) => {
      const asked = At.safeParse(request.query);
      if (!asked.success) return sendRefusal(request, response, refuse('invalid', 'lon'));
      const { ground } = store.seen(who.view);
      const point: [number, number] = [asked.data.lon, asked.data.lat];
      const facts = tellPlace(ground, store.managers, store.zones, point, today());
      return response.json({
        ...facts,
        municipality: facts.municipality?.properties,
        here: facts.here.map(({ properties }) => properties),
        managers: facts.managers.map(({ manager, of }) => ({ ...manager, of: of?.id })),
        nearest: Object.fromEntries(
          Object.entries(facts.nearest).map(([kind, near]) => [
            kind,
            near && { ...near.feature.properties, metres: Math.round(near.metres) },
          ]),
        ),
      });
    }),
  );

  router.post(
    '/inside',
    forWho((request, response, who) => {
      const asked = InsideBody.safeParse(request.body);
      if (!asked.success)
        return sendRefusal(
          request,
          response,
          refuse('invalid', asked.error.issues[0]?.path.join('.')),
        );
      const { shape, kinds } = asked.data;
      const fault = faultOf(shape);
      if (fault) return sendRefusal(request, response, refuse(`shape-${fault}`, 'shape'));
      const told = store.layers.filter((layer) => layer.inside).flatMap((layer) => layer.kinds);
      const wanted = new Set(kinds ?? [...told, 'municipality']);
      const found = inside(store.seen(who.view).ground, shape, ({ properties }) =>
        wanted.has(properties.kind),
      );
      return response.json({
        people: found.people,
        area: Math.round(found.area),
        features: found.features.map(({ properties }) => properties),
      });
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
      const camera = store.seen(who.view).ground.byId.get(String(request.params['camera']));
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
