import type { Page } from 'playwright-core';

/** What has the keyboard, by an attribute of its own or of what it stands in. */
export const inHand = (page: Page, attribute: string): Promise<string | null> =>
  page.evaluate(
    (name) => document.activeElement?.closest(`[${name}]`)?.getAttribute(name) ?? null,
    attribute,
  );

/** A key until what has the keyboard fits; at most so often. */
export async function walk(
  page: Page,
  key: string,
  attribute: string,
  fits: (value: string | null) => boolean,
  most = 120,
): Promise<void> {
  const passed: (string | null)[] = [];
  for (let i = 0; i <= most; i += 1) {
    const here = await inHand(page, attribute);
    if (fits(here)) return;
    passed.push(here);
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never came to it; it passed ${passed.join(', ')}`);
}

export const is =
  (...wanted: string[]) =>
  (value: string | null): boolean =>
    value !== null && wanted.includes(value);
