import type { AddressInfo } from 'node:net';
import { createServer, request as httpRequest, type Server } from 'node:http';
import express from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Passed } from '../../shared/anpr/read.ts';
import type { Who } from '../../server/auth/auth.ts';
import { refuse, type Refusal } from '../../shared/refusal.ts';
import { anprRouter } from '../../server/ingest/anpr/route.ts';
import { catalogue, feed, JPEG, multipart } from './anpr-given.ts';

/** The door by itself; what stands behind it only keeps what it was given. */
let server: Server;
let url: string;
let store: Map<string, Passed>;
let signs: string[];
let counts: string[];
let failing: Refusal | undefined;
let rights: string[];
let basicOnly: boolean;

beforeAll(async () => {
  const app = express();
  app.use((_request, response, next) => {
    if (!basicOnly) response.locals['who'] = { role: { rights } };
    next();
  });
  app.use(
    '/api/ingest',
    anprRouter({
      catalogue,
      feed,
      async take(passed) {
        if (failing) return passed.map(() => failing!);
        return passed.map((one) => {
          const isKnown = store.has(one.read.id);
          store.set(one.read.id, one);
          return isKnown ? 'known' : 'taken';
        });
      },
      byToken: (token) =>
        token === 'belfry-camera' ? ({ role: { rights } } as unknown as Who) : undefined,
      sign: (camera) => void signs.push(camera),
      count: (format, result) => void counts.push(`${format} ${result}`),
    }),
  );
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/ingest/anpr`;
});
afterAll(() => void server.close());
beforeEach(() => {
  store = new Map();
  signs = [];
  counts = [];
  failing = undefined;
  rights = ['ingest'];
  basicOnly = false;
});

interface Answer {
  status: number;
  accepted: number;
  unchanged: number;
  rejectedCount: number;
  rejected: { index: number; code: string; message: string; path?: string }[];
  code?: string;
  Result?: boolean;
}
async function post(body: string | Buffer, type = 'application/json', query = ''): Promise<Answer> {
  const response = await fetch(`${url}${query}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
}

const one = (more: object = {}) => ({
  ...{ camera: 'anpr-one', at: new Date().toISOString(), plate: '1-XXX-001', ...more },
});
const plates = () => [...store.values()].map(({ read }) => read.plate);
const NDJSON = 'application/x-ndjson';

describe('our own JSON', () => {
  it('[P4.102] alone, as a list, in an object, as lines; sent again it changes nothing', async () => {
    const reads = [one(), one({ plate: '1-XXX-002' })];
    expect(await post(JSON.stringify(reads[0]))).toMatchObject({
      status: 200,
      accepted: 1,
      unchanged: 0,
      rejectedCount: 0,
    });
    expect(await post(JSON.stringify(reads))).toMatchObject({ accepted: 1, unchanged: 1 });
    expect(await post(JSON.stringify({ reads }))).toMatchObject({ accepted: 0, unchanged: 2 });
    const lines = reads.map((read) => JSON.stringify(read)).join('\n');
    expect(await post(lines, NDJSON)).toMatchObject({ accepted: 0, unchanged: 2 });
    expect(plates()).toEqual(['1XXX001', '1XXX002']);
    expect(signs).toContain('anpr-one');
    expect(counts.slice(0, 3)).toEqual(['belfry taken', 'belfry known', 'belfry taken']);
  });

  it('[P4.102] [P4.108] good lines are taken beside bad ones, each answered for with its place and no plate', async () => {
    const lines = [
      JSON.stringify(one()),
      '{half',
      '',
      JSON.stringify(one({ camera: 'nobody', plate: '9-TST-123' })),
      JSON.stringify(one({ plate: 'ZZ'.repeat(100) })),
      JSON.stringify(one({ at: '2001-01-01T00:00:00.000Z' })),
      JSON.stringify(one({ plate: '1\u202e23' })),
      '[1]',
      JSON.stringify(one({ plate: '1-XXX-003' })),
    ].join('\n');
    const answer = await post(lines, NDJSON);
    expect(answer).toMatchObject({
      ...{ status: 200, accepted: 2, rejectedCount: 6 },
      rejected: [
        { index: 1, code: 'json-broken' },
        { index: 2, code: 'anpr-camera-unknown', path: 'camera' },
        { index: 3, code: 'anpr-plate-long', path: 'plate' },
        { index: 4, code: 'time-old', path: 'at' },
        { index: 5, code: 'anpr-plate-script', path: 'plate' },
        { index: 6, code: 'anpr-format-unknown' },
      ],
    });
    expect(JSON.stringify(answer)).not.toMatch(/TST|ZZZ/);
    expect(plates()).toEqual(['1XXX001', '1XXX003']);
  });

  it('[P4.102] where nothing was usable, the whole is refused as its first item, and the store stays as it was', async () => {
    expect(await post(JSON.stringify(one({ camera: 'nobody' })))).toMatchObject({
      status: 400,
      code: 'anpr-camera-unknown',
      rejectedCount: 1,
    });
    expect(await post('{"plate":')).toMatchObject({ status: 400, code: 'json-broken' });
    expect(await post('hello', 'text/plain')).toMatchObject({
      status: 400,
      code: 'anpr-format-unknown',
    });
    expect(await post('')).toMatchObject({ status: 400, code: 'anpr-format-unknown' });
    expect(await post('{}', 'application/json', '?format=nobody')).toMatchObject({
      status: 400,
      code: 'anpr-format-unknown',
    });
    expect(store.size).toBe(0);
  });

  it('[P4.23] a camera that knows only name and password signs in by its token as the password', async () => {
    basicOnly = true;
    const knock = (authorization?: string) =>
      fetch(url, {
        method: 'POST',
        headers: { ...(authorization ? { authorization } : {}) },
        body: JSON.stringify(one()),
      });
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
    const asked = await knock();
    expect([asked.status, asked.headers.get('www-authenticate')]).toEqual([
      401,
      'Basic realm="belfry"',
    ]);
    expect((await knock(basic('camera:wrong'))).status).toBe(401);
    expect((await knock(basic('camera:belfry-camera'))).status).toBe(200);
    rights = [];
    expect((await knock(basic('camera:belfry-camera'))).status).toBe(403);
  });

  it('what cannot be stored now refuses the whole, to be sent again', async () => {
    failing = refuse('log-unavailable');
    expect(await post(JSON.stringify(one()))).toMatchObject({
      status: 503,
      code: 'log-unavailable',
    });
    failing = refuse('internal');
    expect(await post(JSON.stringify(one()))).toMatchObject({ status: 500 });
  });

  it('[P4.23] only who has the right may post', async () => {
    rights = [];
    expect(await post(JSON.stringify(one()))).toMatchObject({ status: 403, code: 'forbidden' });
  });
});

describe('[P4.101] cameras', () => {
  const alert = (plate: string) =>
    `<EventNotificationAlert xmlns="http://www.isapi.org/ver20/XMLSchema"><macAddress>02:00:5e:00:00:01</macAddress><dateTime>${new Date().toISOString()}</dateTime><eventType>ANPR</eventType><ANPR><licensePlate>${plate}</licensePlate></ANPR></EventNotificationAlert>`;

  it('are recognised whatever the content type says, and content with the answer', async () => {
    for (const [i, type] of [
      'application/xml',
      'text/plain',
      'application/octet-stream',
      'application/json',
    ].entries())
      expect(await post(alert(`1XXX00${i}`), type)).toMatchObject({ status: 200, accepted: 1 });
    expect(
      await post(
        alert('1XXX001').replace('02:00:5e:00:00:01', '02:00:5e:99:99:99'),
        'application/xml',
      ),
    ).toMatchObject({
      ...{ status: 200, accepted: 0, rejectedCount: 1 },
      rejected: [{ code: 'anpr-camera-unknown', path: 'EventNotificationAlert.macAddress' }],
    });
    expect(
      await post(
        'Events[0].Code=TrafficJunction\nEvents[0].TrafficCar.MachineName=BELFRY-T1\nEvents[0].TrafficCar.PlateNumber=',
        'text/plain',
      ),
    ).toMatchObject({ status: 200, unchanged: 1, Result: true });
  });

  it('[P4.103] that do not say who they are, are named by the address', async () => {
    const frame = `<tt:VideoAnalytics xmlns:tt="t"><tt:Frame UtcTime="${new Date().toISOString()}"><tt:Object><tt:Appearance><tt:LicensePlateInfo><tt:PlateNumber>1XXX001</tt:PlateNumber></tt:LicensePlateInfo></tt:Appearance></tt:Object></tt:Frame></tt:VideoAnalytics>`;
    expect(await post(frame, 'application/xml')).toMatchObject({ accepted: 0, rejectedCount: 1 });
    expect(await post(frame, 'application/xml', '?camera=anpr-two')).toMatchObject({ accepted: 1 });
    expect([...store.values()][0]?.read.camera).toBe('anpr-two');
    expect(await post(frame, 'application/xml', '?camera=nobody')).toMatchObject({
      rejected: [{ code: 'anpr-camera-unknown', path: 'camera' }],
    });
  });

  it('[P4.107] send pictures along', async () => {
    const body = multipart([
      ['Content-Disposition: form-data; name="anpr.xml"', alert('1XXX001')],
      ['Content-Disposition: form-data; name="licensePlatePicture"; filename="lp.jpg"', JPEG(500)],
    ]);
    expect(await post(body, 'multipart/form-data; boundary=boundary')).toMatchObject({
      accepted: 1,
    });
    expect([...store.values()][0]?.crop?.bytes.length).toBe(500);
  });

  it('as lines of any maker', async () => {
    const lines = [1, 2].map((i) =>
      JSON.stringify({
        data_type: 'alpr_group',
        epoch_start: Date.now(),
        camera_id: 700,
        best_plate_number: `1XXX00${i}`,
        best_confidence: 90,
      }),
    );
    expect(await post(lines.join('\n'), NDJSON)).toMatchObject({ accepted: 2 });
  });
});

describe('[P4.107] bodies that are too large', () => {
  it('a picture of 50 MB is refused while it comes, and costs no memory', async () => {
    const chunk = Buffer.alloc(256 * 1024, 1);
    const before = process.memoryUsage().rss;
    let sent = 0;
    const status = await new Promise<number>((resolve, reject) => {
      const request = httpRequest(url, {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      });
      request.on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      request.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EPIPE' || error.code === 'ECONNRESET' ? undefined : reject(error),
      );
      request.write('--b\r\nContent-Disposition: form-data; name="p"; filename="p.jpg"\r\n\r\n');
      const more = () => {
        while (sent < 50 * 1024 * 1024 && !request.destroyed) {
          sent += chunk.length;
          if (!request.write(chunk)) return void request.once('drain', more);
        }
        request.end('\r\n--b--\r\n');
      };
      more();
    });
    expect(status).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    expect(store.size).toBe(0);
  });

  it('a length that says so is refused at once; compressed bodies are not taken', async () => {
    expect(await post(Buffer.alloc(9 * 1024 * 1024, 32))).toMatchObject({
      status: 413,
      code: 'too-large',
    });
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-encoding': 'gzip' },
      body: '{}',
    });
    expect(response.status).toBe(415);
  });

  it('8 MB of nothing are refused piece by piece, and hold nobody up', async () => {
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const answer = await post(`[${'{},'.repeat(99_999)}{}]`);
    // As a list in one piece, more are refused whole; as lines they may come.
    const more = await post(`[${'{},'.repeat(300_000)}{}]`);
    clearInterval(watch);
    expect(answer).toMatchObject({
      status: 400,
      rejectedCount: 100_000,
      code: 'anpr-format-unknown',
    });
    expect(answer.rejected).toHaveLength(100);
    expect(more).toMatchObject({ status: 413, code: 'too-large' });
    expect(longest).toBeLessThan(2_000);
  });

  it('a hundred thousand lines hold nobody up', async () => {
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const line = JSON.stringify(one());
    const count = 100_000;
    const answer = await post(`${line}\n`.repeat(count), NDJSON);
    clearInterval(watch);
    expect(answer).toMatchObject({ status: 200, accepted: 1, unchanged: count - 1 });
    expect(longest).toBeLessThan(500);
  });
});
