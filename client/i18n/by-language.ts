import { LANGS, type Lang, type Words } from '../../shared/refusal.ts';
import { words } from './words/words.ts';

/** The words of one language, as i18next wants them: area → key → text. */
export const inLang = (lang: Lang) =>
  Object.fromEntries(
    Object.entries(words).map(([area, keys]) => [
      area,
      Object.fromEntries(
        Object.entries(keys as Record<string, Words>).map(([key, text]) => [key, text[lang]]),
      ),
    ]),
  );

/** Modules `virtual:words/nl`, `…/fr`, `…/en`: nobody fetches the languages that they do not read. */
export function wordsByLanguage() {
  const name = (id: string) => LANGS.find((lang) => id.endsWith(`virtual:words/${lang}`));
  return {
    name: 'words-by-language',
    resolveId: (id: string) => (name(id) ? `\0${id}` : undefined),
    load(id: string) {
      const lang = id.startsWith('\0') ? name(id) : undefined;
      return lang && `export default ${JSON.stringify(inLang(lang))}`;
    },
  };
}
