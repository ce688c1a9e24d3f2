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
import { Fix } from '../../shared/subject/unit/schema.ts';
import { alarmPaths } from './openapi-alarm.ts';
import { anprIngestPaths } from './openapi-anpr-ingest.ts';
import { anprPaths } from './openapi-anpr.ts';
import { directoryPaths } from './openapi-directory.ts';
import { geoPaths } from './openapi-geo.ts';
import { planPaths } from './openapi-plan.ts';

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
const refusals = (...codes: number[]): ZodOpenApiResponsesObject => ({
  ...Object.fromEntries(
    codes.map((code) => [`${code}`, { description: 'Refused', ...json(Refused) }]),
  ),
  default: { description: 'Refused', ...json(Refused) },
});
const answers = (ok: z.ZodType, ...codes: number[]): ZodOpenApiResponsesObject => ({
  '200': { description: 'Done', ...json(ok) },
  ...refusals(...codes),
});
const nothing = (...codes: number[]): ZodOpenApiResponsesObject => ({
  '204': { description: 'Done' },
  ...refusals(...codes),
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
  const secret = z.object({ link: z.string().optional(), token: z.string().optional() });
  const account = z
    .object({
      id: z.string(),
      user: z.string(),
      name: z.string(),
      role: z.string(),
      machine: z.boolean(),
      blocked: z.boolean(),
      demo: z.boolean(),
      created: z.string(),
      lastSignIn: z.string().optional(),
      passwordSet: z.boolean(),
      sessions: z.int(),
    })
    .meta({ id: 'Account' });
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
      get: {
        summary: 'Who is signed in, and what their role may',
        responses: answers(z.looseObject({}), 401),
      },
      delete: { summary: 'Sign out', responses: nothing(401) },
    },
    '/api/session/password': {
      post: {
        summary: 'Choose one’s own password; ends one’s other sessions',
        requestBody: json(z.strictObject({ password: z.string() })),
        responses: nothing(400, 401, 403, 503, 507),
      },
    },
    '/api/accounts': {
      get: {
        summary: 'All people and machines; needs the right "accounts"',
        responses: answers(z.array(account), 401, 403),
      },
      post: {
        summary: 'A new person (answered with a one-time link) or machine (with its token)',
        requestBody: json(z.strictObject({ user: z.string(), name: z.string(), role: z.string() })),
        responses: {
          '201': { description: 'Done', ...json(secret.extend({ id: z.string() })) },
          ...refusals(400, 401, 403, 409, 503, 507),
        },
      },
    },
    '/api/accounts/{id}': {
      patch: {
        summary: 'Change name, role or blocking; takes effect at once',
        requestParams: { path: z.object({ id: z.string() }) },
        requestBody: json(
          z.strictObject({
            name: z.string().optional(),
            role: z.string().optional(),
            blocked: z.boolean().optional(),
          }),
        ),
        responses: nothing(400, 401, 403, 404, 409, 503, 507),
      },
    },
    '/api/accounts/{id}/link': {
      post: {
        summary: 'A new one-time link or token in place of the one before',
        requestParams: { path: z.object({ id: z.string() }) },
        responses: answers(secret, 401, 403, 404, 503, 507),
      },
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
    '/api/spaces/{space}/positions': {
      get: {
        summary: 'Where units are now, as far as the caller may know it',
        requestParams: { path: space },
        responses: answers(
          z.object({ now: z.string(), fixes: z.array(Fix.meta({ id: 'Fix' })) }),
          ...[401, 404],
        ),
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
    '/api/ingest/positions': {
      post: {
        summary:
          'Where units are: GeoJSON points (NDJSON: one feature a line), or Cursor on Target events. ' +
          'Needs the permission `unit.report`',
        requestBody: {
          content: {
            'application/geo+json': { schema: z.looseObject({}) },
            'application/json': { schema: z.unknown() },
            'application/x-ndjson': { schema: z.string() },
            'application/xml': { schema: z.string() },
          },
        },
        responses: answers(ingested, 400, 401, 403, 413, 415),
      },
    },
    '/api/ingest/traffic': {
      post: {
        summary: 'DATEX II situations, version 2 or 3',
        requestBody: { content: { 'application/xml': { schema: z.string() } } },
        responses: answers(ingested, 400, 401, 403, 413, 415, 503, 507),
      },
    },
    '/api/ingest/cap': {
      post: {
        summary:
          'Weather warnings for wind as CAP 1.1 or 1.2, alone or in an envelope; what they are about ' +
          'is in config/feeds/cap.yaml',
        requestBody: { content: { 'application/xml': { schema: z.string() } } },
        responses: answers(ingested, 400, 401, 403, 413, 415, 503, 507),
      },
    },
    '/api/settings': { get: { summary: 'Lists of the centre', responses: answers(Settings, 401) } },
    ...alarmPaths(answers),
    ...anprIngestPaths(answers, ingested),
    ...anprPaths(answers),
    ...directoryPaths(answers),
    ...geoPaths(answers),
    ...planPaths(answers),
    '/api/people': {
      get: {
        summary: 'Whom work can be given to',
        responses: answers(z.array(z.looseObject({})), 401, 403),
      },
    },
    '/api/openapi.json': {
      get: { summary: 'This document', security: [], responses: answers(z.looseObject({})) },
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
