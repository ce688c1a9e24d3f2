import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Router } from 'express';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { AnprCamera } from '../../shared/anpr/camera.ts';
import type { AccessRow, LookAnswer } from '../../shared/anpr/lookback.ts';
import type { Passed } from '../../shared/anpr/read.ts';
import { viewOf } from '../../shared/role.ts';
import type { AlertRow, PassageRow } from '../../shared/subject/anpr/schema.ts';
import { ACCESS, accessModel, openAccess, type AccessLog } from '../../server/anpr/access.ts';
import { openHealth } from '../../server/anpr/health.ts';
import { openLooks } from '../../server/anpr/looks.ts';
import { alertKey, openPictures, type OpenedPictures } from '../../server/anpr/pictures.ts';
import { openReads } from '../../server/anpr/reads/open.ts';
import type { ReadStore } from '../../server/anpr/store.ts';
import { openAnprUpkeep } from '../../server/anpr/upkeep.ts';
import { openVault, type OpenedVault } from '../../server/anpr/vault/open.ts';
import type { Who } from '../../server/auth/auth.ts';
import { openCommit, type Commit } from '../../server/commit.ts';
import { anprRouter } from '../../server/http/anpr.ts';
import { makeApp } from '../../server/http/app.ts';
import { verify } from '../../server/log/chain.ts';
import type { Log } from '../../server/log/log.ts';
import { openSqliteLog } from '../../server/log/sqlite.ts';
import { ask as askAt, type Ask } from '../fake/http.ts';
import { roles } from '../given.ts';

/** Looking back over HTTP, and what the access log says of it. Who asks is told by the token: the role's name, or role.person. */
const MINUTE = 60_000;
const DAY = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString();
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 7]);
const camera = (id: string, controller = 'police'): AnprCamera => ({
  ...{ id, name: { nl: `Camera ${id}`, fr: `Caméra ${id}` }, point: [4.35, 50.86], owner: 'PZ' },
  ...{ mobile: false, controller, basis: 'WPA art. 25/1', devices: ['serial-1'], zone: 'Europe/Brussels' },
}); // prettier-ignore
const cameras = [camera('c-1'), camera('c-2'), camera('l-1', 'lez')];

let dir: string;
let time: number;
let log: Log;
let full: boolean;
let commit: Commit<any>;
let vault: OpenedVault;
let reads: ReadStore;
let pictures: OpenedPictures;
let access: AccessLog;
let server: http.Server;
let url: string;
let alerts: Map<string, AlertRow>;
let passages: PassageRow[];
const health = () => openHealth({ cameras: () => cameras, quality: () => undefined, settings: { silentMinutes: 15, clockSeconds: 2, poorConfidence: 0.7, poorFalseReads: 0.2 } }); // prettier-ignore

function whoIs(token: string): Who | undefined {
  const [name = '', person = name] = token.split('.');
  const role = roles[name];
  const actor = { id: person, name: `Demo ${person}`, role: name };
  return role && { account: undefined as never, actor, role, view: viewOf(role) };
}

beforeEach(async () => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'belfry-access-'));
  time = Date.now();
  full = false;
  alerts = new Map();
  passages = [];
  const real = await openSqliteLog({ dataDir: dir });
  log = {
    ...real,
    append: async (...args) =>
      full ? { ok: false, reason: 'full', message: 'test' } : real.append(...args),
  };
  const now = () => time;
  commit = await openCommit({ log, space: ACCESS, model: accessModel, now: () => new Date(time) });
  vault = await openVault({ dataDir: dir, now });
  reads = await openReads({ dataDir: dir, vault, readsDays: 365, now });
  pictures = await openPictures({ dataDir: dir, vault });
  access = openAccess({ commit, log, perHour: 5, now });
  const options = { reads, access, vault, cameras: () => cameras };
  const looks = openLooks({
    ...{ ...options, pictures, controllers: ['police'], perHour: 5, readsDays: 365, now },
    alert: (id) => alerts.get(id),
    passages: (id) => passages.filter(({ alert }) => alert === id),
  });
  const app = makeApp({
    who: ({ authorization = '' }) => whoIs(authorization.slice('Bearer '.length)),
    health: Router(),
    streams: [],
    routes: [['/anpr', anprRouter({ ...options, looks, health: () => health().all() })]],
    ...{ behindTls: false, mapHosts: [], client: dir, log: (_message, error) => { throw error; } }, // prettier-ignore
  });
  server = http.createServer(app);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  for (const one of [commit, reads, pictures, vault, log]) await one.close();
  fs.rmSync(dir, { recursive: true });
});

