import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGS, type Lang } from '../../shared/refusal.ts';
import { currentLang, rememberLang } from './lang.ts';

/** Each language is a part of the program of its own. */
const LOAD = {
  nl: () => import('virtual:words/nl'),
  fr: () => import('virtual:words/fr'),
  en: () => import('virtual:words/en'),
} as const satisfies Record<Lang, unknown>;

async function load(lang: Lang): Promise<void> {
  if (i18next.hasResourceBundle(lang, 'translation')) return;
  const { default: words } = await LOAD[lang]();
  i18next.addResourceBundle(lang, 'translation', words);
}

/** Before the first picture: the reader's own language; the others when there is time. */
export async function openWords(): Promise<void> {
  const lang = currentLang();
  await i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
  });
  await load(lang);
  document.documentElement.lang = lang;
  // At hand for switching when the server is away.
  setTimeout(() => void Promise.allSettled(LANGS.map(load)), 4_000);
}

/** Switches on the fly: every text on the screen changes, nothing else does. */
export async function setLang(lang: Lang): Promise<void> {
  await load(lang);
  rememberLang(lang);
  await i18next.changeLanguage(lang);
}
