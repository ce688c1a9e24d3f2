import { z } from 'zod';
import { commandSchemas } from './registry.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { AnyCommand } from './subject.ts';
import { Id } from './value.ts';

/** A command as anybody sends it. `id` makes it safe to send again: it takes effect once. */
export const Envelope = z.strictObject({
  id: Id,
  type: z.string().max(60),
  data: z.record(z.string(), z.unknown()),
});

export interface Issue {
  path: string;
  message: string;
}
export type Checked =
  { ok: true; command: AnyCommand } | { ok: false; refusal: Refusal; issues: Issue[] };

/** Bytes from outside become a command, or a refusal that names the places. Unknown fields are refused: they are typing errors. */
export function checkCommand(input: unknown): Checked {
  const envelope = Envelope.safeParse(input);
  if (!envelope.success) return { ok: false, ...problems(envelope.error, []) };
  const { id, type } = envelope.data;
  // As it came: the parsed copy lacks a `__proto__`, which is to be refused, not dropped.
  const { data } = input as { data: unknown };
  const schema = Object.hasOwn(commandSchemas, type) ? commandSchemas[type] : undefined;
  if (!(schema instanceof z.ZodObject))
    return { ok: false, refusal: refuse('command-unknown', 'type'), issues: [] };
  const parsed = schema.strict().safeParse(data);
  if (!parsed.success) return { ok: false, ...problems(parsed.error, ['data']) };
  return { ok: true, command: { id, type, data: parsed.data } };
}

/** At most 20 issues, each with its path; never the offending value, which may be anything. */
export function problems(error: z.ZodError, under: readonly PropertyKey[]) {
  const issues = error.issues.slice(0, 20).map((issue) => ({
    path: [...under, ...issue.path].map(String).join('.').slice(0, 200),
    message:
      issue.code === 'unrecognized_keys' ? 'unrecognized field' : issue.message.slice(0, 200),
  }));
  return { refusal: refuse('invalid', issues[0]?.path), issues };
}
