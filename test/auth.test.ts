import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { start, type Belfry } from '../server/main.ts';
import { openConsole, type FakeConsole } from './fake/client.ts';
import { ask as askAt, cookieOf, type Ask, type Reply } from './fake/http.ts';
import { initial } from '../shared/folds.ts';
import { toPlain } from '../shared/state.ts';

/** Who is let in, as what, and for how long: on a server that starts for the first time. */
const PASSWORD = 'een lang wachtwoord';
let belfry: Belfry;
let data: string;
let admin: string;
const consoles: FakeConsole[] = [];

const ask = (path: string, options: Ask = {}): Promise<Reply> =>
  askAt(belfry.url, `/api${path}`, options);
const signIn = (user: string, password = PASSWORD) => ask('/session', { json: { user, password } });
const linkOf = (reply: Reply) => (reply.body as { link: string }).link;
const enter = (link: string) => ask('/session', { json: { link } });
const refusal = ({ status, body }: Reply) => [status, (body as { code: string }).code];
const adminId = async () =>
  ((await ask('/session', { cookie: admin })).body as { person: { id: string } }).person.id;

interface Made {
  id: string;
  cookie: string;
}
let made = 0;
/** A new person, signed in; with a password only where one is needed, as it takes its time. */
async function person(role: string, password = false): Promise<Made & { user: string }> {
  const user = `persoon-${++made}`;
  const created = await ask('/accounts', { cookie: admin, json: { user, name: 'Demo', role } });
  expect(created.status).toBe(201);
  const cookie = cookieOf(await enter(linkOf(created)));
  if (password) await ask('/session/password', { cookie, json: { password: PASSWORD } });
  return { id: (created.body as Made).id, cookie, user };
}
const change = (id: string, json: object, cookie = admin) =>
  ask(`/accounts/${id}`, { method: 'PATCH', cookie, json });
function console2(cookie: string): FakeConsole & { byes: string[] } {
  const byes: string[] = [];
  const one = openConsole({ url: belfry.url, cookie, onBye: (code) => byes.push(code) });
  consoles.push(one);
  return Object.assign(one, { byes });
}

let firstLink: string;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'belfry-auth-'));
  belfry = await start({ data, port: 0, quiet: true, host: '127.0.0.1' });
  firstLink = belfry.firstLink!.split('/').at(-1)!;
  const entered = await enter(firstLink);
  expect(entered.status).toBe(204);
  admin = cookieOf(entered);
}, 60_000);
afterEach(() => {
  vi.useRealTimers();
  for (const one of consoles.splice(0)) one.close();
});
afterAll(async () => {
  await belfry.close();
  rmSync(data, { recursive: true, force: true });
});

describe('the first start', () => {
  test('[P4.22] its link lets one administrator in, once', async () => {
    expect(belfry.firstLink).toContain('/#/enter/');
    expect((await ask('/session', { cookie: admin })).body).toMatchObject({
      ...{ user: 'admin', role: 'administrator', demo: false, passwordSet: false },
    });
    expect(refusal(await enter(firstLink))).toEqual([401, 'link-spent']);
  });

  test('[P4.13] a password of their own: long enough, and the session stays', async () => {
    const set = (password: string) =>
      ask('/session/password', { cookie: admin, json: { password } });
    expect(refusal(await set('te kort'))).toEqual([400, 'password-weak']);
    expect(refusal(await set(''))).toEqual([400, 'invalid']);
    expect((await set(PASSWORD)).status).toBe(204);
    expect((await ask('/session', { cookie: admin })).body).toMatchObject({ passwordSet: true });
    expect((await signIn('ADMIN')).status).toBe(204);
  });
});

