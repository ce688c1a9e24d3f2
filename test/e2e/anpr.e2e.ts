import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CameraHealth } from '../../shared/anpr/camera.ts';
import { signInAs } from '../fake/client.ts';
import { fakeServer, type FakeServer } from '../fake/server.ts';
import {
  alertRow,
  allOf,
  drivePast,
  goTo,
  hire,
  KEIZER_KAREL,
  LAKEN,
  LONG,
  plateIn,
  platesSeenBy,
  SAINCTELETTE,
  SOON,
  written,
} from './anpr-given.ts';
import { command, openBrowser, sitDown } from './browser.ts';
import { inHand } from './keys.ts';

/** Plate reading as it is shipped: cameras, lists and roles. A hit from the camera to the incident, by keyboard. */
let browser: Browser;
let server: FakeServer;
let police: string;
let officer: string;

beforeAll(async () => {
  browser = await openBrowser();
  server = await fakeServer();
  await server.start();
  police = await signInAs(server.url, 'police');
  officer = await signInAs(server.url, 'officer');
  await hire(server, 'officer2', 'officer');
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** The alert that came last, as this person is sent it. */
async function newest(cookie: string) {
  const { alerts } = await platesSeenBy(server, cookie);
  return alerts.sort((a, b) => a.seq - b.seq).at(-1)!;
}
const alertNow = async (cookie: string, id: string) =>
  (await platesSeenBy(server, cookie)).alerts.find((one) => one.id === id);

/** To the thing whose name this is, by the palette. */
async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette').waitFor(SOON);
  await page.keyboard.type(text);
  // The palette forgives typing errors: another number may stand before the one that is meant.
  await page.getByTestId('palette').getByText(text).first().click(SOON);
}

const STOLEN = [
  {
    lang: 'nl' as const,
    ...{ listed: '1-XXX-001', read: '1XXX001', list: 'Gestolen voertuigen', certain: 'zeker' },
    ...{ towards: 'naar het noordwesten', same: 'alle tekens gelijk' },
    reason: 'Diefstal met geweld (carjacking)',
    instruction: 'Niet alleen onderscheppen. Verwittig de dispatching van de zone.',
    ...{ acknowledged: 'in behandeling', verified: 'nagekeken', linked: 'gekoppeld' },
    unseen: 'De plaat is alleen te zien voor wie daartoe gemachtigd is.',
    logged:
      /Nummerplaattreffer gekoppeld \(gerechtelijk, P2\), laatst gezien aan Saincteletteplein/,
    opens: true,
  },
  {
    lang: 'fr' as const,
    ...{ listed: '1-XXX-002', read: '1XXX002', list: 'Véhicules volés', certain: 'certain' },
    ...{ towards: 'vers le nord-ouest', same: 'tous les signes identiques' },
    reason: 'Diefstal in garage',
    instruction: 'Onderscheppen en identificeren.',
    ...{ acknowledged: 'prise en charge', verified: 'vérifiée', linked: 'liée' },
    unseen: 'La plaque n’est visible que pour les personnes habilitées.',
    logged:
      /Alerte de plaque liée \(judiciaire, P2\), véhicule vu en dernier lieu à Square Sainctelette/,
    opens: false,
  },
];

describe('a stolen car passes a camera', () => {
  it.each(STOLEN)(
    '[P4.240] [P4.241] from the camera to the incident by keyboard alone, in $lang',
    async (told) => {
      const { lang, listed, read } = told;
      const plate = written(listed);
      const known = `Controle aan de tunnel ${lang}`;
      const incident = await command(
        server,
        await signInAs(server.url, 'supervisor'),
        'incident.open',
        {
          ...{ type: 'other', title: known, priority: 3 },
          place: { point: [4.334, 50.8615], text: 'Leopold II-tunnel', municipality: 'Koekelberg' },
        },
      );
      const desk = await sitDown(browser, server, 'police', { lang });
      const beside = await sitDown(browser, server, 'supervisor', { lang });
      const { page } = desk;
      await page.getByTestId('queue-alerts').waitFor(SOON);
      await page.evaluate(() => Object.assign(window, { stayed: true }));

      // The camera posts, and there it is: nobody loaded anything again, nor moved the keyboard.
      const picture = await drivePast(server, { serial: SAINCTELETTE.serial, plate: read });
      const { id } = await newest(police);
      const row = alertRow(page, id);
      await row.waitFor(SOON);
      expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
      await row.getByText(told.list).waitFor(SOON);
      await plateIn(row, listed).waitFor(SOON);
      await row.getByText(SAINCTELETTE[lang]).waitFor(SOON);
      expect(await row.getAttribute('data-certainty')).toBe('certain');
      expect(await row.getByText(told.certain, { exact: true }).count()).toBe(1);

      // Gone to: the picture that the camera sent, and what was read beside what is listed.
      await goTo(page, id);
      const detail = page.getByTestId('detail');
      const image = detail.getByTestId('anpr-picture').locator('img');
      await expect
        .poll(
          () => image.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth),
          SOON,
        )
        .toBe(picture.readUInt32BE(16));
      const bytes = await image.evaluate(async (one: HTMLImageElement) =>
        Array.from(new Uint8Array(await (await fetch(one.src)).arrayBuffer())),
      );
      expect(Buffer.from(bytes).equals(picture)).toBe(true);
      const compare = detail.getByTestId('anpr-compare');
      const lines = await compare.locator('tbody tr').allTextContents();
      expect(lines.map((line) => line.replace(/[^A-Z0-9]/g, '').slice(-7))).toEqual([read, read]);
      expect(await compare.textContent()).toContain(told.same);
      for (const text of [told.reason, told.instruction, told.towards, told.list])
        await detail.getByText(text).first().waitFor(SOON);

      // Before the checks nothing follows; the two keys verify it.
      await page.keyboard.press('l');
      expect(await page.getByTestId('dialog-anpr-link').count()).toBe(0);
      await page.keyboard.press('o');
      await row.getByText(told.acknowledged).waitFor(SOON);
      await page.keyboard.press('1');
      await expect
        .poll(async () => (await alertNow(police, id))?.checks.map(({ check }) => check), SOON)
        .toEqual(['picture']);
      await page.keyboard.press('2');
      await row.getByText(told.verified).waitFor(SOON);
      expect((await alertNow(police, id))?.verified?.by).toBe(
        (await alertNow(police, id))?.acknowledged?.by,
      );

      // To an incident: opened from it, or one that is there.
      if (told.opens) {
        await page.keyboard.press('n');
        const form = page.getByTestId('dialog-anpr-open');
        await form.waitFor(SOON);
        expect(await form.locator('input').first().inputValue()).not.toMatch(plate);
        await page.keyboard.press('Enter');
        await form.waitFor({ ...SOON, state: 'detached' });
      } else {
        await page.keyboard.press('l');
        const form = page.getByTestId('dialog-anpr-link');
        await form.waitFor(SOON);
        await page.keyboard.type(known);
        await form.getByText(known).first().waitFor(SOON);
        await page.keyboard.press('Enter');
        await form.waitFor({ ...SOON, state: 'detached' });
      }
      await row.getByText(told.linked).waitFor(SOON);
      const linkOf = async () =>
        (await platesSeenBy(server, police)).links.find(({ alert }) => alert === id);
      await expect.poll(linkOf, SOON).toBeDefined();
      const host = (await linkOf())!.incident;
      if (!told.opens) expect(host).toBe(incident);

      // The incident has it, and so has its logbook, without saying which vehicle.
      const title = (await detail.getByTestId('anpr-linked').textContent())!;
      await find(page, title.trim().split(' ')[0]!);
      await page.locator(`[data-testid=detail][data-id="${host}"]`).waitFor(SOON);
      await plateIn(detail.getByTestId('linked-alerts'), listed).waitFor(SOON);
      await page.keyboard.press('Shift+J');
      const entry = page.getByTestId('entry').filter({ hasText: told.logged });
      await entry.waitFor(SOON);
      expect(await entry.textContent()).not.toMatch(plate);

      // The shift leader beside sees that there is one, and not which.
      await alertRow(beside.page, id).waitFor(SOON);
      await goTo(beside.page, id);
      await beside.page.getByTestId('detail').getByText(told.unseen).waitFor(SOON);
      await beside.page.getByTestId('detail').getByText(SAINCTELETTE[lang]).first().waitFor(SOON);
      const seen = await allOf(beside.page);
      for (const secret of [plate, told.reason, told.instruction]) expect(seen).not.toMatch(secret);

      expect([...desk.errors, ...beside.errors]).toEqual([]);
      await desk.context.close();
      await beside.context.close();
    },
    LONG,
  );

  it.each(['nl', 'fr'] as const)(
    '[P4.242] a traffic operator has counts and never a plate, a wall has neither, in %s',
    async (lang) => {
      const desk = await sitDown(browser, server, 'traffic', { lang });
      const wall = await sitDown(browser, server, 'wall', { lang });
      const { page } = desk;
      const plates = ['1-XXX-001', '1-XXX-002'].map(written);
      const clean = async (one: Page) => {
        const all = await allOf(one);
        for (const plate of plates) expect(all).not.toMatch(plate);
        expect(await one.getByTestId('queue-alerts').count()).toBe(0);
        expect(await one.getByTestId('anpr-row').count()).toBe(0);
      };
      // Once more while they look: an incident that they see too has the alert, and they do not.
      const before = await passed();
      await drivePast(server, { serial: SAINCTELETTE.serial, plate: '1XXX002' });
      await clean(page);
      await find(page, 'Controle aan de tunnel fr');
      await page.getByTestId('incident-number').waitFor(SOON);
      expect(await page.getByTestId('linked-alerts').count()).toBe(0);
      await page.keyboard.press('Shift+J');
      await page.getByTestId('entry').first().waitFor(SOON);
      expect(await page.getByTestId('detail').textContent()).not.toMatch(
        /treffer|Alerte de plaque/,
      );
      await clean(page);

      await page.keyboard.press('Shift+Q');
      const screen = page.getByTestId('anpr-screen');
      await screen.getByTestId('anpr-cameras').waitFor(SOON);
      const tabs = screen.locator('[data-testid^=anpr-tab-]');
      expect(await tabs.evaluateAll((all) => all.map((one) => one.dataset['testid']))).toEqual([
        'anpr-tab-cameras',
      ]);
      const line = screen.locator(`[data-testid=anpr-camera][data-id="${SAINCTELETTE.id}"]`);
      await line.getByText(SAINCTELETTE[lang]).waitFor(SOON);
      await expect
        .poll(async () => Number(await line.locator('td').nth(5).textContent()), SOON)
        .toBeGreaterThan(before);
      await expect
        .poll(() => line.getByRole('img').getAttribute('aria-label'), SOON)
        .toMatch(new RegExp(`${before + 1} (voertuigen|véhicules)`));
      await clean(page);

      await wall.page.keyboard.press('Shift+Q');
      await wall.page.keyboard.press('Shift+I');
      await clean(wall.page);
      expect(await wall.page.getByTestId('anpr-screen').count()).toBe(0);
      expect([...desk.errors, ...wall.errors]).toEqual([]);
      await desk.context.close();
      await wall.context.close();
    },
    LONG,
  );
});

