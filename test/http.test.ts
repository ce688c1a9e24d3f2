import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Router } from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGS, type RefusalCode } from '../shared/refusal.ts';
import { statusOf } from '../server/http/answer.ts';
import { makeApp } from '../server/http/app.ts';
import { spacesRouter } from '../server/http/spaces.ts';
import { LogUnavailable } from '../server/log/log.ts';
import { start, type Belfry } from '../server/main.ts';
import { signInAs } from './fake/client.ts';
import { ask as askAt, type Ask, type Reply } from './fake/http.ts';

/** The interface for machines: what it answers, with which status, in whose language. */
let belfry: Belfry;
let data: string;
let cookie: string;
let police: string;
let auditor: string;
const feed = 'belfry-demo-feed';
let count = 0;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'belfry-http-'));
  belfry = await start({ data, port: 0, demo: true, quiet: true });
  [cookie, police, auditor] = (await Promise.all(
    ['operator', 'police', 'auditor'].map((role) => signInAs(belfry.url, role)),
  )) as [string, string, string];
}, 60_000);
afterAll(async () => {
  await belfry.close();
  rmSync(data, { recursive: true, force: true });
});

const ask = (path: string, options: Ask = {}): Promise<Reply> => askAt(belfry.url, path, options);
const refusal = ({ status, body }: Reply) => [status, (body as { code: string }).code];
const COMMANDS = '/api/spaces/live/commands';
const command = (type: string, more: object, id = `h-${++count}`) => ({ id, type, data: more });
const send = (type: string, more: object, as: Ask = { cookie }) =>
  ask(COMMANDS, { ...as, json: command(type, more) });
const write = (text: string, as: Ask = { cookie }) =>
  send('journal.write', { kind: 'message', text }, as);

describe('commands', () => {
  test('[P1.4] are answered with their number and events, and again the same', async () => {
    const json = command('journal.write', { kind: 'message', text: 'Rook' });
    const first = await ask(COMMANDS, { cookie, json });
    expect(first).toMatchObject({
      status: 200,
      body: { events: [{ type: 'journal.written', v: 1, id: json.id, data: { text: 'Rook' } }] },
    });
    expect((await ask(COMMANDS, { cookie, json })).body).toEqual(first.body);
    const taken = await ask(COMMANDS, { cookie: police, json });
    expect(refusal(taken)).toEqual([409, 'command-id-taken']);
  });

  test('[P1.23] what is wrong is named by its place', async () => {
    const { status, body } = await send('report.file', { priority: 9, text: '', channel: 'phone' });
    expect([status, body.code, body.path]).toEqual([400, 'invalid', 'data.priority']);
    expect(body.issues.map((one: { path: string }) => one.path)).toEqual([
      ...['data.priority', 'data.text'],
    ]);
  });

  test.each<[string, object, Ask, number, RefusalCode]>([
    ['report.burn', {}, {}, 400, 'command-unknown'],
    ['incident.close', { incident: 'none', summary: 'x' }, {}, 409, 'incident-unknown'],
    ['incident.open', { type: 'dragon', title: 'x', priority: 1 }, {}, 409, 'type-unknown'],
    [
      'incident.open',
      { type: 'fire', title: 'x', priority: 1, restrictions: ['medical'] },
      {},
      403,
      'restriction-not-yours',
    ],
    [
      'report.file',
      { priority: 1, text: 'x', channel: 'phone' },
      { token: feed },
      403,
      'forbidden',
    ],
  ])('%s %j is refused as such', async (type, more, as, status, code) => {
    const reply = await send(type, more, 'token' in as ? as : { cookie });
    expect(refusal(reply)).toEqual([status, code]);
  });

  test('[P1.25] in Dutch, French or English, as the caller asks; in Dutch when they do not', async () => {
    const told = async (language?: string) => {
      const headers = language === undefined ? {} : { 'accept-language': language };
      const json = command('report.burn', {});
      return ((await ask(COMMANDS, { cookie, json, headers })).body as { message: string }).message;
    };
    const texts = await Promise.all([...LANGS].map((lang) => told(lang)));
    expect(new Set(texts).size).toBe(3);
    const [nl, fr, en] = texts;
    expect(await told('fr-BE,fr;q=0.9,en;q=0.5')).toBe(fr);
    expect(await told('en-GB')).toBe(en);
    for (const other of [undefined, '*', 'de', 'zz,;q=x']) expect(await told(other)).toBe(nl);
  });
});

