import { makeGround, inside, municipalityAt, type Ground } from '../../shared/geo/ground.ts';
import { tellPlace } from '../../shared/geo/place.ts';
import { makeGazetteer } from '../../shared/geo/search.ts';
import type { Shape } from '../../shared/geo/shape.ts';
import type { Point } from '../../shared/value.ts';
import type { BuiltIn } from './base.ts';
import { readPosition } from './coordinates.ts';
import { kindsFor, onlyMunicipalities, pictureOf, type LaidOver } from './picture.ts';

/** What can be asked of the ground. */
export type Question =
  | { about: 'name'; typed: string; limit: number }
  /** `day`: `YYYY-MM-DD` in Brussels, as police zones are in force by the day. */
  | { about: 'point'; point: Point; day: string }
  /** Without `kinds`: those that a layer says are told of a perimeter. */
  | { about: 'shape'; shape: Shape; kinds?: string[] | undefined };

/** Things that are named in one answer about a shape; `more` says how many are not. */
export const NAMED = 5_000;

/**
 * Answers from one picture of the ground, for whoever holds these clearances. Pure, and not quick:
 * a quarter of a million addresses take seconds to be put in order, and half a second to be counted.
 */
export function openClerk(
  builtIn: BuiltIn,
  laid: LaidOver,
): (cleared: readonly string[], question: Question) => object {
  const { layers, managers, zones } = builtIn;
  const { features } = pictureOf(builtIn, laid);
  const municipalities = onlyMunicipalities(features);
  // One pair of names for each municipality, however many places are in it.
  const namesOf = new Map(
    municipalities.features.map(({ id, properties: { nl, fr } }) => [id, { nl, fr }]),
  );
  const gazetteer = makeGazetteer(features, (point) =>
    namesOf.get(municipalityAt(municipalities, point)?.id ?? ''),
  );
  const grounds = new Map<string, Ground>();

  function groundFor(cleared: readonly string[]): Ground {
    const may = kindsFor(cleared, layers);
    const known =
      grounds.get(cleared.join()) ??
      makeGround(features.filter(({ properties }) => may(properties.kind)));
    grounds.set(cleared.join(), known);
    return known;
  }

  return (cleared, question) => {
    switch (question.about) {
      case 'name': {
        const position = readPosition(question.typed);
        if (position) return { position, hits: [] };
        const may = kindsFor(cleared, layers);
        return { hits: gazetteer.find(question.typed, question.limit, may) };
      }
      case 'point': {
        const { point, day } = question;
        const facts = tellPlace(groundFor(cleared), managers, zones, point, day);
        return {
          ...facts,
          municipality: facts.municipality?.properties,
          here: facts.here.map(({ properties }) => properties),
          managers: facts.managers.map(({ manager, of }) => ({ ...manager, of: of?.id })),
          nearest: Object.fromEntries(
            Object.entries(facts.nearest).map(([kind, near]) => [
              kind,
              near && { ...near.feature.properties, metres: Math.round(near.metres) },
            ]),
          ),
        };
      }
      case 'shape': {
        const told = layers.filter((layer) => layer.inside).flatMap((layer) => layer.kinds);
        const wanted = new Set(question.kinds ?? [...told, 'municipality']);
        const found = inside(groundFor(cleared), question.shape, ({ properties }) =>
          wanted.has(properties.kind),
        );
        const more = found.features.length - NAMED;
        return {
          people: found.people,
          area: Math.round(found.area),
          features: found.features.slice(0, NAMED).map(({ properties }) => properties),
          ...(more > 0 ? { more } : {}),
        };
      }
    }
  };
}
