import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ConfigMistake } from '../../server/config.ts';
import { start, type Belfry } from '../../server/main.ts';
import { openPlan, type PlanState, type PlanStore } from '../../server/plan/open.ts';
import type { CrisisPlan } from '../../shared/plan/plan.ts';
import { signInAs } from '../fake/client.ts';
import { ask, type Ask } from '../fake/http.ts';
import { planFolder, type PlanFolder } from '../fake/plan-folder.ts';

const FLOOD = 'plan/workflows/flood.yaml';
const NOW = Date.parse('2026-11-24T08:00:00Z');

/** Until it is so: files are looked at now and then, and read aside. */
async function until(is: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!is()) {
    if (Date.now() > end) throw new Error('it did not become so');
    await new Promise((done) => setTimeout(done, 20));
  }
}

describe('the plan in force', () => {
  let files: PlanFolder;
  let store: PlanStore | undefined;
  let said: string[];
  let now: number;
  beforeEach(() => {
    files = planFolder();
    said = [];
    now = NOW;
  });
  afterEach(() => {
    store?.close();
    store = undefined;
    files.close();
  });
  const open = async (every = 60_000): Promise<PlanStore> =>
    (store = await openPlan({
      ...{ config: files.folder, now: () => now, env: {}, every },
      warn: (message) => void said.push(message),
    }));
  const textOf = (file: string) => readFileSync(join(files.folder, file), 'utf8');
  const flood = (plan: CrisisPlan) => plan.workflows.find(({ id }) => id === 'flood')!;

  it('[P5.107] a wrong plan stops the start, with every reason', async () => {
    files.edit(FLOOD, (text) => text.replace('M10.2', 'M10.7'));
    files.edit('plan/workflows/fire.yaml', (text) => text.replace('owner: authority', 'owner: me'));
    const why = await open().catch((error: unknown) => error);
    expect(why).toBeInstanceOf(ConfigMistake);
    const lines = (why as Error).message.split('\n');
    expect(lines[0]).toBe('the plan has 2 mistakes:');
    expect(lines.slice(1).map((line) => line.trim().split(':').slice(0, 2).join(':'))).toEqual([
      ...['plan/workflows/fire.yaml:10', 'plan/workflows/flood.yaml:7'],
    ]);
  });

  it('[P5.108] a later plan that is right comes into force, and those who follow it are told', async () => {
    const { current, reload, onChange, state } = await open();
    const first = current();
    const heard: string[] = [];
    onChange(({ edition }) => void heard.push(edition));
    now += 60_000;
    files.edit(FLOOD, (text) =>
      text.replace('edition: 1', 'edition: 2').replace('within: 15', 'within: 20'),
    );
    await reload();
    expect(flood(current())).toMatchObject({ edition: 2, steps: [{ within: 20 }] });
    expect(flood(first)).toMatchObject({ edition: 1, steps: [{ within: 15 }] });
    expect(heard).toEqual([current().edition]);
    expect(state()).toEqual({
      ...{ edition: current().edition, since: '2026-11-24T08:01:00.000Z', warnings: [] },
    });
  });

  it('[P5.108] a later plan that is wrong leaves the one in force, and says so until it is mended', async () => {
    const { current, reload, state } = await open();
    const first = current();
    const right = textOf(FLOOD);
    now += 60_000;
    files.edit(FLOOD, (text) => text.replace('zone-chief', 'zone-cheif'));
    await reload();
    expect(current()).toBe(first);
    expect(state()).toEqual({
      ...{ edition: first.edition, since: '2026-11-24T08:00:00.000Z', warnings: [] },
      refused: {
        at: '2026-11-24T08:01:00.000Z',
        mistakes: [
          `${FLOOD}:12:41: step pumps: "zone-cheif" is not in directory/functions.yaml: add it there or correct it. Did you mean "zone-chief"?`,
        ],
      },
    });
    expect(said.at(-1)).toContain(`the plan in force stays, edition ${first.edition}`);
    expect(said.at(-1)).toContain('zone-cheif');
    files.edit(FLOOD, right);
    await reload();
    expect(current().edition).toBe(first.edition);
    expect(state().refused).toBeUndefined();
  });

  it('[P5.108] a change whose edition was not raised is told, and counts', async () => {
    const { current, reload, state } = await open();
    files.edit(FLOOD, (text) => text.replace('within: 15', 'within: 20'));
    await reload();
    expect(flood(current()).steps[0]!.within).toBe(20);
    expect(state().warnings).toEqual([
      `${FLOOD}: changed, and is still edition 1: raise "edition" to 2`,
    ]);
  });

  it('[P5.108] changed files are read by themselves, and a file that vanished is a mistake', async () => {
    const { current, state } = await open(30);
    const first = current();
    files.edit(FLOOD, (text) => text.replace('within: 15', 'within: 25'));
    await until(() => current() !== first);
    expect(flood(current()).steps[0]!.within).toBe(25);
    // As editors save: a new file in the place of the old one, again and again.
    for (const within of [26, 27]) {
      const before = current();
      writeFileSync(
        join(files.folder, '.flood.yaml'),
        textOf(FLOOD).replace(/within: 2\d/, `within: ${within}`),
      );
      renameSync(join(files.folder, '.flood.yaml'), join(files.folder, FLOOD));
      await until(() => current() !== before);
      expect(flood(current()).steps[0]!.within).toBe(within);
    }
    const second = current();
    rmSync(join(files.folder, 'plan/phases.yaml'));
    await until(() => state().refused !== undefined);
    expect(current()).toBe(second);
    expect(state().refused!.mistakes[0]).toContain('plan/phases.yaml: cannot be read');
  });

  it('[P5.108] what is asked for twice at once is read once more, and the last of it counts', async () => {
    const { current, reload } = await open();
    files.edit(FLOOD, (text) => text.replace('within: 15', 'within: 16'));
    const first = reload();
    files.edit(FLOOD, (text) => text.replace('within: 16', 'within: 17'));
    await Promise.all([first, reload(), reload()]);
    expect(flood(current()).steps[0]!.within).toBe(17);
  });

  it('[P5.111] the command line ends with 1 when there is a mistake, with 0 when there is none', () => {
    const check = (...args: string[]) =>
      spawnSync(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', 'server/cli/plan.ts', ...args],
        {
          ...{ encoding: 'utf8', env: { ...process.env, NO_COLOR: '', FORCE_COLOR: undefined } },
        },
      );
    const right = check(files.folder);
    expect([right.status, right.stdout]).toEqual([
      ...[
        0,
        expect.stringMatching(
          /^In order \(0 warnings\): 3 workflows, 1 block, 8 steps\. Edition [0-9a-f]{12}\.\n$/,
        ),
      ],
    ]);
    files.edit(FLOOD, (text) => text.replace('M10.2', 'M10.7'));
    const wrong = check(files.folder);
    expect([wrong.status, wrong.stdout]).toEqual([
      1,
      [
        `${FLOOD}:7:16  step pumps: measure M10.7 is not in the plan: theme 10 has M10.1 to M10.2`,
        '1 mistake, 0 warnings: this plan cannot come into force.',
        '',
      ].join('\n'),
    ]);
    expect(check('one', 'two').status).toBe(1);
  }, 60_000);
});

