import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start, type Belfry } from '../../server/main.ts';
import { signInAs } from '../fake/client.ts';
import { fixtures, noFixtures } from './given.ts';

let belfry: Belfry;
let data: string;
let cookie: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'belfry-ingest-'));
  belfry = await start({ data, port: 0, demo: true, quiet: true });
  cookie = await signInAs(belfry.url, 'operator');
});
afterAll(async () => {
  await belfry.close();
  rmSync(data, { recursive: true, force: true });
});

interface Tally {
  accepted: number;
  unchanged: number;
  rejectedCount: number;
  rejected: { index: number; code: string; path?: string }[];
  code?: string;
}

async function post(path: string, body: string | Buffer, type: string, token = 'belfry-demo-feed') {
  const response = await fetch(`${belfry.url}/api/ingest/${path}`, {
    method: 'POST',
    headers: { 'content-type': type, authorization: `Bearer ${token}` },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  return { status: response.status, ...((await response.json()) as Tally) };
}

const json = (body: unknown, feed = 'belfry') =>
  post(`reports?feed=${feed}`, JSON.stringify(body), 'application/json');

interface Report {
  text: string;
  priority: number;
  updates: number;
  status: string;
  over?: boolean;
}
async function report(id: string): Promise<Report | undefined> {
  const response = await fetch(`${belfry.url}/api/spaces/live/state`, { headers: { cookie } });
  const { state } = (await response.json()) as {
    state: { report: { reports: Record<string, Report> } };
  };
  return state.report.reports[id];
}

describe('reports', () => {
  it('[P1.13] the same source record sent twice is one report, an update of it updates it', async () => {
    const record = { id: 'A-1', text: 'Rook', type: 'fire', version: '1' };
    expect(await json([record, record])).toMatchObject({ accepted: 1, unchanged: 1 });
    expect(await json({ ...record, text: 'Brand', version: '3' })).toMatchObject({ accepted: 1 });
    expect(await report('belfry:A-1')).toMatchObject({ text: 'Brand', updates: 1 });
    // An older version that comes late changes nothing.
    expect(await json({ ...record, text: 'Damp', version: '2' })).toMatchObject({ unchanged: 1 });
    expect(await report('belfry:A-1')).toMatchObject({ text: 'Brand', updates: 1 });
  });

  it('[P1.13] the tenth version of a record counts as later than the ninth', async () => {
    const record = { id: 'A-2', text: 'Rook', version: 9 };
    await json(record);
    expect(await json({ ...record, text: 'Brand', version: 10 })).toMatchObject({ accepted: 1 });
    expect(await report('belfry:A-2')).toMatchObject({ text: 'Brand' });
  });

  it('[ingest] a byte order mark before JSON does not matter; compressed bodies are not taken', async () => {
    const body = '\ufeff{"id":"A-3","text":"x"}';
    expect(await post('reports', body, 'application/json')).toMatchObject({ accepted: 1 });
    const response = await fetch(`${belfry.url}/api/ingest/reports`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        authorization: 'Bearer belfry-demo-feed',
      },
      body: new Uint8Array(gzipSync('{"id":"A-4","text":"x"}')),
    });
    expect(response.status).toBe(415);
  });

  it('[bad] a body of a hundred thousand unusable records holds nobody up', async () => {
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const answer = await json(Array.from({ length: 100_000 }, () => ({ text: 'no id' })));
    clearInterval(watch);
    expect(answer).toMatchObject({ status: 400, rejectedCount: 100_000 });
    expect(answer.rejected).toHaveLength(100);
    expect(longest).toBeLessThan(1_000);
  });

  it('[ingest] each item is answered for; good ones are taken beside bad ones', async () => {
    const lines = [
      '{"id":"B-1","text":"x"}',
      '{broken',
      '',
      '{"id":"","text":"y"}',
      '[1]',
      '{"id":"B-2","text":"z"}',
    ];
    const tally = await post('reports', lines.join('\n'), 'application/x-ndjson');
    expect(tally).toMatchObject({
      status: 200,
      accepted: 2,
      rejectedCount: 3,
      rejected: [
        { index: 1, code: 'json-broken' },
        { index: 2, code: 'record-unusable', path: 'id' },
        { index: 3, code: 'invalid' },
      ],
    });
  });

  it('[ingest] what is unusable as a whole is refused as a whole', async () => {
    expect(await json({ text: 'no id' })).toMatchObject({ status: 400, code: 'record-unusable' });
    expect(await json('text')).toMatchObject({ status: 400, code: 'invalid' });
    expect(await json({}, 'nobody')).toMatchObject({ status: 400, code: 'feed-unknown' });
    expect(await post('reports', '{', 'application/json')).toMatchObject({
      status: 400,
      code: 'json-broken',
    });
    expect(await post('reports', 'a,b', 'text/csv')).toMatchObject({
      status: 415,
      code: 'media-type',
    });
    expect(await post('reports', '{}', 'application/json', 'nobody')).toMatchObject({
      status: 401,
    });
    const big = Buffer.alloc(33 * 1024 * 1024, 0x20);
    expect(await post('reports', big, 'application/json')).toMatchObject({
      status: 413,
      code: 'too-large',
    });
  });

  it('[P4.23] only who has the right may post, and a feed sees nothing back', async () => {
    const response = await fetch(`${belfry.url}/api/ingest/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: '{"id":"C","text":"t"}',
    });
    expect(response.status).toBe(403);
    const headers = { authorization: 'Bearer belfry-demo-feed' };
    const state = await fetch(`${belfry.url}/api/spaces/live/state`, { headers });
    expect(JSON.stringify(await state.json())).not.toContain('Brand');
  });

  it.skipIf(noFixtures)(
    `[ingest] 1,956 real accidents arrive once, however often they are sent ${noFixtures}`,
    async () => {
      const body = readFileSync(join(fixtures, 'brussels-accidents-2020-2022.json'), 'utf8');
      const first = await post('reports?feed=statbel-accidents', body, 'application/json');
      // Six records are word for word the same as another one.
      expect(first).toMatchObject({ status: 200, accepted: 1950, unchanged: 6, rejectedCount: 0 });
      const again = await post('reports?feed=statbel-accidents', body, 'application/json');
      expect(again).toMatchObject({ status: 200, accepted: 0, unchanged: 1956 });
    },
  );
});

describe('traffic', () => {
  it.skipIf(noFixtures)(
    `[ingest] real DATEX II situations arrive, a later version updates its report ${noFixtures}`,
    async () => {
      const files = readdirSync(fixtures)
        .filter((name) => name.endsWith('.xml'))
        .sort();
      const ids = new Set<string>();
      for (const file of files) {
        const xml = readFileSync(join(fixtures, file));
        ids.add(/<situation id="([^"]+)"/.exec(xml.toString())![1]!);
        expect(await post('traffic', xml, 'application/xml')).toMatchObject({
          status: 200,
          rejectedCount: 0,
        });
      }
      for (const id of ids) expect(await report(`datex:${id}`)).toBeDefined();
    },
  );

  it('[ingest] XML bombs and broken XML are refused, nothing is entered', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><d2LogicalModel>&b;</d2LogicalModel>';
    for (const xml of [bomb, '<a>', 'geen xml'])
      expect(await post('traffic', xml, 'text/xml')).toMatchObject({
        status: 400,
        code: 'xml-broken',
      });
    expect(await post('traffic', '{}', 'application/json')).toMatchObject({ status: 415 });
  });
});
