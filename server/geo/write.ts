import { randomUUID } from 'node:crypto';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Files that are either the old ones or the new ones, whole, whenever the power goes. */

/** `fill` writes the draft; only when it is on disk does it take the name of `file`. */
export async function replaceFile(
  file: string,
  fill: (draft: string) => Promise<void>,
): Promise<void> {
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    await fill(draft);
    await sync(draft);
    await rename(draft, file);
    await sync(dirname(file));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

export const replaceText = (file: string, text: string | Iterable<string>): Promise<void> =>
  replaceFile(file, (draft) => writeFile(draft, text, { mode: 0o600 }));

/** A directory too: without it the new name may be lost with the power. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
