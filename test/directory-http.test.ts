import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { start, type Belfry } from '../server/main.ts';
import { signInAs } from './fake/client.ts';
import { FILES } from './fake/directory.ts';
import { ask as askAt, type Ask, type Reply } from './fake/http.ts';

/** The directory as it is shipped, in a running server, and as files out and in. */
let belfry: Belfry;
let data: string;
let operator: string;
let traffic: string;
const all = FILES.organisations.length + FILES.contacts.length + FILES.duties.length;
const begin = () => start({ data, port: 0, demo: true, quiet: true, seed: true });

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'belfry-directory-'));
  belfry = await begin();
  operator = await signInAs(belfry.url, 'operator');
  traffic = await signInAs(belfry.url, 'traffic');
}, 60_000);
afterAll(async () => {
  await belfry.close();
  rmSync(data, { recursive: true, force: true });
});

const ask = (path: string, options: Ask = {}): Promise<Reply> => askAt(belfry.url, path, options);
const fetchText = async (path: string, cookie = operator): Promise<string> =>
  (await fetch(`${belfry.url}${path}`, { headers: { cookie } })).text();
const give = (body: BodyInit, type: string, query = '', more: Ask = {}): Promise<Reply> =>
  ask(`/api/directory/import${query}`, {
    ...{ method: 'POST', cookie: operator, body, headers: { 'content-type': type } },
    ...more,
  });
const state = async () => {
  const { body } = await ask('/api/spaces/live/state', { cookie: operator });
  return body as { seq: number; state: { directory: Record<string, Record<string, any>> } };
};
const counts = ({ body }: Reply) => {
  const { new: added, changed, unchanged, refusedCount } = body as Record<string, number>;
  return { new: added, changed, unchanged, refused: refusedCount };
};

describe('the directory that is shipped', () => {
  test('[P5.16] is there from the first start, and once', async () => {
    const { seq, state: first } = await state();
    const { organisations, contacts, duties } = first.directory;
    expect(Object.keys(organisations!)).toHaveLength(FILES.organisations.length);
    expect(Object.keys(contacts!)).toHaveLength(FILES.contacts.length);
    expect(Object.keys(duties!)).toHaveLength(FILES.duties.length);
    expect(contacts!['elsene-mayor']).toMatchObject({
      by: 'Belfry',
      organisation: 'gemeente-elsene',
    });
    // What people remove is not there again after the next start.
    const removed = await ask('/api/spaces/live/commands', {
      cookie: operator,
      json: {
        ...{ id: 'gone-1', type: 'directory.remove' },
        data: { kind: 'duty', id: 'elsene-duty-day' },
      },
    });
    expect(removed.status).toBe(200);
    await belfry.close();
    belfry = await begin();
    operator = await signInAs(belfry.url, 'operator');
    traffic = await signInAs(belfry.url, 'traffic');
    const later = await state();
    expect(later.seq).toBe(seq + 1);
    expect(later.state.directory['duties']).not.toHaveProperty('elsene-duty-day');
  });

  test('[P5.28] goes out and comes in again unchanged', async () => {
    const csv = await fetchText('/api/directory.csv');
    expect(counts(await give(csv, 'text/csv'))).toEqual({
      ...{ new: 0, changed: 0, unchanged: all - 1, refused: 0 },
    });
    const vcf = await fetchText('/api/directory.vcf');
    expect(counts(await give(vcf, 'text/vcard; charset=utf-8'))).toEqual({
      ...{ new: 0, changed: 0, unchanged: all - FILES.duties.length, refused: 0 },
    });
  });

  test('[P5.18] is given out without numbers to who may not see them', async () => {
    for (const path of ['/api/directory.csv', '/api/directory.vcf']) {
      expect(await fetchText(path)).toContain('+32 2 555');
      expect(await fetchText(path, traffic)).not.toContain('555');
      const wall = await ask(path, { cookie: await signInAs(belfry.url, 'wall') });
      expect([wall.status, wall.body.code]).toEqual([403, 'forbidden']);
      expect((await ask(path)).status).toBe(401);
    }
    const reply = await fetch(`${belfry.url}/api/directory.csv`, { headers: { cookie: operator } });
    expect(reply.headers.get('content-disposition')).toMatch(
      /^attachment; filename="belfry-directory-\d{4}-\d\d-\d\d-\d+\.csv"$/,
    );
  });
});

