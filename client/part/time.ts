import { useSyncExternalStore } from 'react';
import { currentLang } from '../i18n/lang.ts';
import { usePicture } from '../store.ts';

/** Times as people of the centre read them: Brussels time, 24 hours, in the console's language. */
const ZONE = 'Europe/Brussels';

const formats = new Map<string, Intl.DateTimeFormat>();
function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const lang = currentLang();
  const key = `${lang} ${name}`;
  const known = formats.get(key);
  if (known) return known;
  const locale = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' }[lang];
  const made = new Intl.DateTimeFormat(locale, { timeZone: ZONE, hourCycle: 'h23', ...options });
  formats.set(key, made);
  return made;
}
const two = '2-digit';

/** `08:31` */
export const timeOf = (at: string | number): string =>
  format('time', { hour: two, minute: two }).format(new Date(at));
/** `08:31:58` */
export const clockOf = (at: string | number): string =>
  format('clock', { hour: two, minute: two, second: two }).format(new Date(at));
/** `di 24 nov.` */
export const dayOf = (at: string | number): string =>
  format('day', { weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(at));
/** `dinsdag 24 november 2026 08:31:58` */
export const fullOf = (at: string | number): string =>
  format('full', { dateStyle: 'full', timeStyle: 'medium' }).format(new Date(at));
/** Time alone when it is of today, else with its day. */
export const momentOf = (at: string, now: number = serverNow()): string =>
  dayOf(at) === dayOf(now) ? timeOf(at) : `${dayOf(at)} ${timeOf(at)}`;

/** This moment by the server's clock, in milliseconds: ages do not depend on the desk's clock. */
export const serverNow = (): number => Date.now() + usePicture.getState().skew;

/** `12 s`, `4 min`, `1 h 05`, `3 d`: as short as an age can be said. Future counts as 0. */
export function ageText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  const unit = { nl: ['u', 'd'], fr: ['h', 'j'], en: ['h', 'd'] }[currentLang()];
  if (hours < 24) return `${hours} ${unit[0]} ${String(minutes % 60).padStart(2, '0')}`;
  return `${Math.floor(hours / 24)} ${unit[1]}`;
}

// One ticker for the whole screen: a timer per row would be hundreds.
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let tick = Date.now();
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!timer) tick = Date.now();
  timer ??= setInterval(() => {
    tick = Date.now();
    for (const one of listeners) one();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Server time in milliseconds; the caller is drawn again every `step` milliseconds. */
export function useNow(step = 1000): number {
  useSyncExternalStore(subscribe, () => Math.floor(tick / step));
  return serverNow();
}
