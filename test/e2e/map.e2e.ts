import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../fake/client.ts';
import { fakeServer, type FakeServer } from '../fake/server.ts';
import { command, openBrowser, sitDown, type Desk, type DeskOptions } from './browser.ts';

/** The map as somebody uses it: seeks, asks, switches, shares, prints. */
let browser: Browser;
let server: FakeServer;
let incident: string;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Metres; large enough to be measured on a sheet at which no names stand on the line. */
const RADIUS = 2_000;
const CENTRE = [4.36, 50.85] as const;

beforeAll(async () => {
  browser = await openBrowser();
  server = await fakeServer();
  await server.start();
  const police = await signInAs(server.url, 'police');
  incident = await command(server, police, 'incident.open', {
    ...{ type: 'fire', title: 'Brand in een magazijn', priority: 2 },
    place: { point: [...CENTRE], text: 'Magazijn', municipality: 'Brussel' },
    restrictions: ['police'],
  });
  await command(server, police, 'perimeter.draw', {
    ...{ incident, kind: 'exclusion' },
    shape: { form: 'circle', center: [...CENTRE], radius: RADIUS },
  });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** At a desk, looking at a place; `at`: as in the address of a shared view. */
async function lookAt(at: string, role = 'police', options: DeskOptions = {}): Promise<Desk> {
  const desk = await sitDown(browser, server, role, options);
  await go(desk.page, at);
  return desk;
}
async function go(page: Page, at: string): Promise<void> {
  await page.locator('[data-testid=map] canvas.maplibregl-canvas').waitFor();
  await page.waitForTimeout(1_000);
  await page.evaluate((hash) => void (location.hash = hash), `#/view/${at}`);
  await page.waitForTimeout(1_500);
}

/** What a checker of WCAG 2.2 AA finds in a part of the page. */
async function faults(page: Page, selector: string): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (part) => {
    const { axe: checker } = window as unknown as {
      axe: { run(part: string, options: object): Promise<{ violations: { id: string }[] }> };
    };
    const options = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] };
    return (await checker.run(part, options)).violations.map(({ id }) => id);
  }, selector);
}

/** Counts pixels of about a colour in a picture of part of the page. */
async function pixels(
  page: Page,
  clip: { x: number; y: number; width: number; height: number },
  colour: string,
) {
  const png = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(
    async ([data, wanted]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const pen = canvas.getContext('2d')!;
      pen.drawImage(image, 0, 0);
      const rgb = [1, 3, 5].map((i) => Number.parseInt(wanted!.slice(i, i + 2), 16));
      const { data: all } = pen.getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let i = 0; i < all.length; i += 4)
        if (rgb.every((value, k) => Math.abs(value - all[i + k]!) < 14)) count += 1;
      return count;
    },
    [png, colour],
  );
}

