import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { AnprSlice, AlertRow, LinkRow } from '../../shared/subject/anpr/schema.ts';
import { drawPlate } from '../../server/cli/anpr/picture.ts';
import { signInAs } from '../fake/client.ts';
import { makeRandom } from '../fake/random.ts';
import type { FakeServer } from '../fake/server.ts';

/** For the tests of plate reading on the screen: a camera that posts, and what they ask of the page. */

/** A machine on which others work too is slow now and then; what is waited for is a condition, never a time. */
export const SOON = { timeout: 30_000, interval: 100 };
/** Milliseconds a test may take: three desks, each with a map that is drawn without a graphics card. */
export const LONG = 300_000;

/** Serial numbers of `config/anpr/cameras.yaml`, and the names of those cameras. */
export const SAINCTELETTE = {
  ...{ serial: 'BELFRY-0019', id: 'anpr-sainctelette' },
  ...{ nl: 'Saincteletteplein', fr: 'Square Sainctelette' },
};
export const LAKEN = { serial: 'BELFRY-0003', id: 'anpr-a12-laken' };
export const KEIZER_KAREL = { serial: 'BELFRY-0004', id: 'anpr-keizer-karel' };

interface Passing {
  serial: string;
  /** As the engine reads it. */
  plate: string;
  /** What is on the car, drawn into the picture; as read when absent. */
  drawn?: string;
}

/** A camera of Hikvision posts what it read, with the cut-out of the plate. Returns the picture that it sent. */
export async function drivePast(server: FakeServer, passing: Passing): Promise<Buffer> {
  const { serial, plate, drawn = plate } = passing;
  const picture = drawPlate(drawn, 'BE', makeRandom(plate.length + 40));
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<EventNotificationAlert version="2.0" xmlns="http://www.hikvision.com/ver20/XMLSchema">
<ipAddress>198.51.100.9</ipAddress><deviceID>${serial}</deviceID><channelID>1</channelID>
<dateTime>${new Date().toISOString()}</dateTime><eventType>ANPR</eventType><eventState>active</eventState>
<UUID>${crypto.randomUUID()}</UUID>
<ANPR><country>13</country><licensePlate>${plate}</licensePlate><line>1</line><direction>reverse</direction>
<confidenceLevel>97</confidenceLevel><vehicleType>vehicle</vehicleType>
<vehicleInfo><color>gray</color><speed>50</speed></vehicleInfo></ANPR></EventNotificationAlert>`;
  const form = new FormData();
  form.append('anpr.xml', new Blob([xml], { type: 'text/xml' }), 'anpr.xml');
  form.append(
    'licensePlatePicture.png',
    new Blob([new Uint8Array(picture)], { type: 'image/png' }),
    'licensePlatePicture.png',
  );
  const answer = await fetch(`${server.url}/api/ingest/anpr`, {
    method: 'POST',
    headers: { authorization: 'Bearer belfry-demo-feed' },
    body: form,
  });
  const told = await answer.text();
  expect({ status: answer.status, told: JSON.parse(told) as object }).toMatchObject({
    ...{ status: 200, told: { accepted: 1, rejectedCount: 0 } },
  });
  return picture;
}

/** The part of the live state that is about plates, as this person is sent it. */
export async function platesSeenBy(server: FakeServer, cookie: string) {
  const answer = await fetch(`${server.url}/api/spaces/live/state`, { headers: { cookie } });
  const { state } = (await answer.json()) as {
    state: { anpr: Record<keyof AnprSlice, Record<string, unknown>> };
  };
  return {
    alerts: Object.values(state.anpr.alerts) as AlertRow[],
    links: Object.values(state.anpr.links) as LinkRow[],
    /** All of it as text, in which no plate may be. */
    text: JSON.stringify(state),
  };
}

/** A second person of a role: an account made by the administrator, with a password so that it can sit down. */
export async function hire(server: FakeServer, user: string, role: string): Promise<void> {
  const json = { 'content-type': 'application/json' };
  const made = await fetch(`${server.url}/api/accounts`, {
    method: 'POST',
    headers: { ...json, cookie: await signInAs(server.url, 'administrator') },
    body: JSON.stringify({ user, name: `Tweede ${user}`, role }),
  });
  const { link } = (await made.json()) as { link: string };
  const entered = await fetch(`${server.url}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ link: link.split(/[/#=]/).at(-1) }),
  });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const set = await fetch(`${server.url}/api/session/password`, {
    method: 'POST',
    headers: { ...json, cookie },
    body: JSON.stringify({ password: `belfry-demo-${user}` }),
  });
  expect([made.status, entered.ok, set.ok]).toEqual([201, true, true]);
}

/** The rows of alerts of a list in the queue that is open. */
export const alertRow = (page: Page, id: string): Locator =>
  page.locator(`[data-testid=anpr-row][data-id="${id}"]`);

/** A listed plate as it is drawn, with the sign of its country. */
export const plateIn = (within: Locator, listed: string): Locator =>
  within.locator('[translate=no]').filter({ hasText: listed }).first();

/** To the alerts with the one key, and it is this one that is opened. */
export async function goTo(page: Page, id: string): Promise<void> {
  await alertRow(page, id).waitFor(SOON);
  await page.keyboard.press('Shift+I');
  await page.getByTestId('anpr-head').waitFor(SOON);
  await expect.poll(() => alertRow(page, id).getAttribute('aria-selected'), SOON).toBe('true');
}

/** How a plate may be written, anywhere in a page: with or without signs between its groups. */
export const written = (plate: string): RegExp => {
  const groups = plate.match(/[A-Z]+|[0-9]+/g) ?? [];
  return new RegExp(groups.join('[-. ]?'), 'i');
};

/** All that a page holds: what is drawn, what is named for the ear, and what the browser keeps. */
export async function allOf(page: Page): Promise<string> {
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  return `${await page.content()} ${kept} ${page.url()}`;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Promises of WCAG 2.2 AA that a program can check, which the page breaks. */
export async function brokenPromises(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: {
        run(options: object): Promise<{
          violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
        }>;
      };
    };
    const { violations } = await checker.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map((node) => `${node.html.slice(0, 140)} (${node.failureSummary.slice(0, 160)})`).join(' | ')}`,
    );
  });
}

/** What of these stands out of its place sideways. */
export const tooWide = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate(
    (within) =>
      [document.documentElement, ...document.querySelectorAll(within)]
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.outerHTML.slice(0, 100)),
    selector,
  );
