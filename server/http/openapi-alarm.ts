import { z } from 'zod';
import type { ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { Instant, SpaceName } from '../../shared/entry.ts';

/** The part of the interface that is about calling people together. */
export function alarmPaths(
  answers: (ok: z.ZodType, ...codes: number[]) => ZodOpenApiResponsesObject,
): ZodOpenApiPathsObject {
  const token = z.string().meta({
    description:
      'From the message: `answer.token` of what a gateway was sent. Nobody signs in for it',
  });
  const page = (description: string) => ({
    description,
    content: { 'text/html': { schema: z.string() } },
  });
  return {
    '/api/alarm/answer/{token}': {
      get: {
        summary:
          'The page behind the link of a message, in Dutch and French; asking changes nothing',
        security: [],
        requestParams: { path: z.object({ token }) },
        responses: { '200': page('Two buttons'), '410': page('Unknown, or long over') },
      },
      post: {
        summary: 'Answers a call-out',
        security: [],
        requestParams: { path: z.object({ token }) },
        requestBody: {
          content: {
            'application/x-www-form-urlencoded': {
              schema: z.object({ answer: z.enum(['yes', 'no']) }),
            },
          },
        },
        responses: {
          '200': page('Noted; the page says so'),
          '400': page('Not an answer'),
          '410': page('Unknown, or long over'),
        },
      },
    },
    '/api/alarm/answers': {
      post: {
        summary:
          'Answers that a gateway brings. Signed: `x-belfry-signature: t=<unix seconds>,v1=<HMAC-SHA-256 of ' +
          '"<t>.<body>" with BELFRY_HOOK_SECRET, hexadecimal>`, at most five minutes old. The same answer again is noted once',
        security: [],
        requestBody: {
          content: {
            'application/json': {
              schema: z.strictObject({
                token,
                answer: z.enum(['yes', 'no']),
                at: Instant.optional().meta({
                  description: 'When the person answered, if not now',
                }),
              }),
            },
          },
        },
        responses: {
          ...answers(z.looseObject({}), 400, 401, 404),
          '204': { description: 'Noted' },
        },
      },
    },
    '/api/spaces/{space}/outbox': {
      get: {
        summary:
          'What a space would have sent, where nothing leaves the house: an exercise, or a demo. Needs sight of `alarm` and the clearance `personal`',
        requestParams: { path: z.object({ space: SpaceName }) },
        responses: answers(
          z.object({ simulated: z.boolean(), messages: z.array(z.looseObject({})) }),
          ...[401, 403, 404],
        ),
      },
    },
  };
}
