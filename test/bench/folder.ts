import fs from 'node:fs';
import path from 'node:path';

/** A folder on the same disk as the program: the temporary folder is often no disk at all. */
export function benchFolder(name: string): { path: string; remove(): void } {
  fs.mkdirSync('.cache', { recursive: true });
  const folder = path.resolve(fs.mkdtempSync(path.join('.cache', `bench-${name}-`)));
  return { path: folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}
