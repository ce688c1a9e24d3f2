import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { makeApp } from '../../server/http/app.ts';
import { listImportRouter, listsRouter } from '../../server/http/anpr-lists.ts';
import { LogUnavailable } from '../../server/log/log.ts';
import type { Who } from '../../server/auth/auth.ts';
import type { AccessRow } from '../../shared/anpr/lookback.ts';
import { viewOf } from '../../shared/role.ts';
import { Router } from 'express';
import { openUse } from '../fake/hot-list-use.ts';
import { aList, listFolder, startLists, type FakeLists } from '../fake/hot-lists.ts';
import { ask as askAt, type Ask } from '../fake/http.ts';

/** Hot lists over HTTP, each role by its file. Who asks says so by a token that is the role's name. */
const { roles } = readConfig('config').roles;
const keeper = { ...roles['feed']!, rights: ['anpr-lists' as const], cleared: ['police'] };
const { dir, remove } = listFolder();
let held: FakeLists;
let server: Server;
let url: string;
let access: Omit<AccessRow, 'id' | 'seq' | 'at'>[] = [];
let accessFails = false;
const errors: unknown[] = [];

beforeAll(async () => {
  held = await startLists(openUse(), { dataDir: dir });
  const lists = {
    lists: held.lists,
    async logAccess(row: Omit<AccessRow, 'id' | 'seq' | 'at'>) {
      if (accessFails) throw new LogUnavailable('full');
      access.push(row);
    },
  };
  const app = makeApp({
    who: ({ authorization }) => whoIs(authorization?.slice('Bearer '.length)),
    ...{ health: Router(), behindTls: false, mapHosts: [], client: '/nowhere' },
    streams: [['/anpr/lists', listImportRouter(lists)]],
    routes: [['/anpr/lists', listsRouter(lists)]],
    log: (_, error) => errors.push(error),
  });
  server = createServer(app);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await held.lists.close();
  remove();
});
let list = '';
let count = 0;
beforeEach(async () => {
  list = `list-${++count}`;
  access = [];
  accessFails = false;
  await held.lists.define(aList(list), 0, 'Test');
  await importAs('police', CSV);
  access = [];
});
afterEach(() => expect(errors).toEqual([]));

function whoIs(name: string | undefined): Who | undefined {
  const role = name === 'keeper' ? keeper : roles[name ?? ''];
  if (!role || !name) return undefined;
  const actor = { id: `u-${name}`, name, role: name };
  return { account: undefined as never, actor, role, view: viewOf(role) };
}
const ask = (token: string, path: string, options: Ask = {}) =>
  askAt(url, `/api/anpr/lists${path}`, { token, ...options });
const CSV = 'id;plate;reason\na;1-XXX-001;x\nb;1-XXX-002;x\n';
const importAs = (token: string, body: BodyInit, query = '?apply=true', type = 'text/csv') =>
  ask(token, `/${list}/import${query}`, {
    method: 'POST',
    body,
    headers: { 'content-type': type },
  });
const version = () => held.lists.summary(list)!.version;
const { id: _, ...BODY } = aList('x');

