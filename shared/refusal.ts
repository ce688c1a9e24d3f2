import type { RefusalCode } from './messages.ts';

/**
 * Refusals are values: a stable `code`, where in the data it applies, and what to fill into the
 * message. Messages exist in Dutch, French and English; the reader's language chooses.
 */
export interface Refusal {
  code: RefusalCode;
  /** Place in the command's data, as a path: `data.place.point.1`. */
  path?: string;
  /** Values for the `{name}` marks in the message. */
  params?: Record<string, string | number>;
}

export type Lang = 'nl' | 'fr' | 'en';
export const LANGS: readonly Lang[] = ['nl', 'fr', 'en'];
export type Words = Readonly<Record<Lang, string>>;

export type { RefusalCode };

export const refuse = (
  code: RefusalCode,
  path?: string,
  params?: Record<string, string | number>,
): Refusal => ({ code, ...(path ? { path } : {}), ...(params ? { params } : {}) });

/** Nothing is lost by sending the same command again later: the outbox keeps it. */
export const isPassing = (code: RefusalCode): boolean =>
  code === 'log-full' || code === 'log-unavailable' || code === 'busy' || code === 'internal';
