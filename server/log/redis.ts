import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { ErrorReply } from 'redis';
import type { Entry } from '../../shared/entry.ts';
import { groupText } from './chain.ts';
import { LogUnavailable } from './log.ts';
import type { Appended, Log, Snapshot, Tail } from './log.ts';
import { ANSWER_MS, connectTo, reportOutages, requireDurable, within } from './redis-connection.ts';
import {
  entriesOf,
  follows,
  lastOf,
  newestOf,
  newestRow,
  streamOf,
  type Row,
} from './redis-stream.ts';
import { startTail } from './redis-tail.ts';

/**
 * The log on Redis, for several server processes: per space a stream, and a hash from command id
 * to seq. A message of the stream is one append group as a JSON array, its id `<last seq>-0`. One
 * script (`append.lua`) does the append. `{space}` keeps a space on one node of a cluster.
 *
 * Covered: a Redis that is killed, frozen, restarted or moved behind the same URL (this reconnects
 * for ever), and a fail-over to a replica that has every entry. Replication is asynchronous: a
 * replica that takes over without the newest entries has lost them. The tail sees that the chain
 * no longer fits, says so and is never fresh again; `min-replicas-to-write 1` narrows the gap.
 * Not covered: asking Sentinels for the address (put a proxy or a name that follows the master in
 * the URL), and a disk that fills up: with `appendfsync always` Redis then ends itself. Nothing
 * acknowledged is lost, but reading stops until there is room and Redis was started again.
 */

const script = fs.readFileSync(new URL('append.lua', import.meta.url), 'utf8');
const scriptSha = createHash('sha1').update(script).digest('hex');

const SPACES = 'belfry:spaces';
const IDS_AT_ONCE = 1_000;
const GROUPS_AT_FIRST = 4;

const commandsOf = (space: string): string => `belfry:{${space}}:commands`;
const snapshotOf = (space: string): string => `belfry:{${space}}:snapshot`;

export interface RedisOptions {
  url: string;
  warn: (message: string) => void;
}

export async function openRedisLog({ url, warn }: RedisOptions): Promise<Log> {
  const client = connectTo(url);
  reportOutages(client, warn);
  try {
    await within(5_000, client.connect());
    await requireDurable(client, warn);
  } catch (error) {
    client.destroy();
    throw error instanceof ErrorReply ? new LogUnavailable(error.message) : error;
  }
  const tails = new Set<Tail>();

  /** Every failure to read is one error, whether Redis refused, was silent or is gone. */
  async function ask<T>(reply: Promise<T>): Promise<T> {
    try {
      return await within(ANSWER_MS, reply);
    } catch (error) {
      if (error instanceof LogUnavailable) throw error;
      throw new LogUnavailable((error as Error).message, { cause: error });
    }
  }

  /** A restarted Redis has forgotten its scripts. */
  async function runScript(keys: string[], args: string[]): Promise<[number, number]> {
    const options = { keys, arguments: args };
    const reply = await client.evalSha(scriptSha, options).catch((error: Error) => {
      if (error.message.startsWith('NOSCRIPT')) return client.eval(script, options);
      throw error;
    });
    return reply as unknown as [number, number];
  }

  async function append(
    space: string,
    expectedSeq: number,
    entries: readonly Entry[],
  ): Promise<Appended> {
    if (entries.length === 0 || !follows(expectedSeq, entries))
      throw new Error(`append: the entries are not numbered from ${expectedSeq + 1}`);
    const args = [String(expectedSeq), groupText(entries)];
    for (const entry of entries) args.push(entry.command.id);
    try {
      // Elsewhere on a cluster, so outside the script; a name too many does no harm.
      if (expectedSeq === 0) await within(ANSWER_MS, client.sAdd(SPACES, space));
      const keys = [streamOf(space), commandsOf(space)];
      const [head, written] = await within(ANSWER_MS, runScript(keys, args));
      return written === 1 ? { ok: true } : { ok: false, reason: 'conflict', head };
    } catch (error) {
      const { message } = error as Error;
      return { ok: false, reason: isFull(message) ? 'full' : 'unavailable', message };
    }
  }

  async function read(space: string, after: number, limit: number): Promise<Entry[]> {
    const found: Entry[] = [];
    let from = after + 1;
    let groups = 0;
    while (found.length < limit) {
      // As many groups as will hold the rest, judged by the size of those seen.
      const likely = groups ? ((limit - found.length) * groups) / found.length : GROUPS_AT_FIRST;
      const COUNT = Math.min(Math.ceil(likely), limit, 1_000);
      const rows = (await ask(
        client.xRange(streamOf(space), `${from}-0`, '+', { COUNT }),
      )) as Row[];
      for (const row of rows) found.push(...entriesOf(space, row, after));
      if (rows.length < COUNT) break;
      groups += rows.length;
      from = lastOf(rows.at(-1)!) + 1;
    }
    return found.slice(0, limit);
  }

  async function find(space: string, ids: readonly string[]): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    for (let i = 0; i < ids.length; i += IDS_AT_ONCE) {
      const some = ids.slice(i, i + IDS_AT_ONCE);
      const seqs = await ask(client.hmGet(commandsOf(space), some));
      seqs.forEach((seq, j) => seq !== null && found.set(some[j]!, Number(seq)));
    }
    return found;
  }

  async function spaces(): Promise<string[]> {
    const named = (await ask(client.sMembers(SPACES))).sort();
    const held = await ask(Promise.all(named.map((space) => client.exists(streamOf(space)))));
    return named.filter((_, i) => held[i]);
  }

  return {
    head: async (space) => newestOf(space, await ask(newestRow(client, space))),
    append,
    read,
    find,
    tail: (space, after, onEntries) => {
      const tail = startTail(connectTo(url), space, after, onEntries, warn);
      const stop = tail.stop;
      tail.stop = async () => {
        tails.delete(tail);
        await stop();
      };
      tails.add(tail);
      return tail;
    },
    spaces,
    saveSnapshot: async (space, { seq, hash, shape, state }) => {
      await ask(client.hSet(snapshotOf(space), { seq: String(seq), hash, shape, state }));
    },
    loadSnapshot: async (space): Promise<Snapshot | undefined> => {
      const { seq, hash, shape, state } = await ask(client.hGetAll(snapshotOf(space)));
      if (!seq || !hash || !shape || !state) return undefined;
      return { seq: Number(seq), hash, shape, state };
    },
    close: async () => {
      await Promise.all([...tails].map((tail) => tail.stop()));
      client.destroy();
    },
  };
}

const isFull = (message: string): boolean =>
  /^OOM|^MISCONF|No space left/i.test(message.replace(/^ERR /, ''));
