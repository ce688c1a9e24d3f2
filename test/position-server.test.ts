import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { afterMessage, type Units } from '../client/positions.ts';
import { start, type Belfry } from '../server/main.ts';
import type { Down, Positions, Up } from '../shared/wire.ts';
import { PROTOCOL_VERSION } from '../shared/protocol.ts';
import { signInAs } from './fake/client.ts';
import { ask } from './fake/http.ts';

/** Positions through a whole server: in by HTTP, out by the sockets of those who may see them. */
let belfry: Belfry;
let data: string;
const sockets: Socket<Down, Up>[] = [];

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'belfry-position-'));
  belfry = await start({ data, port: 0, demo: true, quiet: true });
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await belfry.close();
  rmSync(data, { recursive: true, force: true });
});

const feature = (id: string, ago: number, more: object = {}) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [4.35, 50.85] },
  properties: { id, at: new Date(Date.now() - ago).toISOString(), ...more },
});
const post = async (body: string, type = 'application/geo+json', token = 'belfry-demo-feed') => {
  const headers = { 'content-type': type };
  const { status, body: answer } = await ask(belfry.url, '/api/ingest/positions', {
    ...{ method: 'POST', headers, body, token },
  });
  return { status, ...(answer as Record<string, unknown>) };
};

async function openScreen(role: string) {
  const cookie = await signInAs(belfry.url, role);
  const socket: Socket<Down, Up> = io(belfry.url, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie },
    auth: { protocol: PROTOCOL_VERSION },
  });
  sockets.push(socket);
  let units: Units = new Map();
  const messages: Positions[] = [];
  socket.on('positions', (message) => {
    messages.push(message);
    units = afterMessage(units, message, Date.now());
  });
  await socket.timeout(5_000).emitWithAck('join', { space: 'live', after: 0 });
  return { socket, messages, units: () => units, ids: () => [...units.keys()].sort() };
}

async function until(what: string, isTrue: () => boolean, ms = 10_000): Promise<void> {
  const late = performance.now() + ms;
  while (!isTrue()) {
    if (performance.now() > late) throw new Error(`not within ${ms} ms: ${what}`);
    await sleep(10);
  }
}

