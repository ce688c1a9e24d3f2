import fs from 'node:fs';
import type { LookRow } from '../../../shared/anpr/lookback.ts';
import type { Crop, Passed } from '../../../shared/anpr/read.ts';
import { inTransaction, openDatabase, scrub } from '../database.ts';
import { hide, show } from '../vault/seal.ts';
import { addFlow, type FlowSums } from './flow.ts';
import {
  DIRECTIONS,
  idOfName,
  lookRow,
  packCrop,
  plainOf,
  restOf,
  unpackCrop,
  type DayKey,
  type Plain,
  type Rest,
} from './row.ts';

/**
 * The reads of one day (UTC) in a file of their own, which is removed with its key when the day is over
 * its age. What is hidden of them is encrypted a block at a time, that of one write: a cipher for each
 * would be half of the work.
 */
const SCHEMA = `
  CREATE TABLE reads (id BLOB PRIMARY KEY, plate BLOB, camera TEXT, at INTEGER, clock INTEGER,
    confidence REAL, direction INTEGER, block INTEGER, place INTEGER) STRICT, WITHOUT ROWID;
  CREATE INDEX by_plate ON reads (plate);
  CREATE INDEX by_camera ON reads (camera, at);
  CREATE INDEX by_block ON reads (block);
  CREATE TABLE blocks (n INTEGER PRIMARY KEY, body BLOB) STRICT;
  CREATE TABLE pictures (id BLOB PRIMARY KEY, body BLOB) STRICT;
  CREATE TABLE flow (camera TEXT, slot INTEGER, direction INTEGER, count INTEGER,
    PRIMARY KEY (camera, slot, direction)) STRICT, WITHOUT ROWID`;

/** Reads deleted in one go, so that the process has room for other work. */
const PART = 2_000;
const BLOCK = 256;

export type Day = ReturnType<typeof openDay>;

export interface Query {
  plate?: string | undefined;
  cameras?: readonly string[] | undefined;
  /** Milliseconds; `until` exclusive. */
  from: number;
  until: number;
  limit: number;
}

