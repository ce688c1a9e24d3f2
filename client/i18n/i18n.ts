import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGS, type Lang, type Words } from '../../shared/refusal.ts';
import { currentLang, rememberLang } from './lang.ts';
import { words } from './words/words.ts';

/** All words of one language, as i18next wants them: area → key → text. */
const inLang = (lang: Lang) =>
  Object.fromEntries(
    Object.entries(words).map(([area, keys]) => [
      area,
      Object.fromEntries(
        Object.entries(keys as Record<string, Words>).map(([key, text]) => [key, text[lang]]),
      ),
    ]),
  );

void i18next.use(initReactI18next).init({
  lng: currentLang(),
  fallbackLng: 'nl',
  resources: Object.fromEntries(LANGS.map((lang) => [lang, { translation: inLang(lang) }])),
  interpolation: { escapeValue: false },
  initAsync: false,
});
document.documentElement.lang = currentLang();

/** Switches on the fly: every text on the screen changes, nothing else does. */
export function setLang(lang: Lang): void {
  rememberLang(lang);
  void i18next.changeLanguage(lang);
}