async function healthOf(camera: string): Promise<CameraHealth> {
  const answer = await fetch(`${server.url}/api/anpr/cameras`, { headers: { cookie: police } });
  const { health } = (await answer.json()) as { health: CameraHealth[] };
  return health.find((one) => one.camera === camera)!;
}
const passed = async () => (await healthOf(SAINCTELETTE.id)).readsLastHour;

const WANTED = [
  {
    lang: 'nl' as const,
    ...{ listed: '9-TST-901', read: '9TST901', covert: 'DISCREET: niet laten merken' },
    ...{ waits: 'Wacht op tweede persoon.', verified: 'nagekeken', sent: 'ploeg gestuurd' },
  },
  {
    lang: 'fr' as const,
    ...{ listed: '9-TST-902', read: '9TST902', covert: 'DISCRET : ne rien laisser paraître' },
    ...{
      waits: 'En attente d’une deuxième personne.',
      verified: 'vérifiée',
      sent: 'équipe envoyée',
    },
  },
];

describe('a covert list of two persons', () => {
  it.each(WANTED)(
    '[P4.243] nothing follows from one person; a second one verifies it, in $lang',
    async (told) => {
      const { lang, listed, read } = told;
      const one = await sitDown(browser, server, 'officer', { lang });
      const two = await sitDown(browser, server, 'officer2', { lang });
      await drivePast(server, { serial: SAINCTELETTE.serial, plate: read });
      const { id, list, covert, persons } = await newest(officer);
      expect({ list, covert, persons }).toEqual({ list: 'wanted', covert: true, persons: 2 });
      // Not even that it is there, for who is not cleared for covert lists.
      expect(await alertNow(police, id)).toBeUndefined();
      expect((await platesSeenBy(server, police)).text).not.toMatch(written(listed));

      const { page } = one;
      await goTo(page, id);
      await page.getByTestId('anpr-covert').getByText(told.covert).waitFor(SOON);
      await page.keyboard.press('1');
      await page.keyboard.press('2');
      const second = page.getByTestId('anpr-second');
      await second.getByText(told.waits).waitFor(SOON);
      await expect.poll(async () => (await alertNow(officer, id))?.checks.length, SOON).toBe(2);
      expect((await alertNow(officer, id))?.verified).toBeUndefined();
      for (const key of ['l', 'd', 'c', '1', '2']) await page.keyboard.press(key);
      expect(await page.locator('dialog[open]').count()).toBe(0);
      // An incident may always be opened, only not from this alert.
      await page.keyboard.press('n');
      await page.getByTestId('dialog-open-incident').waitFor(SOON);
      await page.keyboard.press('Escape');
      await page.getByTestId('dialog-open-incident').waitFor({ ...SOON, state: 'detached' });
      await expect(
        command(server, officer, 'anpr.dispatch', { alert: id, to: 'Ploeg 12' }),
      ).rejects.toThrow('anpr-unverified');
      expect((await alertNow(officer, id))?.checks).toHaveLength(2);

      // The second one sees who did what, and does the same.
      await goTo(two.page, id);
      await two.page.getByTestId('detail').getByText(listed).first().waitFor(SOON);
      await two.page.keyboard.press('1');
      await two.page.keyboard.press('2');
      for (const desk of [one, two])
        await alertRow(desk.page, id).getByText(told.verified).waitFor(SOON);
      const now = await alertNow(officer, id);
      expect(new Set(now?.checks.map(({ who }) => who)).size).toBe(2);
      expect(await second.count()).toBe(0);

      // Now it follows.
      await page.keyboard.press('d');
      const form = page.getByTestId('dialog-anpr-dispatch');
      await form.waitFor(SOON);
      await page.keyboard.type('Ploeg 12 van de zone');
      await page.keyboard.press('Enter');
      await form.waitFor({ ...SOON, state: 'detached' });
      await alertRow(page, id).getByText(told.sent).waitFor(SOON);
      expect((await alertNow(officer, id))?.dispatched?.to).toBe('Ploeg 12 van de zone');
      expect([...one.errors, ...two.errors]).toEqual([]);
      await one.context.close();
      await two.context.close();
    },
    LONG,
  );
});

