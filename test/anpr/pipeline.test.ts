import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openConvoy } from '../../server/anpr/convoy.ts';
import { buildIndex } from '../../server/anpr/index/build.ts';
import { openMatcher } from '../../server/anpr/index/match.ts';
import { keysFirst } from '../../server/anpr/keys-first.ts';
import { movement, openPipeline } from '../../server/anpr/pipeline.ts';
import { openReads } from '../../server/anpr/reads/open.ts';
import type { AlertPictures } from '../../server/anpr/store.ts';
import { openVault } from '../../server/anpr/vault/open.ts';
import { openCommit } from '../../server/commit.ts';
import { openGate } from '../../server/gate.ts';
import { spaceModel } from '../../server/live.ts';
import type { AnprCamera } from '../../shared/anpr/camera.ts';
import type { HotList, ListEntry } from '../../shared/anpr/list.ts';
import type { PlateRead } from '../../shared/anpr/read.ts';
import { viewOf } from '../../shared/role.ts';
import type { Open } from '../../shared/subject/anpr/schema.ts';
import { aList } from '../fake/hot-lists.ts';
import { memoryLog } from '../fuzz/memory-log.ts';
import { plan, roles } from '../given.ts';

/** From a read to an alert, with the real vault, read store and matcher, in one process and in two. */
const ENTRIES: ListEntry[] = [
  { id: '1XXX001', plate: '1-XXX-001', country: 'BE', reason: 'Diefstal' },
  { id: '2ZZZ042', plate: '2-ZZZ-042', country: 'BE', reason: 'Gezocht' },
];
const camera = (id: string, controller = 'police'): AnprCamera => ({
  ...{ id, name: { nl: id, fr: id }, point: [4.33, 50.86], heading: 350, owner: 'test' },
  ...{ mobile: false, controller, basis: 'test', devices: [], zone: 'Europe/Brussels' },
});
const CAMERAS = new Map(
  [camera('a'), camera('b'), camera('c'), camera('l', 'lez')].map((one) => [one.id, one]),
);
const list: HotList = aList('stolen', { controllers: ['police'], convoy: true });
const role = roles['administrator']!;
const system = {
  ...{ account: undefined as never, role: { ...role, may: ['*'] } },
  view: viewOf({ ...role, cleared: [...role.cleared, 'covert', 'police'] }),
  actor: { id: 'system', name: 'Belfry', role: 'system' },
};

const ends: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function world(processes = 1) {
  const dataDir = mkdtempSync(join(tmpdir(), 'belfry-pipeline-'));
  ends.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const log = memoryLog('live');
  const vault = await openVault({ dataDir });
  const reads = await openReads({ dataDir, vault, readsDays: 7 });
  ends.push(() => vault.close());
  ends.push(() => reads.close());
  const kept = new Map<string, number>();
  const pictures: AlertPictures = {
    put: async (alert) => void kept.set(alert, (kept.get(alert) ?? 0) + 1),
    get: async () => undefined,
    forget: async (alerts) => alerts.forEach((alert) => kept.delete(alert)),
  };
  const open = async () => {
    const matcher = openMatcher();
    matcher.use(list, 1, buildIndex(ENTRIES));
    const commit = await openCommit({ log: log.open(), space: 'live', model: spaceModel });
    const gate = openGate({ spaces: new Map([['live', commit]]), plan: () => plan });
    ends.push(() => commit.close());
    const all = { commit, gate, who: system, reads, pictures, vault };
    const pipeline = openPipeline({
      ...{ ...all, matcher, camera: (id) => CAMERAS.get(id), note: () => {} },
      lists: {
        definition: () => list,
        counts: () => true,
        entry: async (_list, _version, id) => ENTRIES.find((one) => one.id === id),
      },
    });
    const convoy = openConvoy({ ...all, serves: () => true, warn: () => {} });
    return { commit, pipeline, convoy };
  };
  const all = await Promise.all(Array.from({ length: processes }, open));
  return { log, vault, reads, kept, all, one: all[0]! };
}

