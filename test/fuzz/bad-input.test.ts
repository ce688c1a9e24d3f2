import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { v7 as uuid } from 'uuid';
import { verify } from '../../server/log/chain.ts';
import { openLog } from '../../server/log/open.ts';
import { signInAs } from '../fake/client.ts';
import { fakeServer, type FakeServer } from '../fake/server.ts';
import { WebSocket } from '../fake/ws.ts';
import { collisions, commandShots, otherShots, type Keys } from './bad-body.ts';
import { brokenHttp, flood, loris, sendBytes } from './bad-line.ts';
import { badFrames, throwFrame, throwWords } from './bad-socket.ts';
import { openRange, type Range } from './throw.ts';

/** Anything may be sent to any door: it is refused by name, and the server goes on as before. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20260301);

// Bounded in number, not in time: a busy machine takes longer.
vi.setConfig({ testTimeout: 180_000 });

let server: FakeServer;
let range: Range;
let keys: Keys;
let thrown = 0;

beforeAll(async () => {
  server = await fakeServer();
  await server.start();
  range = openRange(server.port);
  keys = {
    supervisor: await signInAs(server.url, 'supervisor'),
    administrator: await signInAs(server.url, 'administrator'),
    feed: 'belfry-demo-feed',
  };
});
afterAll(async () => {
  range.close();
  await server.close();
});

const write = (text: string, id: string = uuid()) => ({
  id,
  type: 'journal.write',
  data: { kind: 'message', text },
});

async function good(text = 'Alles rustig'): Promise<number> {
  const from = performance.now();
  const answer = await range.fire({
    name: 'good',
    method: 'POST',
    path: '/api/spaces/live/commands',
    headers: { 'content-type': 'application/json', cookie: keys.supervisor },
    body: JSON.stringify(write(text)),
  });
  expect(answer.status).toBe(200);
  return performance.now() - from;
}

/** Middle of the times that a good command takes, in milliseconds. */
async function pace(): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 60; i++) times.push(await good());
  return times.sort((a, b) => a - b)[30]!;
}

async function head(): Promise<number> {
  const path = '/api/spaces/live/entries?limit=1';
  const answer = await range.fire({
    name: 'head',
    method: 'GET',
    path,
    headers: { cookie: keys.supervisor },
  });
  return (JSON.parse(answer.text) as { head: number }).head;
}

