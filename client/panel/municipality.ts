import type { Lang } from '../../shared/refusal.ts';
import { fold } from '../../shared/select.ts';

/** The nineteen municipalities of the region, by NIS code, with both official names. */
const MUNICIPALITIES: readonly { nis: string; nl: string; fr: string }[] = [
  { nis: '21001', nl: 'Anderlecht', fr: 'Anderlecht' },
  { nis: '21002', nl: 'Oudergem', fr: 'Auderghem' },
  { nis: '21003', nl: 'Sint-Agatha-Berchem', fr: 'Berchem-Sainte-Agathe' },
  { nis: '21004', nl: 'Brussel', fr: 'Bruxelles' },
  { nis: '21005', nl: 'Etterbeek', fr: 'Etterbeek' },
  { nis: '21006', nl: 'Evere', fr: 'Evere' },
  { nis: '21007', nl: 'Vorst', fr: 'Forest' },
  { nis: '21008', nl: 'Ganshoren', fr: 'Ganshoren' },
  { nis: '21009', nl: 'Elsene', fr: 'Ixelles' },
  { nis: '21010', nl: 'Jette', fr: 'Jette' },
  { nis: '21011', nl: 'Koekelberg', fr: 'Koekelberg' },
  { nis: '21012', nl: 'Sint-Jans-Molenbeek', fr: 'Molenbeek-Saint-Jean' },
  { nis: '21013', nl: 'Sint-Gillis', fr: 'Saint-Gilles' },
  { nis: '21014', nl: 'Sint-Joost-ten-Node', fr: 'Saint-Josse-ten-Noode' },
  { nis: '21015', nl: 'Schaarbeek', fr: 'Schaerbeek' },
  { nis: '21016', nl: 'Ukkel', fr: 'Uccle' },
  { nis: '21017', nl: 'Watermaal-Bosvoorde', fr: 'Watermael-Boitsfort' },
  { nis: '21018', nl: 'Sint-Lambrechts-Woluwe', fr: 'Woluwe-Saint-Lambert' },
  { nis: '21019', nl: 'Sint-Pieters-Woluwe', fr: 'Woluwe-Saint-Pierre' },
];

/** A name as stored, in whichever language or as a NIS code; what is not ours stays as it is. */
const find = (stored: string) =>
  MUNICIPALITIES.find(
    (one) => one.nis === stored || fold(one.nl) === fold(stored) || fold(one.fr) === fold(stored),
  );

export function municipalityName(stored: string, lang: Lang): string {
  const known = find(stored);
  return known ? known[lang === 'fr' ? 'fr' : 'nl'] : stored;
}

/** Both names, so that a search finds Elsene and Ixelles alike. */
export function municipalityWords(stored: string | undefined): string {
  const known = stored === undefined ? undefined : find(stored);
  return known ? `${known.nl} ${known.fr}` : (stored ?? '');
}

/** What a form's list calls it: the Dutch name for ours, else as it is stored. */
export const storedMunicipality = (stored: string | undefined): string =>
  stored === undefined ? '' : (find(stored)?.nl ?? stored);

/**
 * Choices for a form. `value` is what is stored: the Dutch name, which every screen can translate.
 * A stored name that is not of the region stays among them.
 */
export function municipalityChoices(lang: Lang, stored: string | undefined) {
  const own = MUNICIPALITIES.map((one) => ({
    value: one.nl,
    label: lang === 'fr' ? one.fr : one.nl,
  })).sort((a, b) => a.label.localeCompare(b.label, lang));
  return stored && !find(stored) ? [...own, { value: stored, label: stored }] : own;
}
