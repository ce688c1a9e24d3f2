import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawPlate } from '../../server/cli/anpr/picture.ts';
import type { AlertRow, Open, PassageRow } from '../../shared/subject/anpr/schema.ts';
import { openConsole, signInAs } from '../fake/client.ts';
import { makeRandom } from '../fake/random.ts';
import { fakeServer, type FakeServer } from '../fake/server.ts';

/**
 * Plates at every door of a running server: who gets one, and where none may ever be. The plates are of the
 * lists that are shipped, invented like all others.
 */
let server: FakeServer;
const cookies = new Map<string, string>();
const ROLES = [
  'officer',
  'police',
  'supervisor',
  'operator',
  'traffic',
  'auditor',
  'wall',
  'administrator',
];
/** Of the list of stolen vehicles, of the covert list, and one that is on none. */
const [LISTED, COVERT, OTHER, BROKEN] = ['1-XXX-001', '', '9-TST-771', '8-QQQ-555'];
let covert = COVERT;

beforeAll(async () => {
  server = await fakeServer({ keep: 4_000_000 });
  await server.start();
  for (const role of ROLES) cookies.set(role, await signInAs(server.url, role));
}, 120_000);
afterAll(() => server.close());

const get = async (path: string, role: string): Promise<{ status: number; text: string }> => {
  const answer = await fetch(server.url + path, { headers: { cookie: cookies.get(role)! } });
  return { status: answer.status, text: await answer.text() };
};
const json = async <T>(path: string, role: string): Promise<T> =>
  JSON.parse((await get(path, role)).text) as T;

async function send(
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const all = { 'content-type': 'application/json', ...headers };
  return fetch(server.url + path, { method: 'POST', headers: all, body: text });
}
const postReads = (body: unknown) =>
  send('/api/ingest/anpr', body, { authorization: 'Bearer belfry-demo-feed' });
const as = (role: string) => ({ cookie: cookies.get(role)! });

/** A plate as written, as compared, and between separators. */
const shapes = (plate: string): string[] => {
  const bare = plate.replace(/-/g, '');
  return [plate, bare, plate.toLowerCase(), bare.toLowerCase(), plate.replace(/-/g, '.')];
};
const holds = (text: string, plate: string): boolean =>
  shapes(plate).some((shape) => text.includes(shape));

type Seen = {
  state: { anpr?: { alerts?: Record<string, AlertRow>; passages?: Record<string, PassageRow> } };
};
const seenBy = async (role: string) =>
  (await json<Seen>('/api/spaces/live/state', role)).state.anpr;

