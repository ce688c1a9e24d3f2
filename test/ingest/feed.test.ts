import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../fake/client.ts';
import { fakeServer, type FakeServer } from '../fake/server.ts';

/** `npm run feed`, as a person runs it: a process of its own against a server of its own. */

const root = fileURLToPath(new URL('../..', import.meta.url));
let server: FakeServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'belfry-feed-'));
  server = await fakeServer();
  await server.start();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function feed(...args: string[]): Promise<{ code: number | null; out: string }> {
  const all = ['--disable-warning=ExperimentalWarning', 'server/cli/feed.ts', ...args];
  const more = ['--url', server.url, '--token', 'belfry-demo-feed'];
  const child = spawn(process.execPath, [...all, ...more], { cwd: root });
  let out = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (out += text.toString()));
  return new Promise((done) => child.once('exit', (code) => done({ code, out })));
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const records = (name: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `${name}-${i}`, text: `Melding ${i}` }));

async function reports(): Promise<Record<string, { text: string }>> {
  const cookie = await signInAs(server.url, 'operator');
  const response = await fetch(`${server.url}/api/spaces/live/state`, { headers: { cookie } });
  const { state } = (await response.json()) as {
    state: { report: { reports: Record<string, { text: string }> } };
  };
  return state.report.reports;
}

describe('npm run feed', () => {
  it('[P1.13] a server killed in the middle loses nothing and takes nothing twice', async () => {
    const path = file('many.json', JSON.stringify(records('K', 400)));
    const done = feed('belfry', path, '--rate', '200', '--batch', '20');
    await new Promise((later) => setTimeout(later, 1_500));
    await server.kill();
    await server.start();
    const { code, out } = await done;
    expect(out).toMatch(/400 sent: \d+ accepted, \d+ unchanged, 0 rejected/);
    expect(code).toBe(0);
    const [, accepted, unchanged] = /(\d+) accepted, (\d+) unchanged/.exec(out)!;
    expect(Number(accepted) + Number(unchanged)).toBe(400);
    const ids = Object.keys(await reports()).filter((id) => id.startsWith('belfry:K-'));
    expect(ids).toHaveLength(400);
  });

  it('[ingest] lines go as they are: the server says which are broken, the command fails', async () => {
    const path = file(
      'some.ndjson',
      '{"id":"L-1","text":"x"}\n{broken\n\n{"id":"L-2","text":"y"}\n',
    );
    const { code, out } = await feed('belfry', path);
    expect(out).toContain('3 sent: 2 accepted, 0 unchanged, 1 rejected');
    expect(out).toContain('record 1: This is not valid JSON. (json-broken)');
    expect(code).toBe(1);
  });

  it('[ingest] an XML file is sent in its own encoding; of a folder only what fits', async () => {
    const xml = `<?xml version="1.0" encoding="ISO-8859-1"?><d2LogicalModel><payloadPublication lang="fr">
      <situation id="F-1"><situationRecord xsi:type="Accident"><generalPublicComment><comment><values>
      <value>Véhicule à l'arrêt</value></values></comment></generalPublicComment></situationRecord></situation>
      </payloadPublication></d2LogicalModel>`;
    file('fr.xml', Buffer.from(xml, 'latin1'));
    const { code, out } = await feed('datex', folder);
    expect(out).toContain('1 sent: 1 accepted');
    expect(code).toBe(0);
    expect((await reports())['datex:F-1']).toMatchObject({ text: "Véhicule à l'arrêt" });
  });

  it('[ingest] what cannot work is said in words, not in a stack', async () => {
    const good = file('good.json', '[]');
    const wrong: [string[], RegExp][] = [
      [['belfry', join(folder, 'none.json')], /not found/],
      [['nobody', good], /There is no mapping "nobody": datex, belfry/],
      [['belfry', file('bad.json', '{"a":')], /this is no JSON/],
      [['belfry', good, '--batch', '0'], /npm run feed/],
      [['belfry', good, '--spede', '1'], /--spede[^]*npm run feed/],
    ];
    for (const [args, said] of wrong) {
      const { code, out } = await feed(...args);
      expect(out).toMatch(said);
      expect(out).not.toMatch(/\n\s+at /);
      expect(code).toBe(1);
    }
  });
});
