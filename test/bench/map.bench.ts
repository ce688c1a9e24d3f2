import { openBrowser, sitDown } from '../e2e/browser.ts';
import { fakeServer, type FakeServer } from '../fake/server.ts';
import { percentile, timeRow, type BenchRow } from './row.ts';
import { tasksSeen, watchTasks } from './tasks.ts';

/** The map in Chromium: 10,000 things standing on it, and 100 positions of units a second. */
const THINGS = 10_000;
const UNITS = 400;
const PER_SECOND = 100;
const SECONDS = 15;

const post = (server: FakeServer, path: string, type: string, body: string) =>
  fetch(`${server.url}/api/ingest/${path}`, {
    method: 'POST',
    headers: { 'content-type': type, authorization: 'Bearer belfry-demo-feed' },
    body,
  });

async function things(server: FakeServer): Promise<void> {
  for (let from = 0; from < THINGS; from += 1_000) {
    const lines = Array.from({ length: 1_000 }, (_, i) => {
      const n = from + i;
      const [lon, lat] = [4.27 + (n % 400) / 2_000, 50.78 + ((n * 7) % 280) / 2_000];
      return JSON.stringify({ id: `n${n}`, text: `Melding ${n}`, priority: 1 + (n % 4), lon, lat });
    });
    await post(server, 'reports', 'application/x-ndjson', lines.join('\n'));
  }
}

/** The next fixes of the round: each unit has moved some metres. */
async function move(server: FakeServer, round: number, count: number): Promise<void> {
  const features = Array.from({ length: count }, (_, i) => {
    const unit = (round * count + i) % UNITS;
    const step = (round * count) / UNITS;
    return {
      type: 'Feature',
      geometry: {
        type: 'Point',
        coordinates: [4.3 + (unit % 20) / 200 + step / 4_000, 50.8 + unit / 8_000],
      },
      properties: {
        ...{ id: `u${unit}`, callsign: `U ${unit}`, kind: 'vehicle', discipline: 'D1' },
        ...{ course: (unit * 7) % 360, at: new Date().toISOString() },
      },
    };
  });
  await post(
    server,
    'positions',
    'application/geo+json',
    JSON.stringify({ type: 'FeatureCollection', features }),
  );
}

export async function benchMap(): Promise<BenchRow[]> {
  const server = await fakeServer();
  await server.start();
  const browser = await openBrowser();
  try {
    await things(server);
    await move(server, 0, UNITS);
    const { page } = await sitDown(browser, server, 'supervisor', { width: 1920, height: 1080 });
    await page.locator('[data-testid=map] canvas').waitFor();
    await page.waitForTimeout(5_000);
    // Among the streets, where units are looked at: no cluster hides them.
    for (const key of ['+', '+', '+']) await page.keyboard.press(key);
    await page.waitForTimeout(2_000);
    await watchTasks(page);
    for (let i = 0; i < SECONDS * 10; i += 1) {
      const begun = performance.now();
      await move(server, i, PER_SECOND / 10);
      await page.waitForTimeout(Math.max(0, 100 - (performance.now() - begun)));
    }
    const { long, frames } = await tasksSeen(page);
    const tasks = long.sort((a, b) => a - b);
    return [
      timeRow(
        `map: longest task, ${THINGS} things, ${PER_SECOND} positions/s, ${tasks.length} over 50 ms in ${SECONDS} s (software rendering)`,
        percentile(tasks, 1) || 0,
        50,
        `median ${Math.round(percentile(tasks, 0.5) || 0)} ms`,
      ),
      {
        what: 'map: frames per second meanwhile (software rendering)',
        figure: `${Math.round(frames / SECONDS)}/s`,
        beside: '',
        ratio: `× ${(frames / SECONDS / 60).toPrecision(2)}`,
        budget: '60/s on a GPU',
        ok: undefined,
      },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