describe('who has what', () => {
  test('[P4.144] lists, and their entries, by role', async () => {
    const cases: [who: string, lists: number, entries: number, change: number][] = [
      ['police', 200, 200, 200],
      ['officer', 200, 200, 200],
      ['keeper', 200, 403, 200],
      ['traffic', 403, 403, 403],
      ['operator', 403, 403, 403],
      ['supervisor', 403, 403, 403],
      ['administrator', 403, 403, 403],
      ['auditor', 403, 403, 403],
      ['medical', 403, 403, 403],
      ['wall', 403, 403, 403],
      ['feed', 403, 403, 403],
      ['nobody', 401, 401, 401],
    ];
    for (const [who, lists, entries, change] of cases) {
      const entry = { method: 'PUT', json: { plate: '9-TST-123', reason: 'x' } };
      const told = [
        await ask(who, ''),
        await ask(who, `/${list}/entries`),
        await ask(who, `/${list}/search`, { json: { search: 'XXX' } }),
        await importAs(who, CSV, '?apply=false'),
        await ask(who, `/${list}`, { method: 'PUT', json: BODY }),
        await ask(who, `/${list}/entries/${who}`, {
          ...entry,
          json: { ...entry.json, plate: `9-TST-${cases.findIndex(([one]) => one === who)}` },
        }),
        await ask(who, `/${list}/entries/${who}`, { method: 'DELETE' }),
      ];
      expect([who, ...told.map(({ status }) => status)]).toEqual([
        ...[who, lists, entries, entries, change, change, change, change],
      ]);
      if (lists !== 200) expect(JSON.stringify(told)).not.toMatch(/XXX|TST/);
    }
  });

  test('[P4.144] a covert list does not exist for who is not cleared for it', async () => {
    const covert = aList(list, { covert: true, restrictions: ['police', 'covert'] });
    await held.lists.define(covert, undefined, 'Test');
    const paths = [
      ['', {}],
      [`/${list}/entries`, {}],
      [`/${list}`, { method: 'PUT', json: BODY }],
      [`/${list}/entries/a`, { method: 'DELETE' }],
      [`/${list}/import`, { method: 'POST', body: CSV, headers: { 'content-type': 'text/csv' } }],
    ] as const;
    for (const [path, options] of paths) {
      const { status, body } = await ask('police', path, options);
      if (path === '') expect(JSON.stringify(body)).not.toContain(`"${list}"`);
      else expect([path, status, body.code]).toEqual([path, 404, 'list-unknown']);
    }
    expect(JSON.stringify((await ask('officer', '')).body)).toContain(`"${list}"`);
    expect((await ask('officer', `/${list}/entries`)).body.entries).toHaveLength(2);
    // Nor can anybody make one that he would not see.
    const made = await ask('police', '/mine', {
      method: 'PUT',
      json: { ...BODY, restrictions: ['police', 'covert'] },
    });
    expect([made.status, made.body.code]).toEqual([403, 'restriction-not-yours']);
  });
});

describe('reading', () => {
  test('[P4.145] who is given entries is in the access log before, with how many', async () => {
    const { body } = await ask('police', `/${list}/entries?limit=1`);
    expect(body).toEqual({
      entries: [{ id: 'a', plate: '1-XXX-001', reason: 'x' }],
      more: true,
      version: 2,
    });
    const next = await ask('police', `/${list}/entries?after=a`);
    expect(next.body.entries).toEqual([{ id: 'b', plate: '1-XXX-002', reason: 'x' }]);
    await ask('officer', `/${list}/search`, { json: { search: 'xxx 002' } });
    await importAs('police', 'id;plate;reason\na;1-XXX-001;y\n', '?apply=false');
    expect(access.map(({ actor, what, about, count: n }) => [actor.id, what, about, n])).toEqual([
      ['u-police', 'list-read', list, 1],
      ['u-police', 'list-read', list, 1],
      ['u-officer', 'list-read', list, 1],
      ['u-police', 'list-read', list, 2],
    ]);
  });

  test('[P4.145] where that cannot be written, nothing is given', async () => {
    accessFails = true;
    for (const told of [
      await ask('police', `/${list}/entries`),
      await ask('police', `/${list}/search`, { json: { search: 'XXX' } }),
      await importAs('police', 'id;plate;reason\nc;9-TST-123;y\n', '?apply=false'),
    ]) {
      expect(told.status).toBe(503);
      expect(JSON.stringify(told.body)).not.toMatch(/XXX|TST/);
    }
  });

  test('[P4.145] a machine that only keeps lists gets counts, and nothing is read', async () => {
    const { body } = await importAs('keeper', 'id;plate;reason\nc;9-TST-123;y\n');
    expect(body).toMatchObject({
      added: 1,
      removed: 2,
      sample: { added: [], changed: [], removed: [] },
    });
    expect(access).toEqual([]);
    expect(version()).toBe(3);
  });
});

