import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { LogUnavailable } from '../../log/log.ts';
import { ANSWER_MS, connectTo, within } from '../../log/redis-connection.ts';
import { needless, type Kept, type ListStore, type Version } from './store.ts';

/**
 * The store on Redis, for several server processes. Per list a hash of versions and a hash of blocks
 * (`<block>:<since>`); who writes holds a lock, and each of his writes proves it (`guarded.lua`), so that
 * one who was frozen in between writes nothing more. What he left behind belongs to no version and is
 * swept by the next.
 */
const script = fs.readFileSync(new URL('guarded.lua', import.meta.url), 'utf8');
const HEADS = 'belfry:{anpr-lists}:heads';
const versionsOf = (list: string): string => `belfry:{anpr-lists}:${list}:versions`;
const blocksOf = (list: string): string => `belfry:{anpr-lists}:${list}:blocks`;
const keysOf = (list: string): string => `belfry:{anpr-lists}:${list}:keys`;
const lockOf = (list: string): string => `belfry:{anpr-lists}:${list}:lock`;
const LOCK_MS = 30_000;
const TRIES_MS = 20_000;
/** Characters in one command. */
const PART = 1_000_000;
const AT_ONCE = 64;

export async function openRedisLists(url: string): Promise<ListStore> {
  const client = connectTo(url);
  client.on('error', () => {}); // An outage is told by the log.
  await within(5_000, client.connect());
  /** Which versions wrote which block, as it was when the list's newest version was this. */
  const layouts = new Map<string, { version: number; written: Map<number, number[]> }>();

  async function ask<T>(reply: Promise<T>): Promise<T> {
    try {
      return await within(ANSWER_MS, reply);
    } catch (error) {
      if (error instanceof LogUnavailable) throw error;
      throw new LogUnavailable((error as Error).message, { cause: error });
    }
  }

  async function written(list: string): Promise<Map<number, number[]>> {
    const all = new Map<number, number[]>();
    for (const field of await ask(client.hKeys(blocksOf(list)))) {
      const [block = NaN, since = NaN] = field.split(':').map(Number);
      all.set(block, [...(all.get(block) ?? []), since]);
    }
    for (const sinces of all.values()) sinces.sort((a, b) => a - b);
    return all;
  }
  async function layoutFor({ list, version }: Version) {
    const known = layouts.get(list.id);
    if (known && known.version >= version) return known.written;
    const fresh = { version, written: await written(list.id) };
    layouts.set(list.id, fresh);
    return fresh.written;
  }
  const fieldFor = (layout: Map<number, number[]>, block: number, version: number) => {
    const since = layout.get(block)?.findLast((one) => one <= version);
    return since === undefined ? undefined : { block, since, field: `${block}:${since}` };
  };

  async function locked<T>(list: string, work: (token: string) => Promise<T>): Promise<T> {
    const token = randomUUID();
    const give = performance.now() + TRIES_MS;
    const take = () =>
      client.set(lockOf(list), token, {
        condition: 'NX',
        expiration: { type: 'PX', value: LOCK_MS },
      });
    while ((await ask(take())) !== 'OK') {
      if (performance.now() > give)
        throw new LogUnavailable('the hot list is being written by another process');
      await sleep(100);
    }
    try {
      return await work(token);
    } finally {
      // Only if it is still ours.
      const mine = await ask(client.get(lockOf(list))).catch(() => null);
      if (mine === token) await ask(client.del(lockOf(list))).catch(() => {});
    }
  }
  async function guarded(list: string, token: string, ...args: string[]): Promise<number> {
    const keys = [lockOf(list), HEADS, versionsOf(list), blocksOf(list)];
    const reply = await ask(client.eval(script, { keys, arguments: [token, ...args] }));
    if (reply === 0) throw new LogUnavailable('the hot list is being written by another process');
    return Number(reply);
  }
  async function keep(list: string, token: string, blocks: Iterable<Kept>): Promise<void> {
    let [part, size] = [[] as string[], 0];
    const names = new Set<string>();
    const flush = async () => {
      if (part.length > 0) await ask(client.sAdd(keysOf(list), [...names]));
      if (part.length > 0) await guarded(list, token, 'keep', ...part);
      [part, size] = [[], 0];
    };
    for (const { block, since, key, bytes } of blocks) {
      const value = `${key} ${Buffer.from(bytes).toString('base64')}`;
      part.push(`${block}:${since}`, value);
      names.add(key);
      size += value.length;
      if (size > PART) await flush();
    }
    await flush();
  }
  async function rows(list: string): Promise<Version[]> {
    const bodies = await ask(client.hVals(versionsOf(list)));
    return bodies.map((body) => JSON.parse(body) as Version).sort((a, b) => a.version - b.version);
  }
  async function* read(list: string, fields: readonly { block: number; since: number }[]) {
    for (let i = 0; i < fields.length; i += AT_ONCE) {
      const some = fields.slice(i, i + AT_ONCE);
      const names = some.map(({ block, since }) => `${block}:${since}`);
      const values = await ask(client.hmGet(blocksOf(list), names));
      for (const [j, value] of values.entries()) if (value) yield keptOf(some[j]!, value);
    }
  }
  async function sweep(list: string, head: number): Promise<void> {
    const stray = [...(await written(list))].flatMap(([block, sinces]) =>
      sinces.filter((since) => since > head).map((since) => `${block}:${since}`),
    );
    if (stray.length > 0) await ask(client.hDel(blocksOf(list), stray));
  }

  return {
    async heads() {
      const all = await ask(client.hGetAll(HEADS));
      const bodies = Object.values(all).map((body) => JSON.parse(body) as Version);
      return bodies.sort((a, b) => (a.list.id < b.list.id ? -1 : 1));
    },
    since: async (list, after) => (await rows(list)).filter(({ version }) => version > after),
    async version(list, version) {
      const body = await ask(client.hGet(versionsOf(list), String(version)));
      return body ? (JSON.parse(body) as Version) : undefined;
    },
    async block(of, block) {
      const at = fieldFor(await layoutFor(of), block, of.version);
      const value = at && (await ask(client.hGet(blocksOf(of.list.id), at.field)));
      return value ? keptOf(at, value) : undefined;
    },
    async *blocks(of) {
      const layout = await layoutFor(of);
      const fields = Array.from({ length: of.blocks }, (_, i) => fieldFor(layout, i, of.version));
      yield* read(
        of.list.id,
        fields.filter((one) => one !== undefined),
      );
    },
    write: (row, blocks) =>
      locked(row.list.id, async (token) => {
        const id = row.list.id;
        const head = await ask(client.hGet(HEADS, id));
        const version = head ? (JSON.parse(head) as Version).version : 0;
        if (version !== row.version - 1) return false;
        await sweep(id, version);
        await keep(id, token, blocks);
        const body = JSON.stringify(row);
        const added = ['add', id, String(version), String(row.version), body];
        return (await guarded(id, token, ...added)) === 1;
      }),
    async *under(list, otherThan) {
      const all = [...(await written(list))].flatMap(([block, sinces]) =>
        sinces.map((since) => ({ block, since })),
      );
      for await (const kept of read(list, all)) if (kept.key !== otherThan) yield kept;
    },
    replace: (list, blocks, key) =>
      locked(list, async (token) => {
        await keep(list, token, blocks);
        const others = (await ask(client.sMembers(keysOf(list)))).filter((one) => one !== key);
        if (others.length > 0) await ask(client.sRem(keysOf(list), others));
      }),
    tidy: (list, kept) =>
      locked(list, async () => {
        const all = await rows(list);
        const gone = all.filter(({ version }) => !kept.has(version));
        const stay = all.filter(({ version }) => kept.has(version));
        const fields = [...(await written(list))].flatMap(([block, sinces]) =>
          needless(sinces, block, stay).map((since) => `${block}:${since}`),
        );
        if (fields.length > 0) await ask(client.hDel(blocksOf(list), fields));
        const numbers = gone.map(({ version }) => String(version));
        if (numbers.length > 0) await ask(client.hDel(versionsOf(list), numbers));
        layouts.delete(list);
        return { versions: gone.length, blocks: fields.length };
      }),
    keys: (list) => ask(client.sMembers(keysOf(list))),
    close: async () => client.destroy(),
  };
}

function keptOf({ block, since }: { block: number; since: number }, value: string): Kept {
  const space = value.indexOf(' ');
  return {
    ...{ block, since, key: value.slice(0, space) },
    bytes: Buffer.from(value.slice(space + 1), 'base64'),
  };
}
