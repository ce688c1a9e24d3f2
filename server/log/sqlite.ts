import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Entry } from '../../shared/entry.ts';
import { groupText } from './chain.ts';
import { LogUnavailable } from './log.ts';
import type { Appended, Log, Tail } from './log.ts';
import { loadSnapshot, saveSnapshot, snapshotFile } from './snapshot-file.ts';

/**
 * The embedded log: one file, nothing to install.
 *
 * One row holds one append group, as a JSON array: at 256 entries a group this is 1.7 times as fast
 * as a row per entry. `commands` finds a command again and forbids it a second time; ids are time
 * ordered (UUIDv7), so its writes stay at the right edge of the tree.
 */
const SCHEMA_VERSION = 1;
const SCHEMA = `
  CREATE TABLE groups (space TEXT, last INTEGER, body TEXT, PRIMARY KEY (space, last)) STRICT;
  CREATE TABLE commands (space TEXT, id TEXT, seq INTEGER, PRIMARY KEY (space, id))
    STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${SCHEMA_VERSION};`;

/** How often other processes' writes are looked for; this process's own need no looking. */
const POLL_MS = 200;
const PAGE = 1_000;
const FRESH_MS = 2_000;

export interface SqliteOptions {
  dataDir: string;
  /** For tests: the connection, to limit its size. */
  onOpen?: (db: DatabaseSync) => void;
}

interface Follower {
  space: string;
  last: number;
  onEntries: (entries: Entry[]) => void;
  /** Reading failed or the storage has a gap: not fresh until a read succeeds. */
  broken: boolean;
  reading: boolean;
  stopped: boolean;
}

export const logFile = (dataDir: string): string => path.join(dataDir, 'belfry.db');

export async function openSqliteLog({ dataDir, onOpen }: SqliteOptions): Promise<Log> {
  const file = logFile(dataDir);
  const db = openFile(dataDir, file);
  onOpen?.(db);
  const inode = fs.statSync(file).ino;

  const sql = {
    begin: db.prepare('BEGIN IMMEDIATE'),
    commit: db.prepare('COMMIT'),
    rollback: db.prepare('ROLLBACK'),
    head: db.prepare('SELECT max(last) AS seq FROM groups WHERE space = ?'),
    group: db.prepare('INSERT INTO groups VALUES (?, ?, ?)'),
    commands: db.prepare('INSERT INTO commands SELECT ?, value, ? + key FROM json_each(?)'),
    read: db.prepare('SELECT last, body FROM groups WHERE space = ? AND last > ? ORDER BY last'),
    find: db.prepare('SELECT seq FROM commands WHERE space = ? AND id = ?'),
    spaces: db.prepare('SELECT DISTINCT space FROM groups ORDER BY space'),
    version: db.prepare('PRAGMA data_version'),
  };

  const followers = new Set<Follower>();
  let answered = performance.now();
  let version = sql.version.get()!['data_version'];
  const timer = setInterval(poll, POLL_MS);
  timer.unref();

  /** Writing into a file that was moved away would be acknowledged and lost. */
  function requireFile(): void {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (stat?.ino !== inode)
      throw new LogUnavailable(`${file} was moved, removed or replaced while open: restart`);
  }

  function headSeq(space: string): number {
    return (sql.head.get(space)!['seq'] as number | null) ?? 0;
  }

  function readNow(space: string, after: number, limit: number): Entry[] {
    const found: Entry[] = [];
    if (limit <= 0) return found;
    for (const row of sql.read.iterate(space, after)) {
      for (const entry of parseGroup(space, row['last'] as number, row['body'] as string)) {
        if (entry.seq > after) found.push(entry);
        if (found.length === limit) return found;
      }
    }
    return found;
  }

  function appendNow(space: string, expectedSeq: number, entries: readonly Entry[]): Appended {
    try {
      requireFile();
      sql.begin.run();
      const head = headSeq(space);
      if (head !== expectedSeq) {
        sql.rollback.run();
        return { ok: false, reason: 'conflict', head };
      }
      sql.group.run(space, expectedSeq + entries.length, groupText(entries));
      const ids = JSON.stringify(entries.map((entry) => entry.command.id));
      sql.commands.run(space, expectedSeq + 1, ids);
      sql.commit.run();
      return { ok: true };
    } catch (error) {
      // A failed COMMIT may or may not have ended the transaction.
      if (db.isOpen && db.isTransaction) sql.rollback.run();
      // A command id that was written before: the head then stands where the caller expects it.
      if (isDuplicate(error)) return { ok: false, reason: 'conflict', head: headSeq(space) };
      const { message } = error as Error;
      return { ok: false, reason: isFull(error) ? 'full' : 'unavailable', message };
    }
  }

  /** Own writes go straight to the tails that are up to date; the others find them when reading on. */
  function handOver(space: string, expectedSeq: number, entries: readonly Entry[]): void {
    for (const follower of followers) {
      if (follower.space !== space || follower.last !== expectedSeq) continue;
      follower.last += entries.length;
      queueMicrotask(() => {
        if (!follower.stopped) follower.onEntries([...entries]);
      });
    }
  }

  function poll(): void {
    let changed = false;
    try {
      requireFile();
      const now = sql.version.get()!['data_version'];
      changed = now !== version;
      version = now;
      answered = performance.now();
    } catch {
      return; // the age of `answered` tells
    }
    for (const follower of followers) if (changed || follower.broken) readOn(follower);
  }

  /** One page at a time, so that a long tail leaves the process room for other work. */
  function readOn(follower: Follower): void {
    if (follower.reading) return;
    follower.reading = true;
    setImmediate(() => {
      follower.reading = false;
      if (follower.stopped) return;
      let entries: Entry[] = [];
      try {
        entries = readNow(follower.space, follower.last, PAGE);
        follower.broken = !follows(follower.last, entries);
      } catch {
        follower.broken = true;
      }
      if (follower.broken || entries.length === 0) return;
      follower.last += entries.length;
      follower.onEntries(entries);
      readOn(follower);
    });
  }

  function tail(space: string, after: number, onEntries: (entries: Entry[]) => void): Tail {
    const state = { broken: false, reading: false, stopped: false };
    const follower: Follower = { space, last: after, onEntries, ...state };
    followers.add(follower);
    readOn(follower);
    return {
      fresh: () => !follower.stopped && !follower.broken && performance.now() - answered < FRESH_MS,
      stop: async () => {
        follower.stopped = true;
        followers.delete(follower);
      },
    };
  }

  function reading<T>(read: () => T): T {
    try {
      requireFile();
      return read();
    } catch (error) {
      if (error instanceof LogUnavailable) throw error;
      throw new LogUnavailable((error as Error).message, { cause: error });
    }
  }

  return {
    head: async (space) =>
      reading(() => {
        const newest = readNow(space, headSeq(space) - 1, 1)[0];
        return newest ? { seq: newest.seq, hash: newest.hash } : { seq: 0, hash: '' };
      }),
    append: async (space, expectedSeq, entries) => {
      requireNumbered(expectedSeq, entries);
      const result = appendNow(space, expectedSeq, entries);
      if (result.ok) handOver(space, expectedSeq, entries);
      return result;
    },
    read: async (space, after, limit) => reading(() => readNow(space, after, limit)),
    find: async (space, commandIds) =>
      reading(() => {
        const found = new Map<string, number>();
        for (const id of commandIds) {
          const row = sql.find.get(space, id);
          if (row) found.set(id, row['seq'] as number);
        }
        return found;
      }),
    tail,
    spaces: async () => reading(() => sql.spaces.all().map((row) => row['space'] as string)),
    saveSnapshot: (space, snapshot) => saveSnapshot(snapshotFile(dataDir, space), snapshot),
    loadSnapshot: (space) => loadSnapshot(snapshotFile(dataDir, space)),
    close: async () => {
      clearInterval(timer);
      for (const follower of followers) follower.stopped = true;
      followers.clear();
      if (!db.isOpen) return;
      try {
        db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } catch {
        // Disk full: the entries stay in the WAL, where the next opening finds them.
      }
      db.close();
    },
  };
}

