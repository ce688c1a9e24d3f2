import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { signInAs } from '../fake/client.ts';
import type { FakeServer } from '../fake/server.ts';

/** Debian's Chromium, driven as a person would. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
}

export interface Desk {
  page: Page;
  context: BrowserContext;
  /** What the page threw, or printed as an error. */
  errors: string[];
  /** Pulls the network plug of the console's link, and plugs it in again; pages still load. */
  unplug(): Promise<void>;
  plug(): void;
}

export interface DeskOptions {
  lang?: 'nl' | 'fr' | 'en';
  width?: number;
  height?: number;
  theme?: 'dark' | 'light';
  /** The part of incidents that was open here when the desk was left. */
  part?: 'steps' | 'logbook';
}

/** A console at a desk of its own: signed in, in this language, joined. */
export async function sitDown(
  browser: Browser,
  server: FakeServer,
  role: string,
  { lang = 'nl', width = 1366, height = 768, theme = 'dark', part = 'steps' }: DeskOptions = {},
): Promise<Desk> {
  const context = await browser.newContext({ viewport: { width, height }, locale: lang });
  const [name = '', value = ''] = (await signInAs(server.url, role)).split('=');
  await context.addCookies([{ name, value, url: server.url }]);
  await context.addInitScript(
    ([chosen, look, open]) => {
      if (!localStorage.getItem('belfry.lang')) localStorage.setItem('belfry.lang', chosen!);
      if (!localStorage.getItem('belfry.ui'))
        localStorage.setItem(
          'belfry.ui',
          JSON.stringify({ state: { theme: look, part: open }, version: 0 }),
        );
    },
    [lang, theme, part],
  );

  let plugged = true;
  const open = new Set<() => Promise<void>>();
  await context.routeWebSocket(/socket\.io/, (socket) => {
    if (!plugged) return void socket.close();
    socket.connectToServer();
    open.add(() => socket.close());
  });

  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    const noise = /WebSocket|ERR_CONNECTION|Failed to load resource|WebGL|GPU/i.test(
      message.text(),
    );
    if (message.type() === 'error' && !noise) errors.push(message.text());
  });
  await page.goto(server.url);
  await live(page);
  return {
    page,
    context,
    errors,
    async unplug() {
      plugged = false;
      const closing = [...open].map((close) => close().catch(() => undefined));
      open.clear();
      await Promise.all(closing);
    },
    plug() {
      plugged = true;
    },
  };
}

/** The same at a desk where the logbook was open last. */
export const sitAtLogbook = (
  browser: Browser,
  server: FakeServer,
  role: string,
  options: DeskOptions = {},
): Promise<Desk> => sitDown(browser, server, role, { part: 'logbook', ...options });

/** Waits until the console says that it is live. */
export const live = (page: Page, timeout = 30_000): Promise<unknown> =>
  page.locator('[data-testid=sync-light][data-state=live]').waitFor({ timeout });

export const rows = (page: Page) => page.getByTestId('queue-row');

/** Posts records as a feed's machine does. */
export async function post(server: FakeServer, feed: string, records: unknown): Promise<Response> {
  return fetch(`${server.url}/api/ingest/reports?feed=${feed}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer belfry-demo-feed' },
    body: JSON.stringify(records),
  });
}

/** Sends a command over HTTP, as somebody at another desk would. */
export async function command(
  server: FakeServer,
  cookie: string,
  type: string,
  data: Record<string, unknown>,
): Promise<string> {
  const id = crypto.randomUUID();
  const answer = await fetch(`${server.url}/api/spaces/live/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ id, type, data }),
  });
  if (!answer.ok) throw new Error(`${type}: ${await answer.text()}`);
  return id;
}
