import type { Lang, Words } from '../../../shared/refusal.ts';
import type { PerimeterKind } from '../../../shared/subject/perimeter.ts';

/** Terms of the royal decree of 22 May 2019. */
export const perimeter = {
  'kind-exclusion': {
    nl: 'Uitsluitingsperimeter',
    fr: "Périmètre d'exclusion",
    en: 'Exclusion perimeter',
  },
  'kind-isolation': {
    nl: 'Isolatieperimeter',
    fr: "Périmètre d'isolation",
    en: 'Isolation perimeter',
  },
  'kind-dissuasion': {
    nl: 'Ontradingsperimeter',
    fr: 'Périmètre de dissuasion',
    en: 'Deterrence perimeter',
  },
  'kind-effect': {
    nl: 'Effectgebied (eerste raming)',
    fr: "Zone d'effet (première estimation)",
    en: 'Area of effect (first estimate)',
  },
} satisfies Record<string, Words>;

/** What the map writes along the line. */
export const perimeterWords = (lang: Lang): Record<PerimeterKind, string> => ({
  exclusion: perimeter['kind-exclusion'][lang],
  isolation: perimeter['kind-isolation'][lang],
  dissuasion: perimeter['kind-dissuasion'][lang],
  effect: perimeter['kind-effect'][lang],
});
