import fs from 'node:fs';
import { LogUnavailable } from '../../log/log.ts';
import { ANSWER_MS, connectTo, within } from '../../log/redis-connection.ts';
import type { Kept, KeyStore } from './keys.ts';

/**
 * Keys in Redis, one each, which Redis deletes by itself at their end (`PXAT`). What is deleted still
 * stands in its append-only file: after a deletion that is written anew (`BGREWRITEAOF`), at most once in a
 * while, for which the account needs the right to do so.
 */
const script = fs.readFileSync(new URL('make.lua', import.meta.url), 'utf8');
const PREFIX = 'belfry:{vault}:key:';
const MASTER = 'belfry:{vault}:master';
const GONE = 'belfry:{vault}:gone';
const MANY = 500;
const REWRITE_MS = 60_000;

export async function openRedisKeys(
  url: string,
  warn: (message: string) => void,
): Promise<KeyStore> {
  const [client, ear] = [connectTo(url), connectTo(url)];
  // An outage is told by the log.
  for (const one of [client, ear]) one.on('error', () => {});
  const listeners: ((names: readonly string[]) => void)[] = [];
  let rewritten = -Infinity;
  let later: NodeJS.Timeout | undefined;

  async function ask<T>(reply: Promise<T>): Promise<T> {
    try {
      return await within(ANSWER_MS, reply);
    } catch (error) {
      if (error instanceof LogUnavailable) throw error;
      throw new LogUnavailable((error as Error).message, { cause: error });
    }
  }

  async function find(names: readonly string[]): Promise<(Kept | undefined)[]> {
    const found: (Kept | undefined)[] = [];
    for (let at = 0; at < names.length; at += MANY) {
      const part = names.slice(at, at + MANY);
      const values = await ask(client.mGet(part.map((name) => PREFIX + name)));
      values.forEach((value, i) => found.push(value ? keptOf(part[i]!, value) : undefined));
    }
    return found;
  }

  async function rewrite(): Promise<void> {
    clearTimeout(later);
    const wait = rewritten + REWRITE_MS - performance.now();
    if (wait > 0) {
      later = setTimeout(() => void rewrite(), wait).unref();
      return;
    }
    rewritten = performance.now();
    try {
      await ask(client.bgRewriteAof());
    } catch (error) {
      // One is under way, that began before the deletion: again after it.
      const { message } = error as Error;
      if (!/in progress/i.test(message))
        warn(`Redis does not rewrite its file: deleted keys stay in it: ${message}`);
      later = setTimeout(() => void rewrite(), REWRITE_MS).unref();
    }
  }

  try {
    await within(5_000, Promise.all([client.connect(), ear.connect()]));
    await within(
      ANSWER_MS,
      ear.subscribe(GONE, (text) => {
        const names = JSON.parse(text) as string[];
        for (const listener of listeners) listener(names);
      }),
    );
  } catch (error) {
    client.destroy();
    ear.destroy();
    throw error;
  }

  return {
    find,
    peek: () => undefined,
    async make(wanted) {
      const made: Kept[] = [];
      for (let at = 0; at < wanted.length; at += MANY) {
        const part = wanted.slice(at, at + MANY);
        const values = await ask(
          client.eval(script, {
            keys: part.map(({ name }) => PREFIX + name),
            arguments: part.flatMap((one) => [valueOf(one), String(one.expires)]),
          }),
        );
        (values as unknown as string[]).forEach((value, i) =>
          made.push(keptOf(part[i]!.name, value)),
        );
      }
      return made;
    },
    async all() {
      const names = new Set<string>();
      for await (const keys of client.scanIterator({ MATCH: `${PREFIX}*`, COUNT: 1_000 }))
        for (const key of keys) names.add(key.slice(PREFIX.length));
      return (await find([...names])).filter((kept) => kept !== undefined);
    },
    async remove(names) {
      let count = 0;
      for (let at = 0; at < names.length; at += MANY) {
        const part = names.slice(at, at + MANY);
        count += await ask(client.del(part.map((name) => PREFIX + name)));
        await ask(client.publish(GONE, JSON.stringify(part)));
      }
      if (names.length > 0) await rewrite();
      return count;
    },
    // Redis deletes them itself; whoever holds them in memory knows when.
    expired: async () => [],
    async master(offered) {
      await ask(client.set(MASTER, offered.toString('base64url'), { condition: 'NX' }));
      return Buffer.from((await ask(client.get(MASTER)))!, 'base64url');
    },
    onGone: (listener) => void listeners.push(listener),
    async close() {
      clearTimeout(later);
      client.destroy();
      ear.destroy();
    },
  };
}

const valueOf = ({ id, key, expires }: Kept): string =>
  [expires, id.toString('base64url'), key.toString('base64url')].join('.');

function keptOf(name: string, value: string): Kept {
  const [expires, id, key] = value.split('.') as [string, string, string];
  const bytes = (text: string) => Buffer.from(text, 'base64url');
  return { name, id: bytes(id), key: bytes(key), expires: Number(expires) };
}
