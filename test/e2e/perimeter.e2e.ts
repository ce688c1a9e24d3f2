import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Perimeter } from '../../shared/subject/perimeter/schema.ts';
import type { WindRow } from '../../shared/subject/wind/schema.ts';
import { signInAs } from '../fake/client.ts';
import { fakeServer, type FakeServer } from '../fake/server.ts';
import { command, openBrowser, sitAtLogbook, type Desk } from './browser.ts';

/** Perimeters on the keyboard: drawn, told, enforced, drawn again and lifted, with a second console looking on. */
let browser: Browser;
let server: FakeServer;
let cookie: string;
let incident: string;
let one: Desk;
let two: Desk;
let page: Page;

/** On the quay, within reach of a camera whose owner wants to be asked. */
const place: [number, number] = [4.3467, 50.8576];

beforeAll(async () => {
  browser = await openBrowser();
  server = await fakeServer();
  await server.start();
  cookie = await signInAs(server.url, 'supervisor');
  incident = await command(server, cookie, 'incident.open', {
    type: 'fire',
    title: 'Brand in een loods',
    priority: 1,
    place: { point: place, text: 'Saincteletteplein', municipality: 'Brussel' },
  });
  one = await sitAtLogbook(browser, server, 'operator');
  two = await sitAtLogbook(browser, server, 'medical', { lang: 'fr' });
  for (const desk of [one, two]) {
    await desk.page.locator(`[data-testid=queue-row][data-id="${incident}"]`).click();
    await desk.page.getByTestId('perimeters').waitFor({ state: 'attached' });
    await desk.page.locator('[data-testid=map] canvas.maplibregl-canvas').waitFor();
    await desk.page.waitForTimeout(1_000);
  }
  page = one.page;
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

interface Seen {
  perimeter: { perimeters: Record<string, Perimeter> };
  wind: { stations: Record<string, WindRow> };
  incident: { incidents: Record<string, { priority: number; status: string }> };
}

async function state(): Promise<Seen> {
  const answer = await fetch(`${server.url}/api/spaces/live/state`, { headers: { cookie } });
  return ((await answer.json()) as { state: Seen }).state;
}
const perimeters = async (): Promise<Perimeter[]> =>
  Object.values((await state()).perimeter.perimeters);
const ofKind = async (kind: string) => (await perimeters()).find((row) => row.kind === kind);

const row = (where: Page, kind: string) =>
  where.locator(`[data-testid=perimeter][data-kind=${kind}]`);
const entry = (where: Page, text: string | RegExp) =>
  where.getByTestId('entry').filter({ hasText: text });

/** The keyboard on the row of a kind. */
async function take(kind: string): Promise<void> {
  await row(page, kind).locator('button[data-perimeter]').focus();
}

/** The mouse goes over the map from the middle to the left until something tells what it is. */
async function seek(where: Page, text: string): Promise<{ x: number; y: number }> {
  const box = (await where.locator('[data-testid=map] canvas.maplibregl-canvas').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const tip = where.locator('.maplibregl-popup').filter({ hasText: text });
  for (let off = 30; off < box.width / 2 - 4; off += 5) {
    await where.mouse.move(x - off, y);
    await where.waitForTimeout(30);
    if ((await tip.count()) > 0) return { x: x - off, y };
  }
  throw new Error(`nothing on the map says "${text}"`);
}

describe('perimeters', () => {
  it('[perimeter] b, 250, Enter: it stands on both consoles, and no digit went astray', async () => {
    await page.keyboard.press('b');
    await page.keyboard.type('250');
    await page.keyboard.press('Enter');
    await row(page, 'exclusion').waitFor();
    await page.getByTestId('draw-bar').waitFor({ state: 'detached' });
    await row(two.page, 'exclusion').getByText('250 m').waitFor();
    await entry(two.page, "Périmètre d'exclusion tracé").waitFor();
    expect(await perimeters()).toMatchObject([
      { incident, kind: 'exclusion', shape: { form: 'circle', center: place, radius: 250 } },
    ]);
    expect((await state()).incident.incidents[incident]?.priority).toBe(1);
  });

  it('[perimeter] on the map, pointing at its line says what it is, and a click selects its incident', async () => {
    const { page: other } = two;
    await other.keyboard.press('f');
    await other.waitForTimeout(1_000);
    await other.keyboard.press('Escape');
    await expect.poll(() => other.getByTestId('detail').getAttribute('data-id')).toBe(null);
    const { x, y } = await seek(other, "Périmètre d'exclusion");
    await other.mouse.click(x, y);
    await expect.poll(() => other.getByTestId('detail').getAttribute('data-id')).toBe(incident);
  });

  it('[perimeter] a polygon by keyboard: corners under the cross, one taken back, Enter closes', async () => {
    await page.keyboard.press('b');
    await page.getByTestId('draw-bar').waitFor();
    await page.keyboard.press('p');
    const corner = async (...keys: string[]) => {
      for (const key of keys) {
        await page.keyboard.press(key);
        await page.waitForTimeout(500);
      }
      await page.keyboard.press('Space');
    };
    await page.waitForTimeout(600);
    await corner('ArrowLeft', 'ArrowUp');
    await corner('ArrowRight', 'ArrowRight');
    await corner('ArrowRight');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    // Two corners are no area: it stays, and says so.
    await page.getByTestId('draw-bar').getByRole('alert').waitFor();
    await corner('ArrowDown', 'ArrowDown');
    await page.getByTestId('draw-figures').getByText('inwoners').waitFor();
    await page.keyboard.press('Enter');
    await row(two.page, 'isolation').waitFor();
    const drawn = await ofKind('isolation');
    expect(drawn?.shape.form === 'polygon' && drawn.shape.ring).toHaveLength(3);
  });

  it('[perimeter] by mouse: the rim is dragged, the corners clicked and dragged, Esc leaves no trace', async () => {
    const before = await perimeters();
    await page.getByTestId('perimeters').getByRole('button', { name: 'Perimeter' }).click();
    const bar = page.getByTestId('draw-bar');
    await bar.waitFor();
    await page.waitForTimeout(1_000);
    const box = (await page.locator('[data-testid=map] canvas.maplibregl-canvas').boundingBox())!;
    const at = (x: number, y: number) =>
      [box.x + box.width / 2 + x, box.y + box.height / 2 + y] as const;
    const typed = () => page.getByTestId('draw-radius').inputValue();
    // Somewhere out there is the rim of 100 m: there the pointer is a hand that moves.
    let rim = 0;
    for (let off = 20; off < 200 && rim === 0; off += 3) {
      await page.mouse.move(...at(-off, 0));
      const cursor = () =>
        page
          .locator('[data-testid=map] canvas.maplibregl-canvas')
          .evaluate((one) => one.style.cursor);
      if ((await cursor()) === 'move') rim = off;
    }
    expect(rim).toBeGreaterThan(0);
    await page.mouse.down();
    await page.mouse.move(...at(-rim - 20, 0));
    await page.mouse.move(...at(-rim * 2, 0), { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => Number(await typed())).toBeGreaterThan(150);
    expect(Number(await typed())).toBeLessThan(260);

    await bar.getByRole('radio', { name: /Veelhoek/ }).click();
    for (const [x, y] of [
      [-120, 20],
      [120, 20],
      [120, 140],
      [-120, 140],
    ] as const)
      await page.mouse.click(...at(x, y), { delay: 30 });
    await page.mouse.click(...at(-120, 20), { delay: 30 });
    const figures = page.getByTestId('draw-figures');
    await figures.getByText('inwoners').waitFor();
    const area = await figures.locator('b').textContent();
    await page.mouse.move(...at(120, 140));
    await page.mouse.down();
    await page.mouse.move(...at(200, 200), { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => figures.locator('b').textContent()).not.toBe(area);
    await page.keyboard.press('Escape');
    await bar.waitFor({ state: 'detached' });
    expect(await perimeters()).toEqual(before);
  });

  it('[perimeter] Esc leaves without a trace', async () => {
    await page.keyboard.press('b');
    await page.getByTestId('draw-bar').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('draw-bar').waitFor({ state: 'detached' });
    expect(await perimeters()).toHaveLength(2);
  });

  it('[perimeter] who and what lies inside is counted, and goes into the incident', async () => {
    await page.keyboard.press('Shift+B');
    await page.keyboard.press('Enter');
    const inside = page.getByTestId('inside');
    await inside.getByText(/± [\d.]+ inwoners \(raming\)/).waitFor();
    await page.keyboard.press('t');
    await entry(page, /In de uitsluitingsperimeter: ± [\d.]+ inwoners/).waitFor();
    await entry(two.page, /Dans le périmètre d'exclusion : ± /).waitFor();
    await page.getByTestId('tally-state').waitFor();
    const { tally } = (await ofKind('exclusion'))!;
    expect(tally?.people).toBeGreaterThan(100);
    expect(tally?.things.map(({ kind }) => kind)).toContain('tunnel');
    expect(tally?.things.map(({ kind }) => kind)).not.toContain('municipality');
  });

  it('[perimeter] drawn anew, it says that the list is of before', async () => {
    await take('exclusion');
    await page.keyboard.press('r');
    await page.keyboard.type('300');
    await page.keyboard.press('Enter');
    await row(two.page, 'exclusion').getByText('300 m').waitFor();
    await page.getByTestId('tally-old').waitFor();
    expect(await ofKind('exclusion')).toMatchObject({
      shape: { radius: 300 },
      before: [{ shape: { radius: 250 } }],
    });
  });

  it('[perimeter] the order to enforce it is one of the logbook, and its state is told', async () => {
    await take('exclusion');
    await page.keyboard.press('o');
    const dialog = page.getByTestId('dialog-order');
    await dialog.waitFor();
    await page.keyboard.type('Politiezone 5340');
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await row(two.page, 'exclusion').getByTestId('order-state').getByText('donné').waitFor();
    await expect.poll(async () => (await ofKind('exclusion'))?.order?.to).toBe('Politiezone 5340');
    const order = (await ofKind('exclusion'))!.order!.entry;
    await command(server, cookie, 'journal.acknowledge', { entry: order, as: 'received' });
    await row(page, 'exclusion').getByTestId('order-state').getByText('ontvangen').waitFor();
    await command(server, cookie, 'journal.acknowledge', { entry: order, as: 'executed' });
    await row(two.page, 'exclusion').getByTestId('order-state').getByText('exécuté').waitFor();
  });

  it('[wind] the area of effect is a first estimate from a wind typed in the language of the reader', async () => {
    await page.keyboard.press('Shift+W');
    const bar = page.getByTestId('effect-bar');
    await bar.getByText('Eerste raming').waitFor();
    await page.keyboard.type('NO');
    await page.keyboard.press('Tab');
    await page.keyboard.type('20 km/u');
    await page.getByTestId('effect-figures').getByText('Wind uit NO (45°), 20 km/u').waitFor();
    await page.keyboard.press('Enter');
    await bar.waitFor({ state: 'detached' });
    await entry(two.page, /Première estimation.*fumée.*vent de NE \(45°\) 20 km\/h/).waitFor();
    await two.page.getByTestId('wind-badge').getByText('NE 20 km/h').waitFor();
    expect((await ofKind('effect'))?.shape).toEqual({
      ...{ form: 'sector', origin: place, bearing: 225, angle: 60, length: 800 },
    });
    expect((await state()).wind.stations['operator']).toMatchObject({ from: 45, speed: 5.6 });
  });

  it('[wind] a wind that turned is told, and one key draws the area anew', async () => {
    await command(server, cookie, 'wind.observe', {
      ...{ station: 'ukkel', name: 'Ukkel', from: 120, speed: 5.6 },
      observed: new Date().toISOString(),
    });
    await page.getByTestId('wind-changed').getByText('De wind is veranderd').waitFor();
    await page.keyboard.press('Shift+E');
    await page.getByTestId('wind-changed').waitFor({ state: 'detached' });
    await expect.poll(async () => (await ofKind('effect'))?.shape).toMatchObject({ bearing: 300 });
    expect((await ofKind('effect'))?.estimate?.wind.source).toBe('Ukkel');
  });

  it('[perimeter] a distance is measured, and nothing is sent', async () => {
    const before = (await state()).perimeter.perimeters;
    await page.keyboard.press('Shift+U');
    await page.getByTestId('measure-bar').waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(500);
    await page.keyboard.press('Space');
    await expect
      .poll(async () => Number.parseInt((await page.getByTestId('measure-length').textContent())!))
      .toBeGreaterThan(20);
    await page.keyboard.press('Escape');
    await page.getByTestId('measure-bar').waitFor({ state: 'detached' });
    expect((await state()).perimeter.perimeters).toEqual(before);
  });

  it('[camera] the request is on record before the address of the picture is shown', async () => {
    await page.getByTestId('cameras').click();
    const asked = page.getByTestId('camera').filter({ hasText: 'Vraag aan' }).first();
    await asked.getByRole('button').click();
    await page.getByTestId('dialog-camera-request').getByRole('textbox').fill('Rookpluim volgen');
    await page.keyboard.press('Control+Enter');
    const address = page.getByTestId('stream');
    await address.waitFor();
    expect(await address.textContent()).toMatch(/^rtsp:\/\/camera\.voorbeeld\.brussels\//);
    await page.keyboard.press('Escape');
    await entry(page, /Camera .* aangevraagd: Rookpluim volgen/).waitFor();
    // Who is not cleared is not offered any.
    expect(await two.page.getByTestId('cameras').count()).toBe(0);
  });

  it('[perimeter] an incident does not close while one stands; lifted with a reason, it does', async () => {
    const close = (data: object) =>
      fetch(`${server.url}/api/spaces/live/commands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ id: crypto.randomUUID(), type: 'incident.close', data }),
      });
    const refused = await close({ incident, summary: 'Geblust' });
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
      409,
      'perimeters-stand',
    ]);
    for (const kind of ['exclusion', 'isolation', 'effect']) {
      await take(kind);
      await page.keyboard.press('l');
      const dialog = page.getByTestId('dialog-lift');
      await dialog.getByRole('textbox').fill(`Gevaar geweken (${kind})`);
      await page.keyboard.press('Control+Enter');
      await dialog.waitFor({ state: 'detached' });
      await row(two.page, kind).waitFor({ state: 'detached' });
    }
    await entry(two.page, 'Gevaar geweken (effect)').waitFor();
    expect((await close({ incident, summary: 'Geblust' })).status).toBe(200);
    expect([...one.errors, ...two.errors]).toEqual([]);
  });
});
