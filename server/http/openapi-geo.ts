import { z } from 'zod';
import type { ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { Shape } from '../../shared/geo/shape.ts';
import { Point } from '../../shared/value.ts';

/** The part of the interface that is about places. */
export function geoPaths(
  answers: (ok: z.ZodType, ...codes: number[]) => ZodOpenApiResponsesObject,
): ZodOpenApiPathsObject {
  const thing = z
    .looseObject({
      id: z.string(),
      kind: z.string(),
      nl: z.string(),
      fr: z.string(),
      en: z.string(),
    })
    .meta({ id: 'Thing', description: 'A thing on the ground: names, kind, and its own facts' });
  const hit = z
    .object({
      id: z.string(),
      kind: z.string(),
      nl: z.string(),
      fr: z.string(),
      en: z.string(),
      in: z.object({ nl: z.string(), fr: z.string() }).optional(),
      point: Point,
      box: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
    })
    .meta({ id: 'Hit' });
  return {
    '/api/geo': {
      get: {
        summary: 'What this role is sent of the map, GeoJSON; `ETag` changes when it does',
        responses: answers(z.looseObject({}), 401),
      },
    },
    '/api/geo/search': {
      get: {
        summary:
          'Places by name (both languages, without accents, with a typing error), or a position in any usual notation',
        requestParams: {
          query: z.object({ q: z.string().max(200), limit: z.int().min(1).max(50).optional() }),
        },
        responses: answers(
          z.object({ position: Point.optional(), hits: z.array(hit) }),
          400,
          401,
          503,
        ),
      },
    },
    '/api/geo/at': {
      get: {
        summary:
          'Municipality, police zone, what is here, who runs it, and the nearest services of a point',
        requestParams: { query: z.object({ lon: z.number(), lat: z.number() }) },
        responses: answers(z.looseObject({ here: z.array(thing) }), 400, 401, 503),
      },
    },
    '/api/geo/inside': {
      post: {
        summary: 'Who and what lies inside a circle, polygon or sector',
        requestBody: {
          content: {
            'application/json': {
              schema: z.strictObject({ shape: Shape, kinds: z.array(z.string()).optional() }),
            },
          },
        },
        responses: answers(
          z.object({
            people: z.int().optional().meta({ description: 'Estimated from density' }),
            area: z.int().meta({ description: 'Square metres' }),
            features: z.array(thing),
            more: z
              .int()
              .optional()
              .meta({ description: 'How many more lie inside than are named' }),
          }),
          400,
          401,
          503,
        ),
      },
    },
    '/api/geo/people': {
      get: {
        summary: 'Managers of the ground, and police zones',
        responses: answers(z.looseObject({}), 401),
      },
    },
    '/api/geo/cameras/{camera}/stream': {
      get: {
        summary: 'Address of a camera’s picture; some owners want a recorded request first',
        requestParams: {
          path: z.object({ camera: z.string() }),
          query: z.object({ incident: z.string().optional() }),
        },
        responses: answers(z.object({ stream: z.string() }), 401, 403, 404),
      },
    },
  };
}