describe('the plan of a running server', () => {
  let folder: string;
  let belfry: Belfry;
  const cookies: Record<string, string> = {};
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'belfry-reload-'));
    cpSync('config', join(folder, 'config'), { recursive: true });
    belfry = await start({
      ...{ config: join(folder, 'config'), data: join(folder, 'data') },
      ...{ port: 0, demo: true, quiet: true },
    });
    for (const role of ['administrator', 'supervisor', 'operator', 'wall'])
      cookies[role] = await signInAs(belfry.url, role);
  }, 60_000);
  afterAll(async () => {
    await belfry.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const get = (path: string, role: string, more: Ask = {}) =>
    ask(belfry.url, `/api/plan${path}`, { cookie: cookies[role]!, ...more });
  const edit = (file: string, from: string, to: string) => {
    const path = join(folder, 'config', file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };

  it('[P5.109] is sent to who is signed in, and once only while it stays the same', async () => {
    const { status, body, headers } = await get('', 'operator');
    const plan = body as CrisisPlan;
    expect([status, headers.get('etag')]).toEqual([200, `"${plan.edition}"`]);
    expect(plan.workflows.length).toBeGreaterThan(20);
    const again = await get('', 'wall', { headers: { 'if-none-match': `"${plan.edition}"` } });
    expect([again.status, again.body]).toEqual([304, '']);
    const plain = await get('', 'operator', { headers: { 'accept-encoding': 'identity' } });
    expect(plain.body).toEqual(plan);
    expect((await ask(belfry.url, '/api/plan')).status).toBe(401);
    const { themes } = (await get('/measures', 'operator')).body as { themes: { measures: [] }[] };
    expect(themes.flatMap(({ measures }) => measures)).toHaveLength(120);
  });

  it('[P5.108] decisions follow the plan in force, and a wrong one leaves it', async () => {
    const steps = async () => {
      const id = `i-${Math.random()}`;
      const post = (type: string, data: object) =>
        ask(belfry.url, '/api/spaces/live/commands', {
          ...{ cookie: cookies['operator']!, method: 'POST' },
          json: { id, type, data },
        });
      const { body } = await post('incident.open', {
        type: 'traffic',
        priority: 4,
        title: 'Proef',
      });
      const { events } = body as { events: { type: string; data: Record<string, unknown> }[] };
      return JSON.stringify(events.filter(({ type }) => type === 'task.published'));
    };
    await steps();
    const file = 'plan/workflows/traffic.yaml';
    edit(file, 'edition: 1', 'edition: 7');
    edit(file, 'within: ', 'within: 0.5 # ');
    const reload = () => get('/reload', 'administrator', { method: 'POST' });
    const { status, body } = await reload();
    const state = body as PlanState;
    expect([status, state.refused]).toEqual([200, undefined]);
    const plan = (await get('', 'operator')).body as CrisisPlan;
    expect(plan.edition).toBe(state.edition);
    expect(plan.workflows.find(({ id }) => id === 'traffic')!.edition).toBe(7);
    expect(await steps()).toContain('"edition":7');

    edit(file, 'edition: 7', 'edition: eight');
    const refused = (await reload()).body as PlanState;
    expect(refused.edition).toBe(state.edition);
    expect(refused.refused!.mistakes).toEqual([
      expect.stringMatching(/^plan\/workflows\/traffic\.yaml:\d+:1: "eight" should be a number$/),
    ]);
    // Why is for who looks after the centre.
    for (const [role, may] of Object.entries({
      administrator: true,
      supervisor: true,
      operator: false,
      wall: false,
    })) {
      const seen = (await get('/state', role)).body as PlanState;
      expect([role, seen.edition, seen.refused !== undefined]).toEqual([role, state.edition, may]);
    }
    expect((await get('/reload', 'supervisor', { method: 'POST' })).status).toBe(403);
    edit(file, 'edition: eight', 'edition: 7');
    expect(((await reload()).body as PlanState).refused).toBeUndefined();
  });
});