function openFile(dataDir: string, file: string): DatabaseSync {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // Made before SQLite opens it: the WAL takes over its permissions.
  fs.closeSync(fs.openSync(file, 'a', 0o600));
  fs.chmodSync(file, 0o600);
  const db = new DatabaseSync(file, { timeout: 2_000 });
  try {
    db.exec('PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    db.exec('PRAGMA wal_autocheckpoint = 2000; PRAGMA cache_size = -32000');
    db.exec('BEGIN IMMEDIATE');
    const version = db.prepare('PRAGMA user_version').get()!['user_version'] as number;
    if (version > SCHEMA_VERSION)
      throw new Error(
        `${file} was written by a newer Belfry (schema ${version}, this one knows ${SCHEMA_VERSION}): update Belfry`,
      );
    if (version === 0) db.exec(SCHEMA);
    db.exec('COMMIT');
    syncFolder(dataDir);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The name of a new file is durable only when its folder is. */
function syncFolder(folder: string): void {
  const fd = fs.openSync(folder, 'r');
  fs.fsyncSync(fd);
  fs.closeSync(fd);
}

function parseGroup(space: string, last: number, body: string): Entry[] {
  try {
    return JSON.parse(body) as Entry[];
  } catch {
    throw new LogUnavailable(`the entries of ${space} up to ${last} cannot be read: damaged`);
  }
}

const codeOf = (error: unknown): number => (error as { errcode?: number }).errcode ?? 0;

/** SQLITE_CONSTRAINT_PRIMARYKEY, _UNIQUE. */
const isDuplicate = (error: unknown): boolean => [1555, 2067].includes(codeOf(error));

/**
 * SQLITE_FULL, IOERR_WRITE, IOERR_TRUNCATE, IOERR_SHMOPEN, IOERR_SHMSIZE: surely not written.
 * A failed fsync is not among them: whether it was written shows only after a restart.
 */
const isFull = (error: unknown): boolean => [13, 778, 1546, 4618, 4874].includes(codeOf(error));

/** A group that is empty or wrongly numbered is a bug of the caller, never a conflict. */
function requireNumbered(expectedSeq: number, entries: readonly Entry[]): void {
  if (entries.length === 0 || !follows(expectedSeq, entries))
    throw new Error(`append: the entries are not numbered from ${expectedSeq + 1}`);
}

const follows = (last: number, entries: readonly Entry[]): boolean =>
  entries.every((entry, i) => entry.seq === last + 1 + i);
