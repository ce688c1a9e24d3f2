import { setTimeout as sleep } from 'node:timers/promises';
import { openConsole, signInAs } from '../fake/client.ts';
import { makeRandom } from '../fake/random.ts';
import { fakeServer } from '../fake/server.ts';
import { openChild } from './child.ts';
import { benchFolder } from './folder.ts';
import { percentile, rateRow, timeRow, type BenchRow } from './row.ts';
import { clock, type Order, type Report } from './sockets.ts';

/**
 * Plate reads over HTTP as cameras' concentrators send them, in batches of 100, with a hot list of a million
 * plates in force and 500 consoles of the police connected: from the moment at which a batch is posted to
 * the arrival of the alert at each of them. Each read is checked, stored durably, and held against the
 * list; one in `EACH` is on it. Consoles and cameras are in other processes than the server.
 */
const LISTED = 1_000_000;
const CONSOLES = 500;
const RATE = 10_000;
const BATCH = 100;
const SECONDS = 20;
/** One hit in so many reads: twenty-five alerts a second, a flood by any measure. */
const EACH = 400;
const LANES = 16;

const LETTERS = 'ABCDEFGHJKLNPRSTUVXYZ';
/** Listed: second letter A to K; never listed: the others. */
const plateOf = (i: number, listed: boolean): string => {
  const half = listed ? LETTERS.slice(0, 10) : LETTERS.slice(10);
  const [a, b] = [half[i % half.length], LETTERS[Math.floor(i / 10_000) % LETTERS.length]];
  const c = LETTERS[Math.floor(i / 210_000) % LETTERS.length];
  return `${1 + (Math.floor(i / 4_410_000) % 2)}-${c}${a}${b}-${String(Math.floor(i / 10) % 1_000).padStart(3, '0')}`;
};

