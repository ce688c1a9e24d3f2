import { z } from 'zod';
import type { ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi';

/** The part of the interface by which reads of number plates come in. */
export function anprIngestPaths(
  answers: (ok: z.ZodType, ...codes: number[]) => ZodOpenApiResponsesObject,
  ingested: z.ZodType,
): ZodOpenApiPathsObject {
  const share = z.number().min(0).max(1);
  const read = z
    .looseObject({
      camera: z.string().meta({ description: 'Id of the camera, or a name of its device' }),
      at: z
        .union([z.string(), z.number()])
        .meta({ description: 'When it passed: ISO 8601, or seconds or milliseconds since 1970' }),
      plate: z.string().max(32).meta({ description: 'As the engine read it' }),
      id: z
        .string()
        .regex(/^[A-Za-z0-9][A-Za-z0-9._:~-]{0,127}$/)
        .optional()
        .meta({ description: 'Unique among all reads, and without the plate in it' }),
      country: z.string().length(2).optional().meta({ description: 'ISO 3166-1 alpha-2' }),
      confidence: share.optional(),
      characters: z.array(share).max(16).optional(),
      alternatives: z
        .array(z.looseObject({ plate: z.string(), confidence: share.optional() }))
        .max(10)
        .optional(),
      direction: z.enum(['approaching', 'leaving']).optional(),
      lane: z.int().min(0).max(32).optional(),
      speed: z.number().min(0).max(120).optional().meta({ description: 'Metres per second' }),
      vehicle: z
        .looseObject({
          kind: z.string().optional(),
          colour: z.string().optional(),
          make: z.string().optional(),
        })
        .optional(),
      point: z
        .tuple([z.number(), z.number()])
        .optional()
        .meta({ description: 'Of a mobile camera: longitude, latitude' }),
      picture: z
        .string()
        .optional()
        .meta({ description: 'The plate, JPEG or PNG, base64; 2 MB at most' }),
    })
    .meta({ id: 'PlateReadIn' });
  const other = { schema: z.string() };
  return {
    '/api/ingest/anpr': {
      post: {
        summary:
          'Reads of number plates: our own JSON (one, a list, `{reads: […]}`, or NDJSON), and what cameras and ' +
          'engines send as they send it (docs/anpr-ingest.md), recognised by what it is',
        requestParams: {
          query: z.object({
            camera: z.string().optional().meta({ description: 'Whose messages do not say it' }),
            format: z
              .string()
              .optional()
              .meta({ description: 'What it is, where it cannot be told' }),
          }),
        },
        requestBody: {
          content: {
            'application/json': {
              schema: z.union([read, z.array(read), z.looseObject({ reads: z.array(read) })]),
            },
            'application/x-ndjson': other,
            'application/xml': other,
            'text/plain': other,
            'multipart/form-data': { schema: z.looseObject({}) },
            'multipart/mixed': other,
            'application/x-www-form-urlencoded': { schema: z.looseObject({}) },
          },
        },
        responses: answers(ingested, 400, 401, 403, 413, 415, 503, 507),
      },
    },
  };
}