describe('signing in', () => {
  test('[P4.13] wrong name or wrong password: the same answer, in the caller’s language', async () => {
    const { user } = await person('operator', true);
    const wrong = await signIn(user, 'verkeerd wachtwoord');
    const unknown = await signIn('niemand', 'verkeerd wachtwoord');
    expect(refusal(wrong)).toEqual([401, 'sign-in-failed']);
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.headers.get('set-cookie')).toBeNull();
    const french = await ask('/session', {
      json: { user, password: 'faux' },
      headers: { 'accept-language': 'fr-BE,fr;q=0.9' },
    });
    expect((french.body as { message: string }).message).toContain('mot de passe');
  });

  test('[P4.14] the cookie is HttpOnly and SameSite=Strict, for the session’s hours', async () => {
    const { user, cookie } = await person('operator', true);
    const header = (await signIn(user)).headers.get('set-cookie')!;
    expect(header).toMatch(/^belfry=[\w-]{32};/);
    for (const flag of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=43200'])
      expect(header).toContain(flag);
    expect(header).not.toContain('Secure');
    const out = await ask('/session', { method: 'DELETE', cookie });
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
  });

  test('[P4.1] signed out is signed out: the old cookie opens nothing', async () => {
    const { cookie } = await person('operator');
    const one = console2(cookie);
    await expect.poll(() => one.joined()).toBe(true);
    expect((await ask('/session', { method: 'DELETE', cookie })).status).toBe(204);
    expect(refusal(await ask('/session', { cookie }))).toEqual([401, 'signed-out']);
    await expect.poll(() => one.byes).toEqual(['signed-out']);
  });

  test('[P4.14] a page of another site cannot use the cookie', async () => {
    const { cookie } = await person('operator');
    for (const site of ['cross-site', 'same-site']) {
      const headers = { 'sec-fetch-site': site };
      for (const path of ['/session', '/session/password', '/spaces/live/commands'])
        expect(refusal(await ask(path, { cookie, json: {}, headers }))).toEqual([403, 'forbidden']);
      const out = await ask('/session', { method: 'DELETE', cookie, headers });
      expect(out.status).toBe(403);
    }
    const own = { 'sec-fetch-site': 'same-origin' };
    expect((await ask('/session', { method: 'DELETE', cookie, headers: own })).status).toBe(204);
  });

  test('[P4.15] after five wrong tries, however many at once or however written, it waits', async () => {
    const { user } = await person('operator', true);
    const wide = user.replace('p', '\uff50');
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, i) => signIn(i % 2 ? user.toUpperCase() : wide, 'verkeerd')),
    );
    const statuses = tries.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(5).fill(401), ...Array<number>(7).fill(429)]);
    const late = await signIn(user);
    expect(refusal(late)).toEqual([429, 'too-many-attempts']);
    const seconds = Number(late.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(800);
    expect(seconds).toBeLessThanOrEqual(900);
    expect((late.body as { message: string }).message).toContain(String(seconds));
    // Others are not held up by it.
    expect((await signIn('admin')).status).toBe(204);
  });

  test('[P4.15] a right password begins the count anew', async () => {
    const { user } = await person('operator', true);
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 4; i++) expect((await signIn(user, 'verkeerd')).status).toBe(401);
      expect((await signIn(user)).status).toBe(204);
    }
  });

  test('[P4.13] a session ends by itself, a link too', async () => {
    const { cookie, id } = await person('operator');
    const link = linkOf(await ask(`/accounts/${id}/link`, { method: 'POST', cookie: admin }));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11.9 * 3_600_000 });
    expect((await ask('/session', { cookie })).status).toBe(200);
    vi.setSystemTime(Date.now() + 0.2 * 3_600_000);
    expect(refusal(await ask('/session', { cookie }))).toEqual([401, 'signed-out']);
    vi.setSystemTime(Date.now() + 61 * 3_600_000);
    expect(refusal(await enter(link))).toEqual([401, 'link-spent']);
  });

  test('[P4.13] a new password ends all other sessions, and links that lie about', async () => {
    const { user, cookie, id } = await person('operator', true);
    const other = cookieOf(await signIn(user));
    const link = linkOf(await ask(`/accounts/${id}/link`, { method: 'POST', cookie: admin }));
    const json = { password: `${PASSWORD} 2` };
    expect((await ask('/session/password', { cookie, json })).status).toBe(204);
    expect((await ask('/session', { cookie })).status).toBe(200);
    expect((await ask('/session', { cookie: other })).status).toBe(401);
    expect(refusal(await enter(link))).toEqual([401, 'link-spent']);
  });

  test('[P4.13] a new link makes the one before useless', async () => {
    const { id } = await person('operator');
    const link = () => ask(`/accounts/${id}/link`, { method: 'POST', cookie: admin });
    const [first, second] = [linkOf(await link()), linkOf(await link())];
    expect(refusal(await enter(first))).toEqual([401, 'link-spent']);
    expect((await enter(second)).status).toBe(204);
  });

  test('what is no sign-in is refused as such', async () => {
    for (const json of [
      {},
      { user: 'x' },
      { user: '', password: '' },
      { link: 'x', user: 'y' },
      [],
    ])
      expect(refusal(await ask('/session', { json }))).toEqual([400, 'invalid']);
    for (const cookie of [
      'belfry=',
      'belfry=%ff',
      'belfry=x',
      'other=1',
      `belfry=${'x'.repeat(999)}`,
    ])
      expect((await ask('/session', { cookie })).status).toBe(401);
  });
});

