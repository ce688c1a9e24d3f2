import type { CrisisPlan } from '../../../shared/plan/plan.ts';
import type { Lang } from '../../../shared/refusal.ts';
import type { DecidedBy, Phase } from '../../../shared/subject/phase/schema.ts';
import type { Scope } from '../../../shared/subject/threat/schema.ts';
import type { TFunction } from 'i18next';
import { nameIn } from '../alarm/name.ts';

/** Names of authorities and places, in the reader's language. */

export const functionName = (id: string, plan: CrisisPlan, lang: Lang): string =>
  nameIn(plan.functions, id, lang);

export const municipalityName = (
  id: string | undefined,
  plan: CrisisPlan,
  lang: Lang,
): string | undefined => (id === undefined ? undefined : nameIn(plan.municipalities, id, lang));

/** `Gemeentelijke fase, Elsene`. */
export function phaseName(
  { phase, municipality }: Pick<Phase, 'phase' | 'municipality'>,
  plan: CrisisPlan,
  t: TFunction,
  lang: Lang,
): string {
  const where = municipalityName(municipality, plan, lang);
  return [t(`phase.name-${phase}`), where].filter(Boolean).join(', ');
}

/** `An Lindeboom (Burgemeester)`, and whether as a deputy. */
export function whoText(by: DecidedBy, plan: CrisisPlan, t: TFunction, lang: Lang): string {
  const role = functionName(by.function, plan, lang);
  return `${by.name} (${by.deputy ? `${role}, ${t('phase.deputy')}` : role})`;
}

export function scopeText(scope: Scope, plan: CrisisPlan, t: TFunction, lang: Lang): string {
  switch (scope.kind) {
    case 'municipality':
      return municipalityName(scope.municipality, plan, lang) ?? scope.municipality;
    case 'place':
    case 'target':
      return scope.name;
    default:
      return t(`phase.scope-${scope.kind}`);
  }
}

/** The plan's words are Dutch and French; an English reader is given the Dutch. */
export const both = (text: { nl: string; fr: string }, lang: Lang): string =>
  text[lang === 'en' ? 'nl' : lang];

/** Day and time in Brussels. Without the clock of a console: this is pure. */
export const momentIn = (at: string, lang: Lang): string =>
  new Intl.DateTimeFormat({ nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' }[lang], {
    ...{ timeZone: 'Europe/Brussels', hourCycle: 'h23' },
    ...{ day: 'numeric', month: 'numeric', hour: '2-digit', minute: '2-digit' },
  }).format(new Date(at));