describe('changing', () => {
  test('[P4.142] entries, with the version that was looked at', async () => {
    const put = (id: string, json: object, query = '') =>
      ask('police', `/${list}/entries/${id}${query}`, { method: 'PUT', json });
    const entry = { plate: '9-TST-123', country: 'BE', reason: 'y' };
    expect((await put('c', entry, '?base=2')).body).toEqual({ version: 3 });
    const late = await put('d', { ...entry, plate: '9-TST-124' }, '?base=2');
    expect([late.status, late.body.code]).toEqual([409, 'list-changed']);
    const twice = await put('e', entry);
    expect([twice.status, twice.body.code, twice.body.path]).toEqual([
      409,
      'list-plate-known',
      'plate',
    ]);
    const gone = await ask('police', `/${list}/entries/c?base=3`, { method: 'DELETE' });
    expect(gone.body).toEqual({ version: 4 });
    const again = await ask('police', `/${list}/entries/c`, { method: 'DELETE' });
    expect([again.status, again.body.code]).toEqual([404, 'list-entry-unknown']);
  });

  test('[P4.140] an entry that is none is refused with its place', async () => {
    const cases: [json: object, path: string][] = [
      [{ plate: '', reason: 'x' }, 'plate'],
      [{ plate: '---', reason: 'x' }, 'plate'],
      [{ plate: '1-אבג-001', reason: 'x' }, 'plate'],
      [{ plate: '1-XXX-009', reason: '' }, 'reason'],
      [{ plate: '1-XXX-009', reason: 'x', country: 'B' }, 'country'],
      [{ plate: '1-XXX-009', reason: 'x', from: 'morgen' }, 'from'],
      [
        {
          plate: '1-XXX-009',
          reason: 'x',
          from: '2026-11-24T08:00:00.000Z',
          until: '2026-11-24T08:00:00.000Z',
        },
        'until',
      ],
    ];
    for (const [json, path] of cases) {
      const { status, body } = await ask('police', `/${list}/entries/c`, { method: 'PUT', json });
      expect([status, body.path]).toEqual([body.code === 'invalid' ? 400 : 409, path]);
      expect(JSON.stringify(body)).not.toMatch(/XXX|אבג/);
    }
    expect(version()).toBe(2);
  });

  test('[P4.147] a definition', async () => {
    const put = (json: object, query = '') =>
      ask('police', `/${list}${query}`, { method: 'PUT', json });
    expect((await put({ ...BODY, priority: 1 }, '?base=2')).body).toMatchObject({
      version: 3,
      priority: 1,
      entries: 2,
    });
    expect((await put({ ...BODY, priority: 3 }, '?base=2')).body.code).toBe('list-changed');
    const wrong = await put({ ...BODY, restrictions: ['police', 'covert'] });
    expect([wrong.status, wrong.body.code]).toEqual([403, 'restriction-not-yours']);
    expect((await put({ ...BODY, colour: 'pink' })).body).toMatchObject({
      code: 'invalid',
      path: 'colour',
    });
    expect((await put({ ...BODY, possibleFrom: 0.95 })).body).toMatchObject({
      code: 'list-thresholds',
    });
    expect((await put({ ...BODY, category: 'lez' })).body).toMatchObject({ code: 'list-lez' });
    const made = await ask('police', `/${list}-new?base=0`, { method: 'PUT', json: BODY });
    expect(made.body).toMatchObject({
      id: `${list}-new`,
      version: 1,
      entries: 0,
      changed: { by: 'police' },
    });
  });
});

