import { z } from 'zod';
import type { ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi';

/** The part of the interface that is about the regional plan. */
export function planPaths(
  answers: (ok: z.ZodType, ...codes: number[]) => ZodOpenApiResponsesObject,
): ZodOpenApiPathsObject {
  const name = z.looseObject({ nl: z.string(), fr: z.string() });
  const named = z.array(z.looseObject({ id: z.string(), name }));
  const lines = z.array(z.string());
  const state = z
    .object({
      edition: z.string(),
      since: z.iso.datetime(),
      warnings: lines.optional(),
      refused: z
        .object({ at: z.iso.datetime(), mistakes: lines })
        .optional()
        .meta({ description: 'Why the files as they are now did not come into force' }),
    })
    .meta({ id: 'PlanState' });
  return {
    '/api/plan': {
      get: {
        summary: 'The plan in force: workflows, phases, functions, channels. `ETag` is its edition',
        responses: answers(
          z.looseObject({
            edition: z.string(),
            measures: z.array(z.string()),
            workflows: z.array(
              z.looseObject({
                id: z.string(),
                kind: z.enum(['workflow', 'block']),
                edition: z.int(),
                hash: z.string(),
                title: name,
                types: z.array(z.string()),
                steps: z.array(z.looseObject({ id: z.string(), measures: z.array(z.string()) })),
              }),
            ),
            phases: named,
            categories: named,
            functions: named,
            channels: named,
            municipalities: named,
          }),
          401,
        ),
      },
    },
    '/api/plan/measures': {
      get: {
        summary: 'The 120 measures of the regional plan in full, by theme',
        responses: answers(
          z.object({
            themes: z.array(
              z.looseObject({
                theme: z.int(),
                title: name,
                measures: z.array(z.looseObject({ id: z.string(), text: z.string() })),
              }),
            ),
          }),
          401,
        ),
      },
    },
    '/api/plan/state': {
      get: {
        summary:
          'Edition in force and since when; for who administers or supervises, also what was refused',
        responses: answers(state, 401),
      },
    },
    '/api/plan/reload': {
      post: {
        summary: 'Read the files again. A plan with mistakes leaves the one in force, and is told',
        responses: answers(state, 401, 403),
      },
    },
  };
}
