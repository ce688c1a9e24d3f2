import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { v7 } from 'uuid';
import type { Entry } from '../../shared/entry.ts';
import { seal } from '../../server/log/chain.ts';
import type { Log } from '../../server/log/log.ts';
import { openRedisLog } from '../../server/log/redis.ts';
import { openSqliteLog } from '../../server/log/sqlite.ts';
import { startRedis } from '../fake/redis.ts';

/**
 * Durable appends and reading back, each beside what a bare file on the same disk does with the
 * same bytes in the same run. The contenders take turns, and the middle of the rounds counts:
 * other work on the machine hits all alike.
 */
export interface Row {
  name: string;
  figure: number;
  unit: string;
  limitName: string;
  limit: number;
  ratio: number;
  budget?: number | undefined;
}

const ROUNDS = 5;
/** Entries per group, and how many groups make a round. */
const SIZES = [
  { size: 1, groups: 1_500 },
  { size: 16, groups: 500 },
  { size: 256, groups: 150 },
];
const READ = 100_000;

export async function benchLog(): Promise<Row[]> {
  // Not the temporary folder: that is often no disk at all.
  fs.mkdirSync('.cache', { recursive: true });
  const dir = fs.mkdtempSync(path.join('.cache', 'bench-log-'));
  const redisDir = path.resolve(dir, 'redis');
  fs.mkdirSync(redisDir);
  const redis = await startRedis({ dir: redisDir });
  const logs: Record<string, Log> = {
    sqlite: await openSqliteLog({ dataDir: path.join(dir, 'sqlite') }),
    redis: await openRedisLog({ url: redis.url, warn: console.error }),
  };
  try {
    const rows: Row[] = [];
    for (const { size, groups } of SIZES) rows.push(...(await appends(dir, logs, size, groups)));
    rows.push(...(await readings(dir, logs)));
    return rows;
  } finally {
    for (const log of Object.values(logs)) await log.close();
    await redis.close();
    fs.rmSync(dir, { recursive: true });
  }
}

async function appends(
  dir: string,
  logs: Record<string, Log>,
  size: number,
  count: number,
): Promise<Row[]> {
  const groups = makeGroups(size, count);
  const bytes = groups.map((group) => Buffer.from(JSON.stringify(group)));
  const file = path.join(dir, 'bare');
  const entries = size * count;
  const rates: Record<string, number[]> = {};
  const note = (name: string, rate: number) => (rates[name] ??= []).push(rate);
  for (let round = 0; round < ROUNDS; round++) {
    note('bare', await rate(entries, () => bareAppend(file, bytes)));
    note('encoding', await rate(entries, () => bareAppend(file, groups)));
    for (const [name, log] of Object.entries(logs)) {
      // A new space for each round: the same entries again, numbered from 1.
      const space = `ex-${size}-${round}`;
      note(name, await rate(entries, () => logAppend(log, space, groups)));
    }
  }
  const waiting = `durable appends, ${size} waiting`;
  const bare = middle(rates['bare']!);
  const encoding = middle(rates['encoding']!);
  const budget = size === 256 ? 0.5 : undefined;
  return Object.keys(logs).flatMap((name) => {
    const figure = middle(rates[name]!);
    return [
      row(`${waiting}: ${name}`, figure, 'bare file, bytes ready, 1 fdatasync/group', bare, budget),
      row(`${waiting}: ${name}`, figure, 'the same with the JSON encoding', encoding),
    ];
  });
}

function bareAppend(file: string, groups: readonly (Buffer | Entry[])[]): void {
  const fd = fs.openSync(file, 'w');
  for (const group of groups) {
    fs.writeSync(fd, Buffer.isBuffer(group) ? group : Buffer.from(JSON.stringify(group)));
    fs.fdatasyncSync(fd);
  }
  fs.closeSync(fd);
  fs.rmSync(file);
}

async function logAppend(log: Log, space: string, groups: readonly Entry[][]): Promise<void> {
  for (const group of groups) {
    const result = await log.append(space, group[0]!.seq - 1, group);
    if (!result.ok) throw new Error(`append: ${JSON.stringify(result)}`);
  }
}

async function readings(dir: string, logs: Record<string, Log>): Promise<Row[]> {
  const groups = makeGroups(250, READ / 250);
  const file = path.join(dir, 'lines');
  const bytes = groups.map((group) => Buffer.from(JSON.stringify(group)));
  fs.writeFileSync(file, Buffer.concat(bytes));
  const lengths = bytes.map((group) => group.length);
  const rates: Record<string, number[]> = {};
  const note = (name: string, rate: number) => (rates[name] ??= []).push(rate);
  for (const log of Object.values(logs)) await logAppend(log, 'ex-read', groups);
  for (let round = 0; round < ROUNDS; round++) {
    note('bare', await rate(READ, () => bareRead(file, lengths)));
    for (const [name, log] of Object.entries(logs))
      note(name, await rate(READ, () => logRead(log)));
  }
  const bare = middle(rates['bare']!);
  return Object.keys(logs).map((name) =>
    row(`reading back: ${name}`, middle(rates[name]!), 'bare file, JSON.parse', bare),
  );
}

function bareRead(file: string, lengths: readonly number[]): void {
  const fd = fs.openSync(file, 'r');
  const buffer = Buffer.alloc(Math.max(...lengths));
  let count = 0;
  for (const length of lengths) {
    fs.readSync(fd, buffer, 0, length, null);
    count += (JSON.parse(buffer.toString('utf8', 0, length)) as Entry[]).length;
  }
  fs.closeSync(fd);
  if (count !== READ) throw new Error('bare file: not all were read');
}

async function logRead(log: Log): Promise<void> {
  let last = 0;
  for (let page; (page = await log.read('ex-read', last, 5_000)).length > 0;) {
    last = page.at(-1)!.seq;
  }
  if (last !== READ) throw new Error('log: not all were read');
}

/** Entries of about 450 bytes, as an operator's journal makes them. */
function makeGroups(size: number, count: number): Entry[][] {
  let seq = 0;
  let hash = '';
  const make = (): Entry => {
    const entry = seal(hash, {
      seq: ++seq,
      at: new Date().toISOString(),
      actor: { id: 'op-7', name: 'Operator 7', role: 'operator' },
      command: { id: v7(), type: 'journal.add' },
      events: [
        {
          type: 'journal.added',
          v: 1,
          id: v7(),
          data: {
            incident: v7(),
            kind: 'message',
            text: 'Brandweer ter plaatse, rook in de tunnel',
          },
        },
      ],
    });
    hash = entry.hash;
    return entry;
  };
  return Array.from({ length: count }, () => Array.from({ length: size }, make));
}

async function rate(count: number, work: () => void | Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (count / (performance.now() - started)) * 1_000;
}

const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

function row(name: string, figure: number, limitName: string, limit: number, budget?: number): Row {
  const ratio = Math.round((figure / limit) * 100) / 100;
  const rest = { limitName, limit: Math.round(limit), ratio, budget };
  return { name, figure: Math.round(figure), unit: 'entries/s', ...rest };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table(await benchLog());