describe('administration', () => {
  const create = (json: object, cookie = admin) => ask('/accounts', { cookie, json });

  test('[P4.21] only who has the right sees or changes accounts', async () => {
    const { cookie, id } = await person('supervisor');
    for (const [path, options] of [
      ['/accounts', {}],
      ['/accounts', { json: { user: 'x1', name: 'x', role: 'operator' } }],
      [`/accounts/${id}`, { method: 'PATCH', json: { role: 'administrator' } }],
      [`/accounts/${id}/link`, { method: 'POST' }],
    ] as const)
      expect(refusal(await ask(path, { cookie, ...options }))).toEqual([403, 'forbidden']);
  });

  test('lists what is known, and never a password or a key', async () => {
    const { user } = await person('police', true);
    const { body, status } = await ask('/accounts', { cookie: admin });
    expect(status).toBe(200);
    const list = body as { user: string }[];
    expect(list.find((one) => one.user === user)).toMatchObject({
      ...{ role: 'police', machine: false, blocked: false, passwordSet: true, sessions: 1 },
    });
    expect(JSON.stringify(body)).not.toMatch(/scrypt|"password"|"key"/);
  });

  test('one name for one person, however it is written; roles that exist', async () => {
    const { user } = await person('operator');
    for (const same of [user, user.toUpperCase(), user.replace('p', '\uff50')])
      expect(refusal(await create({ user: same, name: 'Demo', role: 'operator' }))).toEqual([
        ...[409, 'name-taken'],
      ]);
    expect(refusal(await create({ user: 'y1', name: 'Demo', role: 'king' }))).toEqual([
      ...[400, 'role-unknown'],
    ]);
    for (const bad of [
      ...['', 'x', '-x', 'a b', 'a\n', 'x'.repeat(61)].map((one) => ({ user: one, name: 'Demo' })),
      ...['', ' ', 'a\u202eb', 'x'.repeat(121)].map((name) => ({ user: 'z1', name })),
    ])
      expect(refusal(await create({ ...bad, role: 'operator' }))).toEqual([400, 'invalid']);
    expect(refusal(await change('none', { name: 'x' }))).toEqual([404, 'account-unknown']);
    const none = await ask('/accounts/none/link', { method: 'POST', cookie: admin });
    expect(refusal(none)).toEqual([404, 'account-unknown']);
  });

  test('[P4.1] whoever is blocked loses every door at once', async () => {
    const { cookie, id, user } = await person('operator', true);
    const one = console2(cookie);
    await expect.poll(() => one.joined()).toBe(true);
    expect((await change(id, { blocked: true })).status).toBe(204);
    expect((await ask('/session', { cookie })).status).toBe(401);
    await expect.poll(() => one.byes).toEqual(['signed-out']);
    await expect.poll(() => one.joined()).toBe(false);
    expect(refusal(await signIn(user))).toEqual([401, 'sign-in-failed']);
    const link = linkOf(await ask(`/accounts/${id}/link`, { method: 'POST', cookie: admin }));
    expect(refusal(await enter(link))).toEqual([401, 'sign-in-failed']);
    expect((await change(id, { blocked: false })).status).toBe(204);
    expect((await ask('/session', { cookie })).status).toBe(401);
    expect((await signIn(user)).status).toBe(204);
  });

  test('[P4.1] a new role takes effect at once, for what may be done and what is seen', async () => {
    const { cookie, id } = await person('operator');
    const open = { type: 'incident.open', data: { type: 'fire', title: 'Brand', priority: 2 } };
    const send = (n: string) => ask('/spaces/live/commands', { cookie, json: { id: n, ...open } });
    expect((await send('role-1')).status).toBe(200);
    const one = console2(cookie);
    await expect.poll(() => one.joined()).toBe(true);
    expect((await change(id, { role: 'wall' })).status).toBe(204);
    expect(refusal(await send('role-2'))).toEqual([403, 'forbidden']);
    await expect.poll(() => one.byes).toEqual(['signed-out']);
    // Let in again with the same session, it is sent what a wall is sent.
    const wall = [
      'incident',
      'perimeter',
      'phase',
      'post',
      'report',
      'site',
      'threat',
      'unit',
      'wind',
    ];
    await expect.poll(() => one.picture.now().sees).toEqual(wall);
  });

  test('a change that changes nothing is nothing, a person never becomes a machine', async () => {
    const { id, cookie } = await person('operator');
    const one = console2(cookie);
    await expect.poll(() => one.joined()).toBe(true);
    for (const same of [{}, { role: 'operator' }, { blocked: false }, { name: 'Demo' }])
      expect((await change(id, same)).status).toBe(204);
    expect(one.byes).toEqual([]);
    for (const role of ['feed', 'king'])
      expect(refusal(await change(id, { role }))).toEqual([400, 'role-unknown']);
  });

  test('[P4.16] one administrator always remains', async () => {
    const me = await adminId();
    for (const gone of [{ blocked: true }, { role: 'operator' }])
      expect(refusal(await change(me, gone))).toEqual([409, 'last-administrator']);
    const second = await person('administrator');
    expect((await change(second.id, { blocked: true })).status).toBe(204);
    expect(refusal(await change(me, { blocked: true }))).toEqual([409, 'last-administrator']);
    expect((await change(second.id, { blocked: false })).status).toBe(204);
    // Each by the other, at the same time: they are decided one after the other.
    const both = await Promise.all([
      change(me, { role: 'operator' }, second.cookie),
      change(second.id, { role: 'operator' }),
    ]);
    const done = both.filter(({ status }) => status === 204);
    expect(done).toHaveLength(1);
    if (done[0] === both[0]) await change(me, { role: 'administrator' }, second.cookie);
    expect((await ask('/accounts', { cookie: admin })).status).toBe(200);
  });
});

