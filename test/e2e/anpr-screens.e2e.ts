import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../fake/client.ts';
import { fakeServer, type FakeServer } from '../fake/server.ts';
import {
  alertRow,
  allOf,
  drivePast,
  LONG,
  plateIn,
  platesSeenBy,
  SAINCTELETTE,
  SOON,
  written,
} from './anpr-given.ts';
import { openBrowser, sitDown } from './browser.ts';
import { inHand, is, walk } from './keys.ts';

/** The screen of number plates: looking back and who did, and hot lists. By keyboard. */
let browser: Browser;
let server: FakeServer;
let police: string;

beforeAll(async () => {
  browser = await openBrowser();
  server = await fakeServer();
  await server.start();
  police = await signInAs(server.url, 'police');
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** To a part of the screen of number plates, by the keys. */
async function toTab(page: Page, tab: string, key: string): Promise<void> {
  await page.keyboard.press('Shift+Q');
  await page.getByTestId('anpr-screen').waitFor(SOON);
  await page.keyboard.press(key);
  await expect
    .poll(() => page.getByTestId(`anpr-tab-${tab}`).getAttribute('aria-pressed'), SOON)
    .toBe('true');
}

/** `2026-09-23T12:30` by the clock in Brussels, so many days ago. */
const daysAgo = (days: number): string =>
  `${new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Brussels' })}T12:30`;

const LOOKS = [
  {
    lang: 'nl' as const,
    ...{ case: 'BR.11.LL.000777/2026', day: 'Laatste 24 uur', rows: '1 passage' },
    reason: 'Vluchtweg na overval',
    rule: 'Zonder het kenmerk van de beslissing mag dit niet.',
    limit: /de beslissing van het parket is nodig/,
    refusal:
      /^Vóór \d\d\/\d\d\/\d{4} is een schriftelijke, gemotiveerde beslissing van de procureur/,
    looked:
      /zocht terug naar een nummerplaat\..*Dossier BR\.11\.LL\.000777\/2026\. Reden: Vluchtweg na overval\. 1 passage gegeven\./,
    refused:
      /wilde terugzoeken naar een nummerplaat en werd geweigerd\..*Waarom niet: ouder dan één maand, zonder beslissing van het parket\./,
    pictured: /bekeek het beeld van een passage/,
  },
  {
    lang: 'fr' as const,
    ...{ case: 'BR.11.LL.000778/2026', day: '24 dernières heures', rows: '1 passage' },
    reason: 'Fuite après un vol',
    rule: 'Interdit sans la référence de la décision.',
    limit: /la décision du parquet est nécessaire/,
    refusal: /^Avant le \d\d\/\d\d\/\d{4}, une décision écrite et motivée du procureur/,
    looked:
      /a recherché une plaque\..*Dossier BR\.11\.LL\.000778\/2026\. Motif : Fuite après un vol\. 1 passage fourni\./,
    refused:
      /a voulu rechercher une plaque et s’est vu opposer un refus\..*Pourquoi non : plus d’un mois en arrière, sans décision du parquet\./,
    pictured: /a regardé l’image d’un passage/,
  },
];

describe('looking back', () => {
  it.each(LOOKS)(
    '[P4.245] with a purpose and within the law, and the officer for data protection reads who did, in $lang',
    async (told) => {
      const { lang } = told;
      const [raw, plate] = lang === 'nl' ? ['1-XXX-777', '1XXX777'] : ['1-XXX-778', '1XXX778'];
      await drivePast(server, { serial: SAINCTELETTE.serial, plate: raw });
      const { page, context, errors } = await sitDown(browser, server, 'police', { lang });
      await toTab(page, 'lookback', '2');
      await expect.poll(() => inHand(page, 'required'), SOON).not.toBe(null);
      await page.keyboard.press('ArrowDown');
      const form = page.getByTestId('look-form');
      expect(await form.locator('select').inputValue()).toBe('judicial-crime');
      for (const text of [told.case, told.reason]) {
        await page.keyboard.press('Tab');
        await page.keyboard.type(text);
      }
      await page.keyboard.press('Tab');
      expect(await inHand(page, 'type')).toBe('radio');
      await page.keyboard.press('Tab');
      await page.keyboard.type(raw);

      // Two months back: the law is told beside it, and it is not even asked.
      const moment = (at: 0 | 1) => form.locator('input[type=datetime-local]').nth(at);
      await walk(page, 'Tab', 'type', is('datetime-local'), 20);
      // The order of its parts is the browser's own; what matters is the moment.
      await moment(0).fill(daysAgo(62));
      const inUntil = () => moment(1).evaluate((one) => one === document.activeElement);
      for (let i = 0; i < 10 && !(await inUntil()); i += 1) await page.keyboard.press('Tab');
      await moment(1).fill(daysAgo(61));
      await form.getByTestId('look-limit').getByText(told.limit).waitFor(SOON);
      await page.keyboard.press('Control+Enter');
      await form.getByText(told.rule).waitFor(SOON);
      expect(await page.getByTestId('look-answer').count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.matches('[aria-invalid]'))).toBe(
        true,
      );

      // Who asks past the screen is refused by the server, with the same rule.
      const now = Date.now();
      const past = await fetch(`${server.url}/api/anpr/looks`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': lang, cookie: police },
        body: JSON.stringify({
          ...{ purpose: 'judicial-crime', case: told.case, reason: told.reason, plate: raw },
          from: new Date(now - 62 * 86_400_000).toISOString(),
          until: new Date(now).toISOString(),
        }),
      });
      expect(past.ok).toBe(false);
      const refusal = (await past.json()) as { code: string; message: string };
      expect(refusal).toMatchObject({
        ...{ code: 'look-prosecutor', message: expect.stringMatching(told.refusal) as string },
      });

      // Within a day it is answered.
      const quick = () => page.evaluate(() => document.activeElement?.textContent ?? '');
      for (let i = 0; i < 30 && (await quick()) !== told.day; i += 1)
        await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+Enter');
      const answer = page.getByTestId('look-answer');
      await answer.getByRole('heading', { name: told.rows }).waitFor(SOON);
      const cells = await answer.locator('tbody tr td').allTextContents();
      expect(cells).toContain(raw);
      expect(cells).toContain(plate);
      expect(cells).toContain(SAINCTELETTE[lang]);
      expect(await answer.getByTestId('watermark').textContent()).toMatch(/\d\d:\d\d:\d\d/);
      await walk(page, 'Tab', 'data-row', (row) => row !== null, 20);
      await page.keyboard.press('Enter');
      const image = page.getByTestId('dialog-picture').locator('img');
      await expect
        .poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth), SOON)
        .toBeGreaterThan(0);
      await page.keyboard.press('Escape');
      await page.getByTestId('dialog-picture').waitFor({ ...SOON, state: 'detached' });

      // Nothing of it stays in the browser.
      await page.keyboard.press('1');
      await answer.waitFor({ ...SOON, state: 'detached' });
      expect(await allOf(page)).not.toMatch(written(plate));
      expect(errors).toEqual([]);
      await context.close();

      await audit(told, plate);
    },
    LONG,
  );

  async function audit(told: (typeof LOOKS)[number], plate: string): Promise<void> {
    const { page, context, errors } = await sitDown(browser, server, 'auditor', {
      lang: told.lang,
    });
    await toTab(page, 'access', '2');
    const rows = page.getByTestId('access-rows').locator('tbody tr');
    const mine = rows.filter({ hasText: told.case });
    await mine.filter({ hasText: told.looked }).waitFor(SOON);
    await mine.filter({ hasText: told.refused }).waitFor(SOON);
    expect(await mine.filter({ hasText: told.refused }).getAttribute('data-refused')).toBe('true');
    expect(await mine.filter({ hasText: told.looked }).getAttribute('data-refused')).toBe(null);
    await rows.filter({ hasText: told.pictured }).first().waitFor(SOON);
    const name = await nameOf(police);
    for (const text of await mine.allTextContents()) expect(text).toContain(name);
    expect(await allOf(page)).not.toMatch(written(plate));
    expect(errors).toEqual([]);
    await context.close();
  }
});

