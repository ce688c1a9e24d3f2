import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Snapshot } from './log.ts';

/** A file of its own, written off the main thread: tens of megabytes would hold up the appends. */
export const snapshotFile = (dataDir: string, space: string): string =>
  path.join(dataDir, `snapshot-${safeName(space)}.json`);

/** First line: a header that knows the length of the state, so that a torn file is recognised. */
export async function saveSnapshot(file: string, { state, ...rest }: Snapshot): Promise<void> {
  const draft = `${file}.${randomUUID()}.tmp`;
  const header = JSON.stringify({ ...rest, length: state.length });
  try {
    await writeFile(draft, `${header}\n${state}`, { mode: 0o600, flush: true });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Whatever is wrong with the file: no snapshot, and the log is folded from its start. */
export async function loadSnapshot(file: string): Promise<Snapshot | undefined> {
  try {
    const text = await readFile(file, 'utf8');
    const end = text.indexOf('\n');
    const { length, ...rest } = JSON.parse(text.slice(0, end)) as Snapshot & { length: number };
    const state = text.slice(end + 1);
    return state.length === length ? { ...rest, state } : undefined;
  } catch {
    return undefined;
  }
}

/** Spaces name files too: letters, digits and hyphens only (`live`, `ex-…`, `accounts`). */
function safeName(space: string): string {
  if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(space)) throw new Error(`not a space: ${space}`);
  return space;
}
