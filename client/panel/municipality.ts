import { plainLetters } from '../../shared/geo/letters.ts';
import type { Lang } from '../../shared/refusal.ts';
import type { Settings } from '../../shared/settings.ts';
import { useSession } from '../session.ts';

const NONE: Settings['municipalities'] = [];
/** Of the region, as `config/geo/municipalities.yaml` has them. */
const known = (): Settings['municipalities'] =>
  useSession.getState().settings?.municipalities ?? NONE;

type Municipality = Settings['municipalities'][number];
/** Asked for at every row of a list: each spelling is looked up once. */
const found = new WeakMap<object, Map<string, Municipality | undefined>>();

/** A name as stored, in whichever language or as a NIS code; what is not ours stays as it is. */
function find(stored: string): Municipality | undefined {
  const all = known();
  const spellings = found.get(all) ?? new Map<string, Municipality | undefined>();
  found.set(all, spellings);
  if (!spellings.has(stored)) {
    const plain = plainLetters(stored);
    const fits = ({ nis, nl, fr }: Municipality) =>
      nis === stored || [nl, fr].some((name) => plainLetters(name) === plain);
    spellings.set(stored, all.find(fits));
  }
  return spellings.get(stored);
}

export function municipalityName(stored: string, lang: Lang): string {
  const ours = find(stored);
  return ours ? ours[lang === 'fr' ? 'fr' : 'nl'] : stored;
}

/** Both names, so that a search finds Elsene and Ixelles alike. */
export function municipalityWords(stored: string | undefined): string {
  const ours = stored === undefined ? undefined : find(stored);
  return ours ? `${ours.nl} ${ours.fr}` : (stored ?? '');
}

/** What a form's list calls it: the Dutch name for ours, else as it is stored. */
export const storedMunicipality = (stored: string | undefined): string =>
  stored === undefined ? '' : (find(stored)?.nl ?? stored);

/**
 * Choices for a form. `value` is what is stored: the Dutch name, which every screen can translate.
 * A stored name that is not of the region stays among them.
 */
export function municipalityChoices(lang: Lang, stored: string | undefined) {
  const own = known()
    .map(({ nl, fr }) => ({ value: nl, label: lang === 'fr' ? fr : nl }))
    .sort((a, b) => a.label.localeCompare(b.label, lang));
  return stored && !find(stored) ? [...own, { value: stored, label: stored }] : own;
}
