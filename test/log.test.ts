import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from 'vitest';
import type { Entry } from '../shared/entry.ts';
import { verify } from '../server/log/chain.ts';
import type { Log } from '../server/log/log.ts';
import { openLog } from '../server/log/open.ts';
import { openRedisLog } from '../server/log/redis.ts';
import { logFile, openSqliteLog } from '../server/log/sqlite.ts';
import { startRedis } from './fake/redis.ts';
import { entriesAfter, EMPTY, logContract, readAll, type Storage } from './log.contract.ts';

const temporary = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'belfry-log-'));
const warn = () => {};

logContract('sqlite', sqliteStorage);
logContract('redis', redisStorage);

async function sqliteStorage(): Promise<Storage> {
  const dataDir = temporary();
  const file = logFile(dataDir);
  const connections: DatabaseSync[] = [];
  const limitPages = (limit: string) => {
    for (const db of connections) if (db.isOpen) db.exec(`PRAGMA max_page_count = ${limit}`);
  };
  return {
    open: () => openSqliteLog({ dataDir, onOpen: (db) => connections.push(db) }),
    rewrite: async (space, entries) => {
      const db = new DatabaseSync(file);
      db.prepare('DELETE FROM groups WHERE space = ?').run(space);
      const put = db.prepare('INSERT INTO groups VALUES (?, ?, ?)');
      for (const entry of entries) put.run(space, entry.seq, JSON.stringify([entry]));
      db.close();
    },
    freeze: async () => fs.renameSync(file, `${file}.away`),
    thaw: async () => fs.renameSync(`${file}.away`, file),
    fill: async () => limitPages('1'),
    room: async () => limitPages('1000000'),
    destroy: async () => fs.rmSync(dataDir, { recursive: true }),
  };
}

async function redisStorage(): Promise<Storage> {
  const redis = await startRedis();
  return {
    open: () => openRedisLog({ url: redis.url, warn }),
    rewrite: async (space, entries) => {
      const key = `belfry:{${space}}:log`;
      await redis.command('DEL', key);
      for (const entry of entries)
        await redis.command('XADD', key, `${entry.seq}-0`, 'group', JSON.stringify([entry]));
    },
    freeze: async () => redis.freeze(),
    thaw: async () => redis.thaw(),
    fill: async () => void (await redis.command('CONFIG', 'SET', 'maxmemory', '1mb')),
    room: async () => void (await redis.command('CONFIG', 'SET', 'maxmemory', '0')),
    destroy: redis.close,
  };
}

/** Releases, in reverse order, what a test took. */
const releases: (() => unknown)[] = [];
afterEach(async () => {
  for (const release of releases.splice(0).reverse()) await release();
});

function folder(): string {
  const dir = temporary();
  releases.push(() => fs.rmSync(dir, { recursive: true }));
  return dir;
}

/** A file system of a few megabytes; undefined where mounting is not allowed. */
async function smallDisk(): Promise<string | undefined> {
  const dir = folder();
  if ((await run('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'belfry-test', dir])) !== 0) return;
  releases.push(() => run('umount', ['-l', dir]));
  return dir;
}

function run(program: string, words: string[]): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: 'ignore' });
    child.on('error', () => resolve(null));
    child.on('exit', resolve);
  });
}

/** Groups of 5 until one is not written; answers what was acknowledged, and the refusal. */
async function writeUntilRefused(log: Log, text?: string) {
  const acknowledged: Entry[] = [];
  for (;;) {
    const { seq, hash } = acknowledged.at(-1) ?? EMPTY;
    const group = entriesAfter({ seq, hash }, 5, text);
    const result = await log.append('live', seq, group);
    if (!result.ok) return { acknowledged, refusal: result };
    acknowledged.push(...group);
  }
}

