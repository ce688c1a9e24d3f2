import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGS, type Lang } from '../../shared/refusal.ts';
import { currentLang, rememberLang } from './lang.ts';

/** Each language is a part of the program of its own, and in it what is said on the map. */
const LOAD = {
  first: {
    nl: () => import('virtual:words/nl'),
    fr: () => import('virtual:words/fr'),
    en: () => import('virtual:words/en'),
  },
  map: {
    nl: () => import('virtual:words/nl-map'),
    fr: () => import('virtual:words/fr-map'),
    en: () => import('virtual:words/en-map'),
  },
} as const;
type Part = keyof typeof LOAD;

const had = new Set<string>();
async function load(lang: Lang, part: Part): Promise<void> {
  if (had.has(`${lang} ${part}`)) return;
  const { default: words } = await LOAD[part][lang]();
  i18next.addResourceBundle(lang, 'translation', words, true, true);
  had.add(`${lang} ${part}`);
}
const loadAll = (lang: Lang) => Promise.all([load(lang, 'first'), load(lang, 'map')]);

/** Before the first picture: the reader's own language; the others when there is time. */
export async function openWords(): Promise<void> {
  const lang = currentLang();
  await i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
  });
  await load(lang, 'first');
  document.documentElement.lang = lang;
  // At hand for switching when the server is away.
  setTimeout(() => void Promise.allSettled(LANGS.map(loadAll)), 4_000);
}

/** What is said on the map and in what comes with it. */
export const mapWords = (): Promise<void> => load(currentLang(), 'map');

/** Switches on the fly: every text on the screen changes, nothing else does. */
export async function setLang(lang: Lang): Promise<void> {
  await loadAll(lang);
  rememberLang(lang);
  await i18next.changeLanguage(lang);
}