export async function benchAnpr(): Promise<BenchRow[]> {
  const folder = benchFolder('anpr');
  const server = await fakeServer({ data: folder.path });
  const watchers = [0, 1].map(() => openChild<Order, Report>('./sockets.ts'));
  try {
    await server.start();
    const { url } = server;
    const cookie = await signInAs(url, 'officer');
    const loading = await loadList(url, cookie);
    for (const watcher of watchers) {
      watcher.tell({ do: 'open', url, cookie, count: CONSOLES / 2, kind: 'io' });
      await watcher.hear('opened');
      watcher.tell({ do: 'watch' });
    }
    const own = openConsole({ url, cookie });
    while (!own.joined()) await sleep(10);
    const cameras = await camerasOf(url, cookie);
    const random = makeRandom(9);
    let hits = 0;
    const posted = new Map<string, number>();
    const batch = (b: number, listed: boolean): { body: string; hits: string[] } => {
      const ids: string[] = [];
      const at = new Date().toISOString();
      const lines = Array.from({ length: BATCH }, (_, i) => {
        const n = b * BATCH + i;
        const hit = listed && n % EACH === 0;
        const id = `bench-${n}`;
        const plate = hit ? plateOf(hits++ * 37, true) : plateOf(random.int(0, 4_000_000), false);
        if (hit) ids.push(plate);
        const confidence = 0.9 + random() * 0.1;
        return JSON.stringify({ id, camera: random.pick(cameras), at, plate, confidence });
      });
      return { body: lines.join('\n'), hits: ids };
    };
    const taken = { accepted: 0, other: 0 };
    const begun = clock();
    const rounds: number[] = [];
    const running = new Set<Promise<void>>();
    let late = 0;
    for (let b = 0; b < (RATE * SECONDS) / BATCH; b++) {
      const { body, hits: ids } = batch(b, true);
      const from = clock();
      for (const id of ids) posted.set(id, from);
      const one: Promise<void> = post(url, body).then((tally) => {
        rounds.push(clock() - from);
        taken.accepted += tally.accepted;
        taken.other += BATCH - tally.accepted;
        running.delete(one);
      });
      running.add(one);
      const wait = begun + ((b + 1) * BATCH * 1_000) / RATE - clock();
      if (wait < -100) late += 1;
      if (running.size > 64) await Promise.race(running);
      await sleep(Math.max(0, wait));
    }
    await Promise.all(running);
    const seconds = (clock() - begun) / 1_000;
    await sleep(1_500);

    const moments: Record<string, number> = {};
    const { alerts, passages } = own.state().anpr;
    for (const passage of passages.values()) {
      const from = posted.get(passage.open?.raw ?? '');
      const row = alerts.get(passage.alert);
      if (from !== undefined && row?.passages === 1) moments[row.seq] = from;
    }
    let shown: number[] = [];
    for (const watcher of watchers) {
      watcher.tell({ do: 'since', moments });
      const { sorted, missing } = await watcher.hear('since');
      if (missing > 0) console.log(`anpr: ${missing} arrivals are missing`);
      shown = shown.concat(sorted);
    }
    shown.sort((a, b) => a - b);
    rounds.sort((a, b) => a - b);
    console.log(
      `anpr: ${taken.accepted} reads accepted, ${taken.other} not; ${posted.size} hits posted, ` +
        `${Object.keys(moments).length} alerts found; ${late} batches posted late`,
    );

    // As fast as it goes, sixteen connections at once, nothing listed.
    const bodies = Array.from({ length: 2_000 }, (_, i) => batch(1_000_000 + i, false).body);
    const from = clock();
    await Promise.all(
      Array.from({ length: LANES }, async (_, lane) => {
        for (let i = lane; i < bodies.length; i += LANES) await post(url, bodies[i]!);
      }),
    );
    const full = (bodies.length * BATCH * 1_000) / (clock() - from);
    own.close();
    const what = `${CONSOLES} consoles, ${LISTED / 1e6} M plates, ${RATE / 1_000} k reads/s`;
    return [
      timeRow(`read posted → alert shown, ${what}, p50`, percentile(shown, 0.5)),
      timeRow(`read posted → alert shown, ${what}, p99`, percentile(shown, 0.99), 100),
      timeRow('batch of 100 posted → answered, p99', percentile(rounds, 0.99)),
      rateRow(
        'reads taken, offered rate',
        taken.accepted / seconds,
        'reads/s',
        ['budget', RATE],
        0.98,
      ),
      rateRow('reads taken, as fast as it goes', full, 'reads/s', ['budget', RATE], 1),
      timeRow(
        'list of 1 M: file posted → in force',
        loading,
        undefined,
        'HTTP and difference included',
      ),
    ];
  } finally {
    await Promise.all(watchers.map((watcher) => watcher.end()));
    await server.close();
    folder.remove();
  }
}

async function post(url: string, body: string): Promise<{ accepted: number }> {
  const response = await fetch(`${url}/api/ingest/anpr`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-ndjson',
      authorization: 'Bearer belfry-demo-feed',
    },
    body,
  });
  if (!response.ok) throw new Error(`anpr: ${response.status} ${await response.text()}`);
  return (await response.json()) as { accepted: number };
}

async function camerasOf(url: string, cookie: string): Promise<string[]> {
  const answer = await fetch(`${url}/api/anpr/cameras`, { headers: { cookie } });
  const { cameras } = (await answer.json()) as { cameras: { id: string; controller: string }[] };
  return cameras.filter(({ controller }) => controller === 'police').map(({ id }) => id);
}

/** Milliseconds from the file's posting until its version is in force. */
async function loadList(url: string, cookie: string): Promise<number> {
  const lines = Array.from(
    { length: LISTED },
    (_, i) => `${plateOf(i, true)},BE,Synthetisch: lastproef`,
  );
  const body = `plate,country,reason\n${lines.join('\n')}\n`;
  const before = await fetch(`${url}/api/anpr/lists`, { headers: { cookie } });
  const lists = (await before.json()) as { id: string; version: number }[];
  const list = lists.find(({ id }) => id === 'stolen')!;
  const from = clock();
  const answer = await fetch(
    `${url}/api/anpr/lists/${list.id}/import?apply=true&base=${list.version}`,
    { method: 'POST', headers: { cookie, 'content-type': 'text/csv' }, body },
  );
  if (!answer.ok) throw new Error(`list: ${answer.status} ${await answer.text()}`);
  console.log(`anpr: import ${(await answer.text()).slice(0, 160)}`);
  return clock() - from;
}
