import type { Municipality } from '../../../shared/geo/municipality.ts';
import { bothNames } from '../../../shared/geo/base.ts';
import type { GeoFeature } from '../../../shared/geo/feature.ts';
import { plainLetters } from '../../../shared/geo/letters.ts';
import type { Mistakes } from '../refused.ts';
import { NIS } from './layers.ts';
import { columnsOf, namesOf, textOf } from './names.ts';
import type { Thing } from './thing.ts';

/**
 * Borders in place of ours: each of the region's municipalities once, known by its NIS code or by a
 * name. `partial`: some of them; what is not of the region is left out.
 */
export function readMunicipalities(
  things: readonly Thing[],
  ours: readonly Municipality[],
  partial: boolean,
  mistakes: Mistakes,
  note: (text: string) => void,
): GeoFeature[] {
  const byNis = new Map(ours.map((one) => [String(one.nis), one]));
  const byName = new Map(
    ours.flatMap((one) =>
      [one.name.nl, one.name.fr, ...(one.also ?? [])].map((name) => [fold(name), one] as const),
    ),
  );
  const features = new Map<string, GeoFeature>();
  let strange = 0;
  for (const { geometry, properties, told } of things) {
    const columns = columnsOf(properties);
    const names = namesOf(columns);
    const nis = textOf(columns, NIS);
    const own =
      byNis.get(nis ?? '') ??
      (nis === undefined
        ? (byName.get(fold(names?.nl)) ?? byName.get(fold(names?.fr)))
        : undefined);
    if (!own) {
      strange += 1;
      if (!partial) mistakes.say(`${told}: is none of the region's ${ours.length} municipalities`);
      continue;
    }
    if (features.has(own.id)) mistakes.say(`${told}: ${own.name.nl} is there twice`);
    features.set(own.id, {
      type: 'Feature',
      id: own.id,
      geometry,
      properties: {
        id: own.id,
        kind: 'municipality',
        ...bothNames(names ?? own.name),
        nis: own.nis,
      },
    });
  }
  const missing = ours.filter(({ id }) => !features.has(id)).map(({ name }) => name.nl);
  if (missing.length > 0 && !partial)
    mistakes.say(`missing: ${missing.join(', ')} (--partial takes the others all the same)`);
  if (features.size === 0 && partial) mistakes.say('none of the region’s municipalities is in it');
  if (partial && strange > 0) note(`${strange} left out: not of the region`);
  return [...features.values()];
}

const fold = (name: string | undefined): string =>
  plainLetters(name ?? '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