async function nameOf(cookie: string): Promise<string> {
  const answer = await fetch(`${server.url}/api/session`, { headers: { cookie } });
  return ((await answer.json()) as { person: { name: string } }).person.name;
}

const LISTS = [
  {
    lang: 'nl' as const,
    ...{ list: 'stolen', name: 'Gestolen voertuigen', plate: '3-XXX-456', read: '3XXX456' },
    ...{ reason: 'Vandaag gestolen', line: 'Regel 3', refused: '1 regel geweigerd' },
    why: 'Hier staat geen nummerplaat.',
    would: /^2 erbij, 0 gewijzigd, \d+ eraf, 1 gelijk/,
    done: /Toegepast als versie/,
    csv: 'plate;country;reason\n3-XXX-456;B;Vandaag gestolen\n;B;Zonder plaat\n4-XXX-457;B;Gisteren gestolen\n5-XXX-458;B;Ook gisteren',
    ...{ second: '4-XXX-457', secondRead: '4XXX457' },
  },
  {
    lang: 'fr' as const,
    ...{ list: 'missing', name: 'Disparitions inquiétantes', plate: '6-ZZZ-456', read: '6ZZZ456' },
    ...{ reason: 'Disparue ce matin', line: 'Ligne 3', refused: '1 ligne refusée' },
    why: "Aucune plaque n'est indiquée.",
    would: /^Ajoutées : 2, modifiées : 0, retirées : \d+, identiques : 1/,
    done: /Appliqué comme version/,
    csv: 'plate;country;reason\n6-ZZZ-456;B;Disparue ce matin\n;B;Sans plaque\n7-ZZZ-457;B;Disparu hier\n8-ZZZ-458;B;Disparu hier',
    ...{ second: '7-ZZZ-457', secondRead: '7ZZZ457' },
  },
];

