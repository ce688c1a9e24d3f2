import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLog } from '../server/log/open.ts';
import { openConsole, signIn, signInAs, type FakeConsole } from './fake/client.ts';
import { startRedis, type FakeRedis } from './fake/redis.ts';
import { fakeServer, type FakeServer } from './fake/server.ts';
import { readTruth, stateHash } from './torture/judge.ts';

/** Two server processes on one Redis: one room for the people, whichever of them they are on. */
let redis: FakeRedis;
let [a, b]: FakeServer[] = [];
let cookie: string;
const opened: FakeConsole[] = [];
const acked = new Map<string, number>();
const refused: string[] = [];

beforeAll(async () => {
  redis = await startRedis();
  [a, b] = await Promise.all([
    fakeServer({ redisUrl: redis.url }),
    fakeServer({ redisUrl: redis.url }),
  ]);
  // At the same time: neither may trip over the other's demo accounts.
  await Promise.all([a.start(), b.start()]);
  cookie = await signInAs(a.url, 'operator');
});
afterAll(async () => {
  for (const one of opened) one.close();
  await Promise.all([a?.close(), b?.close()]);
  await redis.close();
});

function openOn(server: FakeServer, by = cookie, onBye: (code: string) => void = () => {}) {
  const one = openConsole({
    ...{ url: server.url, cookie: by, onBye },
    onAnswer: ({ id }, answer) =>
      answer.ok ? acked.set(id, answer.seq) : refused.push(answer.code),
  });
  opened.push(one);
  return one;
}

const write = (one: FakeConsole, text: string) =>
  one.send('journal.write', { kind: 'message', text });

async function until(what: string, isTrue: () => boolean, ms = 10_000): Promise<void> {
  const late = performance.now() + ms;
  while (!isTrue()) {
    if (performance.now() > late) throw new Error(`not within ${ms} ms: ${what}`);
    await sleep(10);
  }
}

const status = async (server: FakeServer, by: string): Promise<number> =>
  (await fetch(`${server.url}/api/session`, { headers: { cookie: by } })).status;

/** All have the same number and the same picture, which is what the log says. */
async function same(consoles: readonly FakeConsole[]): Promise<void> {
  await until('outboxes empty', () => consoles.every((one) => one.waiting() === 0), 20_000);
  const log = await openLog({ redisUrl: redis.url, dataDir: '' });
  const truth = await readTruth(log, 'live');
  await log.close();
  await until('all at the head', () => consoles.every((one) => one.seq() === truth.entries));
  const hashes = new Set(consoles.map((one) => stateHash(one.state())));
  expect(hashes.size).toBe(1);
  expect({ chain: truth.chain, doubled: truth.doubled }).toEqual({ chain: 'whole', doubled: [] });
  for (const [id, seq] of acked) expect(truth.seqOf.get(id)).toBe(seq);
  expect(refused).toEqual([]);
}

test('[P1.3] commands to both interleave without a gap, and consoles on either see the same', async () => {
  const consoles = [a!, b!, a!, b!, a!, b!].map((server) => openOn(server));
  await until('all joined', () => consoles.every((one) => one.joined()));
  for (let i = 0; i < 100; i++) {
    consoles.forEach((one, n) => write(one, `Regel ${n}-${i}`));
    if (i % 10 === 0) await sleep(5);
  }
  await same(consoles);
  expect(acked.size).toBe(600);
  // Both have written: neither waited until the other was done.
  const seqs = [...acked.values()];
  expect(Math.max(...seqs) - Math.min(...seqs)).toBe(599);
});

test('[P1.1] [P1.2] either may be killed: the other goes on, and all are right again afterwards', async () => {
  for (const [killed, other] of [
    [a!, b!],
    [b!, a!],
  ] as const) {
    const away = openOn(killed);
    const there = openOn(other);
    await until('both joined', () => away.joined() && there.joined());
    for (let i = 0; i < 50; i++) [away, there].forEach((one) => write(one, `Voor ${i}`));
    await sleep(20);
    await killed.kill();
    const before = there.seq();
    const from = performance.now();
    const id = write(there, 'Wij gaan door');
    await until('the other goes on', () => acked.has(id), 2_000);
    expect(performance.now() - from).toBeLessThan(2_000);
    expect(there.seq()).toBeGreaterThanOrEqual(before);
    await killed.start();
    await same(opened);
  }
});

test('[P4.1] who signs in on one is signed in on the other; who signs out on one is out on both', async () => {
  const mine = await signIn(a!.url, 'supervisor', 'belfry-demo-supervisor');
  let byes = 0;
  const one = openOn(b!, mine, () => byes++);
  await until('joined on the other', () => one.joined());
  expect(await status(b!, mine)).toBe(200);
  await fetch(`${a!.url}/api/session`, { method: 'DELETE', headers: { cookie: mine } });
  await until('told bye on the other', () => byes > 0, 2_000);
  expect(await status(b!, mine)).toBe(401);
  expect(await status(a!, mine)).toBe(401);
  one.close();
});

test('[P4.1] who is blocked on one is cut off on the other', async () => {
  const admin = await signInAs(b!.url, 'administrator');
  const json = { 'content-type': 'application/json', cookie: admin };
  const people = (await (
    await fetch(`${b!.url}/api/accounts`, { headers: { cookie: admin } })
  ).json()) as { id: string; user: string }[];
  const { id } = people.find((one) => one.user === 'police')!;
  const block = (blocked: boolean) =>
    fetch(`${b!.url}/api/accounts/${id}`, {
      ...{ method: 'PATCH', headers: json, body: JSON.stringify({ blocked }) },
    });
  const mine = await signInAs(a!.url, 'police');
  let byes = 0;
  const one = openOn(a!, mine, () => byes++);
  await until('joined', () => one.joined());
  expect((await block(true)).status).toBe(204);
  await until('told bye', () => byes > 0, 2_000);
  await until('and kept out', () => !one.joined());
  await sleep(300);
  expect(one.joined()).toBe(false);
  await expect(signInAs(a!.url, 'police')).rejects.toThrow('sign-in-failed');
  expect((await block(false)).status).toBe(204);
  // The old session is gone for good; a new one is let in.
  expect(await status(a!, mine)).toBe(401);
  expect(await status(b!, await signInAs(b!.url, 'police'))).toBe(200);
  one.close();
});
