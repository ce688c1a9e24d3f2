import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as MapLibre from 'maplibre-gl';
import type { Browser } from 'playwright-core';
import { tasksSeen, watchTasks, type TasksSeen } from './tasks.ts';

/**
 * What a map costs that shows nothing: the library with a background, of the same size, drawn anew in
 * every frame. Below it nobody comes who draws with this library on this machine.
 */
const DIST = fileURLToPath(new URL('../../node_modules/maplibre-gl/dist/', import.meta.url));
const PLACE = 'http://empty.test/';
const SECONDS = 5;
type Library = typeof MapLibre;

/** `size`: CSS pixels of the map's canvas. */
export async function emptyMap(
  browser: Browser,
  size: { width: number; height: number },
): Promise<TasksSeen> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  try {
    const page = await context.newPage();
    await page.route(`${PLACE}**`, (route) => {
      const name = path.basename(new URL(route.request().url()).pathname);
      if (name.endsWith('.mjs'))
        return route.fulfill({
          contentType: 'text/javascript',
          body: readFileSync(path.join(DIST, name)),
        });
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><body style="margin:0"><div id="map" style="width:${size.width}px;height:${size.height}px"></div>`,
      });
    });
    await page.goto(PLACE);
    await page.evaluate(async (place) => {
      const library = (await import(`${place}maplibre-gl.mjs`)) as Library;
      const map = new library.Map({
        container: 'map',
        style: {
          version: 8,
          sources: {},
          layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#1a222e' } }],
        },
        ...{ center: [4.36, 50.85], zoom: 14, attributionControl: false, fadeDuration: 0 },
      });
      await map.once('load');
      const draw = () => {
        map.redraw();
        requestAnimationFrame(draw);
      };
      draw();
    }, PLACE);
    await page.waitForTimeout(1_000);
    await watchTasks(page);
    await page.waitForTimeout(SECONDS * 1_000);
    return await tasksSeen(page);
  } finally {
    await context.close();
  }
}