describe('torn, killed, full', () => {
  test('[P1.8] sqlite: a torn or damaged end of the WAL loses nothing that was written before', async () => {
    const dataDir = folder();
    const file = logFile(dataDir);
    const log = await openSqliteLog({ dataDir });
    /** How long the WAL was when this many entries were acknowledged. */
    const marks: { bytes: number; seq: number }[] = [];
    let all: Entry[] = [];
    for (let n = 0; n < 60; n++) {
      const group = entriesAfter(all.at(-1) ?? EMPTY, 1 + (n % 9));
      await log.append('live', all.length, group);
      all = [...all, ...group];
      marks.push({ bytes: fs.statSync(`${file}-wal`).size, seq: all.length });
    }
    const [base, wal] = [fs.readFileSync(file), fs.readFileSync(`${file}-wal`)];
    await log.close();

    for (let n = 0; n < 80; n++) {
      // The first entries include the making of the tables: a cut before them leaves no log at all.
      const cut = marks[0]!.bytes + Math.floor(Math.random() * (wal.length - marks[0]!.bytes));
      const torn = n % 2 ? wal.subarray(0, cut) : Buffer.from(wal);
      if (n % 2 === 0) torn.fill(0xa5, cut, cut + 64);
      const copy = folder();
      fs.writeFileSync(logFile(copy), base);
      fs.writeFileSync(`${logFile(copy)}-wal`, torn);
      const again = await openSqliteLog({ dataDir: copy });
      const found = await readAll(again);
      const safe = marks.findLast((mark) => mark.bytes <= cut)!.seq;
      expect(found.length, `cut at ${cut}`).toBeGreaterThanOrEqual(safe);
      expect(found).toEqual(all.slice(0, found.length));
      expect(await verify(again, 'live')).toMatchObject({ ok: true });
      const next = entriesAfter(await again.head('live'), 1);
      expect(await again.append('live', next[0]!.seq - 1, next)).toEqual({ ok: true });
      await again.close();
    }
  }, 60_000);

  test('[P1.8] redis: a torn end of the AOF loses nothing that was written before', async () => {
    const redis = await startRedis();
    releases.push(redis.close);
    const log = await openRedisLog({ url: redis.url, warn });
    releases.push(log.close);
    const folderOf = path.join(redis.dir, 'appendonlydir');
    const aof = () => {
      const name = fs.readdirSync(folderOf).find((one) => one.endsWith('.incr.aof'))!;
      return path.join(folderOf, name);
    };
    const marks = [{ bytes: 0, seq: 0 }];
    let all: Entry[] = [];
    for (let n = 0; n < 40; n++) {
      const group = entriesAfter(all.at(-1) ?? EMPTY, 1 + (n % 9));
      await log.append('live', all.length, group);
      all = [...all, ...group];
      marks.push({ bytes: fs.statSync(aof()).size, seq: all.length });
    }
    await redis.kill();
    const whole = fs.readFileSync(aof());
    for (let n = 0; n < 12; n++) {
      const cut = Math.floor(Math.random() * whole.length);
      fs.writeFileSync(aof(), whole.subarray(0, cut));
      await redis.start();
      const again = await openRedisLog({ url: redis.url, warn });
      const found = await readAll(again);
      const safe = marks.findLast((mark) => mark.bytes <= cut)!.seq;
      // Not a part of a group either: the script's writes are one transaction in the AOF.
      expect(found.length, `cut at ${cut}`).toBe(safe);
      expect(found).toEqual(all.slice(0, safe));
      await again.close();
      await redis.kill();
    }
  }, 60_000);

  test('[P1.9] redis: kill -9 between appends loses nothing acknowledged, and the log comes back', async () => {
    const redis = await startRedis();
    releases.push(redis.close);
    const log = await openRedisLog({ url: redis.url, warn });
    releases.push(log.close);
    const heard: number[] = [];
    log.tail('live', 0, (entries) => heard.push(...entries.map((entry) => entry.seq)));
    let all: Entry[] = [];
    for (let n = 0; n < 5; n++) {
      for (let i = 0; i < 20; i++) {
        const group = entriesAfter(all.at(-1) ?? EMPTY, 3);
        expect(await log.append('live', all.length, group)).toEqual({ ok: true });
        all = [...all, ...group];
      }
      await redis.kill();
      const next = entriesAfter(all.at(-1)!, 1);
      const started = performance.now();
      const result = await log.append('live', all.length, next);
      expect(result).toMatchObject({ ok: false, reason: 'unavailable' });
      expect(performance.now() - started).toBeLessThan(2_500);
      await redis.start();
      await expect.poll(() => readAll(log).catch(() => []), { timeout: 5_000 }).toEqual(all);
    }
    await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(all.length);
    expect(heard).toEqual(all.map((entry) => entry.seq));
  }, 60_000);

  test('[P1.9] sqlite: kill -9 of two writing processes loses nothing acknowledged', async () => {
    const dataDir = folder();
    const log = await openSqliteLog({ dataDir });
    releases.push(log.close);
    const heard: number[] = [];
    log.tail('live', 0, (entries) => heard.push(...entries.map((entry) => entry.seq)));
    const acknowledged: number[] = [];
    for (let n = 0; n < 3; n++) {
      const two = [writeAndKill(dataDir), writeAndKill(dataDir)];
      const lists = await Promise.all(two);
      for (const list of lists) expect(list.length).toBeGreaterThan(5);
      acknowledged.push(...lists.flat());
    }
    const all = await readAll(log);
    const numbers = all.map((entry) => entry.seq);
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    expect(numbers).toEqual(expect.arrayContaining(acknowledged));
    // Written, and killed before it could say so: one for each process.
    expect(all.length - acknowledged.length).toBeLessThanOrEqual(6);
    expect(await verify(log, 'live')).toMatchObject({ ok: true, head: { seq: all.length } });
    await expect.poll(() => heard, { timeout: 3_000 }).toEqual(numbers);
  }, 30_000);

  test('[P1.6] sqlite: a file system that is truly full', async (context) => {
    const dataDir = await smallDisk();
    if (!dataDir) return context.skip('a small tmpfs may not be mounted here');
    const log = await openSqliteLog({ dataDir });
    releases.push(log.close);
    const ballast = path.join(dataDir, 'ballast');
    fs.writeFileSync(ballast, Buffer.alloc(1_000_000));
    const { acknowledged, refusal } = await writeUntilRefused(log, 'x'.repeat(3_000));
    expect(refusal).toMatchObject({ reason: 'full' });
    expect(await readAll(log)).toEqual(acknowledged);
    const other = await openSqliteLog({ dataDir });
    expect(await readAll(other)).toEqual(acknowledged);
    await other.close();
    fs.rmSync(ballast);
    const next = entriesAfter(acknowledged.at(-1)!, 20, 'x'.repeat(3_000));
    expect(await log.append('live', acknowledged.length, next)).toEqual({ ok: true });
    expect(await verify(log, 'live')).toMatchObject({ ok: true });
  }, 30_000);

  test('[P1.6] redis: a full file system ends Redis; what it acknowledged is there again', async (context) => {
    const dir = await smallDisk();
    if (!dir) return context.skip('a small tmpfs may not be mounted here');
    const ballast = path.join(dir, 'ballast');
    fs.writeFileSync(ballast, Buffer.alloc(1_000_000));
    const redis = await startRedis({ dir });
    releases.push(redis.close);
    const log = await openRedisLog({ url: redis.url, warn });
    releases.push(log.close);
    const { acknowledged, refusal } = await writeUntilRefused(log, 'x'.repeat(3_000));
    expect(['full', 'unavailable']).toContain((refusal as { reason: string }).reason);
    await redis.kill();
    fs.rmSync(ballast);
    await redis.start();
    await expect.poll(() => log.head('live').then(Boolean, () => false)).toBe(true);
    const all = await readAll(log);
    expect(all.slice(0, acknowledged.length)).toEqual(acknowledged);
    const next = entriesAfter(all.at(-1)!, 5);
    expect(await log.append('live', all.length, next)).toEqual({ ok: true });
  }, 30_000);
});

