import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { Id } from '../../shared/value.ts';
import { SeenEntry, SpaceName } from '../../shared/entry.ts';
import { commandSchemas } from '../../shared/registry.ts';
import { Settings } from '../../shared/settings.ts';

/** `GET /api/openapi.json`: the interface as OpenAPI 3.1, generated from the schemas that check it. */

const Refused = z
  .object({
    code: z
      .string()
      .meta({ description: 'Stable; the message is for people, in the caller’s language' }),
    message: z.string(),
    path: z.string().optional(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Refusal' });

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });
const answers = (ok: z.ZodType, ...codes: number[]): ZodOpenApiResponsesObject => ({
  '200': { description: 'Done', ...json(ok) },
  ...Object.fromEntries(
    codes.map((code) => [`${code}`, { description: 'Refused', ...json(Refused) }]),
  ),
});
const nothing = (...codes: number[]): ZodOpenApiResponsesObject => ({
  '204': { description: 'Done' },
  ...Object.fromEntries(
    codes.map((code) => [`${code}`, { description: 'Refused', ...json(Refused) }]),
  ),
});

export function makeOpenApi(version: string): object {
  const command = z
    .discriminatedUnion(
      'type',
      Object.entries(commandSchemas).map(([type, data]) =>
        z.strictObject({ id: Id, type: z.literal(type), data }),
      ) as unknown as [z.ZodObject<{ type: z.ZodLiteral<string> }>],
    )
    .meta({ id: 'Command' });
  const entry = SeenEntry.meta({ id: 'Entry' });
  const state = z
    .record(z.string(), z.record(z.string(), z.record(z.string(), z.looseObject({}))))
    .meta({ description: 'subject → table → key → row, redacted for the caller' });
  const space = z.object({ space: SpaceName });
  const rejected = z.object({
    index: z.int(),
    code: z.string(),
    message: z.string(),
    path: z.string().optional(),
  });
  const ingested = z
    .object({
      accepted: z.int(),
      unchanged: z.int(),
      rejected: z.array(rejected),
      rejectedCount: z.int().optional(),
    })
    .meta({ id: 'Ingested' });

  const paths: ZodOpenApiPathsObject = {
    '/api/session': {
      post: {
        summary: 'Sign in with a password or a one-time link; sets the session cookie',
        security: [],
        requestBody: json(
          z.union([
            z.strictObject({ user: z.string(), password: z.string() }),
            z.strictObject({ link: z.string() }),
          ]),
        ),
        responses: nothing(400, 401, 429),
      },
      get: { summary: 'Who is signed in', responses: answers(z.looseObject({}), 401) },
      delete: { summary: 'Sign out', responses: nothing(401) },
    },
    '/api/spaces/{space}/commands': {
      post: {
        summary:
          'Send a command. The same id sent again takes effect once and gets the first answer',
        requestParams: { path: space },
        requestBody: json(command),
        responses: answers(
          z.object({ seq: z.int(), events: SeenEntry.shape.events }),
          ...[400, 401, 403, 404, 409, 413, 503, 507],
        ),
      },
    },
    '/api/spaces/{space}/entries': {
      get: {
        summary:
          'Entries after a number, redacted. `Accept: application/x-ndjson` streams all of them',
        requestParams: {
          path: space,
          query: z.object({
            after: z.int().min(0).optional(),
            limit: z.int().min(1).max(1_000).optional(),
          }),
        },
        responses: answers(
          z.object({ entries: z.array(entry), head: z.int() }),
          400,
          401,
          404,
          503,
        ),
      },
    },
    '/api/spaces/{space}/state': {
      get: {
        summary: 'The redacted state now, or as it was at an entry number or an ISO 8601 time',
        requestParams: { path: space, query: z.object({ at: z.string().optional() }) },
        responses: answers(z.object({ seq: z.int(), at: z.string(), state }), 400, 401, 404, 503),
      },
    },
    '/api/ingest/reports': {
      post: {
        summary:
          'Reports of a feed, read by its mapping in config/feeds; JSON, an array, or NDJSON',
        requestParams: { query: z.object({ feed: z.string().optional() }) },
        requestBody: {
          content: {
            'application/json': { schema: z.unknown() },
            'application/x-ndjson': { schema: z.string() },
          },
        },
        responses: answers(ingested, 400, 401, 403, 413, 415, 503, 507),
      },
    },
    '/api/ingest/traffic': {
      post: {
        summary: 'DATEX II situations, version 2 or 3',
        requestBody: { content: { 'application/xml': { schema: z.string() } } },
        responses: answers(ingested, 400, 401, 403, 413, 415, 503, 507),
      },
    },
    '/api/settings': { get: { summary: 'Lists of the centre', responses: answers(Settings, 401) } },
    '/api/people': {
      get: {
        summary: 'Whom work can be given to',
        responses: answers(z.array(z.looseObject({})), 401),
      },
    },
    '/healthz': { get: { summary: 'Alive', security: [], responses: answers(z.looseObject({})) } },
    '/readyz': {
      get: { summary: 'Able to serve', security: [], responses: answers(z.looseObject({}), 503) },
    },
    '/metrics': {
      get: {
        summary: 'Prometheus text',
        security: [],
        responses: {
          '200': { description: 'Numbers', content: { 'text/plain': { schema: z.string() } } },
        },
      },
    },
  };

  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Belfry', version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    security: [{ cookie: [] }, { bearer: [] }],
    components: {
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: 'belfry' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
    paths,
  });
}
