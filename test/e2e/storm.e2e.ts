import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Alarm } from '../../shared/subject/alarm/schema.ts';
import type { SiteRow } from '../../shared/subject/site/schema.ts';
import { signInAs } from '../fake/client.ts';
import { fakeServer, type FakeServer } from '../fake/server.ts';
import { openBrowser, sitDown } from './browser.ts';
import { inHand, is, walk } from './keys.ts';

/** A storm over the parks, with the ground and the managers as they are shipped. By keyboard. */
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

interface Seen {
  alarm: { alarms: Record<string, Alarm> };
  site: { sites: Record<string, SiteRow> };
}

async function state(): Promise<Seen> {
  const answer = await fetch(`${server.url}/api/spaces/live/state`, { headers: { cookie } });
  return ((await answer.json()) as { state: Seen }).state;
}

/** A gust at Ukkel, as the machine of the weather service tells it. Km/h. */
async function blow(gust: number): Promise<void> {
  const speed = gust / 3.6;
  const answer = await fetch(`${server.url}/api/spaces/live/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer belfry-demo-feed' },
    body: JSON.stringify({
      ...{ id: crypto.randomUUID(), type: 'wind.observe' },
      data: {
        ...{ station: 'ukkel', name: 'Ukkel', from: 240, speed, gust: speed },
        observed: new Date().toISOString(),
      },
    }),
  });
  expect(answer.status).toBe(200);
}

describe('a storm over the parks', () => {
  it('[P5.90] [P5.91] warned by threshold, one message, closed, inspected, and reopened after the wind', async () => {
    const { page, context, errors } = await sitDown(browser, server, 'operator', { lang: 'fr' });
    await blow(72);
    await page.keyboard.press('Shift+S');
    const board = page.getByTestId('storm');
    await board.waitFor();
    const lines = board.getByTestId('storm-site');
    const line = (site: string) => board.locator(`[data-testid=storm-site][data-id="${site}"]`);
    // One closes from 80 and is left alone at 72, the other from 70.
    await line('park-warande').getByText('mesuré : 72 km/h').waitFor();
    expect(await line('park-kruidtuin').count()).toBe(0);
    await blow(85);
    await line('park-kruidtuin').getByText('mesuré : 85 km/h').waitFor();
    for (const site of ['park-warande', 'park-kruidtuin'])
      expect(await line(site).textContent()).toContain('À fermer');
    const limits = (await lines.allTextContents()).map((one) =>
      Number(/ferme dès (\d+) km\/h/.exec(one)?.[1]),
    );
    expect(new Set(limits)).toEqual(new Set([70, 75, 80]));
    const sites = async (as?: string) =>
      Object.values((await state()).site.sites).filter((one) => !as || one.state === as);
    const advised = (await sites()).filter((one) => one.advised).map((one) => one.id);
    expect(advised).toHaveLength(limits.length);

    // One message to all managers: m, Enter.
    await page.keyboard.press('m');
    const dialog = page.getByTestId('dialog-storm-message');
    await dialog.getByText('Fermez en raison du vent violent').waitFor();
    const managers = await dialog.getByRole('listitem').count();
    expect(managers).toBeGreaterThan(2);
    await walk(page, 'Tab', 'type', is('submit'), 10);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await sites('closing')).map((one) => one.id).sort())
      .toEqual(advised.sort());
    const messages = async () =>
      Object.values((await state()).alarm.alarms).filter((one) => !one.incident);
    await expect.poll(messages).toHaveLength(1);
    const [told] = await messages();
    expect(told?.message?.fr).toContain('Parc de Bruxelles');
    expect(told?.groups).toHaveLength(managers);
    expect(told?.groups.flatMap(({ people }) => people).length).toBeGreaterThan(2);

    // The head of a manager stands for all its sites.
    const head = board
      .getByTestId('storm-group')
      .filter({ has: page.locator('[data-id="park-warande"]') })
      .locator('button')
      .first();
    const own = (await head.getAttribute('data-sites'))!;
    expect(own.split(' ').length).toBeGreaterThan(2);
    await walk(page, 'Tab', 'data-sites', (at) => at !== null, 60);
    await walk(page, 'ArrowDown', 'data-sites', is(own));
    await page.keyboard.press('c');
    await expect
      .poll(async () => (await sites('closed')).map((one) => one.id).sort())
      .toEqual(own.split(' ').sort());

    // Inspected and found safe.
    await walk(page, 'ArrowDown', 'data-sites', is('park-warande'));
    await page.keyboard.press('i');
    const inspect = page.getByTestId('dialog-storm-inspect');
    await inspect.waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Inspectrice Aubépine');
    await page.keyboard.press('Enter');
    await inspect.waitFor({ state: 'detached' });
    const park = async () => (await state()).site.sites['park-warande'];
    await expect
      .poll(park)
      .toMatchObject({ state: 'inspected', inspection: { inspector: 'Inspectrice Aubépine' } });
    await line('park-warande').getByText('jugé sûr par Inspectrice Aubépine').waitFor();

    // Not into the same wind; into the next one it is.
    await expect.poll(() => inHand(page, 'data-sites')).toBe('park-warande');
    await page.keyboard.press('o');
    await page.getByText('Le vent dépasse encore le seuil').first().waitFor();
    expect((await park())?.state).toBe('inspected');
    await blow(30);
    await board.getByTestId('storm-gust').getByText('30', { exact: true }).waitFor();
    await page.keyboard.press('o');
    await expect.poll(async () => (await park())?.state).toBe('reopened');
    await line('park-warande').getByText('Rouvert').waitFor();
    // The others wait for their inspection.
    expect((await sites('closed')).length).toBe(own.split(' ').length - 1);
    expect(errors).toEqual([]);
    await context.close();
  });
});
