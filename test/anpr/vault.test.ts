import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createHmac, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keyedHash } from '../../server/anpr/vault/keyed.ts';
import { openKeyStore, openVault, type OpenedVault } from '../../server/anpr/vault/open.ts';
import { keyNameOf } from '../../server/anpr/vault/seal.ts';
import { startRedis, type FakeRedis } from '../fake/redis.ts';

const DAY = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString();

/** Whether these bytes stand in any file of a folder, as they are or as text. */
function holds(dir: string, bytes: Uint8Array): boolean {
  const forms = [Buffer.from(bytes), ...(['base64', 'base64url', 'hex'] as const).map((form) => Buffer.from(Buffer.from(bytes).toString(form)))]; // prettier-ignore
  return fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => fs.readFileSync(path.join(one.parentPath, one.name)))
    .some((text) => forms.some((form) => text.includes(form)));
}

interface Place {
  open(now?: () => number): Promise<OpenedVault>;
  dir: string;
  close(): Promise<void>;
}

async function onDisk(): Promise<Place> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'belfry-vault-'));
  return {
    dir,
    open: (now = Date.now) => openVault({ dataDir: dir, now }),
    close: async () => fs.rmSync(dir, { recursive: true }),
  };
}
async function onRedis(): Promise<Place> {
  const redis: FakeRedis = await startRedis();
  return {
    dir: redis.dir,
    open: (now = Date.now) => openVault({ dataDir: redis.dir, redisUrl: redis.url, now }),
    close: redis.close,
  };
}

