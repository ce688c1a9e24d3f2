import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fakeServer, type FakeServer } from '../fake/server.ts';
import { live, openBrowser } from './browser.ts';

let browser: Browser;
let server: FakeServer;
beforeAll(async () => {
  browser = await openBrowser();
  server = await fakeServer({ env: { BELFRY_DEMO: '', BELFRY_HOST: '127.0.0.1' } });
  await server.start();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

it('[P4.22] the first start prints a link that signs one person in, once', async () => {
  await expect.poll(() => server.output()).toMatch(/#\/enter\/[\w-]+/);
  const link = /http:\S+#\/enter\/[\w-]+/.exec(server.output())![0];
  const context = await browser.newContext({ locale: 'nl' });
  const page = await context.newPage();
  await page.goto(link);
  await expect.poll(() => page.url()).not.toContain('enter');
  const passwords = page.locator('input[type=password]');
  await passwords.first().waitFor();
  for (const field of await passwords.all()) await field.fill('een lang geheim woord');
  await passwords.last().press('Enter');
  // Hashing a password takes its time: it is chosen when the dialog is gone.
  await passwords.first().waitFor({ state: 'detached' });
  await live(page);

  const other = await (await browser.newContext({ locale: 'nl' })).newPage();
  await other.goto(link);
  await other.getByText('Deze aanmeldlink is gebruikt of verlopen').waitFor();

  await context.clearCookies();
  await page.goto(server.url);
  await page.getByRole('textbox').first().fill('admin');
  await page.locator('input[type=password]').fill('een lang geheim woord');
  await page.keyboard.press('Enter');
  await live(page);
});
