import { z } from 'zod';
import type { ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { CameraHealth } from '../../shared/anpr/camera.ts';
import { Export, LookQuery, PURPOSES } from '../../shared/anpr/lookback.ts';
import { Instant } from '../../shared/entry.ts';

/** The part of the interface that is about plate reading beside its ingest and its lists: who may ask what is in config/roles.yaml. */
export function anprPaths(
  answers: (ok: z.ZodType, ...codes: number[]) => ZodOpenApiResponsesObject,
): ZodOpenApiPathsObject {
  const count = z.int().min(0);
  const row = z
    .looseObject({
      read: z.string(),
      camera: z.string(),
      at: Instant,
      offset: z.int().meta({ description: 'The camera’s clock minus ours, milliseconds' }),
      raw: z.string().meta({ description: 'As the engine read it' }),
      plate: z.string(),
      confidence: z.number().min(0).max(1).optional(),
      direction: z.enum(['approaching', 'leaving']).optional(),
      crop: z.boolean().meta({ description: 'There is a picture' }),
    })
    .meta({ id: 'Passage' });
  const answer = z
    .object({
      access: z.string().meta({ description: 'Of the look in the access log' }),
      rows: z.array(row),
      more: z.boolean(),
      reachesTo: Instant,
      excluded: z.array(z.string()).meta({ description: 'Cameras of another controller' }),
    })
    .meta({ id: 'LookAnswer' });
  const access = z
    .looseObject({
      id: z.string(),
      seq: z.int(),
      at: Instant,
      actor: z.object({ id: z.string(), name: z.string(), role: z.string() }),
      what: z.string(),
      purpose: z.enum(PURPOSES).optional(),
      fingerprint: z.string().optional(),
      refused: z.string().optional(),
    })
    .meta({ id: 'AccessRow' });
  const page = z.object({ rows: z.array(access), more: z.boolean(), next: z.int().optional() });
  const filter = {
    actor: z.string().optional(),
    what: z.string().optional(),
    case: z.string().optional(),
    from: Instant.optional(),
    until: Instant.optional(),
    before: z.int().optional().meta({ description: 'Rows before this number' }),
    limit: z.int().min(1).max(500).optional(),
  };
  const path = (name: string) => z.object({ [name]: z.string() });
  const picture = { 200: { description: 'JPEG or PNG', content: { 'image/jpeg': {} } } };
  return {
    '/api/anpr/cameras': {
      get: {
        summary: 'Cameras that read plates, and how they do; no plates',
        responses: answers(
          z.object({ cameras: z.array(z.looseObject({})), health: z.array(CameraHealth) }),
          ...[401, 403],
        ),
      },
    },
    '/api/anpr/flow': {
      get: {
        summary: 'Vehicles per camera and five minutes, 48 hours at most; no plates',
        requestParams: { query: z.object({ from: Instant, until: Instant }) },
        responses: answers(
          z.array(
            z.object({
              ...{ camera: z.string(), slot: Instant },
              ...{ approaching: count, leaving: count, unknown: count },
            }),
          ),
          ...[400, 401, 403, 503],
        ),
      },
    },
    '/api/anpr/looks': {
      post: {
        summary:
          'Looks back in the reads: one plate, or cameras for an hour, with purpose, case and reason; ' +
          'recorded, and so is what is refused',
        requestBody: { content: { 'application/json': { schema: LookQuery } } },
        responses: answers(answer, 400, 401, 403, 409, 429, 503, 507),
      },
    },
    '/api/anpr/looks/{access}/export': {
      post: {
        summary:
          'The rows of one’s own look of the last day with a watermark, CSV or a page to print',
        requestParams: { path: path('access') },
        requestBody: { content: { 'application/json': { schema: Export } } },
        responses: answers(z.string(), 400, 401, 403, 404, 409, 503, 507),
      },
    },
    '/api/anpr/looks/{access}/pictures/{read}': {
      get: {
        summary: 'The picture of a passage that one’s own look gave',
        requestParams: { path: z.object({ access: z.string(), read: z.string() }) },
        responses: { ...answers(z.looseObject({}), 401, 403, 404, 503, 507), ...picture },
      },
    },
    '/api/anpr/alerts/{alert}/earlier': {
      get: {
        summary:
          'Passages of the listed vehicle before an alert, as far as its list allows; recorded',
        requestParams: { path: path('alert') },
        responses: answers(answer, 401, 403, 404, 503, 507),
      },
    },
    '/api/anpr/alerts/{alert}/pictures/{read}': {
      get: {
        summary: 'The picture of a passage of an alert; recorded',
        requestParams: { path: z.object({ alert: z.string(), read: z.string() }) },
        responses: { ...answers(z.looseObject({}), 401, 404, 503, 507), ...picture },
      },
    },
    '/api/anpr/access': {
      get: {
        summary: 'Who looked at what and why, newest first; itself recorded. By plate: with POST',
        requestParams: { query: z.object(filter) },
        responses: answers(page, 400, 401, 403, 503, 507),
      },
      post: {
        summary: 'The same; a plate, which belongs in no address, is asked for by its fingerprint',
        requestBody: {
          content: {
            'application/json': { schema: z.object({ ...filter, plate: z.string() }).partial() },
          },
        },
        responses: answers(page, 400, 401, 403, 503, 507),
      },
    },
  };
}
