import { afterEach, describe, expect, test } from 'vitest';
import { openListStore } from '../../server/anpr/list/open.ts';
import type { Kept, ListStore, Version } from '../../server/anpr/list/store.ts';
import { aList, listFolder } from '../fake/hot-lists.ts';
import { startRedis } from '../fake/redis.ts';

/** One contract, two stores. */
const releases: (() => unknown)[] = [];
afterEach(async () => {
  for (const release of releases.splice(0).reverse()) await release();
});

async function sqlite(): Promise<() => Promise<ListStore>> {
  const { dir, remove } = listFolder();
  releases.push(remove);
  return () => opened({ dataDir: dir });
}
async function redis(): Promise<() => Promise<ListStore>> {
  const server = await startRedis();
  releases.push(server.close);
  return () => opened({ dataDir: '', redisUrl: server.url });
}
async function opened(options: Parameters<typeof openListStore>[0]): Promise<ListStore> {
  const store = await openListStore(options);
  releases.push(store.close);
  return store;
}

const row = (version: number, more: Partial<Version> = {}): Version => ({
  ...{ list: aList('stolen'), version, entries: 2, blocks: 2, added: 1, changed: 0, removed: 0 },
  ...{ at: '2026-11-24T18:00:00.000Z', by: 'Test', kind: 'whole' },
  ...more,
});
const kept = (block: number, since: number, text: string, key = 'k'): Kept => ({
  ...{ block, since, key, bytes: Buffer.from(text) },
});
async function all(store: ListStore, of: Version): Promise<string[]> {
  const texts: string[] = [];
  for await (const one of store.blocks(of))
    texts.push(`${one.block}:${one.since} ${one.key} ${Buffer.from(one.bytes).toString()}`);
  return texts;
}

describe.each([
  ['SQLite', sqlite],
  ['Redis', redis],
])('hot lists on %s', (_, make) => {
  test('[P4.143] each version has of every block the newest that is not newer than itself', async () => {
    const open = await make();
    const store = await open();
    expect(await store.write(row(1), [kept(0, 1, 'a'), kept(1, 1, 'b')])).toBe(true);
    const change = { key: 'k', sealed: 'x' };
    expect(await store.write(row(2, { kind: 'entries', change }), [kept(1, 2, 'B', 'k2')])).toBe(
      true,
    );
    expect(await store.write(row(3, { kind: 'definition' }), [])).toBe(true);
    const other = await open();
    expect(await all(other, row(1))).toEqual(['0:1 k a', '1:1 k b']);
    expect(await all(other, row(2))).toEqual(['0:1 k a', '1:2 k2 B']);
    expect(await all(other, row(3))).toEqual(['0:1 k a', '1:2 k2 B']);
    expect(Buffer.from((await other.block(row(1), 1))!.bytes).toString()).toBe('b');
    expect(await other.block(row(1), 7)).toBeUndefined();
    expect((await other.since('stolen', 1)).map(({ version }) => version)).toEqual([2, 3]);
    expect(await other.heads()).toEqual([row(3, { kind: 'definition' })]);
    expect(await other.version('stolen', 2)).toEqual(row(2, { kind: 'entries', change }));
    expect(await other.version('stolen', 9)).toBeUndefined();
    expect((await other.keys('stolen')).sort()).toEqual(['k', 'k2']);
  });

  test('[P4.142] of two writers from the same version one writes, and nothing of the other is left', async () => {
    const open = await make();
    const [one, two] = [await open(), await open()];
    await one.write(row(1), [kept(0, 1, 'a'), kept(1, 1, 'b')]);
    const both = await Promise.all([
      one.write(row(2, { by: 'one' }), [kept(0, 2, 'one')]),
      two.write(row(2, { by: 'two' }), [kept(1, 2, 'two')]),
    ]);
    expect([...both].sort()).toEqual([false, true]);
    const winner = both[0] ? 'one' : 'two';
    expect((await two.heads())[0]!.by).toBe(winner);
    expect(await all(two, row(2))).toEqual(
      both[0] ? ['0:2 k one', '1:1 k b'] : ['0:1 k a', '1:2 k two'],
    );
    expect(await two.write(row(2), [kept(0, 2, 'late')])).toBe(false);
    expect(await one.heads()).toEqual(await two.heads());
  });

  test('[P4.141] what breaks off in the middle is not there, and is in nobody’s way', async () => {
    const open = await make();
    const store = await open();
    await store.write(row(1), [kept(0, 1, 'a'), kept(1, 1, 'b')]);
    function* broken(): Generator<Kept> {
      yield kept(0, 2, 'x'.repeat(1_500_000));
      yield kept(1, 2, 'y'.repeat(1_500_000));
      throw new Error('broken off');
    }
    await expect(store.write(row(2), broken())).rejects.toThrow('broken off');
    const other = await open();
    expect(await all(other, (await other.heads())[0]!)).toEqual(['0:1 k a', '1:1 k b']);
    expect(await other.write(row(2), [kept(1, 2, 'B')])).toBe(true);
    expect(await all(other, row(2))).toEqual(['0:1 k a', '1:2 k B']);
    expect(await all(store, row(2))).toEqual(['0:1 k a', '1:2 k B']);
  });

  test('[P4.143] tidying keeps what the versions that stay need, blocks of other numbers included', async () => {
    const open = await make();
    const store = await open();
    await store.write(row(1), [kept(0, 1, 'a1'), kept(1, 1, 'b1')]);
    await store.write(row(2), [kept(1, 2, 'b2')]);
    await store.write(row(3), [kept(1, 3, 'b3')]);
    // A shorter list: one block; the second one is older versions' only.
    await store.write(row(4, { blocks: 1 }), [kept(0, 4, 'a4')]);
    expect(await store.tidy('stolen', new Set([4, 2]))).toEqual({ versions: 2, blocks: 2 });
    expect(await all(store, row(2))).toEqual(['0:1 k a1', '1:2 k b2']);
    expect(await all(store, row(4, { blocks: 1 }))).toEqual(['0:4 k a4']);
    expect(await store.tidy('stolen', new Set([4]))).toEqual({ versions: 1, blocks: 2 });
    expect((await store.since('stolen', 0)).map(({ version }) => version)).toEqual([4]);
    expect(await store.write(row(5, { blocks: 1 }), [kept(0, 5, 'a5')])).toBe(true);
    expect(await store.tidy('other', new Set())).toEqual({ versions: 0, blocks: 0 });
  });

  test('[P4.146] everything can be kept anew under another key', async () => {
    const open = await make();
    const store = await open();
    await store.write(row(1), [kept(0, 1, 'a', 'old'), kept(1, 1, 'b', 'new')]);
    await store.write(row(2), [kept(0, 2, 'c', 'old')]);
    const old: Kept[] = [];
    for await (const one of store.under('stolen', 'new')) old.push(one);
    expect(old.map(({ block, since }) => [block, since]).sort()).toEqual([
      [0, 1],
      [0, 2],
    ]);
    const anew = old.map((one) => ({ ...one, key: 'new' }));
    await store.replace('stolen', anew, 'new');
    expect(await store.keys('stolen')).toEqual(['new']);
    expect(await all(store, row(2))).toEqual(['0:2 new c', '1:1 new b']);
  });
});