describe('opening', () => {
  test('[P1.10] a file of a newer Belfry is refused, and only its owner may read the log', async () => {
    const dataDir = path.join(folder(), 'data');
    const log = await openLog({ dataDir });
    await log.append('live', 0, entriesAfter(EMPTY, 1));
    for (const end of ['', '-wal', '-shm'])
      expect(fs.statSync(logFile(dataDir) + end).mode & 0o777).toBe(0o600);
    await log.close();
    expect(fs.existsSync(`${logFile(dataDir)}-wal`)).toBe(false);
    const db = new DatabaseSync(logFile(dataDir));
    db.exec('PRAGMA user_version = 99');
    db.close();
    await expect(openLog({ dataDir })).rejects.toThrow(/newer Belfry.*99/);
  });

  test('[P1.10] a Redis that may lose what it acknowledged is refused, by name of the setting', async () => {
    const redis = await startRedis({
      config: { appendfsync: 'everysec', 'maxmemory-policy': 'allkeys-lru' },
    });
    releases.push(redis.close);
    const opening = openLog({ redisUrl: redis.url, dataDir: '' });
    await expect(opening).rejects.toThrow(/appendfsync always.*maxmemory-policy noeviction/);
  });

  test('[P1.10] a Redis whose settings may not be read is used with a warning', async () => {
    const redis = await startRedis();
    releases.push(redis.close);
    await redis.command('ACL', 'SETUSER', 'default', '-config');
    const warnings: string[] = [];
    const warn = (text: string) => warnings.push(text);
    const log = await openLog({ redisUrl: redis.url, dataDir: '', warn });
    releases.push(log.close);
    expect(warnings.join()).toMatch(/appendfsync always/);
  });

  test('[P1.10] a Redis that is not there is said so within seconds', async () => {
    const redis = await startRedis();
    await redis.close();
    await expect(openLog({ redisUrl: redis.url, dataDir: '' })).rejects.toThrow(/did not answer/);
  }, 10_000);

  test('[P2.1] a tail on a Redis that came back with fewer entries is never fresh', async () => {
    const redis = await startRedis();
    releases.push(redis.close);
    const warnings: string[] = [];
    const warn = (text: string) => warnings.push(text);
    const log = await openLog({ redisUrl: redis.url, dataDir: '', warn });
    releases.push(log.close);
    await log.append('live', 0, entriesAfter(EMPTY, 3));
    const heard: number[] = [];
    const tail = log.tail('live', 0, (entries) => heard.push(...entries.map(({ seq }) => seq)));
    await expect.poll(() => heard.length, { timeout: 3_000 }).toBe(3);
    await redis.command('DEL', 'belfry:{live}:log', 'belfry:{live}:commands');
    await expect.poll(() => tail.fresh(), { timeout: 3_000 }).toBe(false);
    expect(warnings.join()).toMatch(/ends at 0, and 3/);
    await log.append('live', 0, entriesAfter(EMPTY, 6, 'een ander verleden'));
    await expect.poll(() => warnings.join(), { timeout: 3_000 }).toMatch(/does not continue/);
    expect(tail.fresh()).toBe(false);
    expect(heard).toEqual([1, 2, 3]);
  }, 15_000);
});

/** A process that appends as fast as it can until it is killed; answers what it acknowledged. */
async function writeAndKill(dataDir: string): Promise<number[]> {
  const at = (file: string) => JSON.stringify(new URL(`../server/log/${file}`, import.meta.url));
  const program = `
    import { writeSync } from 'node:fs';
    import { seal } from ${at('chain.ts')};
    import { openSqliteLog } from ${at('sqlite.ts')};
    const log = await openSqliteLog({ dataDir: ${JSON.stringify(dataDir)} });
    for (;;) {
      const { seq, hash } = await log.head('live');
      const command = { id: crypto.randomUUID(), type: 'journal.add' };
      const entry = seal(hash, { seq: seq + 1, at: '', actor: {}, command, events: [] });
      const { ok, reason } = await log.append('live', seq, [entry]);
      if (ok) writeSync(1, entry.seq + ' ');
      else if (reason !== 'conflict') process.exit(1);
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (text) => {
    if (output === '') setTimeout(() => child.kill('SIGKILL'), 150 + Math.random() * 300);
    output += text;
  });
  await new Promise((resolve) => child.on('close', resolve));
  return output.slice(0, output.lastIndexOf(' ')).split(' ').map(Number);
}