const POSSIBLE = [
  {
    lang: 'nl' as const,
    ...{ listed: '9-TST-123', read: '9T5T123', camera: LAKEN, wrong: ['S', '5'] },
    ...{ possible: /MOGELIJK \d+ %/, certain: 'zeker', rejected: 'Alarm verworpen' },
    figure: '1 van 1 fout (100 %)',
  },
  {
    lang: 'fr' as const,
    ...{ listed: '2-ZZZ-042', read: '2ZZ2042', camera: KEIZER_KAREL, wrong: ['Z', '2'] },
    ...{ possible: /POSSIBLE \d+ %/, certain: 'certain', rejected: 'Alerte rejetée' },
    figure: 'fausses : 1 sur 1 (100 %)',
  },
];

describe('a read that only may be a listed plate', () => {
  it.each(POSSIBLE)(
    '[P4.244] looks like one; false is one key, undone by one, and counts for the camera, in $lang',
    async (told) => {
      const { lang, listed, read, camera } = told;
      const { page, context, errors } = await sitDown(browser, server, 'police', { lang });
      await page.getByTestId('queue-alerts').waitFor(SOON);
      await drivePast(server, { serial: camera.serial, plate: read });
      const { id } = await newest(police);
      const row = alertRow(page, id);
      await row.getByText(told.possible).waitFor(SOON);
      expect(await row.getAttribute('data-certainty')).toBe('possible');
      expect(await row.getByText(told.certain, { exact: true }).count()).toBe(0);
      const plate = plateIn(row, listed);
      const edge = await plate.evaluate((one) => getComputedStyle(one).borderTopStyle);
      expect(edge).toBe('dashed');
      await goTo(page, id);
      const other = page.getByTestId('anpr-compare').locator('td[data-same=false]');
      expect(await other.allTextContents()).toEqual(told.wrong);
      await page.getByTestId('anpr-compare').getByText(read).first().waitFor(SOON);

      // One key, undone by one key; the figure of the camera follows both.
      const judged = async () => {
        const { judged: all, falseReads } = await healthOf(camera.id);
        return { all, falseReads };
      };
      expect(await judged()).toEqual({ all: 0, falseReads: 0 });
      await page.keyboard.press('f');
      await page.getByText(told.rejected).first().waitFor(SOON);
      await expect
        .poll(async () => (await alertNow(police, id))?.rejected?.reason, SOON)
        .toBe('false-read');
      await expect.poll(judged, SOON).toEqual({ all: 1, falseReads: 1 });
      await page.keyboard.press('Shift+Z');
      await expect.poll(async () => (await alertNow(police, id))?.rejected, SOON).toBeUndefined();
      await expect.poll(() => inHand(page, 'data-testid'), SOON).not.toBe(null);
      await expect.poll(() => row.getAttribute('aria-selected'), SOON).toBe('true');
      await page.keyboard.press('f');
      await expect.poll(async () => (await alertNow(police, id))?.status, SOON).toBe('rejected');
      await expect.poll(judged, SOON).toEqual({ all: 1, falseReads: 1 });

      // And it stands where one looks for cameras that read badly.
      await page.keyboard.press('Shift+Q');
      await page.getByTestId('anpr-screen').waitFor(SOON);
      await page.keyboard.press('3');
      const line = page.locator(`[data-testid=anpr-camera][data-id="${camera.id}"]`);
      await line.getByText(told.figure).waitFor(SOON);
      expect(errors).toEqual([]);
      await context.close();
    },
    LONG,
  );
});