let count = 0;
const START = Date.now() - 600_000;
const read = (plate: string, from = 'a', seconds = 0, more: Partial<PlateRead> = {}): PlateRead => {
  const at = new Date(START + seconds * 1_000).toISOString();
  const bare = plate.replace(/-/g, '');
  return {
    ...{ id: `r-${(count += 1)}`, camera: from, at, received: at, offset: 0 },
    ...{ raw: plate, plate: bare, confidence: 0.98, direction: 'approaching' },
    ...more,
  };
};
const picture = { type: 'image/png' as const, bytes: new Uint8Array([1]) };

describe('from a read to an alert', () => {
  it('[P4.56] a hit becomes one alert; the entry of the log holds no plate, nor an id that tells one', async () => {
    const { one, log, vault, kept } = await world();
    const hit = read('1-XXX-001', 'a', 0, { id: 'a-1XXX001' });
    expect(await one.pipeline.take([{ read: hit, crop: picture }])).toEqual(['taken']);
    const { alerts, passages } = one.commit.now().state.anpr;
    expect(alerts.size).toBe(1);
    const [alert] = alerts.values();
    const [passage] = passages.values();
    expect(alert).toMatchObject({ list: 'stolen', version: 1, certainty: 'certain' });
    const open = vault.open(passage!.sealed!) as Open;
    expect(open).toMatchObject({ raw: '1-XXX-001', listed: '1-XXX-001', reason: 'Diefstal' });
    expect(JSON.stringify(log.entries)).not.toMatch(/1-?XXX-?001/i);
    expect(kept.get(alert!.id)).toBe(1);
    // Towards a camera that looks north-west: to the south-east.
    expect(passage!.course).toBe(170);
  });

  it('[P4.57] the same read raises once, however often and to whichever process it is sent', async () => {
    const { all, one } = await world(2);
    const hit = read('1-XXX-001');
    const both = await Promise.all(all.map(({ pipeline }) => pipeline.take([{ read: hit }])));
    expect(both.flat().sort()).toEqual(['known', 'taken']);
    expect(await one.pipeline.take([{ read: hit }, { read: read('9-TST-771') }])).toEqual([
      'known',
      'taken',
    ]);
    await expect.poll(() => all[1]!.commit.now().seq).toBe(one.commit.now().seq);
    for (const { commit } of all) {
      expect(commit.now().state.anpr.alerts.size).toBe(1);
      expect(commit.now().state.anpr.passages.size).toBe(1);
    }
  });

  it('[P4.58] a further camera is a further passage of the open alert, under its key', async () => {
    const { one, vault } = await world();
    await one.pipeline.take([{ read: read('1-XXX-001', 'a') }]);
    await one.pipeline.take([{ read: read('1-XXX-001', 'b', 120) }]);
    const { alerts, passages } = one.commit.now().state.anpr;
    expect([alerts.size, passages.size]).toEqual([1, 2]);
    const [alert] = alerts.keys();
    await vault.forget([`alert:${alert}`]);
    for (const { sealed } of passages.values()) expect(vault.open(sealed!)).toBeUndefined();
  });

  it('[P4.59] a camera of another controller serves no list of the police', async () => {
    const { one, reads } = await world();
    await one.pipeline.take([{ read: read('1-XXX-001', 'l') }]);
    expect(one.commit.now().state.anpr.alerts.size).toBe(0);
    const period = { from: new Date(START - 1).toISOString(), until: new Date().toISOString() };
    expect(await reads.passages({ cameras: ['l'], ...period, limit: 9 })).toHaveLength(1);
  });

  it('[P4.58] what was sealed for a hit that a settled alert silences is forgotten', async () => {
    const { one, vault, kept } = await world();
    await one.pipeline.take([{ read: read('1-XXX-001', 'a') }]);
    const [alert] = one.commit.now().state.anpr.alerts.keys();
    const view = viewOf({ ...role, cleared: ['police', 'covert', 'plate'] });
    const gate = openGate({ spaces: new Map([['live', one.commit]]), plan: () => plan });
    const rejected = await gate.submit({ ...system, view }, 'live', {
      ...{ id: 'c-reject', type: 'anpr.reject' },
      data: { alert, reason: 'not-the-vehicle' },
    });
    expect(rejected.ok).toBe(true);
    const again = read('1-XXX-001', 'a', 90);
    await one.pipeline.take([{ read: again, crop: picture }]);
    expect(one.commit.now().state.anpr.alerts.size).toBe(1);
    expect([...kept.keys()]).toEqual([]);
    const id = `anpr-${vault.fingerprint(`${again.id} stolen 1XXX001`)}`;
    expect(await vault.known(`alert:${id}`)).toBeUndefined();
  });

  it('[P4.60] a vehicle that goes along at three cameras is pointed out once, and no other', async () => {
    const { one, vault } = await world();
    for (const [i, at] of ['a', 'b', 'c'].entries())
      await one.pipeline.take([
        { read: read('1-XXX-001', at, i * 120) },
        { read: read('1-XYZ-333', at, i * 120 + 8) },
        // Twice near it only, and once long after it.
        { read: read('1-XYZ-444', at, i * 120 + (i === 2 ? 110 : 5)) },
      ]);
    const [alert] = one.commit.now().state.anpr.alerts.keys();
    await one.convoy.lookAt(alert!);
    await one.convoy.lookAt(alert!);
    const { companions } = one.commit.now().state.anpr;
    expect(companions.size).toBe(1);
    const [companion] = companions.values();
    expect(companion!.cameras).toEqual(['a', 'b', 'c']);
    expect(vault.open(companion!.sealed!)).toMatchObject({ plate: '1XYZ333' });
  });

  it('[P4.56] a camera that looks nowhere, or a read without direction, tells no course', () => {
    const bare = camera('x');
    delete bare.heading;
    expect(movement(read('1-XXX-001'), bare)).toEqual({ point: bare.point });
    const still = read('1-XXX-001');
    delete still.direction;
    expect(movement(still, camera('x'))).toEqual({ point: [4.33, 50.86] });
    const leaving = read('1-XXX-001', 'a', 0, { direction: 'leaving', point: [4.4, 50.8] });
    expect(movement(leaving, camera('x'))).toEqual({ point: [4.4, 50.8], course: 350 });
  });
});

