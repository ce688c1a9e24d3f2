import type { Lang } from '../../../shared/refusal.ts';

const LOCALE = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' } as const;

/** `24 oktober 2026`, by the calendar in Brussels. */
export const longDay = (at: number | string, lang: Lang): string =>
  new Intl.DateTimeFormat(LOCALE[lang], {
    timeZone: 'Europe/Brussels',
    ...{ day: 'numeric', month: 'long', year: 'numeric' },
  }).format(new Date(at));

/** `24-11-2026 08:31:58`, exact to the second: for what stands in a register. */
export const stampOf = (at: number | string, lang: Lang): string =>
  new Intl.DateTimeFormat(LOCALE[lang], {
    ...{ timeZone: 'Europe/Brussels', hourCycle: 'h23' },
    ...{ day: '2-digit', month: '2-digit', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  })
    .format(new Date(at))
    .replace(',', '');
