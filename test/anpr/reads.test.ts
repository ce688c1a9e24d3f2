import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Passed, PlateRead } from '../../shared/anpr/read.ts';
import { openReads } from '../../server/anpr/reads/open.ts';
import type { ReadStore } from '../../server/anpr/store.ts';
import { openVault, type OpenedVault } from '../../server/anpr/vault/open.ts';
import { startRedis } from '../fake/redis.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString();
/** Noon of today, UTC: far from the ends of a day. */
const NOON = Math.floor(Date.now() / DAY) * DAY + DAY / 2;
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from('1-XXX-001 on a picture')]);

interface Place {
  dir: string;
  redisUrl?: string;
  close(): Promise<void>;
}
async function onDisk(): Promise<Place> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'belfry-reads-'));
  return { dir, close: async () => fs.rmSync(dir, { recursive: true }) };
}
async function onRedis(): Promise<Place> {
  const redis = await startRedis();
  return { dir: redis.dir, redisUrl: redis.url, close: redis.close };
}

let count = 0;
function passed(plate: string, at: number, more: Partial<PlateRead> = {}, crop = false): Passed {
  const read = {
    ...{ id: `r-${(count += 1)}`, camera: 'c-north', at: iso(at), received: iso(at + 80) },
    ...{ offset: -80, raw: `${plate[0]}-${plate.slice(1, 4)}-${plate.slice(4)}`, plate },
    ...more,
  };
  return { read, ...(crop ? { crop: { type: 'image/jpeg' as const, bytes: JPEG } } : {}) };
}