export function openDay(file: string, key: DayKey) {
  const db = openDatabase(file, SCHEMA);
  db.exec('PRAGMA cache_size = -64000; PRAGMA wal_autocheckpoint = 12000');
  const sql = {
    read: db.prepare('INSERT OR IGNORE INTO reads VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    block: db.prepare('INSERT OR REPLACE INTO blocks VALUES (?, ?)'),
    last: db.prepare('SELECT ifnull(max(n), 0) AS n FROM blocks'),
    body: db.prepare('SELECT body FROM blocks WHERE n = ?'),
    picture: db.prepare('INSERT OR IGNORE INTO pictures VALUES (?, ?)'),
    seen: db.prepare('SELECT body FROM pictures WHERE id = ?'),
    flow: db.prepare(
      'INSERT INTO flow VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count',
    ),
    flows: db.prepare('SELECT * FROM flow WHERE slot >= ? AND slot < ?'),
    // By the cameras' index: there is none of the time alone.
    oldest: db.prepare(
      `SELECT min((SELECT min(at) FROM reads WHERE camera = one.camera)) AS at
       FROM (SELECT DISTINCT camera FROM flow) AS one`,
    ),
    cameras: db.prepare('SELECT DISTINCT camera FROM flow'),
    older: db.prepare('SELECT id, block FROM reads WHERE camera = ? AND at < ? LIMIT ?'),
    drop: db.prepare('DELETE FROM reads WHERE id = ?'),
    dropPicture: db.prepare('DELETE FROM pictures WHERE id = ?'),
    left: db.prepare('SELECT id, place FROM reads WHERE block = ? ORDER BY place'),
    move: db.prepare('UPDATE reads SET place = ? WHERE id = ?'),
    dropBlock: db.prepare('DELETE FROM blocks WHERE n = ?'),
    counts: db.prepare(
      'SELECT (SELECT count(*) FROM reads) AS reads, (SELECT count(*) FROM pictures) AS pictures',
    ),
  };
  let block = sql.last.get()!['n'] as number;

  const about = (what: string) => Buffer.from(what);
  const write = (n: number, rests: readonly Rest[]) =>
    sql.block.run(n, hide(key.key, about(`block ${n}`), Buffer.from(JSON.stringify(rests))));
  function restsOf(n: number): Rest[] | undefined {
    const body = sql.body.get(n)?.['body'] as Uint8Array | undefined;
    const bytes = body && show(key.key, about(`block ${n}`), body);
    return bytes && (JSON.parse(bytes.toString()) as Rest[]);
  }

  function put(passed: readonly Passed[]): ('taken' | 'known')[] {
    const flow: FlowSums = new Map();
    const rests: Rest[] = [];
    block += 1;
    const answers = passed.map(({ read, crop }) => {
      const plain = plainOf(read, key);
      const { id, plate, camera, at, offset, confidence = null } = plain;
      const direction = DIRECTIONS.indexOf(plain.direction);
      const place = rests.length;
      const { changes } = sql.read.run(
        ...([id, plate, camera, at, offset, confidence, direction, block, place] as const),
      );
      if (changes === 0) return 'known';
      rests.push(restOf(read));
      if (crop) sql.picture.run(id, hide(key.key, id, packCrop(crop)));
      addFlow(flow, camera, at, plain.direction);
      return 'taken';
    });
    if (rests.length > 0) write(block, rests);
    for (const { camera, slot, direction, count } of flow.values())
      sql.flow.run(camera, slot, DIRECTIONS.indexOf(direction), count);
    return answers;
  }

  /** A part of what is older, blocks made anew without it; how many reads and pictures went. */
  function dropPart(camera: string, before: number): { reads: number; pictures: number } {
    return inTransaction(db, () => {
      const old = sql.older.all(camera, before, PART);
      let pictures = 0;
      for (const { id } of old) {
        sql.drop.run(id as Uint8Array);
        pictures += Number(sql.dropPicture.run(id as Uint8Array).changes);
      }
      for (const n of new Set(old.map((row) => row['block'] as number))) {
        const left = sql.left.all(n);
        const rests = left.length > 0 ? restsOf(n) : undefined;
        if (!rests) {
          sql.dropBlock.run(n);
          continue;
        }
        left.forEach(({ id }, place) => sql.move.run(place, id as Uint8Array));
        write(n, left.map(({ place }) => rests[place as number]!)); // prettier-ignore
      }
      return { reads: old.length, pictures };
    });
  }

  return {
    key: key.key,
    put: (passed: readonly Passed[]) =>
      inTransaction(db, () => {
        const answers: ('taken' | 'known')[] = [];
        for (let at = 0; at < passed.length; at += BLOCK)
          answers.push(...put(passed.slice(at, at + BLOCK)));
        return answers;
      }),

    passages({ plate, cameras, from, until, limit }: Query): LookRow[] {
      const where = ['at >= ?', 'at < ?'];
      const values: (number | string | Uint8Array)[] = [from, until];
      if (plate !== undefined) {
        where.push('plate = ?');
        values.push(key.plateOf(plate));
      }
      if (cameras) {
        // With a plate, its few reads are looked through: no way by the camera.
        const camera = plate === undefined ? 'camera' : '+camera';
        where.push(`${camera} IN (SELECT value FROM json_each(?))`);
        values.push(JSON.stringify(cameras));
      }
      const rows = db
        .prepare(
          `SELECT *, EXISTS (SELECT 1 FROM pictures WHERE pictures.id = reads.id) AS crop
           FROM reads WHERE ${where.join(' AND ')} ORDER BY at DESC, id LIMIT ?`,
        )
        .all(...values, limit);
      const blocks = new Map<number, Rest[] | undefined>();
      return rows.flatMap((row) => {
        const n = row['block'] as number;
        if (!blocks.has(n)) blocks.set(n, restsOf(n));
        const rest = blocks.get(n)?.[row['place'] as number];
        // Hashes of two plates can be the same, once in a long time.
        if (!rest || (plate !== undefined && rest.plate !== plate)) return [];
        return [lookRow(plainOfRow(row), rest, row['crop'] === 1)];
      });
    },
    picture(name: string, day: string): Crop | undefined {
      const id = idOfName(name, day, key);
      const body = sql.seen.get(id)?.['body'] as Uint8Array | undefined;
      return body && unpackCrop(show(key.key, id, body));
    },
    flow: (from: number, until: number) =>
      sql.flows.all(from, until).map((row) => ({
        camera: row['camera'] as string,
        slot: row['slot'] as number,
        direction: DIRECTIONS[row['direction'] as number]!,
        count: row['count'] as number,
      })),
    counts: () => sql.counts.get() as { reads: number; pictures: number },
    oldest: () => sql.oldest.get()!['at'] as number | null,
    async dropOlder(before: number) {
      const sum = { reads: 0, pictures: 0 };
      for (const { camera } of sql.cameras.all())
        for (let more = true; more;) {
          const { reads, pictures } = dropPart(camera as string, before);
          sum.reads += reads;
          sum.pictures += pictures;
          more = reads === PART;
          await new Promise(setImmediate);
        }
      if (sum.reads > 0) scrub(db);
      return sum;
    },
    close: () => {
      if (db.isOpen) db.close();
    },
  };
}

export function removeDay(file: string): void {
  for (const end of ['', '-wal', '-shm']) fs.rmSync(`${file}${end}`, { force: true });
}

const plainOfRow = (row: Record<string, unknown>): Plain => ({
  id: Buffer.from(row['id'] as Uint8Array),
  plate: Buffer.from(row['plate'] as Uint8Array),
  camera: row['camera'] as string,
  at: row['at'] as number,
  offset: row['clock'] as number,
  confidence: (row['confidence'] as number | null) ?? undefined,
  direction: DIRECTIONS[row['direction'] as number]!,
});