describe('a hot list', () => {
  it.each(LISTS)(
    '[P4.246] an entry counts from saving it on; a file shows what it would change, then does it, in $lang',
    async (told) => {
      const { lang, list } = told;
      const { page, context, errors } = await sitDown(browser, server, 'police', { lang });
      await toTab(page, 'lists', '1');
      await walk(page, 'ArrowDown', 'data-list', is(list), 12);
      await page.keyboard.press('Enter');
      await page.getByTestId('entries').waitFor(SOON);

      await page.keyboard.press('n');
      const form = page.getByTestId('dialog-entry');
      await form.waitFor(SOON);
      await page.keyboard.type(told.plate);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.type(told.reason);
      await page.keyboard.press('Control+Enter');
      await form.waitFor({ ...SOON, state: 'detached' });
      await page.getByTestId('entries').getByText(told.plate).waitFor(SOON);
      await raises(page, told.read, told.plate);

      // The whole list from a text, of which one line is no vehicle.
      await page.keyboard.press('i');
      const dialog = page.getByTestId('dialog-list-import');
      await dialog.waitFor(SOON);
      const typing = () => page.evaluate(() => document.activeElement?.tagName === 'TEXTAREA');
      for (let i = 0; i < 10 && !(await typing()); i += 1) await page.keyboard.press('Tab');
      await page.keyboard.insertText(told.csv);
      await page.keyboard.press('Control+Enter');
      const difference = dialog.getByTestId('list-difference');
      await difference.getByText(told.would).waitFor(SOON);
      await difference.getByText(told.refused).waitFor(SOON);
      const refused = difference.locator('li').filter({ hasText: told.line });
      expect(await refused.textContent()).toContain(told.why);
      await difference.locator('[data-sign="+"]').getByText(told.second).waitFor(SOON);
      expect(await difference.locator('[data-sign="−"]').count()).toBeGreaterThan(0);
      // Nothing is changed yet: what the file would add is no hit.
      const before = await entriesOf(list);
      expect(before).toContain(told.plate);
      expect(before).not.toContain(told.second);
      await expect.poll(() => inHand(page, 'data-testid'), SOON).toBe('import-apply');
      await page.keyboard.press('Enter');
      await difference.getByText(told.done).waitFor(SOON);
      expect((await entriesOf(list)).toSorted()).toEqual(
        [told.plate, told.second, told.csv.split('\n')[4]!.split(';')[0]!].toSorted(),
      );
      await expect.poll(() => inHand(page, 'data-testid'), SOON).toBe('import-apply');
      await page.keyboard.press('Enter');
      await dialog.waitFor({ ...SOON, state: 'detached' });
      await raises(page, told.secondRead, told.second);
      expect(errors).toEqual([]);
      await context.close();
    },
    LONG,
  );

  /** A car passes: the alert is there with the camera's very message, and on the screen when one goes there. */
  async function raises(page: Page, read: string, listed: string): Promise<void> {
    await drivePast(server, { serial: SAINCTELETTE.serial, plate: read });
    const { alerts } = await platesSeenBy(server, police);
    const { id } = alerts.sort((a, b) => a.seq - b.seq).at(-1)!;
    await page.keyboard.press('Shift+I');
    await plateIn(alertRow(page, id), listed).waitFor(SOON);
    await page.keyboard.press('Shift+Q');
    await page.getByTestId('entries').waitFor(SOON);
  }

  async function entriesOf(list: string): Promise<string[]> {
    const answer = await fetch(`${server.url}/api/anpr/lists/${list}/entries?limit=500`, {
      headers: { cookie: police },
    });
    const { entries } = (await answer.json()) as { entries: { plate: string }[] };
    return entries.map(({ plate }) => plate);
  }
});