const ask = (at: string, options: Ask = {}) => askAt(url, `/api/anpr${at}`, options);
const rows = async (more: object = {}) => (await access.rows({ limit: 500, ...more })).rows;
const base = { purpose: 'judicial-crime', case: 'BR.17.L3.000001/2026', reason: 'Woninginbraak' };
const query = (more: object = {}) => ({ ...base, plate: '1-XXX-001', from: iso(time - 2 * DAY), until: iso(time + MINUTE), ...more }); // prettier-ignore
const look = (more: object = {}, token = 'police') => ask('/looks', { token, json: query(more) });
function passed(plate: string, at: number, cameraId = 'c-1', more: object = {}): Passed {
  const read = {
    ...{ id: `${plate} ${at} ${cameraId}`, camera: cameraId, at: iso(at), received: iso(at) },
    ...{ offset: -80, raw: plate, plate, confidence: 0.9, ...more },
  };
  return { read, crop: { type: 'image/jpeg', bytes: JPEG } };
}
const code = ({ status, body }: { status: number; body: any }) => [status, body.code];

describe('looking back', () => {
  beforeEach(async () => {
    await reads.put([
      passed('1XXX001', time - MINUTE),
      passed('1XXX001', time - DAY, 'c-2'),
      passed('1XXX001', time - 2 * MINUTE, 'l-1'),
      passed('2ZZZ042', time - 3 * MINUTE),
    ]);
  });

  it('[P4.174] the answer gives what fits, says what was left out, and is in the access log', async () => {
    const { status, body } = await look();
    expect(status).toBe(200);
    const answer = body as LookAnswer;
    expect(answer.rows.map(({ camera: from }) => from)).toEqual(['c-1', 'c-2']);
    expect(answer).toMatchObject({ more: false, excluded: ['l-1'] });
    const [row] = await rows();
    expect(row).toMatchObject({
      ...{ ...base, id: answer.access, what: 'look', count: 2, seq: 1 },
      ...{ actor: { id: 'police', role: 'police' }, fingerprint: vault.fingerprint('1XXX001') },
    });
    expect(await verify(log, ACCESS)).toMatchObject({ ok: true, head: { seq: 1 } });
    // Not the plate, in no file: log, snapshot, stores.
    await commit.close();
    for (const file of fs.readdirSync(dir, { recursive: true, withFileTypes: true }))
      if (file.isFile())
        expect(fs.readFileSync(path.join(file.parentPath, file.name)).includes('1XXX001')).toBe(
          false,
        );
  });

  it('[P4.175] what is refused is in the access log with the rule, and gives nothing', async () => {
    expect(code(await look({ from: iso(time - 100 * DAY) }))).toEqual([403, 'look-prosecutor']);
    expect(code(await look({ purpose: 'curiosity' }))).toEqual([400, 'invalid']);
    expect(code(await look({}, 'traffic'))).toEqual([403, 'forbidden']);
    expect(code(await look({ reason: 'Wagen 1-XXX-001 gezien' }))).toEqual([
      409,
      'anpr-plate-written',
    ]);
    expect(code(await look({}, 'nobody'))).toEqual([401, 'signed-out']);
    const told = await rows();
    expect(told.map(({ what, refused, actor }) => [what, refused, actor.role])).toEqual([
      ['refused', 'anpr-plate-written', 'police'],
      ['refused', 'forbidden', 'traffic'],
      ['refused', 'invalid', 'police'],
      ['refused', 'look-prosecutor', 'police'],
    ]);
    expect(told[3]).toMatchObject({ case: base.case, fingerprint: vault.fingerprint('1XXX001') });
    expect(JSON.stringify(told)).not.toContain('XXX');
  });

  it('[P4.176] where the access log cannot be written, nothing is given', async () => {
    const first = (await look()).body as LookAnswer;
    const picture = `/looks/${first.access}/pictures/${first.rows[0]!.read}`;
    const export_ = { token: 'police', json: { recipient: 'PdK', reason: 'Dossier' } };
    full = true;
    expect(code(await look())).toEqual([507, 'log-full']);
    expect(code(await look({ purpose: 'x' }))).toEqual([507, 'log-full']);
    expect(code(await ask(picture, { token: 'police' }))).toEqual([507, 'log-full']);
    expect(code(await ask(`/looks/${first.access}/export`, export_))).toEqual([507, 'log-full']);
    expect(code(await ask('/access', { token: 'auditor' }))).toEqual([507, 'log-full']);
    full = false;
    expect((await ask(picture, { token: 'police' })).status).toBe(200);
  });

  it('[P4.177] so many looks an hour for each person, however many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => look()));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
    expect((await rows({ what: 'refused' })).map(({ refused }) => refused)).toEqual(
      Array.from({ length: 3 }, () => 'look-too-many'),
    );
    expect((await look({}, 'police.other')).status).toBe(200);
    time += 61 * MINUTE;
    expect((await look()).status).toBe(200);
  });

  it('[P4.174] at most 500 rows, and whether there were more', async () => {
    await reads.put(Array.from({ length: 510 }, (_, i) => passed('9TST123', time - i * 1_000)));
    const { rows: given, more } = (await look({ plate: '9TST123' })).body as LookAnswer;
    expect([given.length, more]).toEqual([500, true]);
    expect(given[0]!.at).toBe(iso(time));
  });

  it('[P4.178] a picture is given of what the look gave, to who looked, within a day, and recorded', async () => {
    const { access: id, rows: given } = (await look()).body as LookAnswer;
    const of = (read: string, token = 'police', from = id) => ask(`/looks/${from}/pictures/${read}`, { token }); // prettier-ignore
    const picture = await of(given[0]!.read);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect((await rows())[0]).toMatchObject({
      what: 'picture',
      about: given[0]!.read,
      case: base.case,
    });
    const [other] = ((await look({ plate: '2-ZZZ-042' }, 'police.b')).body as LookAnswer).rows;
    expect(code(await of(other!.read))).toEqual([404, 'not-found']);
    expect(code(await of(given[0]!.read, 'police.b'))).toEqual([404, 'look-unknown']);
    expect(code(await of(given[0]!.read, 'traffic'))).toEqual([403, 'forbidden']);
    for (const strange of ['x', '..%2f..', `${given[0]!.read}x`])
      expect(code(await of(strange))).toEqual([404, 'not-found']);
    time += DAY + MINUTE;
    expect(code(await of(given[0]!.read))).toEqual([403, 'look-over']);
  });

  it('[P4.179] an export needs recipient and reason, says who, when and for whom, and holds no formula', async () => {
    const cmd = { raw: '=CMD|X', plate: '3EVL666' };
    await reads.put([passed('3EVL666', time - MINUTE, 'c-1', cmd)]);
    const { access: id } = (await look({ plate: '3-EVL-666' })).body as LookAnswer;
    const out = (json: object, headers: Record<string, string> = { accept: 'text/csv' }, token = 'police') => ask(`/looks/${id}/export`, { token, json, headers }); // prettier-ignore
    const whole = { access: id, recipient: '=Parket "Brussel"', reason: 'Dossier <b>1</b>' };
    for (const lacking of [{ recipient: 'x' }, { reason: 'x' }, { recipient: ' ', reason: 'x' }])
      expect(code(await out(lacking))).toEqual([400, 'invalid']);
    expect(code(await out({ ...whole, access: 'other' }))).toEqual([400, 'invalid']);
    expect(code(await out(whole, {}, 'police.b'))).toEqual([404, 'look-unknown']);
    const csv = await out(whole);
    const { seq } = (await rows({ what: 'export' }))[0]!;
    expect(csv.headers.get('content-disposition')).toBe(
      `attachment; filename="belfry-anpr-${seq}.csv"`,
    );
    const lines = (csv.body as string).trim().split('\r\n');
    expect(lines).toHaveLength(4);
    for (const line of [lines[0]!, lines[3]!])
      for (const part of ['Demo police', `nr. ${seq}`, id, 'Parket']) expect(line).toContain(part);
    expect(lines[2]).toContain(";'=CMD|X;3EVL666;");
    expect(lines[2]).toContain(';-80');
    const html = await out(whole, { accept: 'text/html', 'accept-language': 'fr' });
    const page = html.body as string;
    expect(html.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).toContain('Confidentiel · exporté par Demo police');
    expect(page).toContain('position: fixed');
    expect(page).not.toContain('<b>1</b>');
    expect((await rows({ what: 'export' }))[0]).toMatchObject({
      ...{ recipient: whole.recipient, reason: whole.reason, case: base.case, about: id, count: 1 },
    });
  });
});