describe('an import', () => {
  const csv = [
    'kind;id;name;organisation;holds;languages;keeper;checked',
    'contact;import-1;Nadia Ambre;gemeente-elsene;mayor municipality=elsene rank=4;fr;K;2026-01-01',
    'contact;import-2;Niemand;nergens;;nl;K;2026-01-01',
  ].join('\n');

  test('[P5.29] tells first what it would do, line by line, and does it when asked', async () => {
    const { seq } = await state();
    const dry = await give(csv, 'text/csv', '?dry=1', {
      headers: { 'content-type': 'text/csv', 'accept-language': 'fr' },
    });
    expect(dry.status).toBe(200);
    expect(dry.body).toEqual({
      ...{ dry: true, new: 1, changed: 0, unchanged: 0, refusedCount: 1 },
      records: [
        {
          ...{ line: 2, kind: 'contact', id: 'import-1', label: 'Nadia Ambre', what: 'new' },
          fields: [],
        },
      ],
      refused: [
        {
          ...{ line: 3, id: 'import-2', code: 'organisation-unknown', path: 'organisation' },
          message: "Cette organisation ne figure pas dans l'annuaire.",
        },
      ],
    });
    expect((await state()).seq).toBe(seq);

    expect(counts(await give(csv, 'text/csv'))).toMatchObject({ new: 1, refused: 1 });
    const after = await state();
    expect(after.seq).toBe(seq + 1);
    expect(after.state.directory['contacts']!['import-1']).toMatchObject({
      ...{ name: 'Nadia Ambre', by: 'Demo Operator', ways: [] },
    });
    expect(counts(await give(csv, 'text/csv'))).toMatchObject({ new: 0, unchanged: 1 });
  });

  test('[P5.29] takes a card from a telephone, in another code page', async () => {
    const card =
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Érable;Zoé;;;\r\nTEL;TYPE=CELL:+32 470 55 00 10\r\nEND:VCARD\r\n';
    const bytes = Buffer.from(card, 'latin1');
    const none = await give(bytes, 'text/x-vcard');
    expect(counts(none)).toMatchObject({ new: 0, refused: 1 });
    const done = await give(bytes, 'text/x-vcard', '?organisation=gemeente-jette');
    expect(counts(done)).toMatchObject({ new: 1, refused: 0 });
    const { contacts } = (await state()).state.directory;
    expect(Object.values(contacts!).find(({ name }) => name === 'Zoé Érable')).toMatchObject({
      organisation: 'gemeente-jette',
      ways: [{ channel: 'mobile', address: '+32 470 55 00 10', hours: 'always' }],
    });
  });

  test('[P5.29] what cannot be read at all is refused whole, and nobody else may', async () => {
    const refused = async (reply: Promise<Reply>) => {
      const { status, body } = await reply;
      return [status, (body as { code: string }).code];
    };
    expect(await refused(give('kind;id\n"contact;x', 'text/csv'))).toEqual([400, 'csv-broken']);
    expect(await refused(give('{}', 'application/json'))).toEqual([415, 'media-type']);
    expect(await refused(give(csv, 'text/csv', '', { cookie: traffic }))).toEqual([
      ...[403, 'forbidden'],
    ]);
    expect(await refused(give(csv, 'text/csv', '', { cookie: undefined }))).toEqual([
      ...[401, 'signed-out'],
    ]);
    expect(await refused(give(Buffer.alloc(3 * 1024 * 1024, 65), 'text/csv'))).toEqual([
      ...[413, 'too-large'],
    ]);
    const many = ['kind;id', ...Array.from({ length: 2_001 }, (_, i) => `duty;d${i}`)].join('\n');
    expect(await refused(give(many, 'text/csv'))).toEqual([413, 'too-large']);
    const get = await ask('/api/directory/import', { cookie: operator });
    expect(get.status).toBe(405);
  });
});
