import { z } from 'zod';
import type { ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi';

/** The part of the interface that is about the directory as files. */
export function directoryPaths(
  answers: (ok: z.ZodType, ...codes: number[]) => ZodOpenApiResponsesObject,
): ZodOpenApiPathsObject {
  const text = (description: string, type: string) => ({
    ...answers(z.looseObject({}), 401, 403),
    '200': { description, content: { [type]: { schema: z.string() } } },
  });
  const line = z.object({
    line: z.int().meta({ description: 'Of the file, counted from 1' }),
    id: z.string().optional(),
  });
  return {
    '/api/directory.csv': {
      get: {
        summary:
          'The directory as a table: organisations, contacts and duties. The columns `ways` and `note` only with the clearance `personal`',
        responses: text('UTF-8 with its mark, `;` between cells', 'text/csv'),
      },
    },
    '/api/directory.vcf': {
      get: {
        summary:
          'Organisations and contacts as vCards 4.0; numbers only with the clearance `personal`',
        responses: text('RFC 6350', 'text/vcard'),
      },
    },
    '/api/directory/import': {
      post: {
        summary:
          'Takes in a table or vCards, of at most 2 MB and 2000 records. What is not in the file stays. What is refused is told by line, and the rest is taken',
        requestParams: {
          query: z.object({
            dry: z
              .string()
              .optional()
              .meta({ description: '`1`: nothing is done, the answer is the same' }),
            organisation: z.string().optional().meta({
              description: 'Whose the cards are that name no organisation known here',
            }),
          }),
        },
        requestBody: {
          content: {
            'text/csv': { schema: z.string() },
            'text/vcard': { schema: z.string() },
          },
        },
        responses: answers(
          z.object({
            ...{ dry: z.boolean(), new: z.int(), changed: z.int(), unchanged: z.int() },
            refusedCount: z.int(),
            records: z.array(
              line.extend({
                kind: z.enum(['organisation', 'contact', 'duty']),
                label: z.string(),
                what: z.enum(['new', 'changed']),
                fields: z.array(z.string()),
              }),
            ),
            refused: z.array(
              line.extend({
                ...{ code: z.string(), message: z.string(), path: z.string().optional() },
              }),
            ),
          }),
          ...[400, 401, 403, 413, 415],
        ),
      },
    },
  };
}