describe('plates at every door', () => {
  it('[P4.52] a hit reaches who is cleared, with its plate only where plates may be', async () => {
    const consoles = ROLES.map((role) =>
      openConsole({ url: server.url, cookie: cookies.get(role)! }),
    );
    await expect.poll(() => consoles.every((one) => one.joined()), { timeout: 20_000 }).toBe(true);
    const { cameras } = await json<{ cameras: { id: string; controller: string }[] }>(
      '/api/anpr/cameras',
      'officer',
    );
    const camera = cameras.find(({ controller }) => controller === 'police')!.id;
    const { entries } = await json<{ entries: { plate: string }[] }>(
      '/api/anpr/lists/wanted/entries',
      'officer',
    );
    covert = entries[0]!.plate;
    const at = new Date().toISOString();
    const read = (plate: string) => ({ camera, at, plate, confidence: 0.98 });
    const picture = drawPlate(LISTED, 'BE', makeRandom(1)).toString('base64');
    const taken = await postReads([{ ...read(LISTED), picture }, read(covert), read(OTHER)]);
    expect(await taken.json()).toMatchObject({ accepted: 3, rejectedCount: 0 });

    const alerts = Object.fromEntries(
      await Promise.all(ROLES.map(async (role) => [role, await seenBy(role)] as const)),
    );
    const opens = (role: string): Open[] =>
      Object.values(alerts[role]?.passages ?? {}).flatMap(({ open }) => open ?? []);
    const lists = (role: string): string[] =>
      Object.values(alerts[role]?.alerts ?? {})
        .map(({ list }) => list)
        .sort();
    expect(lists('officer')).toEqual(['stolen', 'wanted']);
    expect(lists('police')).toEqual(['stolen']);
    expect(lists('supervisor')).toEqual(['stolen']);
    for (const role of ['operator', 'traffic', 'wall']) expect(lists(role)).toEqual([]);
    expect(
      opens('officer')
        .map(({ listed }) => listed)
        .sort(),
    ).toEqual([LISTED, covert].sort());
    expect(opens('police').map(({ listed }) => listed)).toEqual([LISTED]);
    for (const role of ROLES.slice(2)) expect(opens(role)).toEqual([]);
    expect(JSON.stringify(alerts)).not.toContain('sealed');

    // The same over the socket, folded from the entries as they went by.
    for (const [i, role] of ROLES.entries()) {
      const console = consoles[i]!;
      await expect
        .poll(() => console.state().anpr.alerts.size, { timeout: 10_000 })
        .toBe(lists(role).length);
      const folded = [...console.state().anpr.passages.values()].flatMap(({ open }) => open ?? []);
      expect(folded).toHaveLength(opens(role).length);
      console.close();
    }
  }, 60_000);

  it('[P4.53] entries, metrics and refusals hold no plate for who may not have it', async () => {
    for (const role of ROLES) {
      const pages = await Promise.all(
        [
          '/api/spaces/live/entries?limit=1000',
          '/api/spaces/live/state',
          '/api/spaces/live/state?at=1000000',
          '/api/anpr/lists',
          '/api/anpr/cameras',
          '/api/anpr/access?limit=100',
          '/api/anpr/flow?from=2026-01-01T00:00:00.000Z&until=2026-01-01T01:00:00.000Z',
          '/api/settings',
          '/metrics',
          '/readyz',
        ].map((path) => get(path, role)),
      );
      const text = pages.map((page) => page.text).join('\n');
      const police = role === 'officer' || role === 'police';
      expect([role, holds(text, LISTED)]).toEqual([role, police]);
      expect([role, holds(text, covert)]).toEqual([role, role === 'officer']);
      expect([role, holds(text, OTHER)]).toEqual([role, false]);
    }
    const refused = [
      await postReads([{ camera: 'no-such-camera', at: new Date().toISOString(), plate: BROKEN }]),
      await postReads([{ camera: 1, at: 'yesterday', plate: `${BROKEN}\u0301` }]),
      await postReads(`{"plate": "${BROKEN}"`),
      await send('/api/anpr/looks', { plate: BROKEN }, as('police')),
      await send('/api/anpr/looks', { plate: BROKEN }, as('traffic')),
      await send('/api/anpr/lists/stolen/import', `plate\n${BROKEN};half`, {
        ...as('police'),
        'content-type': 'text/csv',
      }),
      await send(
        '/api/anpr/lists/stolen/import?apply=true',
        `[{"plate":"${BROKEN}","from":"x"}]`,
        as('police'),
      ),
    ];
    for (const answer of refused) {
      const text = await answer.text();
      expect(answer.status).toBeGreaterThanOrEqual(answer.url.includes('import') ? 200 : 400);
      expect(holds(text, BROKEN)).toBe(false);
    }
    for (const role of ROLES.slice(2))
      for (const path of ['/api/anpr/lists/stolen/entries', '/api/anpr/lists/wanted/entries'])
        expect((await get(path, role)).status).toBeGreaterThanOrEqual(403);
    expect((await get('/api/anpr/lists/wanted/entries', 'police')).status).toBe(404);
  }, 60_000);

  it('[P4.54] a look back is answered to police with a purpose, and its question is in the access log without the plate', async () => {
    const period = {
      from: new Date(Date.now() - 3_600_000).toISOString(),
      until: new Date(Date.now() + 3_600_000).toISOString(),
    };
    const query = { purpose: 'judicial-crime', case: 'BR.1/2026', reason: 'Diefstal', ...period };
    const answer = await send('/api/anpr/looks', { ...query, plate: OTHER }, as('police'));
    const found = (await answer.json()) as { access: string; rows: { raw: string }[] };
    expect(found.rows.map(({ raw }) => raw)).toEqual([OTHER]);
    const log = await get('/api/anpr/access?limit=100', 'auditor');
    expect(log.status).toBe(200);
    expect(log.text).toContain(found.access);
    expect(log.text).toContain('BR.1/2026');
    for (const plate of [LISTED, covert, OTHER, BROKEN]) expect(holds(log.text, plate)).toBe(false);
    expect((await get('/api/anpr/access', 'police')).status).toBe(403);
  });

  it('[P4.55] no plate stands in what the server writes: its own words, its log, its stores, its snapshots', async () => {
    const [alert] = Object.values((await seenBy('police'))?.passages ?? {});
    const path = `/api/anpr/alerts/${alert!.alert}/pictures/${alert!.read}`;
    expect((await get(path, 'police')).status).toBe(200);
    expect((await get(path, 'supervisor')).status).toBeGreaterThanOrEqual(403);
    await server.stop();
    const words = server.output();
    expect(words).toContain('listening');
    const files = readdirSync(server.data, { recursive: true, encoding: 'utf8' })
      .map((name) => join(server.data, name))
      .filter((name) => statSync(name).isFile());
    expect(files.length).toBeGreaterThan(4);
    for (const plate of [LISTED, covert, OTHER, BROKEN]) {
      expect(holds(words, plate)).toBe(false);
      for (const file of files)
        expect([file, holds(readFileSync(file, 'latin1'), plate)]).toEqual([file, false]);
    }
  }, 60_000);
});