describe('alerts', () => {
  async function raise(id: string, more: Partial<AlertRow> = {}): Promise<void> {
    const open = { raw: '1XXX0O1', plate: '1XXX001', listed: '1-XXX-001', reason: 'Gestolen', reference: 'BR-1', differences: [] }; // prettier-ignore
    const expires = iso(time + 30 * DAY);
    const sealed = await vault.seal(alertKey(id), expires, open);
    await pictures.put(id, 'r-1', { type: 'image/png', bytes: JPEG }, expires);
    alerts.set(id, {
      ...{ id, list: 'stolen', category: 'judicial', status: 'new', restrictions: ['police'] },
      ...{ at: iso(time), camera: 'c-1', ...more },
    } as AlertRow);
    passages.push({ id: `${id} r-1`, alert: id, read: 'r-1', camera: 'c-1', at: iso(time), picture: true, sealed } as PassageRow); // prettier-ignore
  }
  const mine = { at: '', by: '', who: 'police' };
  const earlier = (id: string, token = 'police') => ask(`/alerts/${id}/earlier`, { token });

  it('[P4.182] earlier passages once it is verified, or handled by who asks: a month, and recorded', async () => {
    await reads.put([
      passed('1XXX001', time - MINUTE),
      passed('1XXX001', time - 33 * DAY),
      passed('1XXX001', time - MINUTE, 'l-1'),
      passed('1XXX001', time),
      passed('1XXX0O1', time - 2 * MINUTE),
    ]);
    await raise('a-1');
    expect(code(await earlier('a-1'))).toEqual([403, 'look-alert-first']);
    alerts.set('a-1', { ...alerts.get('a-1')!, acknowledged: mine });
    const { body } = await earlier('a-1');
    expect((body as LookAnswer).rows.map(({ at }) => at)).toEqual([iso(time - MINUTE)]);
    expect((body as LookAnswer).excluded).toEqual(['l-1']);
    expect(code(await earlier('a-1', 'police.b'))).toEqual([403, 'look-alert-first']);
    alerts.set('a-1', { ...alerts.get('a-1')!, verified: mine });
    expect((await earlier('a-1', 'police.b')).status).toBe(200);
    expect((await rows())[0]).toMatchObject({
      ...{ what: 'look', about: 'a-1', case: 'BR-1', reason: 'list stolen', count: 1 },
    });
    alerts.set('a-1', { ...alerts.get('a-1')!, status: 'rejected' });
    expect(code(await earlier('a-1'))).toEqual([403, 'look-alert-first']);
  });

  it('[P4.182] of a LEZ or own list only its own passages', async () => {
    await reads.put([passed('1XXX001', time - MINUTE)]);
    await raise('a-2', { category: 'own', verified: mine });
    const { body } = await earlier('a-2');
    expect((body as LookAnswer).rows.map(({ read, raw }) => [read, raw])).toEqual([
      ['r-1', '1XXX0O1'],
    ]);
  });

  it('[P4.183] who is not cleared for the plate or the list does not learn that the alert exists', async () => {
    await raise('a-3', { verified: mine, restrictions: ['police', 'covert'] });
    for (const role of ['police', 'traffic', 'supervisor', 'auditor', 'administrator'])
      for (const end of ['earlier', 'pictures/r-1'])
        expect(code(await ask(`/alerts/a-3/${end}`, { token: role }))).toEqual([404, 'not-found']);
    expect(await rows()).toEqual([]);
    const picture = await ask('/alerts/a-3/pictures/r-1', { token: 'officer' });
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await rows())[0]).toMatchObject({
      what: 'picture',
      about: 'a-3',
      actor: { id: 'officer' },
    });
    expect(code(await ask('/alerts/a-3/pictures/r-9', { token: 'officer' }))).toEqual([
      404,
      'not-found',
    ]);
    await pictures.forget(['a-3']);
    expect(code(await ask('/alerts/a-3/pictures/r-1', { token: 'officer' }))).toEqual([
      404,
      'not-found',
    ]);
  });
});

