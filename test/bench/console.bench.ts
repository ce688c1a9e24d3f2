import { gzipSync } from 'node:zlib';
import { fakeServer, type FakeServer } from '../fake/server.ts';
import { openBrowser, rows, sitDown } from '../e2e/browser.ts';
import { percentile, timeRow, type BenchRow } from './row.ts';
import { tasksSeen, watchTasks } from './tasks.ts';

/** The console in Chromium: first useful picture, size of the program, and 100 updates/s with 5,000 reports on the map. */
const REPORTS = 5_000;
const SECONDS = 10;

async function feed(server: FakeServer, from: number, count: number): Promise<void> {
  const lines = Array.from({ length: count }, (_, i) => {
    const n = from + i;
    const record = {
      id: `n${n % REPORTS}`,
      version: String(n).padStart(8, '0'),
      text: `Melding ${n}`,
      priority: 2 + (n % 3),
      type: 'traffic',
      lon: 4.28 + (n % 200) / 1_000,
      lat: 50.78 + ((n * 7) % 120) / 1_000,
    };
    return JSON.stringify(record);
  });
  await fetch(`${server.url}/api/ingest/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', authorization: 'Bearer belfry-demo-feed' },
    body: lines.join('\n'),
  });
}

export async function benchConsole(): Promise<BenchRow[]> {
  const server = await fakeServer();
  await server.start();
  const browser = await openBrowser();
  try {
    await feed(server, 0, REPORTS);
    const desk = await sitDown(browser, server, 'operator', { width: 1920, height: 1080 });
    const { page } = desk;
    // Scripts asked for before the map's, as sent: the server does not compress, a proxy would.
    let bytes = 0;
    let mapAsked = false;
    page.on('request', (request) => {
      const path = new URL(request.url()).pathname;
      if (!/\/assets\/.*\.js$/.test(path)) return;
      mapAsked ||= path.includes('MapPane');
      if (mapAsked || /DetailPanel|Dialogs/.test(path)) return;
      void request
        .response()
        .then((response) => response?.body())
        .then((body) => (bytes += body ? gzipSync(body).length : 0))
        .catch(() => {});
    });
    await page.reload();
    await rows(page).first().waitFor();
    const paint = await page.evaluate(() => performance.now());
    await page.locator('[data-testid=map] canvas.maplibregl-canvas').waitFor();
    await page.waitForTimeout(3_000);

    await watchTasks(page);
    for (let i = 0; i < SECONDS * 10; i += 1) {
      const begun = performance.now();
      await feed(server, REPORTS + i * 10, 10);
      await page.waitForTimeout(Math.max(0, 100 - (performance.now() - begun)));
    }
    const { long, frames } = await tasksSeen(page);
    const tasks = long.sort((a, b) => a - b);
    return [
      timeRow('console: first rows on the screen, loopback, 5 k reports', paint, 1_500),
      {
        what: 'console: JavaScript before the map, gzip',
        figure: `${Math.round(bytes / 1_000)} kB`,
        beside: '',
        ratio: `× ${(bytes / 200_000).toPrecision(2)}`,
        budget: '< 200 kB',
        ok: bytes < 200_000,
      },
      timeRow(
        `console: longest task, 100 updates/s, ${tasks.length} over 50 ms in ${SECONDS} s (software rendering)`,
        percentile(tasks, 1) || 0,
        50,
        `median ${Math.round(percentile(tasks, 0.5) || 0)} ms`,
      ),
      {
        what: 'console: frames per second meanwhile (software rendering)',
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
