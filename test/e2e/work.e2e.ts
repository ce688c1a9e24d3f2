import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../fake/client.ts';
import { fakeServer, type FakeServer } from '../fake/server.ts';
import { fixtures, noFixtures } from '../ingest/given.ts';
import { command, openBrowser, post, rows, sitAtLogbook } from './browser.ts';

/** An operator's work, on the keyboard, with a second console looking on. */
let browser: Browser;
let server: FakeServer;
let cookie: string;

beforeAll(async () => {
  browser = await openBrowser();
  server = await fakeServer();
  await server.start();
  cookie = await signInAs(server.url, 'supervisor');
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe('from a feed to every screen', () => {
  it('[console] a report arrives on every console and is promoted, merged and dismissed by key', async () => {
    const one = await sitAtLogbook(browser, server, 'operator');
    const two = await sitAtLogbook(browser, server, 'police', { lang: 'fr' });
    const feed = ['Rook boven het kanaal', 'Rook aan de Vlaamsepoort', 'Proefmelding'];
    const records = feed.map((text, i) => ({
      id: `E-${i}`,
      text,
      type: 'fire',
      priority: i + 1,
      lon: 4.34,
      lat: 50.853 + i / 1000,
    }));
    expect((await post(server, 'belfry', records)).status).toBe(200);
    for (const { page } of [one, two])
      for (const text of feed) await rows(page).filter({ hasText: text }).waitFor();

    // Promote: p, and Enter in the form that the report has filled in.
    const { page } = one;
    await rows(page).filter({ hasText: feed[0]! }).click();
    await page.keyboard.press('p');
    const form = page.getByTestId('dialog-open-incident');
    await form.waitFor();
    await form.getByRole('textbox', { name: /titel/i }).fill('Brand langs het kanaal');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    await two.page
      .locator('[data-testid=queue-row][data-kind=incident]')
      .filter({ hasText: 'Brand langs het kanaal' })
      .waitFor();
    await expect
      .poll(() => page.getByTestId('incident-number').textContent())
      .toMatch(/^\d{4}-\d{4}$/);

    // Merge: m, Enter on the nearest one.
    await rows(page).filter({ hasText: feed[1]! }).click();
    await page.keyboard.press('m');
    await page.getByTestId('dialog-merge').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    if (await page.getByTestId('dialog-merge').isVisible()) await page.keyboard.press('Enter');
    await page.getByTestId('dialog-merge').waitFor({ state: 'detached' });

    // Dismiss: d, a reason by number, Enter.
    await rows(page).filter({ hasText: feed[2]! }).click();
    await page.keyboard.press('d');
    await page.getByTestId('dialog-dismiss').waitFor();
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => two.page.locator('[data-testid=queue-row][data-kind=report]').count())
      .toBe(0);

    const state = await fetch(`${server.url}/api/spaces/live/state`, { headers: { cookie } });
    const { reports } = (
      (await state.json()) as { state: { report: { reports: Record<string, { status: string }> } } }
    ).state.report;
    expect([0, 1, 2].map((i) => reports[`belfry:E-${i}`]?.status)).toEqual([
      'merged',
      'merged',
      'dismissed',
    ]);
    expect([...one.errors, ...two.errors]).toEqual([]);
    await one.context.close();
    await two.context.close();
  });

  it('[console] an incident by hand: prioritised, taken, written about, closed and reopened', async () => {
    const { page, context, errors } = await sitAtLogbook(browser, server, 'operator', {
      lang: 'fr',
    });
    await page.keyboard.press('n');
    const form = page.getByTestId('dialog-open-incident');
    await form.waitFor();
    await page.keyboard.type('tunnel');
    await page.keyboard.press('Enter');
    await form.getByRole('textbox', { name: /titre/i }).fill('Fumée dans le tunnel');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    const head = page.getByTestId('incident-head');
    await head.getByText('Fumée dans le tunnel').waitFor();
    await expect
      .poll(() => page.getByTestId('incident-number').textContent())
      .toMatch(/^\d{4}-\d{4}$/);

    await page.keyboard.press('2');
    await page.keyboard.press('a');
    await expect.poll(() => page.getByTestId('owner').textContent()).toContain('Operator');
    await page.keyboard.press('w');
    await page.keyboard.press('Alt+2');
    await page.keyboard.type('Fermer les deux tubes');
    await page.keyboard.press('Control+Enter');
    await page.getByTestId('entry').filter({ hasText: 'Fermer les deux tubes' }).waitFor();
    await page.keyboard.press('Escape');

    await page.keyboard.press('c');
    const close = page.getByTestId('dialog-close');
    await close.waitFor();
    await close.getByRole('textbox').fill('Fausse alerte, tunnel rouvert');
    await page.keyboard.press('Control+Enter');
    if (await close.isVisible()) await close.getByRole('button').last().click();
    await page
      .getByTestId('incident-head')
      .getByText('Fausse alerte, tunnel rouvert')
      .or(page.getByTestId('detail').getByText('Fausse alerte, tunnel rouvert'))
      .first()
      .waitFor();

    const answer = await fetch(`${server.url}/api/spaces/live/state`, { headers: { cookie } });
    const { incidents } = (
      (await answer.json()) as {
        state: {
          incident: {
            incidents: Record<string, { title: string; status: string; priority: number }>;
          };
        };
      }
    ).state.incident;
    const mine = Object.values(incidents).find((one) => one.title === 'Fumée dans le tunnel');
    expect(mine).toMatchObject({ status: 'closed', priority: 2 });
    expect(errors).toEqual([]);
    await context.close();
  });

  it('[P4.24] a restricted incident leaves the screens of the uncleared, and comes back when released', async () => {
    const police = await signInAs(server.url, 'police');
    const incident = await command(server, police, 'incident.open', {
      type: 'attack',
      title: 'Verdacht pakket',
      priority: 1,
    });
    const one = await sitAtLogbook(browser, server, 'operator');
    const row = rows(one.page).filter({ hasText: 'Verdacht pakket' });
    await row.waitFor();
    await command(server, police, 'incident.restrict', { incident, restriction: 'police' });
    await row.waitFor({ state: 'detached' });
    await command(server, police, 'incident.release', { incident, restriction: 'police' });
    await row.waitFor();
    await one.context.close();
  });

  it('[console] scripts in any text are shown as text and never run', async () => {
    const evil = '<img src=x onerror="window.evil=1"><script>window.evil=1</script>';
    const incident = await command(server, cookie, 'incident.open', {
      type: 'other',
      title: evil,
      priority: 3,
      place: { text: evil },
    });
    await command(server, cookie, 'journal.write', {
      incident,
      kind: 'order',
      text: evil,
      to: evil,
    });
    const { page, context } = await sitAtLogbook(browser, server, 'operator');
    await page.locator(`[data-testid=queue-row][data-id="${incident}"]`).click();
    await page.getByTestId('entry').filter({ hasText: 'onerror' }).first().waitFor();
    await page.keyboard.press('Control+k');
    await page.getByTestId('palette').waitFor();
    await page.keyboard.type('onerror');
    expect(await page.evaluate(() => 'evil' in window)).toBe(false);
    await context.close();
  });

  it.skipIf(noFixtures)(
    `[console] 1,950 real accidents: the queue stays walkable, the row under the cursor stays put ${noFixtures}`,
    async () => {
      const { page, context, errors } = await sitAtLogbook(browser, server, 'operator');
      const accidents = JSON.parse(
        readFileSync(join(fixtures, 'brussels-accidents-2020-2022.json'), 'utf8'),
      ) as unknown[];
      expect((await post(server, 'statbel-accidents', accidents)).status).toBe(200);
      const reports = page.locator('[data-testid=queue-row][data-kind=report]');
      await reports.first().waitFor();
      // Only what can be seen is in the page.
      expect(await reports.count()).toBeLessThan(100);
      await page.keyboard.press('j');
      for (let i = 0; i < 30; i += 1) await page.keyboard.press('j');
      const chosen = page.locator('[data-testid=queue-row][aria-selected=true]');
      const id = await chosen.getAttribute('data-id');
      await post(server, 'belfry', [{ id: 'E-urgent', text: 'Dringend', priority: 1 }]);
      await rows(page)
        .filter({ hasText: 'Dringend' })
        .or(page.getByText('Dringend'))
        .first()
        .waitFor();
      expect(await chosen.getAttribute('data-id')).toBe(id);
      expect(errors).toEqual([]);
      await context.close();
    },
  );
});
