import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../fake/client.ts';
import { fakeServer, type FakeServer } from '../fake/server.ts';
import {
  brokenPromises,
  drivePast,
  goTo,
  KEIZER_KAREL,
  LAKEN,
  LONG,
  platesSeenBy,
  SAINCTELETTE,
  SOON,
  tooWide,
} from './anpr-given.ts';
import { command, openBrowser, sitDown, type DeskOptions } from './browser.ts';

/** What plate reading looks like, in both languages of the region, dark and light, on the smallest screen. */
let browser: Browser;
let server: FakeServer;
/** Alerts: of a covert list, and one that is only possible. */
let wanted: string;
let possible: string;
const pictures = fileURLToPath(new URL('../../.cache/pictures/', import.meta.url));

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await openBrowser();
  server = await fakeServer();
  await server.start();
  const officer = await signInAs(server.url, 'officer');
  const passes = async (serial: string, plate: string): Promise<string> => {
    await drivePast(server, { serial, plate });
    const { alerts } = await platesSeenBy(server, officer);
    return alerts.sort((a, b) => a.seq - b.seq).at(-1)!.id;
  };
  const stolen = await passes(SAINCTELETTE.serial, '1XXX001');
  await passes(KEIZER_KAREL.serial, '1XXX001');
  possible = await passes(LAKEN.serial, '9T5T123');
  await passes(LAKEN.serial, '2XXX501');
  wanted = await passes(SAINCTELETTE.serial, '9TST901');
  for (const check of ['picture', 'list'])
    await command(server, officer, 'anpr.check', { alert: stolen, check });
  const incident = await command(server, officer, 'incident.open', {
    ...{ type: 'other', title: 'Achtervolging', priority: 2, place: { text: 'Koekelberg' } },
  });
  await command(server, officer, 'anpr.link', { alert: stolen, incident });
  await command(server, officer, 'anpr.check', { alert: wanted, check: 'picture' });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const LOOKS = (['nl', 'fr'] as const).flatMap((lang) =>
  (['dark', 'light'] as const).map((theme) => ({ lang, theme })),
);
type Look = (typeof LOOKS)[number];

const FRAMES = {
  console: 'header, [data-testid=queue-alerts], [data-testid=detail], [data-testid=anpr-acts]',
  screen: 'header, [data-testid=anpr-screen]',
};

/** Nothing is cut off, untranslated or hard to read. */
async function judge(page: Page, name: string, { lang, theme }: Look, frames: string) {
  await page.screenshot({ path: `${pictures}anpr-${name}-${lang}-${theme}.png` });
  const text = await page.locator('body').innerText();
  expect
    .soft(text.match(/\b(anpr|plates|hotlist|lookback|pursuit|platelog)\.[a-z][\w-]+/g), name)
    .toBeNull();
  expect.soft(await tooWide(page, frames), name).toEqual([]);
  expect.soft(await brokenPromises(page), name).toEqual([]);
}

const sit = (role: string, look: DeskOptions) =>
  sitDown(browser, server, role, { ...look, width: 1366, height: 768 });

describe('plate reading, on a screen of 1366 by 768', () => {
  it.each(LOOKS)(
    '[P4.247] alerts in the queue and one in detail, $lang, $theme',
    async (look) => {
      const { page, context, errors } = await sit('officer', look);
      await page.locator('[data-testid=map] canvas.maplibregl-canvas').waitFor(SOON);
      await goTo(page, wanted);
      await loaded(page);
      await judge(page, 'covert', look, FRAMES.console);
      await page.keyboard.press('j');
      await expect
        .poll(
          async () => {
            const id = await selected(page);
            if (id !== possible) await page.keyboard.press('j');
            return id;
          },
          { ...SOON, interval: 400 },
        )
        .toBe(possible);
      await loaded(page);
      await judge(page, 'possible', look, FRAMES.console);
      expect(errors).toEqual([]);
      await context.close();
    },
    LONG,
  );

  it.each(LOOKS)(
    '[P4.247] the four parts of the screen of number plates, $lang, $theme',
    async (look) => {
      const { page, context, errors } = await sit('officer', look);
      await page.keyboard.press('Shift+Q');
      await page.getByTestId('hotlists').waitFor(SOON);
      await page.locator('[data-list=stolen]').focus();
      await page.keyboard.press('Enter');
      await page.getByTestId('entries').getByText('9-TST-123').waitFor(SOON);
      await judge(page, 'lists', look, FRAMES.screen);
      await page.keyboard.press('d');
      await page.getByTestId('hotlist-form').waitFor(SOON);
      await judge(page, 'definition', look, FRAMES.screen);
      await page.keyboard.press('2');
      await page.getByTestId('look-form').waitFor(SOON);
      await page.keyboard.press('Control+Enter');
      await page.locator('[data-testid=look-form] [aria-invalid]').first().waitFor(SOON);
      await judge(page, 'lookback', look, FRAMES.screen);
      await page.keyboard.press('3');
      await page.getByTestId('anpr-camera').first().waitFor(SOON);
      await judge(page, 'cameras', look, FRAMES.screen);
      await context.close();
      const auditor = await sit('auditor', look);
      await auditor.page.keyboard.press('Shift+Q');
      await auditor.page.keyboard.press('2');
      await auditor.page.getByTestId('access-rows').locator('tbody tr').first().waitFor(SOON);
      await judge(auditor.page, 'access', look, FRAMES.screen);
      expect([...errors, ...auditor.errors]).toEqual([]);
      await auditor.context.close();
    },
    LONG,
  );
});

const selected = (page: Page) =>
  page
    .locator('[data-testid=anpr-row][aria-selected=true]')
    .getAttribute('data-id')
    .catch(() => null);

/** The picture is there, and what is worked out of the roads. */
async function loaded(page: Page): Promise<void> {
  const image = page.getByTestId('anpr-picture').locator('img');
  await expect
    .poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth), SOON)
    .toBeGreaterThan(0);
  await page.getByTestId('anpr-pursuit').waitFor(SOON);
}