async function ingest(path: string, type: string, body: string): Promise<void> {
  const answer = await fetch(`${server.url}/api/ingest/${path}`, {
    method: 'POST',
    headers: { 'content-type': type, authorization: 'Bearer belfry-demo-feed' },
    body,
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
}

/** A DATEX II message: works on a stretch of road, in both directions, for the hour around now. */
function works(line: string): string {
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  return `<messageContainer><payload lang="nl"><publicationTime>${at(0)}</publicationTime>
    <situation id="WORKS-1"><situationRecord type="MaintenanceWorks">
      <situationRecordCreationTime>${at(-30)}</situationRecordCreationTime>
      <validity><validityTimeSpecification><overallStartTime>${at(-30)}</overallStartTime>
        <overallEndTime>${at(30)}</overallEndTime></validityTimeSpecification></validity>
      <generalPublicComment><comment><values><value lang="nl">Tunnel wordt gereinigd</value></values></comment></generalPublicComment>
      <locationReference><gmlLineString><posList>${line}</posList></gmlLineString>
        <directionRelativeOnLinearSection>both</directionRelativeOnLinearSection></locationReference>
    </situationRecord></situation></payload></messageContainer>`;
}

async function middleOfMap(page: Page): Promise<{ x: number; y: number }> {
  const box = (await page.locator('canvas.maplibregl-canvas').boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

describe('the map', () => {
  for (const [lang, typed, found] of [
    ['nl', 'ter kamerebos', 'Ter Kamerenbos'],
    ['fr', 'bois de la canbre', 'Bois de la Cambre'],
  ] as const)
    it(`[map] ${lang}: z, three words with a typing error, Enter: there`, async () => {
      const { page, context, errors } = await lookAt('11/50.85/4.36', 'operator', { lang });
      await page.keyboard.press('z');
      await page.keyboard.type(typed);
      const first = page.getByTestId('place-search').locator('[cmdk-item][data-selected=true]');
      await expect.poll(() => first.textContent().catch(() => '')).toContain(found);
      await page.keyboard.press('Enter');
      const card = page.getByTestId('place-card');
      await card.waitFor();
      expect(await card.locator('h2').textContent()).toBe(found);
      await page.waitForTimeout(800);
      await page.getByTestId('map').locator('[data-corner=share]').click();
      const link = await page.getByTestId('qr').getAttribute('data-text');
      const [, lat, lon] = /view\/[\d.]+\/([\d.]+)\/([\d.]+)/.exec(link!)!.map(Number);
      expect(Math.hypot(lat! - 50.811, lon! - 4.373)).toBeLessThan(0.02);
      expect(errors).toEqual([]);
      await context.close();
    });

  it('[map] a click on the ground tells whose it is and who is near', async () => {
    const { page, context, errors } = await lookAt('15/50.8105/4.3725', 'operator');
    const { x, y } = await middleOfMap(page);
    await page.mouse.click(x + 40, y);
    const card = page.getByTestId('place-card');
    await card.waitFor();
    await expect.poll(() => card.textContent()).toContain('Brussel');
    await expect.poll(() => card.textContent()).toContain('Ter Kamerenbos');
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await context.close();
  });

  it('[map] v, arrows and Space switch a layer off, and the map draws it no more', async () => {
    const desk = await lookAt('15/50.8333/4.3475', 'operator', { theme: 'light' });
    const { page, context, errors } = desk;
    // Where the hospital is drawn is learnt from its card.
    await page.keyboard.press('z');
    await page.keyboard.type('sint-jan kruidtuin');
    await page.getByTestId('place-search').locator('[cmdk-item]').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByTestId('place-card').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForTimeout(1_200);
    const { x, y } = await middleOfMap(page);
    const clip = { x: x - 14, y: y - 14, width: 28, height: 28 };
    expect(await pixels(page, clip, '#24303f')).toBeGreaterThan(80);

    await page.keyboard.press('v');
    const list = page.getByTestId('map-layers');
    await list.waitFor();
    expect(await faults(page, '[data-testid=map-layers]')).toEqual([]);
    expect(await list.locator('label').first().locator('input').isChecked()).toBe(true);
    const hospitals = list.getByLabel(/Ziekenhuizen/);
    for (
      let i = 0;
      i < 12 && !(await hospitals.evaluate((one) => one === document.activeElement));
      i += 1
    )
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    expect(await hospitals.isChecked()).toBe(false);
    await expect.poll(() => pixels(page, clip, '#24303f')).toBe(0);

    await page.getByTestId('layers-reset').click();
    expect(await hospitals.isChecked()).toBe(true);
    await expect.poll(() => pixels(page, clip, '#24303f')).toBeGreaterThan(80);
    await hospitals.focus();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await context.close();
  });

  it('[map] a traffic situation tells what it is, which way and until when; a click opens its report', async () => {
    const { page, context, errors } = await lookAt('15/50.83/4.33', 'operator');
    await ingest('traffic', 'application/xml', works('50.829 4.33 50.831 4.33'));
    const tip = page.locator('.maplibregl-popup');
    const { x, y } = await middleOfMap(page);
    await expect
      .poll(async () => {
        await page.mouse.move(x + 200, y);
        await page.mouse.move(x, y);
        return tip.textContent({ timeout: 500 }).catch(() => '');
      })
      .toMatch(/Werken · beide richtingen.*vanaf .*tot /);
    await page.mouse.click(x, y);
    await page.getByTestId('detail').getByText('Tunnel wordt gereinigd').first().waitFor();
    await page.keyboard.press('v');
    await page.getByTestId('map-layers').getByLabel('Verkeerssituaties').uncheck();
    await page.mouse.move(x + 200, y);
    await page.mouse.move(x, y);
    await page.waitForTimeout(500);
    expect(await tip.count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('[map] a unit tells of itself where it stands, and not when units are switched off', async () => {
    const { page, context, errors } = await lookAt('15/50.83/4.4', 'operator');
    const unit = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [4.4, 50.83] },
      properties: {
        ...{ id: 'u1', callsign: 'Ziekenwagen 7', kind: 'vehicle', discipline: 'D2' },
        at: new Date().toISOString(),
      },
    };
    await ingest('positions', 'application/geo+json', JSON.stringify(unit));
    const tip = page.locator('.maplibregl-popup');
    const { x, y } = await middleOfMap(page);
    const told = async () => {
      await page.mouse.move(x + 200, y);
      await page.mouse.move(x, y);
      return tip.textContent({ timeout: 500 }).catch(() => '');
    };
    await expect.poll(told).toContain('Ziekenwagen 7');
    await page.keyboard.press('v');
    await page.getByTestId('map-layers').getByLabel('Eenheden').uncheck();
    await expect.poll(told).toBe('');
    expect(errors).toEqual([]);
    await context.close();
  });

  it('[P4] a role is offered only the layers that it is sent', async () => {
    for (const [role, cameras, plates] of [
      ['police', 1, 1],
      ['operator', 1, 0],
      ['medical', 0, 0],
    ] as const) {
      const { page, context } = await lookAt('13/50.85/4.36', role);
      await page.keyboard.press('v');
      await page.getByTestId('map-layers').waitFor();
      expect(await page.getByLabel(/^Camera's/).count(), role).toBe(cameras);
      expect(await page.getByLabel(/^ANPR/).count(), role).toBe(plates);
      await context.close();
    }
  });

  it('[map] the QR code holds a link that opens the same view: place, zoom, layers, selection', async () => {
    const { page, context } = await lookAt(`14.5/50.852/4.361/incident/${incident}`);
    await page.keyboard.press('v');
    await page
      .getByTestId('map-layers')
      .getByLabel(/Tunnels/)
      .uncheck();
    await page.locator('[data-corner=share]').click();
    const qr = page.getByTestId('map-share').getByTestId('qr');
    const link = (await qr.getAttribute('data-text'))!;
    expect(link).toContain(`/view/14.50/50.85200/4.36100/incident/${incident}?off=tunnels`);
    expect(await faults(page, '[data-testid=map-share]')).toEqual([]);

    const other = await lookAt('11/50.8/4.3');
    await other.page.goto(link);
    await other.page.waitForTimeout(2_000);
    await other.page.locator('[data-corner=share]').click();
    expect(await other.page.getByTestId('qr').getAttribute('data-text')).toBe(link);
    expect(await other.page.getByTestId('incident-number').textContent()).toMatch(/-0001$/);
    // Whoever may not see the incident sees the place, and nothing of it.
    const medical = await lookAt('11/50.8/4.3', 'medical');
    await medical.page.goto(link);
    await medical.page.waitForTimeout(2_000);
    expect(await medical.page.getByTestId('incident-number').count()).toBe(0);
    expect(await medical.page.locator('body').innerText()).not.toContain('magazijn');
    for (const desk of [other, medical]) await desk.context.close();
    await context.close();
  });
});

/** Chooses what is printed and waits for the sheet. */
async function preview(page: Page, scale?: string): Promise<void> {
  await page.keyboard.press('Shift+P');
  const dialog = page.getByTestId('print');
  await dialog.waitFor();
  if (scale) await dialog.getByLabel('Schaal').selectOption(scale);
  await page.keyboard.press('Control+Enter');
  await page.getByTestId('print-preview').getByTestId('sheet').waitFor({ timeout: 60_000 });
}

describe('the printed map', () => {
  it('[map] a sheet has scale, bar, time, entry number, legend and QR code, and is as large as its paper', async () => {
    const { page, context, errors } = await lookAt(`12/50.85/4.36/incident/${incident}`);
    await page.evaluate(() => {
      window.print = () => void (document.documentElement.dataset['wasPrinted'] = 'yes');
    });
    await page.keyboard.press('Shift+P');
    await page.getByTestId('print').waitFor();
    expect(await faults(page, '[data-testid=print]')).toEqual([]);
    expect(await page.getByTestId('print').getByLabel('Titel').inputValue()).toMatch(
      /-0001 Brand in een magazijn$/,
    );
    await page.getByLabel('Schaal').selectOption('50000');
    await page.getByLabel(/wie en wat/).check();
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByTestId('print-preview');
    const sheet = dialog.getByTestId('sheet');
    await sheet.waitFor({ timeout: 60_000 });
    expect(await faults(page, '[data-testid=print-preview]')).toEqual([]);

    expect(await sheet.getByTestId('sheet-scale').innerText()).toContain('1 : 50.000');
    expect(await sheet.getByTestId('sheet-seq').innerText()).toBe(
      `stand #${await page.getByTestId('sync-seq').innerText()}`,
    );
    const printed = await sheet.getByTestId('sheet-time').getAttribute('datetime');
    expect(Math.abs(Date.now() - Date.parse(printed!))).toBeLessThan(120_000);
    expect(await sheet.getByTestId('sheet-space').innerText()).toBe('LIVE');
    expect(await sheet.getByTestId('sheet-restricted').innerText()).toContain('Alleen politie');
    expect(await sheet.getByTestId('sheet-stale').count()).toBe(0);
    const code = (await sheet.getByTestId('qr').getAttribute('data-text'))!;
    expect(code).toContain(`/incident/${incident}`);
    const legend = sheet.getByTestId('sheet-legend');
    expect(await legend.locator('[data-entry=exclusion]').count()).toBe(1);
    expect(await legend.locator('[data-entry=isolation]').count()).toBe(0);
    expect(await legend.locator('[data-entry=layer-schools]').count()).toBe(0);
    expect(await dialog.getByTestId('sheet-inside').innerText()).toContain('Metrostation');

    // The bar, and the red circle of known radius, measured on the picture that is printed.
    const { bar, metres, dpi, across } = await sheet.evaluate(async (element) => {
      const image = element.querySelector('img')!;
      await image.decode();
      const shown = image.getBoundingClientRect().width;
      const strip = element.querySelector<HTMLElement>('[data-testid=scale-bar]')!;
      const inches = Number.parseFloat(image.style.width) / 96;
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const pen = canvas.getContext('2d')!;
      pen.drawImage(image, 0, 0);
      const row = Math.round(canvas.height / 2);
      const { data } = pen.getImageData(0, row, canvas.width, 1);
      const red: number[] = [];
      for (let x = 0; x < canvas.width; x += 1) {
        const [r, g, b] = data.slice(x * 4, x * 4 + 3) as unknown as [number, number, number];
        if (Math.abs(r - 0xc8) < 16 && Math.abs(g - 0x1e) < 16 && Math.abs(b - 0x1e) < 16)
          red.push(x);
      }
      const perInch = image.naturalWidth / inches;
      return {
        bar: (strip.getBoundingClientRect().width / shown) * inches * 25.4,
        metres: Number(strip.dataset['metres']),
        dpi: perInch,
        across: ((red.at(-1)! - red[0]!) / perInch) * 25.4,
      };
    });
    expect(dpi).toBeGreaterThan(200);
    expect(bar * 50).toBeCloseTo(metres, -1.5);
    // Millimetres; the line itself is 2.6 / 96 inch wide, and half of it lies beyond on either side.
    const expected = (2 * RADIUS) / 50;
    expect(Math.abs(across - (2.6 / 96) * 25.4 - expected) / expected).toBeLessThan(0.006);

    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString(
      'latin1',
    );
    const [, width, height] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!.map(Number);
    expect(Math.round((width! / 72) * 25.4)).toBe(297);
    expect(Math.round((height! / 72) * 25.4)).toBe(210);
    expect(pdf).toMatch(/\/Count 2\b/);

    await dialog.getByRole('button', { name: 'Afdrukken' }).press('Enter');
    expect(await page.locator('html').getAttribute('data-was-printed')).toBe('yes');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.locator('html').getAttribute('data-printing')).toBeNull();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('[P2] a sheet that is made while the link is down says so, and since when', async () => {
    const { page, context, unplug } = await lookAt('13/50.85/4.36');
    await unplug();
    await page.getByTestId('stale-banner').waitFor({ timeout: 20_000 });
    await preview(page);
    const mark = page.getByTestId('print-preview').getByTestId('sheet-stale');
    expect(await mark.innerText()).toContain('VEROUDERD BEELD');
    await context.close();
  });

  it('[P4] a sheet of somebody who may not see the incident has neither it nor its mark', async () => {
    const { page, context } = await lookAt('13/50.85/4.36', 'medical');
    await preview(page, '25000');
    const sheet = page.getByTestId('print-preview').getByTestId('sheet');
    expect(await sheet.getByTestId('sheet-restricted').count()).toBe(0);
    expect(await sheet.locator('[data-entry=exclusion], [data-entry=priorities]').count()).toBe(0);
    await context.close();
  });
});