describe.each([
  ['sqlite', onDisk],
  ['redis', onRedis],
])('reads on %s', (_name, make) => {
  let place: Place;
  let vault: OpenedVault;
  let reads: ReadStore;
  let time = NOON;
  const opened: { close(): Promise<void> }[] = [];

  async function open(readsDays = 7): Promise<ReadStore> {
    const { dir: dataDir, redisUrl } = place;
    vault = await openVault({ dataDir, redisUrl, now: () => time });
    reads = await openReads({ dataDir, redisUrl, vault, readsDays, now: () => time });
    opened.push(reads, vault);
    return reads;
  }
  const ask = (more: object, limit = 500) =>
    reads.passages({ from: iso(NOON - 400 * DAY), until: iso(NOON + DAY), limit, ...more });
  const ids = async (more: object, limit?: number) =>
    (await ask(more, limit)).map(({ read }) => read);

  beforeEach(async () => {
    time = NOON;
    place = await make();
    await open();
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
    await place.close();
  });

  it('[P4.165] what was put is found by plate and by camera, newest first, after a restart too', async () => {
    const whole: Partial<PlateRead> = {
      ...{ country: 'BE', confidence: 0.93, direction: 'leaving', lane: 2, speed: 13.9 },
      ...{ vehicle: { colour: 'blauw' }, alternatives: [{ plate: '1XXX00I', confidence: 0.2 }] },
    };
    const all = [
      passed('1XXX001', NOON - MINUTE, whole, true),
      passed('1XXX001', NOON - 2 * MINUTE, { camera: 'c-south' }),
      passed('2ZZZ042', NOON - 3 * MINUTE),
      passed('1XXX001', NOON - DAY, { direction: 'approaching' }),
    ];
    expect(await reads.put(all)).toEqual(all.map(() => 'taken'));
    for (let again = 0; again < 2; again += 1) {
      const found = await ask({ plate: '1XXX001' });
      expect(found.map(({ camera, at, crop }) => [camera, at, crop])).toEqual([
        ['c-north', iso(NOON - MINUTE), true],
        ['c-south', iso(NOON - 2 * MINUTE), false],
        ['c-north', iso(NOON - DAY), false],
      ]);
      expect(found[0]).toEqual({
        ...{ read: expect.any(String), camera: 'c-north', at: iso(NOON - MINUTE), offset: -80 },
        ...{ raw: '1-XXX-001', plate: '1XXX001', country: 'BE', confidence: 0.93 },
        ...{ direction: 'leaving', crop: true },
      });
      expect(await reads.picture(found[0]!.read, found[0]!.at)).toEqual({
        type: 'image/jpeg',
        bytes: JPEG,
      });
      expect(await reads.picture(found[1]!.read, found[1]!.at)).toBeUndefined();
      expect(await reads.picture('none', iso(NOON))).toBeUndefined();
      expect(await ids({ cameras: ['c-north'] })).toHaveLength(3);
      expect(await ids({ cameras: ['c-south', 'c-none'] })).toEqual([found[1]!.read]);
      expect(await ids({ plate: '1XXX001', cameras: ['c-south'] })).toEqual([found[1]!.read]);
      expect(await ids({ plate: '1XXX00' })).toEqual([]);
      expect(await ids({ plate: '1XXX001' }, 2)).toEqual(found.slice(0, 2).map((row) => row.read));
      const from = iso(NOON - 2 * MINUTE);
      expect(await ids({ plate: '1XXX001', from, until: iso(NOON - MINUTE) })).toEqual([
        found[1]!.read,
      ]);
      expect(await reads.oldest()).toBe(iso(NOON - DAY));
      for (const one of opened.splice(0)) await one.close();
      await open();
    }
  });

  it('[P4.166] a read that is sent again is known, in the same batch, at the same time or later', async () => {
    const one = passed('1XXX001', NOON);
    expect(await reads.put([one, one])).toEqual(['taken', 'known']);
    expect(
      await Promise.all([reads.put([one]), reads.put([passed('2ZZZ042', NOON), one])]),
    ).toEqual([['known'], ['taken', 'known']]);
    expect(await reads.put([])).toEqual([]);
    expect(await ids({ plate: '1XXX001' })).toHaveLength(1);
    const flow = await reads.flow(iso(NOON - DAY), iso(NOON + DAY));
    expect(flow).toEqual([
      { camera: 'c-north', slot: iso(NOON), approaching: 0, leaving: 0, unknown: 2 },
    ]);
  });

  it('[P4.167] vehicles are counted by camera, five minutes and direction', async () => {
    await reads.put([
      passed('1XXX001', NOON, { direction: 'approaching' }),
      passed('1XXX002', NOON + 4 * MINUTE, { direction: 'approaching' }),
      passed('1XXX003', NOON + 4 * MINUTE, { direction: 'leaving' }),
      passed('1XXX004', NOON + 5 * MINUTE),
      passed('1XXX005', NOON + MINUTE, { camera: 'a b' }),
      passed('1XXX006', NOON - DAY),
    ]);
    await reads.put([passed('1XXX007', NOON + MINUTE, { direction: 'leaving' })]);
    const row = (camera: string, at: number, approaching: number, leaving: number, unknown: number) => ({ camera, slot: iso(at), approaching, leaving, unknown }); // prettier-ignore
    expect(await reads.flow(iso(NOON), iso(NOON + 10 * MINUTE))).toEqual([
      row('a b', NOON, 0, 0, 1),
      row('c-north', NOON, 2, 2, 0),
      row('c-north', NOON + 5 * MINUTE, 0, 0, 1),
    ]);
    expect(await reads.flow(iso(NOON - DAY), iso(NOON))).toEqual([
      row('c-north', NOON - DAY, 0, 0, 1),
    ]);
  });

  it('[P4.168] what is older is deleted, to the read: whole days with their key, and nothing younger', async () => {
    const many = Array.from({ length: 30 }, (_, i) => passed('1XXX001', NOON - DAY - i * MINUTE, {}, i % 3 === 0)); // prettier-ignore
    await reads.put(many);
    await reads.put([passed('1XXX001', NOON - 3 * DAY, {}, true), passed('1XXX001', NOON)]);
    const before = iso(NOON - DAY - 10 * MINUTE);
    expect(await reads.expire(before)).toEqual({ reads: 20, pictures: 7, keys: 1 });
    const left = await ask({ plate: '1XXX001' });
    expect(left.map(({ at }) => at)).toEqual([
      iso(NOON),
      ...Array.from({ length: 11 }, (_, i) => iso(NOON - DAY - i * MINUTE)),
    ]);
    // What was in one block with what went still opens, each as itself.
    expect(await ids({ cameras: ['c-north'] })).toEqual(left.map(({ read }) => read));
    expect((await reads.picture(left[4]!.read, left[4]!.at))?.bytes).toEqual(JPEG);
    expect(await reads.expire(before)).toEqual({ reads: 0, pictures: 0, keys: 0 });
    expect(await reads.oldest()).toBe(before);
    expect(await vault.known(`reads:${iso(NOON - 3 * DAY).slice(0, 10)}`)).toBeUndefined();
  });

  it('[P4.169] without its key a day cannot be asked any more, nor a picture opened', async () => {
    await reads.put([passed('1XXX001', NOON, {}, true), passed('1XXX001', NOON - DAY)]);
    const [newest] = await ask({ plate: '1XXX001' });
    expect(await vault.forget([`reads:${iso(NOON).slice(0, 10)}`])).toBe(1);
    expect((await ask({ plate: '1XXX001' })).map(({ at }) => at)).toEqual([iso(NOON - DAY)]);
    expect((await ask({ cameras: ['c-north'] })).map(({ at }) => at)).toEqual([iso(NOON - DAY)]);
    expect(await reads.picture(newest!.read, newest!.at)).toBeUndefined();
  });

  it('[P4.168] a read that is over its age already is not kept', async () => {
    expect(
      await reads.put([passed('1XXX001', NOON - 8 * DAY), passed('1XXX001', NOON)]),
    ).toHaveLength(2);
    expect(await ids({ plate: '1XXX001' })).toHaveLength(1);
  });

  it('[P4.170] neither plate nor id is in any file, and a name outside of the store tells neither', async () => {
    const some = passed('1XXX001', NOON, { id: 'cam7-1XXX001-2026' }, true);
    await reads.put([some]);
    const [row] = await ask({ plate: '1XXX001' });
    expect(row!.read).toMatch(/^\d{4}-\d\d-\d\d\.[\w-]{16}$/);
    expect((await reads.picture('cam7-1XXX001-2026', row!.at))?.type).toBe('image/jpeg');
    for (const file of fs.readdirSync(place.dir, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const bytes = fs.readFileSync(path.join(file.parentPath, file.name));
      for (const secret of ['1XXX001', '1-XXX-001', 'cam7'])
        expect(bytes.includes(secret)).toBe(false);
      expect(file.name).not.toContain('XXX');
    }
  });
});