/** Resident memory of the server, in MB. */
const memory = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${server.pid()}/status`, 'utf8'))?.[1]) /
  1_024;

/** Nothing of `act` may enter the log, or slow the server down. */
async function unmoved(what: string, act: () => Promise<string[]>): Promise<void> {
  await pace();
  const [before, from, ram] = [await pace(), await head(), memory()];
  const begun = performance.now();
  const wrong = await act();
  const seconds = (performance.now() - begun) / 1_000;
  expect(server.died()).toBe(false);
  const entered = (await head()) - from;
  const after = await pace();
  console.log(
    `${what}: ${thrown} thrown so far, ${seconds.toFixed(1)} s; a good command ${before.toFixed(2)} → ` +
      `${after.toFixed(2)} ms (× ${(after / before).toFixed(2)}); memory ${ram.toFixed(0)} → ${memory().toFixed(0)} MB`,
  );
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(entered).toBe(0);
}

test('[bad] commands that are none are refused by code and place, and nothing enters the log', () =>
  unmoved('commands', async () => {
    const shots = commandShots(SEED, keys, 6_000);
    thrown += shots.length;
    return range.fireAll(shots);
  }));

test('[bad] every other door refuses by code', () =>
  unmoved('other doors', async () => {
    const shots = otherShots(SEED, keys, 2_500);
    thrown += shots.length;
    return range.fireAll(shots);
  }));

test('[bad] an id that belongs to another command is refused', async () => {
  const taken = write('Mijn id');
  await range.fire({
    ...{
      name: 'mine',
      method: 'POST',
      path: '/api/spaces/live/commands',
      body: JSON.stringify(taken),
    },
    headers: { 'content-type': 'application/json', cookie: keys.supervisor },
  });
  await unmoved('collisions', () => range.fireAll(collisions(keys, taken)));
});

test('[bad] consoles that talk nonsense are answered by code, in their language', () =>
  unmoved('sockets', async () => {
    const { thrown: count, wrong } = await throwWords(server.url, keys.supervisor, SEED, 1_000);
    thrown += count;
    return wrong;
  }));

test('[bad] frames that are none do no harm', () =>
  unmoved('frames', async () => {
    const queue = [true, false]
      .flatMap((greet) => badFrames.map((frame) => ({ frame, greet })))
      .values();
    const worker = async () => {
      for (const { frame, greet } of queue) {
        thrown += 1;
        await throwFrame(server.url, frame, { cookie: keys.supervisor, greet });
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    for (const path of [
      '/socket.io/?EIO=3&transport=websocket',
      '/socket.io/',
      '/ws',
      '/socket.io/?EIO=4&transport=websocket&sid=x',
    ])
      expect(await throwFrame(server.url, '40', { path, ms: 3_000 })).not.toBe('open');
    // Not signed in: turned away after the greeting.
    expect(await throwFrame(server.url, '', { ms: 2_000 })).toBe('closed');
    return [];
  }));

test('[bad] a page of another site cannot open a socket', async () => {
  const headers = { cookie: keys.supervisor, origin: 'https://elsewhere.example' };
  const path = '/socket.io/?EIO=4&transport=websocket';
  const socket = new WebSocket(server.url.replace('http', 'ws') + path, { headers });
  const how = await new Promise((resolve) => {
    socket.on('open', () => resolve('open'));
    socket.on('error', () => resolve('refused'));
  });
  expect(how).toBe('refused');
});

test('[bad] a body of 100 MB is refused without being kept', async () => {
  const ram = memory();
  const headers = { 'content-type': 'application/json', cookie: keys.supervisor };
  const xml = { 'content-type': 'application/xml', authorization: `Bearer ${keys.feed}` };
  const lines = { ...xml, 'content-type': 'application/x-ndjson' };
  let highest = ram;
  const watch = setInterval(() => (highest = Math.max(highest, memory())), 20);
  const answers = await Promise.all([
    flood(server.port, '/api/spaces/live/commands', headers, 100),
    flood(server.port, '/api/session', { 'content-type': 'application/json' }, 100),
    flood(server.port, '/api/ingest/traffic', xml, 100),
    flood(server.port, '/api/ingest/reports?feed=none', lines, 100),
  ]);
  clearInterval(watch);
  console.log(
    `100 MB: ${JSON.stringify(answers)}, memory ${ram.toFixed(0)} → ${highest.toFixed(0)} MB`,
  );
  for (const { status } of answers)
    expect(status === 0 || (status > 399 && status < 500)).toBe(true);
  expect(answers[0].code ?? 'too-large').toBe('too-large');
  expect(highest - ram).toBeLessThan(200);
});

test('[bad] bytes that are no HTTP are refused by code', async () => {
  for (const [name, { bytes, status }] of Object.entries(brokenHttp)) {
    thrown += 1;
    const answer = await sendBytes(server.port, bytes);
    expect(answer, name).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    if (name !== 'no host') expect(answer, name).toMatch(/\{"code":"(invalid|too-large)"/);
  }
});

test('[bad] senders without haste hold nobody up, and are cut off', async () => {
  const slow = loris(server.port, 60);
  const from = performance.now();
  expect(await pace()).toBeLessThan(200);
  // A line that opens and never says who it is.
  expect(await throwFrame(server.url, '', { greet: false, ms: 12_000 })).toBe('closed');
  while (slow.open() > 0 && performance.now() - from < 30_000) await sleep(200);
  expect(slow.open()).toBe(0);
  slow.close();
});

test('[bad] scripts in text are text: kept and given back as they came', async () => {
  const texts = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'; DROP TABLE groups; --",
    '{{constructor.constructor("return process")()}}',
    '${7*7} %s %n &lt; &#x3C; </script><!--',
    'مرحبا 🧯 Ça va ß Ω',
  ];
  const from = await head();
  for (const text of texts) await good(text);
  const path = `/api/spaces/live/entries?after=${from}`;
  const call = { name: 'read', method: 'GET', path, headers: { cookie: keys.supervisor } };
  const { text, headers } = await range.fire(call);
  expect(headers['content-type']).toMatch(/^application\/json/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  const { entries } = JSON.parse(text) as { entries: { events: { data: { text: string } }[] }[] };
  expect(entries.map((entry) => entry.events[0]!.data.text)).toEqual(texts);
});

test('[bad] after all that, at least 10,000 were thrown and the log is whole', async () => {
  expect(thrown).toBeGreaterThan(10_000);
  await server.stop();
  const log = await openLog({ dataDir: server.data });
  for (const space of await log.spaces()) expect((await verify(log, space)).ok).toBe(true);
  await log.close();
});
