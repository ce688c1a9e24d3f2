import { explain } from '../../shared/explain.ts';
import { BATCH } from '../../shared/subject/directory/schema.ts';
import type { Who } from '../auth/auth.ts';
import { ConfigMistake } from '../config.ts';
import type { Gate } from '../gate.ts';
import { readDirectory, type DirectoryFiles } from './files.ts';

/**
 * Puts the directory that is shipped into a space, once: the commands have fixed ids, so that every later
 * start, and a second process, finds them done. From then on the log leads, and edits of the files have
 * no effect. Throws `ConfigMistake` where the plan does not know what a record names.
 */
export async function seedDirectory(options: {
  config: string;
  space: string;
  gate: Gate;
  who: Who;
}): Promise<void> {
  const files = readDirectory(options.config);
  for (const [id, data] of batches(files)) {
    const passed = await options.gate.submit(options.who, options.space, {
      id,
      type: 'directory.import',
      data: { ...data },
    });
    if (passed.ok) continue;
    const path = passed.refusal.path ?? '';
    const record = recordAt(data, path);
    throw new ConfigMistake(
      `directory: ${[record, path].filter(Boolean).join(': ')}: ${explain(passed.refusal, 'en')}`,
    );
  }
}

/** What others name comes first. */
export function* batches(
  files: Partial<Record<keyof DirectoryFiles, readonly unknown[]>>,
  prefix = 'directory-seed',
): Generator<[id: string, data: Record<string, readonly unknown[]>]> {
  for (const name of ['organisations', 'contacts', 'duties'] as const) {
    const list = files[name] ?? [];
    for (let at = 0; at < list.length; at += BATCH)
      yield [`${prefix}-${name}-${at / BATCH + 1}`, { [name]: list.slice(at, at + BATCH) }];
  }
}

/** `data.contacts.3.holds.0` → the id of that record. */
export function recordAt(
  data: Record<string, readonly unknown[]>,
  path: string,
): string | undefined {
  const [, name = '', index = ''] = path.split('.');
  return (data[name]?.[Number(index)] as { id?: string } | undefined)?.id;
}
