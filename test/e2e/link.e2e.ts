import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../fake/client.ts';
import { fakeServer, type FakeServer } from '../fake/server.ts';
import { command, live, openBrowser, sitAtLogbook } from './browser.ts';

/** P1 and P2 as a person at the screen meets them: frozen, killed, unplugged. */
let browser: Browser;
let server: FakeServer;
let cookie: string;
let incident: string;

beforeAll(async () => {
  browser = await openBrowser();
  server = await fakeServer();
  await server.start();
  cookie = await signInAs(server.url, 'supervisor');
  incident = await command(server, cookie, 'incident.open', {
    type: 'fire',
    title: 'Brand in een kelder',
    priority: 2,
  });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe('the link', () => {
  it('[P2.2] a frozen server: the screen says so and greys within 5 s, and is right within 2 s of the thaw', async () => {
    const { page, context } = await sitAtLogbook(browser, server, 'operator');
    const seen = Number(await page.getByTestId('sync-seq').textContent());
    const frozen = performance.now();
    server.signal('SIGSTOP');
    try {
      await page.getByTestId('stale-banner').waitFor({ timeout: 10_000 });
      // A beat a second: up to one second of the five had passed already.
      expect(performance.now() - frozen).toBeLessThan(6_000);
      expect(await page.locator('html').getAttribute('data-stale')).not.toBeNull();
      const filter = await page
        .getByTestId('work')
        .evaluate((work) =>
          [work, ...work.children].map((one) => getComputedStyle(one).filter).join(' '),
        );
      expect(filter).toContain('grayscale');
      expect(await page.getByTestId('sync-light').getAttribute('data-state')).toBe('stale');
    } finally {
      server.signal('SIGCONT');
    }
    const thawed = performance.now();
    await command(server, cookie, 'journal.write', {
      incident,
      kind: 'message',
      text: 'na de dooi',
    });
    await live(page, 10_000);
    await page.getByTestId('stale-banner').waitFor({ state: 'detached' });
    await expect
      .poll(async () => Number(await page.getByTestId('sync-seq').textContent()))
      .toBeGreaterThan(seen);
    expect(performance.now() - thawed).toBeLessThan(2_000);
    await context.close();
  });

  it('[P2.3] a killed server: every console is right again within 2 s of its return, without a click', async () => {
    const { page, context } = await sitAtLogbook(browser, server, 'operator');
    await page.getByTestId('queue-row').filter({ hasText: 'Brand in een kelder' }).click();
    await server.kill();
    await page.locator('[data-testid=sync-light]:not([data-state=live])').waitFor();
    await server.start();
    const back = performance.now();
    await command(server, cookie, 'incident.retitle', { incident, title: 'Brand in twee kelders' });
    await page.getByTestId('queue-row').filter({ hasText: 'Brand in twee kelders' }).waitFor();
    await live(page);
    expect(performance.now() - back).toBeLessThan(2_000);
    await command(server, cookie, 'incident.retitle', { incident, title: 'Brand in een kelder' });
    await context.close();
  });

  it('[P1.11] typed without network, reloaded, plugged in: everything arrives once, in order', async () => {
    const desk = await sitAtLogbook(browser, server, 'operator');
    const { page } = desk;
    const other = await sitAtLogbook(browser, server, 'supervisor');
    await page.getByTestId('queue-row').filter({ hasText: 'Brand in een kelder' }).click();
    await desk.unplug();
    await page.locator('[data-testid=sync-light]:not([data-state=live])').waitFor();
    const texts = ['eerst dit', 'dan dat', 'ten slotte dit'];
    const area = page.getByTestId('write-entry').getByRole('textbox').first();
    for (const text of texts.slice(0, 2)) {
      await area.fill(text);
      await area.press('Control+Enter');
    }
    await expect.poll(() => page.getByTestId('outbox').textContent()).toContain('2');

    await page.reload();
    await page.getByTestId('outbox').waitFor();
    await expect.poll(() => page.getByTestId('outbox').textContent()).toContain('2');
    desk.plug();
    await live(page);
    await page.getByTestId('queue-row').filter({ hasText: 'Brand in een kelder' }).click();
    await area.fill(texts[2]!);
    await area.press('Control+Enter');

    await other.page.getByTestId('queue-row').filter({ hasText: 'Brand in een kelder' }).click();
    await other.page.getByTestId('entry').filter({ hasText: texts[2]! }).waitFor();
    for (const text of texts)
      expect(await other.page.getByTestId('entry').filter({ hasText: text }).count()).toBe(1);
    const answer = await fetch(`${server.url}/api/spaces/live/entries?limit=1000`, {
      headers: { cookie },
    });
    const { entries } = (await answer.json()) as {
      entries: { events: { type: string; data: { text?: string } }[] }[];
    };
    const written = entries.flatMap((entry) => entry.events.map((event) => event.data.text ?? ''));
    expect(written.filter((text) => texts.includes(text))).toEqual(texts);
    await desk.context.close();
    await other.context.close();
  });

  it('[P1.12] two people at one incident never disturb what the other types', async () => {
    const one = await sitAtLogbook(browser, server, 'operator');
    const two = await sitAtLogbook(browser, server, 'police');
    const title = 'Brand in een kelder';
    for (const { page } of [one, two])
      await page.getByTestId('queue-row').filter({ hasText: title }).click();
    const area = one.page.getByTestId('write-entry').getByRole('textbox').first();
    await area.pressSequentially('De bewoners van ', { delay: 15 });
    const theirs = two.page.getByTestId('write-entry').getByRole('textbox').first();
    await theirs.fill('Straat afgesloten');
    await theirs.press('Control+Enter');
    await command(server, cookie, 'incident.prioritise', { incident, priority: 1 });
    await one.page.getByTestId('entry').filter({ hasText: 'Straat afgesloten' }).waitFor();
    await area.pressSequentially('nummer 12 zijn buiten', { delay: 15 });
    expect(await area.inputValue()).toBe('De bewoners van nummer 12 zijn buiten');

    // A draft outlives another selection and a reload.
    await one.page.reload();
    await live(one.page);
    const again = one.page.getByTestId('write-entry').getByRole('textbox').first();
    await expect.poll(() => again.inputValue()).toBe('De bewoners van nummer 12 zijn buiten');
    await again.press('Control+Enter');
    await two.page.getByTestId('entry').filter({ hasText: 'nummer 12 zijn buiten' }).waitFor();
    expect(one.errors).toEqual([]);
    expect(two.errors).toEqual([]);
    await one.context.close();
    await two.context.close();
  });
});
