import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GeoRefused } from './refused.ts';

/** One at a time: two imports would each write a manifest without the other's layer. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, '.lock');
  for (let tries = 0; ; tries += 1) {
    const handle = await open(lock, 'wx', 0o600).catch(async (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      return undefined;
    });
    if (handle) {
      await handle.writeFile(String(process.pid));
      await handle.close();
      break;
    }
    const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
    if (tries > 0 || lives(holder))
      throw new GeoRefused([
        `another import is running (process ${holder}); if it is not, delete ${lock}`,
      ]);
    await rm(lock, { force: true });
  }
  return work().finally(() => rm(lock, { force: true }));
}

function lives(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