describe('machines', () => {
  const machine = async () => {
    const json = { user: `bron-${++made}`, name: 'Bron', role: 'feed' };
    const { body } = await ask('/accounts', { cookie: admin, json });
    return body as { id: string; token: string };
  };

  test('[P4.17] a token opens what its narrow role may, and nothing for people', async () => {
    const { token } = await machine();
    const send = (type: string, json: object) =>
      ask('/spaces/live/commands', { token, json: { id: `m-${++made}`, type, data: json } });
    const record = { feed: 'demo', record: 'r-1', priority: 2, text: 'Rook' };
    const taken = await send('report.receive', record);
    expect([taken.status, (taken.body as { events: [] }).events]).toEqual([200, []]);
    const call = { priority: 2, text: 'Rook', channel: 'phone' };
    expect(refusal(await send('report.file', call))).toEqual([403, 'forbidden']);
    expect(refusal(await ask('/accounts', { token }))).toEqual([403, 'forbidden']);
    expect(refusal(await ask('/people', { token }))).toEqual([403, 'forbidden']);
    const json = { password: PASSWORD };
    expect(refusal(await ask('/session/password', { token, json }))).toEqual([403, 'forbidden']);
    const { body } = await ask('/spaces/live/state', { token });
    expect((body as { state: object }).state).toEqual(toPlain(initial));
  });

  test('[P4.17] a token is no link and no cookie; a new one ends the one before', async () => {
    const { id, token } = await machine();
    expect(refusal(await enter(token))).toEqual([401, 'link-spent']);
    expect((await ask('/session', { cookie: `belfry=${token}` })).status).toBe(401);
    expect((await ask('/session', { token: admin.split('=')[1]! })).status).toBe(401);
    const next = await ask(`/accounts/${id}/link`, { method: 'POST', cookie: admin });
    const second = (next.body as { token: string }).token;
    expect((await ask('/session', { token })).status).toBe(401);
    expect((await ask('/session', { token: second })).status).toBe(200);
    expect((await change(id, { blocked: true })).status).toBe(204);
    expect((await ask('/session', { token: second })).status).toBe(401);
  });

  test('[P4.17] a wrong token is nobody, even beside a good cookie', async () => {
    for (const token of ['x', 'belfry-demo-feed', 'a b', '']) {
      const headers = { authorization: `Bearer ${token}` };
      expect((await ask('/session', { cookie: admin, headers })).status).toBe(
        token === '' || token === 'a b' ? 200 : 401,
      );
    }
  });
});

