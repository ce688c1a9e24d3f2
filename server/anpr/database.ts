import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LogUnavailable } from '../log/log.ts';

/**
 * A file of SQLite for personal data: what is deleted is overwritten (`secure_delete`), the file is its
 * owner's alone, and what was committed is on disk. The write-ahead log is emptied by `scrub`, for what is
 * deleted still stands there. What the disk itself keeps (spare blocks of an SSD, snapshots of a file
 * system) is beyond any program: the volume must be encrypted.
 */
export function openDatabase(file: string, schema: string, version = 1): DatabaseSync {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  // Made before SQLite opens it: the WAL takes over its permissions.
  fs.closeSync(fs.openSync(file, 'a', 0o600));
  fs.chmodSync(file, 0o600);
  const db = new DatabaseSync(file, { timeout: 2_000 });
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    db.exec('BEGIN IMMEDIATE');
    const known = db.prepare('PRAGMA user_version').get()!['user_version'] as number;
    if (known > version)
      throw new Error(
        `${file} was written by a newer Belfry (schema ${known}, this one knows ${version}): update Belfry`,
      );
    if (known === 0) db.exec(`${schema}; PRAGMA user_version = ${version}`);
    db.exec('COMMIT');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Takes what was deleted out of the write-ahead log. Another reader may be in the way: then at the next time. */
export function scrub(db: DatabaseSync): void {
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

/** All or nothing; what SQLite refuses (disk full, file gone) becomes `LogUnavailable`. */
export function inTransaction<T>(db: DatabaseSync, write: () => T): T {
  try {
    db.exec('BEGIN IMMEDIATE');
    const result = write();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isOpen && db.isTransaction) db.exec('ROLLBACK');
    throw asUnavailable(error);
  }
}

export const asUnavailable = (error: unknown): unknown =>
  (error as { code?: string }).code === 'ERR_SQLITE_ERROR'
    ? new LogUnavailable((error as Error).message, { cause: error })
    : error;
