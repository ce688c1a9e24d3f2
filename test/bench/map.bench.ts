import type { Page } from 'playwright-core';
import { openBrowser, sitDown } from '../e2e/browser.ts';
import { fakeServer, type FakeServer } from '../fake/server.ts';
import { emptyMap } from './empty-map.ts';
import { percentile, timeRow, type BenchRow } from './row.ts';
import { tasksSeen, watchTasks, type TasksSeen } from './tasks.ts';

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

/** The whole map drawn anew, frame by frame: somebody moves it by its keys. */
async function pan(page: Page): Promise<TasksSeen> {
  await page.locator('canvas.maplibregl-canvas').focus();
  await watchTasks(page);
  for (let i = 0; i < 16; i += 1) {
    await page.keyboard.press(i % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
    await page.waitForTimeout(250);
  }
  return tasksSeen(page);
}

const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);

/** Frames beside those of an empty map: each as its median and its longest. */
function frameRow(what: string, ours: TasksSeen, empty: TasksSeen): BenchRow {
  const [mine, least] = [sorted(ours.steps), sorted(empty.steps)];
  const [median, floor] = [percentile(mine, 0.5), percentile(least, 0.5)];
  const figure = (steps: number[]) =>
    `${Math.round(percentile(steps, 0.5))} ms, longest ${Math.round(percentile(steps, 1))}`;
  return {
    what: `map: ${what} (software rendering)`,
    figure: figure(mine),
    beside: `${figure(least)}: an empty map of the same size`,
    ratio: `× ${(median / floor).toPrecision(2)}`,
    budget: '',
    ok: undefined,
  };
}

export async function benchMap(): Promise<BenchRow[]> {
  const server = await fakeServer();
  await server.start();
  const browser = await openBrowser();
  try {
    await things(server);
    await move(server, 0, UNITS);
    const { page } = await sitDown(browser, server, 'supervisor', { width: 1920, height: 1080 });
    const canvas = page.locator('[data-testid=map] canvas.maplibregl-canvas');
    await canvas.waitFor();
    await page.waitForTimeout(5_000);
    const size = await canvas.evaluate(({ clientWidth, clientHeight }) => ({
      width: clientWidth,
      height: clientHeight,
    }));
    // Among the streets, where units are looked at: no cluster hides them.
    for (const key of ['+', '+', '+']) await page.keyboard.press(key);
    await page.waitForTimeout(2_000);
    const empty = await emptyMap(browser, size);
    await page.bringToFront();
    await watchTasks(page);
    for (let i = 0; i < SECONDS * 10; i += 1) {
      const begun = performance.now();
      await move(server, i, PER_SECOND / 10);
      await page.waitForTimeout(Math.max(0, 100 - (performance.now() - begun)));
    }
    const seen = await tasksSeen(page);
    const tasks = sorted(seen.long);
    const panned = await pan(page);
    return [
      timeRow(
        `map: longest task, ${THINGS} things, ${PER_SECOND} positions/s, ${tasks.length} over 50 ms in ${SECONDS} s (software rendering)`,
        percentile(tasks, 1) || 0,
        50,
        tasks.length === 0 ? '' : `median ${Math.round(percentile(tasks, 0.5))} ms`,
      ),
      frameRow('frame meanwhile', seen, empty),
      frameRow('frame while it is moved by hand, all drawn anew', panned, empty),
      {
        what: 'map: frames per second meanwhile (software rendering)',
        figure: `${Math.round(seen.frames / SECONDS)}/s`,
        beside: `${Math.round(1000 / percentile(sorted(empty.steps), 0.5))}/s: an empty map`,
        ratio: `× ${(seen.frames / SECONDS / 60).toPrecision(2)}`,
        budget: '60/s on a GPU',
        ok: undefined,
      },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