describe('keys before entries', () => {
  it('[P4.61] entries are handed on in order, and only when their keys are at hand', async () => {
    const fetched: string[] = [];
    let give = () => {};
    const waiting = new Promise<void>((done) => (give = done));
    const vault = {
      async fetch(sealed: readonly string[]) {
        fetched.push(...sealed);
        await waiting;
      },
    };
    const log = memoryLog('live');
    const commit = await openCommit({ log: log.open(), space: 'live', model: spaceModel });
    ends.push(() => commit.close());
    const heard: number[] = [];
    const later = keysFirst(log.open(), vault as never);
    const tail = later.tail('live', 0, (entries) => heard.push(...entries.map(({ seq }) => seq)));
    ends.push(() => tail.stop());
    const write = (id: string, data: Record<string, unknown>) =>
      commit.submit({
        ...{ id, type: 'x.y', actor: { id: 'u', name: 'U', role: 'police' } },
        decide: () => ({ ok: true, events: [{ type: 'x.y', v: 1, id, data }] }),
      });
    await write('c-1', {});
    await expect.poll(() => heard).toEqual([1]);
    await write('c-2', { sealed: 'verzegeld' });
    await write('c-3', {});
    await expect.poll(() => fetched).toEqual(['verzegeld']);
    expect(heard).toEqual([1]);
    give();
    await expect.poll(() => heard).toEqual([1, 2, 3]);
  });
});
