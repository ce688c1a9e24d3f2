import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup, restoreInto } from '../server/cli/backup.ts';
import { verify } from '../server/log/chain.ts';
import type { Log } from '../server/log/log.ts';
import { openLog } from '../server/log/open.ts';
import { start } from '../server/main.ts';
import { signInAs } from './fake/client.ts';
import { startRedis, type FakeRedis } from './fake/redis.ts';

/** Backup, restore, and the way from the embedded log to Redis and back. */
const root = fileURLToPath(new URL('..', import.meta.url));
let folder: string;
let redis: FakeRedis;
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'belfry-backup-'));
  redis = await startRedis();
  const belfry = await start({ data: path('one'), port: 0, demo: true, quiet: true });
  const cookie = await signInAs(belfry.url, 'operator');
  for (let i = 0; i < 30; i += 1)
    await fetch(`${belfry.url}/api/spaces/live/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({
        id: `open-${i}`,
        type: 'incident.open',
        data: { type: 'fire', title: `Brand ${i}`, priority: 2 },
      }),
    });
  await belfry.close();
});
afterAll(async () => {
  await redis.close();
  rmSync(folder, { recursive: true, force: true });
});

const opened = async <T>(
  where: { dataDir: string; redisUrl?: string },
  use: (log: Log) => Promise<T>,
) => {
  const log = await openLog(where);
  try {
    return await use(log);
  } finally {
    await log.close();
  }
};
const here = (name: string) => ({ dataDir: path(name) });

describe('backup and restore', () => {
  it('[P1.30] a backup restored into an empty log is the same log, entry for entry', async () => {
    const made = await opened(here('one'), (log) => backup(log, path('a.gz')));
    const all = await opened(here('one'), (log) => log.read('live', 0, 1_000));
    expect(all.filter(({ command }) => command.type === 'incident.open')).toHaveLength(30);
    // The server's own hand wrote some too: channels that nobody set up are out of order.
    expect(made.get('live')).toBe(all.length);
    const put = await opened(here('two'), (log) => restoreInto(log, path('a.gz')));
    expect(put).toEqual(made);
    const [one, two] = await Promise.all(
      ['one', 'two'].map((name) =>
        opened(here(name), async (log) => [
          await verify(log, 'live'),
          await verify(log, 'accounts'),
        ]),
      ),
    );
    expect(two).toEqual(one);
    expect(one?.every((verdict) => verdict.ok)).toBe(true);
  });

  it('[P1.31] the log moves to Redis and back by the same way', async () => {
    const onRedis = { dataDir: path('none'), redisUrl: redis.url };
    await opened(onRedis, (log) => restoreInto(log, path('a.gz')));
    await opened(onRedis, (log) => backup(log, path('b.gz')));
    const lines = (name: string) =>
      gunzipSync(readFileSync(path(name)))
        .toString()
        .split('\n')
        .sort();
    expect(lines('b.gz')).toEqual(lines('a.gz'));
  });

  it('[P6.10] a backup that was altered is not restored beyond the alteration', async () => {
    const text = gunzipSync(readFileSync(path('a.gz'))).toString();
    writeFileSync(path('forged.gz'), gzipSync(text.replace('Brand 7', 'Brand 8')));
    await opened(here('three'), async (log) => {
      await expect(restoreInto(log, path('forged.gz'))).rejects.toThrow('does not fit the chain');
      const verdict = await verify(log, 'live');
      expect(verdict).toMatchObject({ ok: true });
      expect((await log.head('live')).seq).toBeLessThan(8);
    });
  });

  it('[P1.32] a log that is not empty is not written over', async () => {
    await opened(here('one'), (log) =>
      expect(restoreInto(log, path('a.gz'))).rejects.toThrow('not empty'),
    );
  });

  it('[P6.11] `belfry verify` says that the log is whole; a token made on the command line opens the door', async () => {
    const env = { ...process.env, BELFRY_DATA: path('two') };
    const run = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['server/cli/belfry.ts', ...args], { cwd: root, env });
    expect((await run('verify')).stdout).toMatch(/live: 3\d entries, whole/);
    const belfry = await start({ data: path('two'), port: 0, host: '127.0.0.1', quiet: true });
    const token = (await run('token', 'mobiris', 'feed')).stdout.trim();
    // The running server learns of it from the log, within its next look.
    await expect
      .poll(async () => {
        const answer = await fetch(`${belfry.url}/api/ingest/reports`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: '{"id":"1","text":"t"}',
        });
        return answer.status;
      })
      .toBe(200);
    await belfry.close();
    await expect(run('nothing')).rejects.toThrow('npm run belfry');
  });
});