describe('who looked at what', () => {
  it('[P4.184] is read with filters by its own role only; reading it is a row itself', async () => {
    await look();
    await look({ plate: '2-ZZZ-042', case: 'other' }, 'police.anna');
    time += MINUTE;
    await look({ from: iso(time - 100 * DAY) });
    const read = (json: object) => ask('/access', { token: 'auditor', json });
    const told = async (json: object) => ((await read(json)).body.rows as AccessRow[]).map(({ seq }) => seq); // prettier-ignore
    expect(await told({ what: 'look' })).toEqual([2, 1]);
    expect(await told({ actor: 'demo ANNA' })).toEqual([2]);
    expect(await told({ actor: 'police' })).toEqual([3, 1]);
    expect(await told({ case: 'other' })).toEqual([2]);
    expect(await told({ plate: '1-xxx.001', what: 'look' })).toEqual([1]);
    expect(await told({ from: iso(time), what: 'refused' })).toEqual([3]);
    expect(await told({ until: iso(time) })).toEqual([2, 1]);
    const page = await read({ limit: 2, before: 4 });
    expect([page.body.rows.map(({ seq }: AccessRow) => seq), page.body.more]).toEqual([
      [3, 2],
      true,
    ]);
    const own = await rows({ what: 'access-read' });
    expect(own).toHaveLength(8);
    expect(own.some(({ fingerprint }) => fingerprint === vault.fingerprint('1XXX001'))).toBe(true);
    expect(JSON.stringify(await rows())).not.toContain('sealed');
    expect((await ask('/access?what=look&limit=1', { token: 'auditor' })).body.rows).toHaveLength(
      1,
    );
    for (const role of ['police', 'officer', 'administrator', 'supervisor', 'traffic'])
      expect(code(await ask('/access', { token: role }))).toEqual([403, 'forbidden']);
  });

  it('[P4.185] an address with a plate in it is refused, and a wrong filter', async () => {
    const get = (search: string) => ask(`/access?${search}`, { token: 'auditor' });
    expect(code(await get('plate=1-XXX-001'))).toEqual([400, 'look-address']);
    for (const wrong of ['limit=0', 'limit=501', 'what=all', 'from=yesterday', 'x=1', 'before=-1'])
      expect(code(await get(wrong))).toEqual([400, 'invalid']);
    expect(code(await ask('/access', { token: 'auditor', json: { plate: '*' } }))).toEqual([
      400,
      'look-wildcard',
    ]);
  });

  it('[P4.186] cameras and flow go to who has the right, without plates and without the names devices prove themselves by', async () => {
    await reads.put([passed('1XXX001', time - MINUTE)]);
    const shown = await ask('/cameras', { token: 'traffic' });
    expect(shown.body.cameras).toHaveLength(3);
    expect(JSON.stringify(shown.body)).not.toContain('serial-1');
    const period = (from: number, until: number) => `/flow?from=${iso(from)}&until=${iso(until)}`;
    const flow = await ask(period(time - 10 * MINUTE, time), { token: 'traffic' });
    expect(flow.body).toMatchObject([{ camera: 'c-1', unknown: 1 }]);
    expect(JSON.stringify(flow.body)).not.toContain('XXX');
    expect(code(await ask(period(time - 3 * DAY, time), { token: 'traffic' }))).toEqual([
      400,
      'invalid',
    ]);
    for (const at of ['/cameras', period(time - MINUTE, time)])
      expect(code(await ask(at, { token: 'operator' }))).toEqual([403, 'forbidden']);
  });
});

