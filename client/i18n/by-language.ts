import { LANGS, type Lang, type Words } from '../../shared/refusal.ts';
import { words } from './words/words.ts';

/** Areas that nothing says before the map is there. */
const OF_THE_MAP: readonly string[] = [
  ...['map', 'print', 'perimeter', 'place', 'unit', 'traffic'],
  ...['task', 'directory', 'alarm', 'phase', 'shift', 'plan', 'storm'],
  ...['anpr', 'plates', 'hotlist', 'lookback', 'platelog', 'pursuit'],
];

/** The words of one language, as i18next wants them: area → key → text. */
const inLang = (lang: Lang, ofTheMap: boolean) =>
  Object.fromEntries(
    Object.entries(words)
      .filter(([area]) => OF_THE_MAP.includes(area) === ofTheMap)
      .map(([area, keys]) => [
        area,
        Object.fromEntries(
          Object.entries(keys as Record<string, Words>).map(([key, text]) => [key, text[lang]]),
        ),
      ]),
  );

/**
 * Modules `virtual:words/nl` and `virtual:words/nl-map`, and so on: nobody fetches the languages that
 * they do not read, nor what is not said yet.
 */
export function wordsByLanguage() {
  const parts = LANGS.flatMap((lang) => [
    { id: `virtual:words/${lang}`, lang, ofTheMap: false },
    { id: `virtual:words/${lang}-map`, lang, ofTheMap: true },
  ]);
  return {
    name: 'words-by-language',
    resolveId: (id: string) => (parts.some((part) => part.id === id) ? `\0${id}` : undefined),
    load(id: string) {
      const part = parts.find((one) => `\0${one.id}` === id);
      return part && `export default ${JSON.stringify(inLang(part.lang, part.ofTheMap))}`;
    },
  };
}