describe('doors', () => {
  const API = [
    ...['/api/session', '/api/settings', '/api/geo', '/api/people', '/api/accounts'],
    ...['/api/spaces/live/entries', '/api/spaces/live/state'],
  ];

  test('[P4.21] are closed to those who are not signed in', async () => {
    for (const path of API)
      expect([path, ...refusal(await ask(path))]).toEqual([path, 401, 'signed-out']);
    for (const path of [COMMANDS, '/api/ingest/reports', '/api/ingest/traffic', '/api/accounts'])
      expect(refusal(await ask(path, { json: {} }))).toEqual([401, 'signed-out']);
  });

  test('[P3.1] a space that does not exist is no other one, whoever asks', async () => {
    for (const space of ['ex-none', 'accounts', 'LIVE', 'live%00', '..%2flive', '__proto__']) {
      const at = `/api/spaces/${space}`;
      const answers = await Promise.all([
        ask(`${at}/state`, { cookie: auditor }),
        ask(`${at}/entries`, { cookie: auditor }),
        ask(`${at}/commands`, { cookie, json: command('journal.write', {}) }),
      ]);
      for (const reply of answers)
        expect([space, ...refusal(reply)]).toEqual([space, 404, 'space-unknown']);
    }
  });

  test('other methods are answered with those that there are', async () => {
    const methods: [string, string, string][] = [
      ['PUT', '/api/session', 'POST, GET, DELETE, HEAD'],
      ['DELETE', '/api/spaces/live/state', 'GET, HEAD'],
      ['GET', COMMANDS, 'POST'],
      ['PATCH', '/api/settings', 'GET, HEAD'],
      ['GET', '/api/ingest/reports', 'POST'],
      ['POST', '/healthz', 'GET, HEAD'],
      ['GET', '/api/accounts/x', 'PATCH'],
    ];
    for (const [method, path, allow] of methods) {
      const reply = await ask(path, { method, cookie });
      expect([path, ...refusal(reply)]).toEqual([path, 405, 'method-not-allowed']);
      expect([path, reply.headers.get('allow')]).toEqual([path, allow]);
    }
  });

  test('what does not exist is not found, also for a browser', async () => {
    for (const path of ['/api', '/api/nothing', '/api/spaces/live', '/assets/x.js'])
      expect([path, ...refusal(await ask(path, { cookie }))]).toEqual([path, 404, 'not-found']);
    expect((await ask('/nothing', { method: 'POST' })).status).toBe(404);
  });

  test('[P1.23] bodies that are no JSON, too large, or something else', async () => {
    const post = (body: BodyInit, type: string) =>
      ask(COMMANDS, { cookie, body, headers: { 'content-type': type } });
    const json = 'application/json';
    for (const broken of ['{', '{"id":1,}', '"text"', 'null', '7', 'NaN', '[', '\ufeff{}x'])
      expect([broken, ...refusal(await post(broken, json))]).toEqual([broken, 400, 'json-broken']);
    expect(refusal(await post(new Uint8Array([0x7b, 0xff, 0x7d]), json))).toEqual([
      400,
      'json-broken',
    ]);
    expect(refusal(await post('{}', `${json}; charset=utf-16`))).toEqual([415, 'media-type']);
    expect(refusal(await post('a=b', 'application/x-www-form-urlencoded'))).toEqual([
      415,
      'media-type',
    ]);
    expect(refusal(await post('{}', 'text/plain'))).toEqual([415, 'media-type']);
    expect(refusal(await post(`"${'x'.repeat(300_000)}"`, json))).toEqual([413, 'too-large']);
    expect(refusal(await post('[]', json))).toEqual([400, 'invalid']);
    expect(refusal(await ask(COMMANDS, { cookie, method: 'POST' }))).toEqual([400, 'invalid']);
  });

  test('[P4.14] a page of another site may not write, whatever it sends along', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://elders.example' };
    const reply = await ask(COMMANDS, { cookie, json: command('journal.write', {}), headers });
    expect(refusal(reply)).toEqual([403, 'forbidden']);
    expect(reply.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('nothing is kept by caches, framed by others, or run inline', async () => {
    const { headers } = await ask('/api/settings', { cookie });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const policy = headers.get('content-security-policy')!;
    for (const part of ["frame-ancestors 'none'", "script-src 'self';", "object-src 'none'"])
      expect(policy).toContain(part);
  });
});

describe('entries', () => {
  const entries = async (query: string, as: Ask = { cookie }): Promise<any> =>
    (await ask(`/api/spaces/live/entries${query}`, as)).body;

  test('come page by page, with the head', async () => {
    for (let i = 0; i < 5; i++) await write(`Regel ${i}`);
    const all = await entries('?limit=1000');
    const head = all.head as number;
    expect(all.entries.map((one: { seq: number }) => one.seq)).toEqual(
      Array.from({ length: head }, (_, i) => i + 1),
    );
    const page = await entries(`?after=${head - 3}&limit=2`);
    expect(page.entries).toEqual(all.entries.slice(-3, -1));
    expect(await entries(`?after=${head}`)).toEqual({ entries: [], head });
    expect(await entries('?after=999999')).toEqual({ entries: [], head });
  });

  test('all at once as lines, when asked so', async () => {
    const { body, headers } = await ask('/api/spaces/live/entries?after=2', {
      ...{ cookie, headers: { accept: 'application/x-ndjson' } },
    });
    expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const lines = (body as string)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines).toEqual((await entries('?after=2&limit=1000')).entries);
  });

  test('[P4.5] hashes, which cover everything, are for those only who may see everything', async () => {
    await write('Alleen politie', { cookie: police });
    const [plain] = (await entries('?limit=1')).entries;
    expect(plain).not.toHaveProperty('hash');
    const [audited] = (await entries('?limit=1', { cookie: auditor })).entries;
    expect(audited.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('what is no number is refused by name', async () => {
    for (const [query, path] of [
      ...['after=-1', 'after=x', 'after=1.5', 'after=1&after=2'].map((one) => [one, 'after']),
      ...['limit=0', 'limit=1001', 'limit=x', 'limit=1e9'].map((one) => [one, 'limit']),
    ]) {
      const reply = await ask(`/api/spaces/live/entries?${query}`, { cookie });
      expect([query, ...refusal(reply), (reply.body as { path: string }).path]).toEqual([
        ...[query, 400, 'invalid', path],
      ]);
    }
  });
});

describe('state', () => {
  const state = (query = '') => ask(`/api/spaces/live/state${query}`, { cookie });

  test('[P6.15] now, at any entry, and at any moment', async () => {
    const before = (await state()).body as { seq: number };
    const opened = await send('incident.open', { type: 'fire', title: 'Brand', priority: 2 });
    const { seq, events } = opened.body as { seq: number; events: { id: string }[] };
    const id = events[0]!.id;
    await send('incident.retitle', { incident: id, title: 'Grote brand' });
    const title = async (at: number | string) =>
      (await state(`?at=${encodeURIComponent(at)}`)).body.state.incident.incidents[id]?.title;
    expect(await title(before.seq)).toBeUndefined();
    expect(await title(seq)).toBe('Brand');
    expect(await title(seq + 1)).toBe('Grote brand');
    const now = (await state()).body as { seq: number; at: string };
    expect([await title(now.at), now.seq]).toEqual(['Grote brand', seq + 1]);
    expect(await title('2020-01-01T00:00:00.000Z')).toBeUndefined();
    expect(await title('2999-01-01T01:00:00+01:00')).toBe('Grote brand');
    expect((await state('?at=0')).body).toMatchObject({
      seq: 0,
      state: { report: { reports: {} } },
    });
  });

  test('[P6.15] a moment outside the log, or none at all', async () => {
    expect(refusal(await state('?at=999999'))).toEqual([404, 'moment-unknown']);
    for (const bad of ['-1', '1.5', 'x', '', 'yesterday', '2026-02-30T00:00:00Z', '1&at=2'])
      expect([bad, ...refusal(await state(`?at=${bad}`))]).toEqual([bad, 400, 'invalid']);
  });
});

describe('for supervisors', () => {
  test('alive, ready and numbers: open to all, and they tell of nothing', async () => {
    expect((await ask('/healthz')).body).toEqual({ ok: true });
    expect((await ask('/readyz')).body).toEqual({ ready: true });
    await write('needle-in-metrics');
    const { body, status, headers } = await ask('/metrics');
    expect([status, headers.get('content-type')?.startsWith('text/plain')]).toEqual([200, true]);
    for (const name of ['belfry_head_seq', 'belfry_commands_total', 'belfry_append_seconds_bucket'])
      expect(body).toContain(name);
    expect(body).toMatch(/belfry_log_fresh 1\n/);
    expect(body).not.toContain('needle');
  });

  test('the document is whole, and of every path that is served', async () => {
    const { body } = await ask('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const text = JSON.stringify(body);
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      expect([name, body.components.schemas[name] !== undefined]).toEqual([name, true]);
    const methods = ['get', 'post', 'patch', 'delete', 'put'];
    for (const [path, item] of Object.entries<Record<string, any>>(body.paths))
      for (const [method, operation] of Object.entries(item)) {
        expect(methods).toContain(method);
        expect([path, typeof operation.summary]).toEqual([path, 'string']);
        expect(Object.keys(operation.responses).some((code) => /^2\d\d$/.test(code))).toBe(true);
        const marks = [...path.matchAll(/\{(\w+)\}/g)].map(([, mark]) => mark);
        const named = (operation.parameters ?? [])
          .filter((one: { in: string }) => one.in === 'path')
          .map((one: { name: string }) => one.name);
        expect([path, named]).toEqual([path, marks]);
        // It is served: whatever it answers, it is not that there is no such path or method.
        const real = path.replace('{space}', 'live').replace('{id}', 'none');
        const reply = await ask(real, { method: method.toUpperCase() });
        expect([path, method, [404, 405].includes(reply.status)]).toEqual([path, method, false]);
      }
    for (const path of ['/api/session', '/api/session/password', '/api/people', '/api/settings'])
      expect(Object.keys(body.paths)).toContain(path);
    for (const path of [
      '/api/geo',
      '/api/accounts',
      '/api/accounts/{id}',
      '/api/accounts/{id}/link',
    ])
      expect(Object.keys(body.paths)).toContain(path);
    const inGet = Object.keys(body.paths).filter((path) => path.startsWith('/api/ingest/'));
    expect(inGet).toEqual(
      ['reports', 'positions', 'traffic', 'cap', 'anpr'].map((door) => `/api/ingest/${door}`),
    );
  });
});

test('[P4.26] work is given to whoever may do some: no wall display, no auditor, no machine', async () => {
  const people = (await ask('/api/people', { cookie })).body as { role: string }[];
  const found = people.map(({ role }) => role);
  expect(found).toEqual(expect.arrayContaining(['administrator', 'supervisor', 'operator']));
  for (const role of ['wall', 'auditor', 'feed']) expect(found).not.toContain(role);
});

describe('a log that does not answer', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    const away = () => Promise.reject(new LogUnavailable('away'));
    const commit = { space: 'live', now: () => ({ seq: 7, at: '', state: {} }) };
    const who = { role: { rights: [] }, view: { sees: [], cleared: [] } };
    const spaces = spacesRouter({
      gate: { space: () => commit, submit: away } as never,
      log: { read: away } as never,
      history: { at: away } as never,
    });
    const app = makeApp({
      ...{ who: () => who as never, health: Router(), streams: [], behindTls: false, mapHosts: [] },
      ...{ routes: [['/spaces', spaces]], client: join(data, 'none'), log: () => {} },
    });
    server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  test('[P1.17] is said as that, with when to try again, and not as a fault of ours', async () => {
    for (const path of ['entries', 'state?at=3', 'entries?after=1']) {
      const reply = await askAt(url, `/api/spaces/live/${path}`);
      expect(refusal(reply)).toEqual([503, 'log-unavailable']);
      expect(reply.headers.get('retry-after')).toBe('2');
    }
    const headers = { accept: 'application/x-ndjson' };
    const lines = await askAt(url, '/api/spaces/live/entries', { headers });
    expect(lines.status).toBe(503);
  });
});

test('[P1.25] every refusal has its status: 4xx, or 5xx where the server is at fault', () => {
  const expected: Partial<Record<RefusalCode, number>> = {
    ...{ invalid: 400, 'json-broken': 400, 'xml-broken': 400, 'command-unknown': 400 },
    ...{ 'signed-out': 401, 'sign-in-failed': 401, 'link-spent': 401 },
    ...{ forbidden: 403, 'restriction-not-yours': 403 },
    ...{ 'not-found': 404, 'space-unknown': 404, 'account-unknown': 404, 'moment-unknown': 404 },
    ...{ 'method-not-allowed': 405, 'too-large': 413, 'media-type': 415 },
    ...{ 'too-many-attempts': 429, internal: 500 },
    ...{ 'log-unavailable': 503, busy: 503, 'log-full': 507 },
    ...{ 'incident-unknown': 409, 'command-id-taken': 409, 'last-administrator': 409 },
  };
  for (const [code, status] of Object.entries(expected))
    expect([code, statusOf(code as RefusalCode)]).toEqual([code, status]);
});
