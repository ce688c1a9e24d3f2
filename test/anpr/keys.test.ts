import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKeyStore, openVault } from '../../server/anpr/vault/open.ts';
import { keysBeside, restoreKeys, saveKeys } from '../../server/cli/keys.ts';

const DAY = 86_400_000;
let dir: string;
beforeEach(() => (dir = fs.mkdtempSync(path.join(os.tmpdir(), 'belfry-keys-'))));
afterEach(() => fs.rmSync(dir, { recursive: true }));

describe('keys beside a backup', () => {
  it('[P4.188] without those of reads, for their owner alone, and only what still lives comes back', async () => {
    const soon = (days: number) => new Date(Date.now() + days * DAY).toISOString();
    const one = path.join(dir, 'one');
    const vault = await openVault({ dataDir: one });
    const long = await vault.seal('alert:a-1', soon(30), { plate: '1XXX001' });
    const short = await vault.seal('alert:a-2', soon(1), { plate: '2ZZZ042' });
    const raw = await vault.seal('reads:2026-11-24', soon(30), {});
    const mark = vault.fingerprint('1XXX001');
    await vault.close();

    const file = keysBeside(path.join(dir, 'backup.gz'));
    const store = await openKeyStore({ dataDir: one });
    expect(await saveKeys(store, file)).toBe(2);
    expect(fs.statSync(file).mode & 0o077).toBe(0);
    await expect(restoreKeys(store, file, Date.now())).rejects.toThrow('new installation');
    await store.close();

    const two = path.join(dir, 'two');
    const other = await openKeyStore({ dataDir: two });
    expect(await restoreKeys(other, file, Date.now() + 2 * DAY)).toEqual({ put: 1, over: 1 });
    await other.close();
    const again = await openVault({ dataDir: two });
    expect(again.open(long)).toEqual({ plate: '1XXX001' });
    expect([again.open(short), again.open(raw)]).toEqual([undefined, undefined]);
    expect(again.fingerprint('1XXX001')).toBe(mark);
    await again.close();

    const three = path.join(dir, 'three');
    await (await openVault({ dataDir: three })).close();
    const started = await openKeyStore({ dataDir: three });
    await expect(restoreKeys(started, file, Date.now())).rejects.toThrow('first start');
    fs.writeFileSync(file, '{"v":1}');
    await expect(restoreKeys(started, file, Date.now())).rejects.toThrow();
    await started.close();
  });
});