describe('positions', () => {
  it('[P4.40] go from feed to screen within a second, to those who may see them', async () => {
    const [operator, police] = [await openScreen('operator'), await openScreen('police')];
    const list = [
      feature('bw-1', 2_000, { discipline: 'D1' }),
      feature('pz-1', 0, { discipline: 'D3' }),
    ];
    const begun = performance.now();
    expect(await post(JSON.stringify(list))).toMatchObject({ status: 200, accepted: 2 });
    await until('shown', () => police.ids().length === 2 && operator.ids().length === 1);
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect([operator.ids(), police.ids()]).toEqual([['bw-1'], ['bw-1', 'pz-1']]);

    // Older than what is known, and the same again: passed over, not refused.
    const old = [list[0], feature('bw-1', 9_000)];
    expect(await post(JSON.stringify(old))).toMatchObject({ accepted: 0, unchanged: 2 });

    // Who joins later gets the whole; the log has nothing of it yet.
    const later = await openScreen('operator');
    await until('whole', () => later.messages.length > 0);
    expect([later.messages[0]?.whole, later.ids()]).toEqual([true, ['bw-1']]);

    const bw = feature('bw-1', 0, { discipline: 'D3' });
    expect(await post(JSON.stringify(bw))).toMatchObject({ accepted: 1 });
    await until('taken from the operator', () => operator.ids().length === 0);
    expect(JSON.stringify(operator.messages)).not.toContain('pz-1');
    expect(police.ids()).toEqual(['bw-1', 'pz-1']);

    // A machine, or a person by HTTP, gets the same.
    for (const [role, seen] of [
      ['operator', []],
      ['police', ['bw-1', 'pz-1']],
    ] as const) {
      const cookie = await signInAs(belfry.url, role);
      const { body } = await ask(belfry.url, '/api/spaces/live/positions', { cookie });
      expect((body as Positions).fixes.map(({ id }) => id).sort()).toEqual(seen);
    }
    const token = 'belfry-demo-feed';
    expect((await ask(belfry.url, '/api/spaces/live/positions', { token })).body.fixes).toEqual([]);
    expect((await ask(belfry.url, '/api/spaces/ex-1/positions', { token })).status).toBe(404);
  });

  it('[ingest] come as lines and as events, each answered for', async () => {
    const lines = [JSON.stringify(feature('l-1', 0)), '{', '', JSON.stringify({ type: 'Feature' })];
    expect(await post(lines.join('\n'), 'application/x-ndjson')).toMatchObject({
      ...{ status: 200, accepted: 1, rejectedCount: 2 },
      rejected: [
        { index: 1, code: 'json-broken' },
        { index: 2, code: 'invalid', path: 'geometry.type' },
      ],
    });
    const time = new Date().toISOString();
    const event = (uid: string, lat: string) =>
      `<event version="2.0" uid="${uid}" type="a-f-G-U-C" time="${time}" start="${time}" stale="${time}">` +
      `<point lat="${lat}" lon="4.35" hae="0" ce="9999999.0" le="9999999.0"/></event>`;
    const both = event('tak-1', '50.85') + event('tak-2', '');
    expect(await post(both, 'application/xml')).toMatchObject({
      ...{ status: 200, accepted: 1 },
      rejected: [{ index: 1, code: 'record-unusable', path: 'point.lat' }],
    });
    expect(await post('<event/>', 'text/xml')).toMatchObject({ status: 400, path: 'uid' });
    expect(await post('<event>', 'text/xml')).toMatchObject({ status: 400, code: 'xml-broken' });
    expect(await post('{}')).toMatchObject({ status: 400, code: 'invalid', path: 'type' });
    expect(await post('x', 'text/plain')).toMatchObject({ status: 415 });
  });

  it('[P4.23] are taken from those only who may send them', async () => {
    const body = JSON.stringify(feature('a', 0));
    expect(await post(body, 'application/geo+json', 'nobody')).toMatchObject({ status: 401 });
    const headers = { 'content-type': 'application/geo+json' };
    for (const role of ['operator', 'auditor']) {
      const cookie = await signInAs(belfry.url, role);
      const answer = await ask(belfry.url, '/api/ingest/positions', { headers, body, cookie });
      expect(answer.status).toBe(403);
    }
  });

  it('[P1.40] a console that is slow to take them misses some, and is right again when it can', async () => {
    const [slow, quick] = [await openScreen('operator'), await openScreen('operator')];
    const { ws } = slow.socket.io.engine.transport as unknown as {
      ws: { _socket: { pause(): void; resume(): void } };
    };
    ws._socket.pause();
    const before = slow.messages.length;
    let last = '';
    for (let round = 0; round < 25; round += 1) {
      const list = Array.from({ length: 1_500 }, (_, n) =>
        feature(`s-${n}`, 0, { callsign: 'x'.repeat(80) }),
      );
      last = list.at(-1)!.properties.at;
      expect(await post(JSON.stringify(list))).toMatchObject({ status: 200 });
      await sleep(150);
    }
    await until('the quick one has it', () => quick.units().get('s-1499')?.fix.at === last);
    ws._socket.resume();
    await until('so has the slow one', () => slow.units().get('s-1499')?.fix.at === last);
    const missed = quick.messages.length - (slow.messages.length - before);
    expect(missed).toBeGreaterThan(0);
    expect(slow.messages.slice(before).some(({ whole }) => whole)).toBe(true);
    expect(slow.socket.connected).toBe(true);
    const fixes = (units: Units) =>
      [...units.values()].map(({ fix }) => fix).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(fixes(slow.units())).toEqual(fixes(quick.units()));
  });
});
