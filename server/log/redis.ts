import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, ErrorReply } from 'redis';
import type { Entry } from '../../shared/entry.ts';
import { hashOf } from './chain.ts';
import { LogUnavailable } from './log.ts';
import type { Appended, Head, Log, Snapshot, Tail } from './log.ts';

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
/** Groups hold one to some hundred entries: an answer is some megabytes at most. */
const GROUPS_AT_ONCE = 16;
const GROUPS_AT_FIRST = 4;
const FRESH_MS = 2_000;
/** How long one command may take, and how long a silent connection is kept. */
const ANSWER_MS = 2_000;
const SILENCE_MS = 2_500;
/** A waiting read comes back this often, which shows that the connection is alive. */
const BLOCK_MS = 500;

const streamOf = (space: string): string => `belfry:{${space}}:log`;
const commandsOf = (space: string): string => `belfry:{${space}}:commands`;
const snapshotOf = (space: string): string => `belfry:{${space}}:snapshot`;

export interface RedisOptions {
  url: string;
  warn: (message: string) => void;
}

type Client = ReturnType<typeof connectTo>;
type Row = { id: string; message: Record<string, string> };

/** Offline, commands fail at once; a server that went silent is found out by the ping. */
function connectTo(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: 800,
    maintNotifications: 'disabled',
    socket: {
      connectTimeout: ANSWER_MS,
      socketTimeout: SILENCE_MS,
      reconnectStrategy: (tries) => Math.min(25 * 2 ** tries, 500) * (0.5 + Math.random()),
    },
  });
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
    const args = [String(expectedSeq), JSON.stringify(entries)];
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

/** A connection of its own, since its reads wait. */
function startTail(
  client: Client,
  space: string,
  after: number,
  onEntries: (entries: Entry[]) => void,
  warn: (message: string) => void,
): Tail {
  let last: Head | { seq: number; hash: undefined } = { seq: after, hash: undefined };
  let answered = -Infinity;
  let broken = '';
  let stopped = false;
  client.on('error', () => {});
  client.connect().catch(() => {});
  const finished = follow();
  return {
    fresh: () => !stopped && !broken && performance.now() - answered < FRESH_MS,
    stop: async () => {
      stopped = true;
      client.destroy();
      await finished;
    },
  };

  async function follow(): Promise<void> {
    while (!stopped) {
      let entries: Entry[] = [];
      try {
        const from = { key: streamOf(space), id: `${last.seq}-0` };
        const reply = client.xRead(from, { BLOCK: BLOCK_MS, COUNT: GROUPS_AT_ONCE });
        const streams = (await within(BLOCK_MS + ANSWER_MS, reply)) as { messages: Row[] }[] | null;
        entries = (streams?.[0]?.messages ?? []).flatMap((row) => entriesOf(space, row, last.seq));
        // Nothing new for a while: is what was handed on still there?
        const doubt = entries.length === 0 ? await lost() : misfit(entries);
        if (doubt && doubt !== broken) warn(`The log of ${space} is damaged: ${doubt}`);
        broken = doubt;
        answered = performance.now();
      } catch {
        await sleep(100);
        continue;
      }
      if (broken) await sleep(BLOCK_MS);
      if (broken || stopped || entries.length === 0) continue;
      const { seq, hash } = entries.at(-1)!;
      last = { seq, hash };
      // Outside the try: an error of the receiver is a bug and must show.
      onEntries(entries);
    }
  }

  function misfit(entries: readonly Entry[]): string {
    if (!follows(last.seq, entries)) return `no entry ${last.seq + 1}`;
    const fits = last.hash === undefined || hashOf(last.hash, entries[0]!) === entries[0]!.hash;
    return fits ? '' : `entry ${last.seq + 1} does not continue what was read before`;
  }

  async function lost(): Promise<string> {
    if (last.seq === 0) return '';
    const head = newestOf(space, await within(ANSWER_MS, newestRow(client, space)));
    if (head.seq < last.seq) return `it ends at ${head.seq}, and ${last.seq} was read before`;
    if (head.seq > last.seq) return '';
    last = { seq: head.seq, hash: last.hash ?? head.hash };
    return last.hash === head.hash ? '' : `entry ${head.seq} is not the one read before`;
  }
}

async function newestRow(client: Client, space: string): Promise<Row | undefined> {
  const rows = await client.xRevRange(streamOf(space), '+', '-', { COUNT: 1 });
  return (rows as Row[])[0];
}

function newestOf(space: string, row: Row | undefined): Head {
  if (!row) return { seq: 0, hash: '' };
  const newest = entriesOf(space, row, 0).at(-1);
  return newest ? { seq: newest.seq, hash: newest.hash } : { seq: 0, hash: '' };
}

const lastOf = (row: Row): number => Number.parseInt(row.id);

/** The entries of a group that come after number `after`. */
function entriesOf(space: string, row: Row, after: number): Entry[] {
  try {
    const entries = JSON.parse(row.message['group']!) as Entry[];
    return entries.filter((entry) => entry.seq > after);
  } catch {
    throw new LogUnavailable(
      `the entries of ${space} up to ${lastOf(row)} cannot be read: damaged`,
    );
  }
}

const follows = (last: number, entries: readonly Entry[]): boolean =>
  entries.every((entry, i) => entry.seq === last + 1 + i);

const isFull = (message: string): boolean =>
  /^OOM|^MISCONF|No space left/i.test(message.replace(/^ERR /, ''));

/** The client's own timeout ends when the command is written; this one when it is answered. */
async function within<T>(ms: number, reply: Promise<T>): Promise<T> {
  const given = new AbortController();
  const late = sleep(ms, undefined, { signal: given.signal }).then(() => {
    throw new LogUnavailable(`Redis did not answer within ${ms} ms`);
  });
  try {
    return await Promise.race([reply, late]);
  } finally {
    late.catch(() => {});
    reply.catch(() => {});
    given.abort();
  }
}

/** One line when Redis goes, one when it is back. */
function reportOutages(client: Client, warn: (message: string) => void): void {
  let down = false;
  client.on('error', (error: Error) => {
    if (!down) warn(`The log (Redis) does not answer: ${error.message}`);
    down = true;
  });
  client.on('ready', () => {
    if (down) warn('The log (Redis) answers again');
    down = false;
  });
}

/** Refuses a Redis that would acknowledge before it is on disk, or throw entries away. */
async function requireDurable(client: Client, warn: (message: string) => void): Promise<void> {
  const wanted: Record<string, string> = {
    appendonly: 'yes',
    appendfsync: 'always',
    'no-appendfsync-on-rewrite': 'no',
    'maxmemory-policy': 'noeviction',
  };
  const names = Object.keys(wanted);
  let config: Record<string, string>;
  try {
    config = await within(ANSWER_MS, client.configGet(names));
  } catch (error) {
    if (!(error instanceof ErrorReply)) throw error;
    warn(
      'Redis does not let its configuration be read. Nothing acknowledged is safe unless it has ' +
        names.map((name) => `${name} ${wanted[name]}`).join(', '),
    );
    return;
  }
  const wrong = names.filter((name) => config[name] !== wanted[name]);
  if (wrong.length === 0) return;
  const change = wrong.map((name) => `${name} ${wanted[name]} (is ${config[name]})`).join(', ');
  throw new Error(`Redis as it is configured can lose acknowledged entries; set ${change}`);
}
