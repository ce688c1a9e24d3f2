import { readFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../fake/client.ts';
import { fakeServer, type FakeServer } from '../fake/server.ts';
import { command, openBrowser, post, sitAtLogbook } from './browser.ts';

/** What the console looks like, in each language and theme. With BELFRY_PICTURE=1 it makes the README's picture anew. */
let browser: Browser;
let server: FakeServer;
let incident: string;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = fileURLToPath(new URL('../../.cache/pictures/', import.meta.url));
const readme = fileURLToPath(new URL('../../docs/console.png', import.meta.url));

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await openBrowser();
  server = await fakeServer();
  await server.start();
  const lead = await signInAs(server.url, 'supervisor');
  const fire = await signInAs(server.url, 'operator');
  const at = (lon: number, lat: number, text: string, municipality: string) => ({
    point: [lon, lat],
    text,
    municipality,
  });
  incident = await command(server, lead, 'incident.open', {
    type: 'tunnel',
    title: 'Rook in de Leopold II-tunnel, richting Basiliek',
    priority: 1,
    place: at(4.334, 50.8615, 'Tunnel, koker Basiliek', 'Koekelberg'),
  });
  const say = (who: string, data: Record<string, unknown>) =>
    command(server, who, 'journal.write', { incident, ...data });
  await command(server, lead, 'incident.involve', {
    incident,
    discipline: 'D1',
    involvement: 'onTheWay',
  });
  await command(server, lead, 'incident.involve', {
    incident,
    discipline: 'D3',
    involvement: 'onSite',
  });
  await say(fire, {
    kind: 'message',
    text: 'Twee voertuigen verlaten, rook over 200 m zichtbaar op camera.',
  });
  await say(lead, { kind: 'decision', text: 'Beide kokers dicht. Signalisatie op rood.' });
  const order = await say(lead, {
    kind: 'order',
    text: 'Metrolijnen 2 en 6: niet stoppen in Simonis.',
    to: 'Dispatch openbaar vervoer',
  });
  await command(server, lead, 'journal.acknowledge', {
    entry: order,
    as: 'received',
    onBehalfOf: 'Dispatch',
  });
  await command(server, lead, 'incident.progress', { incident, status: 'active' });
  await command(server, lead, 'incident.open', {
    type: 'storm',
    title: 'Wind boven 70 km/u: parken sluiten',
    priority: 2,
    place: at(4.3705, 50.8105, 'Ter Kamerenbos', 'Brussel'),
  });
  await post(server, 'belfry', [
    {
      id: 'L-1',
      text: 'Beller ziet rook uit het ventilatierooster',
      type: 'tunnel',
      priority: 1,
      lon: 4.331,
      lat: 50.8628,
      place: 'Basiliekvoorplein',
      municipality: 'Koekelberg',
    },
    {
      id: 'L-2',
      text: 'Boom over de weg, geen gewonden',
      type: 'storm',
      priority: 3,
      lon: 4.383,
      lat: 50.797,
      place: 'Waterloosesteenweg',
      municipality: 'Ukkel',
    },
    {
      id: 'L-3',
      text: 'Aanrijding bus en fietser',
      type: 'accident',
      priority: 2,
      lon: 4.3767,
      lat: 50.8672,
      place: 'Liedtsplein',
      municipality: 'Schaarbeek',
    },
    {
      id: 'L-4',
      text: 'Verkeerslichten uit',
      type: 'power',
      priority: 4,
      lon: 4.4015,
      lat: 50.8492,
      place: 'Reyerslaan',
      municipality: 'Schaarbeek',
    },
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const open = async (page: Page) => {
  await page.locator(`[data-testid=queue-row][data-id="${incident}"]`).click();
  await page.getByTestId('write-entry').waitFor();
  await page.locator('[data-testid=map] canvas.maplibregl-canvas').waitFor();
  await page.waitForTimeout(1_500);
};

describe('the look', () => {
  for (const lang of ['nl', 'fr', 'en'] as const)
    for (const [theme, width, height] of [
      ['dark', 1920, 1080],
      ['light', 1366, 768],
    ] as const)
      it(`[console] ${lang}, ${theme}, ${width}x${height}: nothing is cut off, untranslated or hard to read`, async () => {
        const { page, context, errors } = await sitAtLogbook(browser, server, 'police', {
          lang,
          theme,
          width,
          height,
        });
        await open(page);
        await page.screenshot({ path: `${pictures}${lang}-${theme}-${width}.png` });
        if (process.env['BELFRY_PICTURE'] && lang === 'nl' && theme === 'dark')
          await page.screenshot({ path: readme });
        expect(await page.locator('html').getAttribute('lang')).toBe(lang);
        const text = await page.locator('body').innerText();
        expect(
          text.match(/\b(shell|queue|incident|journal|map|common|accounts|command)\.[a-z]\w+/g),
        ).toBeNull();
        const wide = await page.evaluate(() => {
          const inside = (one: Element) => one.scrollWidth <= one.clientWidth + 1;
          return [
            document.documentElement,
            ...document.querySelectorAll('[data-testid=write-entry], [data-testid=detail], header'),
          ]
            .filter((one) => !inside(one))
            .map((one) => one.outerHTML.slice(0, 80));
        });
        expect(wide).toEqual([]);

        // Promises of WCAG 2.2 AA that a program can check. The library is put in by the browser, past the page's own policy.
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { axe: checker } = window as unknown as {
            axe: {
              run(options: object): Promise<{
                violations: { id: string; impact: string; nodes: { html: string }[] }[];
              }>;
            };
          };
          const { violations } = await checker.run({
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
          });
          return violations.map(
            (one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
          );
        });
        expect(found).toEqual([]);
        expect(errors).toEqual([]);
        await context.close();
      });

  it('[console] the language switches on the fly, and stays after a reload with the same selection', async () => {
    const { page, context } = await sitAtLogbook(browser, server, 'operator', { lang: 'nl' });
    await open(page);
    await page
      .getByRole('button', { name: 'FR', exact: true })
      .or(page.getByText('FR', { exact: true }))
      .first()
      .click();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('fr');
    await page.getByText('Journal de bord').first().waitFor();
    await page.reload();
    await page.getByText('Journal de bord').first().waitFor();
    expect(await page.getByTestId('incident-number').textContent()).toMatch(/-0001$/);
    await context.close();
  });

  it('[console] `?` shows every key, and the palette finds everything, without the mouse', async () => {
    const { page, context } = await sitAtLogbook(browser, server, 'operator', { lang: 'nl' });
    await page.keyboard.press('?');
    const keys = page.getByTestId('keys');
    await keys.waitFor();
    expect(await keys.locator('kbd').count()).toBeGreaterThan(20);
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByTestId('palette').waitFor();
    await page.keyboard.type('leopold');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByTestId('incident-number').textContent()).toMatch(/-0001$/);
    await context.close();
  });

  it('[P4.25] a role is offered only what it may do', async () => {
    const { page, context } = await sitAtLogbook(browser, server, 'wall');
    await page.keyboard.press('n');
    await page.waitForTimeout(300);
    expect(await page.getByTestId('dialog-open-incident').count()).toBe(0);
    expect(await page.getByTestId('write-entry').count()).toBe(0);
    await context.close();
  });
});
