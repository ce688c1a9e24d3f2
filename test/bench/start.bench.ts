import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqliteLog } from '../../server/log/sqlite.ts';
import { signInAs } from '../fake/client.ts';
import { makeRandom } from '../fake/random.ts';
import { fakeServer, type FakeServer } from '../fake/server.ts';
import { benchFolder } from './folder.ts';
import { makeLog } from './make-log.ts';
import { percentile, timeRow, type BenchRow } from './row.ts';

/** From the start of the process to its first answer, on a million entries; and jumps in a log of 100,000. */
const ENTRIES = 1_000_000;
const JUMPS = 60;

export async function benchStart(): Promise<BenchRow[]> {
  const folder = benchFolder('start');
  try {
    await fill(folder.path, ENTRIES);
    const server = await fakeServer({ data: folder.path });
    const without = await startTime(server);
    const snapshot = `${folder.path}/snapshot-live.json`;
    while (!fs.existsSync(snapshot)) await sleep(100);
    const size = fs.statSync(snapshot).size / 1e6;
    const memory = memoryOf(server);
    await server.kill();
    const withOne: number[] = [];
    for (let i = 0; i < 3; i++) {
      withOne.push(await startTime(server));
      await server.kill();
    }
    await server.close();
    const beside = `log ${(fs.statSync(`${folder.path}/belfry.db`).size / 1e6).toFixed(0)} MB`;
    const state = `state ${size.toFixed(1)} MB, server ${memory.toFixed(0)} MB`;
    return [
      timeRow('cold start, 1 M entries, without snapshot', without, 15_000, beside),
      timeRow(
        'cold start, 1 M entries, with snapshot',
        withOne.sort((a, b) => a - b)[1]!,
        3_000,
        state,
      ),
    ];
  } finally {
    folder.remove();
  }
}

export async function benchJump(): Promise<BenchRow[]> {
  const folder = benchFolder('jump');
  try {
    await fill(folder.path, 100_000);
    const server = await fakeServer({ data: folder.path });
    await server.start();
    const cookie = await signInAs(server.url, 'operator');
    const random = makeRandom(3);
    let bytes = 0;
    const jump = async (at: number): Promise<number> => {
      const from = performance.now();
      const path = `/api/spaces/live/state?at=${at}`;
      const response = await fetch(server.url + path, { headers: { cookie } });
      bytes = (await response.arrayBuffer()).byteLength;
      if (!response.ok) throw new Error(`jump: ${response.status}`);
      return performance.now() - from;
    };
    const first = await jump(99_000);
    const times: number[] = [];
    for (let i = 0; i < JUMPS; i++) times.push(await jump(random.int(1, 100_000)));
    times.sort((a, b) => a - b);
    await server.close();
    const beside = `answer ${(bytes / 1e6).toFixed(1)} MB`;
    return [
      timeRow('jump to any moment of 100 k entries, p50', percentile(times, 0.5), 200, beside),
      timeRow('jump to any moment of 100 k entries, slowest', times.at(-1)!, 200, beside),
      timeRow('the very first jump since the start', first, 200, beside),
    ];
  } finally {
    folder.remove();
  }
}

async function fill(dataDir: string, count: number): Promise<void> {
  const from = performance.now();
  const log = await openSqliteLog({ dataDir });
  await makeLog(log, 'live', count);
  await log.close();
  console.log(`made ${count} entries in ${((performance.now() - from) / 1_000).toFixed(0)} s`);
}

async function startTime(server: FakeServer): Promise<number> {
  const from = performance.now();
  await server.start();
  const response = await fetch(`${server.url}/readyz`);
  await response.text();
  return performance.now() - from;
}

const memoryOf = (server: FakeServer): number =>
  Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${server.pid()}/status`, 'utf8'))?.[1]) /
  1_024;