describe('other starts on the same data', () => {
  test('[P4.18] demo accounts are let in by a demo server only; after that by none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'belfry-demo-'));
    const password = 'belfry-demo-operator';
    const demo = await start({ data: folder, port: 0, demo: true, quiet: true, host: '0.0.0.0' });
    const entered = await askAt(demo.url, '/api/session', { json: { user: 'operator', password } });
    expect([entered.status, demo.firstLink]).toEqual([204, undefined]);
    const cookie = cookieOf(entered);
    const token = 'belfry-demo-feed';
    expect((await askAt(demo.url, '/api/session', { token })).status).toBe(200);
    await demo.close();

    const real = await start({ data: folder, port: 0, quiet: true, host: '127.0.0.1' });
    try {
      const again = await askAt(real.url, '/api/session', { json: { user: 'operator', password } });
      expect(refusal(again)).toEqual([401, 'sign-in-failed']);
      expect((await askAt(real.url, '/api/session', { cookie })).status).toBe(401);
      expect((await askAt(real.url, '/api/session', { token })).status).toBe(401);
      // And there is a way in for the first real person.
      const json = { link: real.firstLink!.split('/').at(-1) };
      const first = cookieOf(await askAt(real.url, '/api/session', { json }));
      const people = await askAt(real.url, '/api/people', { cookie: first });
      expect((people.body as object[]).length).toBe(1);
    } finally {
      await real.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);

  test('[P4.22] until somebody has a password, each start prints a link for somebody who administers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'belfry-first-'));
    let url = '';
    const open = async () => {
      const server = await start({ data: folder, port: 0, quiet: true, host: '127.0.0.1' });
      ({ url } = server);
      return { server, link: server.firstLink?.split('/').at(-1) };
    };
    const one = await open();
    const first = cookieOf(await askAt(url, '/api/session', { json: { link: one.link } }));
    for (const user of ['a1', 'b1', 'c1', 'd1'])
      await askAt(url, '/api/accounts', {
        ...{ cookie: first, json: { user, name: 'Demo', role: 'operator' } },
      });
    await one.server.close();
    const two = await open();
    const again = cookieOf(await askAt(url, '/api/session', { json: { link: two.link } }));
    expect((await askAt(url, '/api/session', { cookie: again })).body).toMatchObject({
      role: 'administrator',
    });
    const json = { password: PASSWORD };
    await askAt(url, '/api/session/password', { cookie: again, json });
    await two.server.close();
    const three = await open();
    expect(three.link).toBeUndefined();
    await three.server.close();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  test('[P4.14] behind TLS the cookie is Secure and bound to the host', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'belfry-tls-'));
    const config = join(folder, 'config');
    cpSync('config', config, { recursive: true });
    const yaml = readFileSync(join(config, 'belfry.yaml'), 'utf8');
    writeFileSync(join(config, 'belfry.yaml'), yaml.replace('behindTls: false', 'behindTls: true'));
    const options = { config, data: join(folder, 'data'), port: 0, quiet: true };
    const server = await start({ ...options, host: '127.0.0.1' });
    const json = { link: server.firstLink!.split('/').at(-1) };
    const reply = await askAt(server.url, '/api/session', { json });
    const header = reply.headers.get('set-cookie')!;
    expect(header).toMatch(/^__Host-belfry=/);
    for (const flag of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/'])
      expect(header).toContain(flag);
    expect(reply.headers.get('strict-transport-security')).toContain('max-age');
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);
});