describe('deletion', () => {
  test('[P4.187] by age, with keys, pictures and alerts, recorded with counts; what was read can be read by nobody', async () => {
    const secret = 'sealed-until-deleted';
    await reads.put([
      passed('1XXX001', time - 20 * DAY, 'c-1', { vehicle: { kind: secret } }),
      passed('2ZZZ042', time),
    ]);
    const sealed = await vault.seal(alertKey('a-1'), iso(time + 30 * DAY), { plate: '1XXX001' });
    await pictures.put('a-1', 'r-1', { type: 'image/jpeg', bytes: JPEG }, iso(time + 30 * DAY));
    const erased: string[] = [];
    let due = { alerts: ['a-1'], keys: [alertKey('a-1')] };
    const upkeep = openAnprUpkeep({
      ...{ reads, vault, pictures, access, health: health(), readsDays: 7, now: () => time },
      ...{ actor: { id: 'system', name: 'Belfry', role: 'system' }, every: DAY },
      due: () => due,
      erase: async (all) => void erased.push(...all),
      warn: () => {},
    });
    full = true;
    await upkeep.run();
    expect(erased).toEqual(['a-1']);
    due = { alerts: [], keys: [] };
    expect(await rows()).toEqual([]);
    // What could not be recorded is by the next run.
    full = false;
    await upkeep.run();
    const told = Object.fromEntries(
      (await rows()).map(({ what, about, count }) => [about, [what, count]]),
    );
    expect(told).toEqual({
      'reads': ['deletion', 1], 'read-pictures': ['deletion', 1], 'alerts': ['deletion', 1], 'keys': ['deletion', 2],
    }); // prettier-ignore
    expect(vault.open(sealed)).toBeUndefined();
    expect(await pictures.get('a-1', 'r-1')).toBeUndefined();
    const everything = { from: iso(time - 360 * DAY), until: iso(time + DAY), limit: 500 };
    expect(await reads.passages({ ...everything, plate: '1XXX001' })).toEqual([]);
    expect(await reads.passages({ ...everything, plate: '2ZZZ042' })).toHaveLength(1);
    for (const file of fs.readdirSync(dir, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const bytes = fs.readFileSync(path.join(file.parentPath, file.name));
      for (const gone of ['1XXX001', secret]) expect(bytes.includes(gone)).toBe(false);
    }
    expect(fs.readdirSync(path.join(dir, 'reads')).filter((name) => name.endsWith('.db'))).toEqual([
      `${iso(time).slice(0, 10)}.db`,
    ]);
    // A run that finds nothing is recorded once a day.
    await upkeep.run();
    expect(await rows()).toHaveLength(4);
    time += DAY + MINUTE;
    await upkeep.run();
    expect((await rows())[0]).toMatchObject({ what: 'deletion', about: 'reads', count: 0 });
    await upkeep.close();
  });
});