describe('importing', () => {
  test('[P4.141] the difference first, then the same applied', async () => {
    const next = 'PLATE,ID,REASON\n1-XXX-001,a,x\n"2-ZZZ-042",c,"y, z"\n';
    const shown = await importAs('police', next, '');
    expect(shown.body).toMatchObject({
      list,
      base: 2,
      added: 1,
      removed: 1,
      same: 1,
      duplicates: 0,
    });
    expect(version()).toBe(2);
    const done = await importAs('police', next, '?apply=true&base=2');
    expect(done.body).toEqual(shown.body);
    expect(version()).toBe(3);
    const late = await importAs('police', CSV, '?apply=true&base=2');
    expect([late.status, late.body.code]).toEqual([409, 'list-changed']);
    const json = JSON.stringify([{ id: 'a', plate: '1-XXX-001', reason: 'x' }]);
    expect((await importAs('police', json, '?apply=true', 'application/json')).body.removed).toBe(
      1,
    );
    const ndjson = '{"id":"a","plate":"1-XXX-001"}\n{"plate":"1-XXX-003"}\n';
    expect((await importAs('police', ndjson, '', 'application/x-ndjson')).body.added).toBe(1);
  });

  test('[P4.141] lines that cannot be used: named in the language of who asks, and nothing is changed', async () => {
    const half = `${CSV}c;9-TST`;
    const { status, body } = await ask('police', `/${list}/import?apply=true`, {
      ...{ method: 'POST', body: half },
      headers: { 'content-type': 'text/csv', 'accept-language': 'fr' },
    });
    expect([status, body.code]).toEqual([409, 'list-lines-refused']);
    expect(body.rejected).toEqual([
      { line: 4, code: 'list-line-broken', message: 'Cette ligne est incomplète ou illisible.' },
    ]);
    expect(version()).toBe(2);
    expect((await importAs('police', half, '?apply=true&rejected=skip')).status).toBe(200);
  });

  test('[P4.141] more than 64 MB is refused while it comes, and a list that is cut off leaves nothing', async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 120) controller.close();
        else controller.enqueue(Buffer.alloc(1_048_576, 'x;'));
      },
    });
    const answer = await fetch(`${url}/api/anpr/lists/${list}/import`, {
      ...{ method: 'POST', body, duplex: 'half' },
      headers: { authorization: 'Bearer police', 'content-type': 'text/csv' },
    }).then(
      ({ status }) => status,
      () => 413,
    );
    expect(answer).toBe(413);
    expect(sent).toBeLessThan(90);
    const told = await new Promise<string>((answer) => {
      const rude = connect(Number(new URL(url).port), '127.0.0.1');
      rude.once('data', (data) => {
        answer(data.toString());
        rude.destroy();
      });
      const first = `POST /api/anpr/lists/${list}/import HTTP/1.1\r\nhost: x\r\ncontent-type: text/csv`;
      rude.write(
        `${first}\r\nauthorization: Bearer police\r\ncontent-length: 70000000\r\n\r\n${CSV}`,
      );
    });
    expect(told).toMatch(/^HTTP\/1\.1 413 [^]*too-large/);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const head = ['POST', `/api/anpr/lists/${list}/import?apply=true`, 'HTTP/1.1'].join(' ');
    socket.write(
      `${head}\r\nhost: x\r\nauthorization: Bearer police\r\ncontent-type: text/csv\r\ncontent-length: 500\r\n\r\n${CSV}`,
    );
    await new Promise((later) => setTimeout(later, 200));
    socket.destroy();
    await new Promise((later) => setTimeout(later, 200));
    expect(version()).toBe(2);
    expect((await importAs('police', `${CSV}c;9-TST-123;x`)).body).toMatchObject({
      added: 1,
      same: 2,
    });
  });

  test('[P4.140] what is no list', async () => {
    const cases: [body: string, type: string, status: number, code: string][] = [
      [CSV, 'image/png', 415, 'media-type'],
      ['', 'text/csv', 400, 'list-empty'],
      ['a;b\n1;2', 'text/csv', 400, 'list-header'],
    ];
    for (const [body, type, status, code] of cases) {
      const told = await importAs('police', body, '', type);
      expect([told.status, told.body.code]).toEqual([status, code]);
    }
    expect((await importAs('police', CSV, '?base=x')).body.code).toBe('invalid');
  });

  test('[P4.141] from the command line, as an owner’s system would', async () => {
    const file = join(dir, 'new.csv');
    const run = async (text: string, ...more: string[]) => {
      writeFileSync(file, text);
      const words = ['server/cli/hotlist.ts', 'import', list, file, '--url', url, ...more];
      const child = spawn(process.execPath, words, {
        env: { ...process.env, BELFRY_TOKEN: 'keeper', NODE_NO_WARNINGS: '1' },
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (data: Buffer) => (output += data.toString()));
      const code = await new Promise((done) => child.on('close', done));
      return { code, output };
    };
    const next = `${CSV}c;9-TST-123;x\n`;
    const dry = await run(next, '--dry');
    expect(dry).toMatchObject({ code: 0 });
    expect(dry.output).toMatch(/against version 2: 1 added, 0 changed, 0 removed, 2 the same/);
    expect(version()).toBe(2);
    const half = await run(`${next}d;9-TST`);
    expect(half).toMatchObject({ code: 1 });
    expect(half.output).toMatch(/line 5: .*list-line-broken[^]*Nothing was changed/);
    expect(await run(`${next}d;9-TST`, '--skip-rejected', '--base', '2')).toMatchObject({
      code: 0,
    });
    expect(version()).toBe(3);
    expect(dry.output + half.output).not.toMatch(/XXX|TST/);
  });
});
