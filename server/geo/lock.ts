import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { GeoRefused } from './refused.ts';

/**
 * One at a time: two imports would each write a manifest without the other's layer. SQLite's lock on an
 * empty file: the system lets go of it with the process, however that ends, and nobody has to guess
 * whether a lock that is there still belongs to somebody. Throws `GeoRefused` when another holds it.
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = join(folder, '.import-lock');
  const lock = new DatabaseSync(file);
  try {
    begin(lock, file);
    return await work();
  } finally {
    lock.close();
  }
}

function begin(lock: DatabaseSync, file: string): void {
  try {
    // Nothing is ever written: on a full disk, too, a layer can be removed.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    const { errcode, message } = error as { errcode?: number; message?: string };
    throw new GeoRefused([
      errcode === BUSY
        ? 'another import is running; try again when it is done'
        : `${file}: ${message}`,
    ]);
  }
}
/** `SQLITE_BUSY`. https://www.sqlite.org/rescode.html#busy */
const BUSY = 5;
