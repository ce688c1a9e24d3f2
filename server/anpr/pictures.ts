import path from 'node:path';
import { LogUnavailable } from '../log/log.ts';
import { ANSWER_MS, connectTo, within } from '../log/redis-connection.ts';
import { inTransaction, openDatabase, scrub } from './database.ts';
import { packCrop, unpackCrop } from './reads/row.ts';
import type { AlertPictures } from './store.ts';
import type { OpenedVault } from './vault/open.ts';

/** Pictures of alerts, sealed under the alert's own key: in `pictures.db` beside the log, or in Redis. */
export interface PicturesOptions {
  dataDir: string;
  redisUrl?: string | undefined;
  vault: Pick<OpenedVault, 'sealBytes' | 'openBytes' | 'fingerprint' | 'known'>;
}
export interface OpenedPictures extends AlertPictures {
  /** Deletes those whose end has come by this moment; tells how many. */
  expire(now: string): Promise<number>;
  close(): Promise<void>;
}

/** Where sealed bytes are; ids are fingerprints. */
interface Shelf {
  put(alert: string, id: string, body: Uint8Array, expires: number): Promise<void>;
  get(alert: string, id: string): Promise<Uint8Array | undefined>;
  forget(alerts: readonly string[]): Promise<void>;
  expire(now: number): Promise<number>;
  close(): Promise<void>;
}

/** The name of an alert's key in the vault. */
export const alertKey = (alert: string): string => `alert:${alert}`;

export async function openPictures(options: PicturesOptions): Promise<OpenedPictures> {
  const { dataDir, redisUrl, vault } = options;
  const shelf = redisUrl ? await onRedis(redisUrl) : onDisk(dataDir);
  const idOf = (alert: string, read: string) => vault.fingerprint(`picture ${alert} ${read}`);
  return {
    async put(alert, read, crop, expires) {
      const body = await vault.sealBytes(alertKey(alert), expires, packCrop(crop));
      await shelf.put(alert, idOf(alert, read), body, Date.parse(expires));
    },
    async get(alert, read) {
      const body = await shelf.get(alert, idOf(alert, read));
      if (body) await vault.known(alertKey(alert)); // Of another process: then it is at hand.
      return body && unpackCrop(vault.openBytes(body));
    },
    forget: (alerts) => shelf.forget(alerts),
    expire: (now) => shelf.expire(Date.parse(now)),
    close: () => shelf.close(),
  };
}

function onDisk(dataDir: string): Shelf {
  const db = openDatabase(
    path.join(dataDir, 'pictures.db'),
    `CREATE TABLE pictures (alert TEXT, id TEXT, body BLOB, expires INTEGER, PRIMARY KEY (alert, id)) STRICT;
     CREATE INDEX ends ON pictures (expires)`,
  );
  const sql = {
    put: db.prepare('INSERT OR IGNORE INTO pictures VALUES (?, ?, ?, ?)'),
    get: db.prepare('SELECT body FROM pictures WHERE alert = ? AND id = ?'),
    forget: db.prepare('DELETE FROM pictures WHERE alert = ?'),
    expire: db.prepare('DELETE FROM pictures WHERE expires <= ?'),
  };
  return {
    put: async (...row) => void inTransaction(db, () => sql.put.run(...row)),
    get: async (alert, id) => sql.get.get(alert, id)?.['body'] as Uint8Array | undefined,
    async forget(alerts) {
      if (alerts.length === 0) return;
      inTransaction(db, () => alerts.forEach((alert) => sql.forget.run(alert)));
      scrub(db);
    },
    async expire(now) {
      const { changes } = inTransaction(db, () => sql.expire.run(now));
      if (changes > 0) scrub(db);
      return Number(changes);
    },
    close: async () => {
      if (db.isOpen) db.close();
    },
  };
}

async function onRedis(url: string): Promise<Shelf> {
  const client = connectTo(url);
  client.on('error', () => {}); // An outage is told by the log.
  await within(5_000, client.connect());
  const key = (alert: string) => `belfry:{anpr}:pictures:${alert}`;
  async function ask<T>(reply: Promise<T>): Promise<T> {
    try {
      return await within(ANSWER_MS, reply);
    } catch (error) {
      if (error instanceof LogUnavailable) throw error;
      throw new LogUnavailable((error as Error).message, { cause: error });
    }
  }
  return {
    async put(alert, id, body, expires) {
      await ask(client.hSetNX(key(alert), id, Buffer.from(body).toString('base64')));
      await ask(client.pExpireAt(key(alert), expires));
    },
    async get(alert, id) {
      const text = await ask(client.hGet(key(alert), id));
      return text ? Buffer.from(text, 'base64') : undefined;
    },
    async forget(alerts) {
      if (alerts.length > 0) await ask(client.unlink(alerts.map(key)));
    },
    expire: async () => 0, // Redis does it.
    close: async () => client.destroy(),
  };
}
