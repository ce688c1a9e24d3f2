import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LogUnavailable } from '../../log/log.ts';
import { asUnavailable, openDatabase } from '../database.ts';
import { needless, type Kept, type ListStore, type Version } from './store.ts';

/** The embedded store: `hotlists.db` in the data folder. Several threads and processes may have it open. */
const SCHEMA = `
  CREATE TABLE versions (list TEXT, version INTEGER, body TEXT, PRIMARY KEY (list, version)) STRICT, WITHOUT ROWID;
  CREATE TABLE blocks (list TEXT, block INTEGER, since INTEGER, key TEXT, bytes BLOB,
    PRIMARY KEY (list, block, since)) STRICT`;

/** A big list is written in some seconds, by another thread or process; nobody blocks his own for that. */
const TRIES_MS = 20_000;
const AGAIN_MS = 40;
const SQLITE_BUSY = 5;

export const listsFile = (dataDir: string): string => path.join(dataDir, 'hotlists.db');

export function openSqliteLists(dataDir: string): ListStore {
  const db = openDatabase(listsFile(dataDir), SCHEMA);
  db.exec('PRAGMA busy_timeout = 0; PRAGMA cache_size = -8000');
  const sql = {
    data: db.prepare('PRAGMA data_version'),
    heads: db.prepare('SELECT body, max(version) FROM versions GROUP BY list ORDER BY list'),
    head: db.prepare('SELECT max(version) AS version FROM versions WHERE list = ?'),
    since: db.prepare('SELECT body FROM versions WHERE list = ? AND version > ? ORDER BY version'),
    version: db.prepare('SELECT body FROM versions WHERE list = ? AND version = ?'),
    numbers: db.prepare('SELECT version, body FROM versions WHERE list = ?'),
    block: db.prepare(
      'SELECT block, since, key, bytes FROM blocks WHERE list = ? AND block = ? AND since <= ? ORDER BY since DESC LIMIT 1',
    ),
    under: db.prepare('SELECT block, since, key, bytes FROM blocks WHERE list = ? AND key <> ?'),
    written: db.prepare('SELECT block, since FROM blocks WHERE list = ? ORDER BY block, since'),
    keys: db.prepare('SELECT DISTINCT key FROM blocks WHERE list = ?'),
    addVersion: db.prepare('INSERT INTO versions VALUES (?, ?, ?)'),
    addBlock: db.prepare('INSERT OR REPLACE INTO blocks VALUES (?, ?, ?, ?, ?)'),
    dropVersion: db.prepare('DELETE FROM versions WHERE list = ? AND version = ?'),
    dropBlock: db.prepare('DELETE FROM blocks WHERE list = ? AND block = ? AND since = ?'),
  };
  let [seen, heads] = [-1, [] as Version[]];

  async function asked<T>(read: () => T): Promise<T> {
    try {
      return read();
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  /** Writes when its turn comes: what waits is this call, never the thread. */
  async function inTurn<T>(write: () => T): Promise<T> {
    const give = performance.now() + TRIES_MS;
    for (;;) {
      try {
        db.exec('BEGIN IMMEDIATE');
        const result = write();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        if (db.isOpen && db.isTransaction) db.exec('ROLLBACK');
        const busy = ((error as { errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY;
        if (!busy) throw asUnavailable(error);
        if (performance.now() > give)
          throw new LogUnavailable('the hot lists are being written by another process');
      }
      await sleep(AGAIN_MS);
    }
  }

  const keep = (list: string, { block, since, key, bytes }: Kept) =>
    sql.addBlock.run(list, block, since, key, bytes);

  return {
    heads: () =>
      asked(() => {
        const now = sql.data.get()!['data_version'] as number;
        if (now !== seen) heads = sql.heads.all().map(versionOf);
        seen = now;
        return heads;
      }),
    since: (list, after) => asked(() => sql.since.all(list, after).map(versionOf)),
    version: (list, version) =>
      asked(() => {
        const row = sql.version.get(list, version);
        return row && versionOf(row);
      }),
    block: ({ list, version }, block) =>
      asked(() => sql.block.get(list.id, block, version) as Kept | undefined),
    async *blocks({ list, version, blocks }) {
      for (let i = 0; i < blocks; i++) {
        const kept = await asked(() => sql.block.get(list.id, i, version) as Kept | undefined);
        if (kept) yield kept;
      }
    },
    write: (row, blocks) =>
      inTurn(() => {
        const head = (sql.head.get(row.list.id)!['version'] as number | null) ?? 0;
        if (head !== row.version - 1) return false;
        for (const one of blocks) keep(row.list.id, one);
        sql.addVersion.run(row.list.id, row.version, JSON.stringify(row));
        seen = -1;
        return true;
      }),
    async *under(list, otherThan) {
      yield* await asked(() => sql.under.all(list, otherThan) as unknown as Kept[]);
    },
    replace: (list, blocks) =>
      inTurn(() => {
        for (const one of blocks) keep(list, one);
      }),
    tidy: (list, kept) =>
      inTurn(() => {
        const rows = sql.numbers.all(list).map(versionOf);
        const gone = rows.filter(({ version }) => !kept.has(version));
        const stay = rows.filter(({ version }) => kept.has(version));
        const written = Map.groupBy(
          sql.written.all(list) as unknown as { block: number; since: number }[],
          ({ block }) => block,
        );
        let blocks = 0;
        for (const [block, some] of written)
          for (const since of needless(
            some.map((one) => one.since),
            block,
            stay,
          )) {
            sql.dropBlock.run(list, block, since);
            blocks += 1;
          }
        for (const { version } of gone) sql.dropVersion.run(list, version);
        return { versions: gone.length, blocks };
      }),
    keys: (list) => asked(() => sql.keys.all(list).map((row) => row['key'] as string)),
    async close() {
      if (db.isOpen) db.close();
    },
  };
}

const versionOf = (row: Record<string, unknown>): Version =>
  JSON.parse(row['body'] as string) as Version;
