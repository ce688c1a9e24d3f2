import path from 'node:path';
import { asUnavailable, inTransaction, openDatabase, scrub } from '../database.ts';
import type { Kept, KeyStore } from './keys.ts';

/** Keys in a file of their own, `keys.db`, beside the log. */
const SCHEMA = `
  CREATE TABLE keys (name TEXT PRIMARY KEY, id BLOB, key BLOB, expires INTEGER)
    STRICT, WITHOUT ROWID;
  CREATE INDEX ends ON keys (expires);
  CREATE TABLE master (one INTEGER PRIMARY KEY CHECK (one = 1), key BLOB) STRICT`;

export const keysFile = (dataDir: string): string => path.join(dataDir, 'keys.db');

export function openSqliteKeys(dataDir: string): KeyStore {
  const db = openDatabase(keysFile(dataDir), SCHEMA);
  const sql = {
    put: db.prepare(
      `INSERT INTO keys VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET expires = min(expires, excluded.expires)`,
    ),
    get: db.prepare('SELECT * FROM keys WHERE name = ?'),
    all: db.prepare('SELECT * FROM keys ORDER BY name'),
    remove: db.prepare('DELETE FROM keys WHERE name = ?'),
    expired: db.prepare('SELECT name FROM keys WHERE expires <= ?'),
    offer: db.prepare('INSERT OR IGNORE INTO master VALUES (1, ?)'),
    master: db.prepare('SELECT key FROM master'),
  };

  function peek(name: string): Kept | undefined {
    try {
      const row = sql.get.get(name);
      return row && keptOf(row);
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  return {
    peek,
    make: async (wanted) =>
      inTransaction(db, () =>
        wanted.map(({ name, id, key, expires }) => {
          sql.put.run(name, id, key, expires);
          return peek(name)!;
        }),
      ),
    find: async (names) => names.map(peek),
    all: async () => sql.all.all().map(keptOf),
    async remove(names) {
      if (names.length === 0) return 0;
      const count = inTransaction(db, () =>
        names.reduce((sum, name) => sum + Number(sql.remove.run(name).changes), 0),
      );
      scrub(db);
      return count;
    },
    expired: async (now) => sql.expired.all(now).map((row) => row['name'] as string),
    master: async (offered) =>
      inTransaction(db, () => {
        sql.offer.run(offered);
        return Buffer.from(sql.master.get()!['key'] as Uint8Array);
      }),
    onGone: () => {},
    async close() {
      if (!db.isOpen) return;
      try {
        scrub(db);
      } finally {
        db.close();
      }
    },
  };
}

const keptOf = (row: Record<string, unknown>): Kept => ({
  name: row['name'] as string,
  id: Buffer.from(row['id'] as Uint8Array),
  key: Buffer.from(row['key'] as Uint8Array),
  expires: row['expires'] as number,
});
