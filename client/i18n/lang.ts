import type { Lang } from '../../shared/refusal.ts';

/** The console's language: as chosen on this machine, else the browser's, else Dutch. */
const KEY = 'belfry.lang';
const known = (text: string | null | undefined): Lang | undefined =>
  text === 'nl' || text === 'fr' || text === 'en' ? text : undefined;

const chosen = (): Lang =>
  known(localStorage.getItem(KEY)) ??
  navigator.languages.map((tag) => known(tag.slice(0, 2))).find((one) => one) ??
  'nl';

/** Found out when it is first asked for. */
let lang: Lang | undefined;
export const currentLang = (): Lang => (lang ??= chosen());

export function rememberLang(next: Lang): void {
  lang = next;
  localStorage.setItem(KEY, next);
  document.documentElement.lang = next;
}