describe.each([
  ['sqlite', onDisk],
  ['redis', onRedis],
])('vault on %s', (_name, make) => {
  let place: Place;
  let vault: OpenedVault;
  const opened: OpenedVault[] = [];
  const open = async (now?: () => number) => {
    const one = await place.open(now);
    opened.push(one);
    return one;
  };
  const soon = () => iso(Date.now() + DAY);
  const thing = { raw: '1-XXX-001', plate: '1XXX001', reason: 'Gestolen — volé' };

  beforeEach(async () => {
    place = await make();
    vault = await open();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.close()));
    await place.close();
  });

  it('[P4.160] what is sealed opens again, after a restart too, and tells the name of its key only', async () => {
    const sealed = await vault.seal('alert:a-1', soon(), thing);
    expect(vault.open(sealed)).toEqual(thing);
    expect(keyNameOf(sealed)).toBe('alert:a-1');
    expect(Buffer.from(sealed, 'base64url').includes('XXX')).toBe(false);
    expect(await vault.seal('alert:a-1', soon(), thing)).not.toBe(sealed);
    const bytes = await vault.sealBytes('alert:a-1', soon(), Buffer.from([1, 2, 3]));
    const again = await open();
    expect(again.open(sealed)).toEqual(thing);
    expect([...again.openBytes(bytes)!]).toEqual([1, 2, 3]);
  });

  it('[P4.160] what is not ours or was altered is nothing, and never throws', async () => {
    const sealed = await vault.seal('alert:a-1', soon(), thing);
    const bytes = Buffer.from(sealed, 'base64url');
    for (let i = 0; i < bytes.length; i += 1) {
      const altered = Buffer.from(bytes);
      altered[i]! ^= 1;
      expect(vault.openBytes(altered)).toBeUndefined();
    }
    for (const text of [
      '',
      'x',
      'é',
      '{}',
      'AQ',
      sealed.slice(0, -3),
      `${sealed}A`,
      'AAAA'.repeat(50),
    ])
      expect(vault.open(text)).toBeUndefined();
    expect(keyNameOf('{}')).toBeUndefined();
  });

  it('[P4.161] a key that is forgotten is gone in every process and from the disk', async () => {
    const other = await open();
    const key = Buffer.from(await vault.keyFor('alert:a-1', soon()));
    const sealed = await vault.seal('alert:a-1', soon(), thing);
    const kept = await vault.seal('alert:a-2', soon(), thing);
    await other.fetch([sealed, kept]);
    expect(other.open(sealed)).toEqual(thing);
    expect(await vault.forget(['alert:a-1', 'alert:none'])).toBe(1);
    expect(vault.open(sealed)).toBeUndefined();
    expect(vault.open(kept)).toEqual(thing);
    await other.sweep(iso(Date.now()));
    await vi.waitFor(() => expect(other.open(sealed)).toBeUndefined(), 3_000);
    await vi.waitFor(() => expect(holds(place.dir, key)).toBe(false), 10_000);
    expect(await vault.known('alert:a-1')).toBeUndefined();
    // A key that is made anew under the name opens nothing of the old one.
    await vault.seal('alert:a-1', soon(), {});
    await other.fetch([sealed]);
    expect([vault.open(sealed), other.open(sealed)]).toEqual([undefined, undefined]);
  });

  it('[P4.162] nothing opens after the end of its key, swept or not; sweeping tells which are gone', async () => {
    let time = Date.now();
    const timed = await open(() => time);
    const sealed = await timed.seal('reads:a', iso(time + 60_000), thing);
    // The end may come earlier, never later.
    await timed.seal('reads:a', iso(time + 90_000), thing);
    await timed.seal('reads:a', iso(time + 30_000), thing);
    await timed.seal('reads:b', iso(time + 90_000), thing);
    time += 30_000;
    expect(timed.open(sealed)).toBeUndefined();
    expect(await timed.known('reads:a')).toBeUndefined();
    expect(await timed.sweep(iso(time))).toEqual(['reads:a']);
    expect(await timed.sweep(iso(time))).toEqual([]);
    await expect(timed.seal('reads:a', iso(time), thing)).rejects.toThrow('period');
    // No key lives longer than 366 days, whatever is asked.
    const long = await timed.seal('alert:x', iso(time + 9_999 * DAY), thing);
    time += 366 * DAY;
    expect(timed.open(long)).toBeUndefined();
  });

  it('[P4.163] one key per name, however many ask at once, in however many processes', async () => {
    const other = await open();
    const ask = (one: OpenedVault) => one.keyFor('reads:2026-11-24', soon());
    const keys = await Promise.all([vault, other, vault, other, vault].map(ask));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    const many = await Promise.all(
      Array.from({ length: 300 }, (_, i) => vault.seal(`alert:m-${i}`, soon(), { i })),
    );
    await other.fetch(many);
    expect(many.map((sealed) => other.open(sealed))).toEqual(many.map((_, i) => ({ i })));
  });

  it('[P4.164] fingerprints are the same for as long as the installation lives, and no hash of the text', async () => {
    const mark = vault.fingerprint('1XXX001');
    expect(mark).toMatch(/^[\w-]{22}$/);
    expect((await open()).fingerprint('1XXX001')).toBe(mark);
    expect(vault.fingerprint('1XXX002')).not.toBe(mark);
    const elsewhere = await onDisk();
    const strange = await elsewhere.open();
    expect(strange.fingerprint('1XXX001')).not.toBe(mark);
    await strange.close();
    await elsewhere.close();
  });
});

describe('keys', () => {
  it("[P4.161] are their owner's alone on disk", async () => {
    const place = await onDisk();
    const store = await openKeyStore({ dataDir: place.dir });
    for (const name of fs.readdirSync(place.dir))
      expect(fs.statSync(path.join(place.dir, name)).mode & 0o077).toBe(0);
    await store.close();
    await place.close();
  });

  it('[P4.164] the short way to HMAC gives HMAC', () => {
    for (const length of [0, 1, 5, 300, 341, 342, 2_000]) {
      const [key, text] = [randomBytes(32), 'é'.repeat(length)];
      expect(keyedHash(key)(text)).toEqual(createHmac('sha256', key).update(text).digest());
    }
  });
});
