import { codesOf, readingOf, type ReadPlate } from './channel.ts';
import type { Doubt, Hit } from './match.ts';
import { normalise } from './plate.ts';
import { differences, likelihoodOf, score, type Candidate } from './score.ts';

/** Thresholds where a list gives none. */
export const THRESHOLDS = { certainFrom: 0.95, possibleFrom: 0.2 };

export interface PlateMatch<E> {
  entry: E;
  how: Hit['how'];
  /** Only an exact read can be `certain`, and only one that nothing makes doubtful. */
  certainty: Hit['certainty'];
  probability: number;
  differences: Hit['differences'];
  /** Other plates of the list that the read could be as well. */
  others: number;
  doubts: Doubt[];
}

/**
 * A read held against a handful of plates: what the server's index says of a million, one by one and with
 * the same scores. The likeliest first; plates below `possibleFrom` are not among them. Never throws: a
 * text that is no plate matches nothing.
 */
export function matchPlate<E extends { id: string; plate: string; country?: string | undefined }>(
  read: ReadPlate,
  plates: Iterable<E>,
  thresholds: { certainFrom: number; possibleFrom: number } = THRESHOLDS,
): PlateMatch<E>[] {
  const reading = readingOf(read);
  if (!reading) return [];
  const candidates: Candidate<E>[] = [];
  for (const entry of plates) {
    const plate = normalise(entry.plate);
    const likelihood = plate === '' ? 0 : likelihoodOf(reading, plate, codesOf(plate));
    if (likelihood > 0)
      candidates.push({ plate, country: entry.country, likelihood, counts: true, of: entry });
  }
  if (candidates.length === 0) return [];
  return score(reading, candidates, thresholds.possibleFrom).map(
    ({ of, how, probability, others, doubts }) => ({
      entry: of,
      how,
      certainty:
        how === 'exact' && doubts.length === 0 && probability >= thresholds.certainFrom
          ? 'certain'
          : 'possible',
      probability,
      differences: differences(reading.plate, normalise(of.plate)),
      others,
      doubts,
    }),
  );
}
