import type { GeoFeature } from '../../../shared/geo/feature.ts';
import { inside, type Ground } from '../../../shared/geo/ground.ts';
import type { Layer } from '../../../shared/geo/layer.ts';
import type { Shape } from '../../../shared/geo/shape.ts';
import type { Thing } from '../../../shared/subject/perimeter/schema.ts';

export interface InsideList {
  /** Inhabitants, estimated; undefined where none are known. */
  people: number | undefined;
  /** Square metres. */
  area: number;
  /** What lies inside, kind by kind, in the order of the layers. */
  groups: { kind: string; things: GeoFeature[] }[];
  count: number;
}

/** Things that one command names, at most: as `perimeter.tally` takes them. */
const MOST = 500;

/** Kinds that are told when a perimeter asks, in the order of the centre's list of layers. */
export const toldKinds = (layers: readonly Layer[]): string[] =>
  layers.filter((layer) => layer.inside).flatMap((layer) => layer.kinds);

export function insideList(ground: Ground, shape: Shape, layers: readonly Layer[]): InsideList {
  const kinds = toldKinds(layers);
  const told = new Set(kinds);
  const { features, people, area } = inside(ground, shape, ({ properties }) =>
    told.has(properties.kind),
  );
  const byKind = Map.groupBy(features, ({ properties }) => properties.kind);
  const groups = kinds
    .filter((kind) => byKind.has(kind))
    .map((kind) => ({ kind, things: byKind.get(kind)! }));
  return { people, area, groups, count: features.length };
}

/** What goes into the incident. Names are cut to what the log takes: an imported layer may have longer ones. */
export function tallyOf({ people, groups, count }: InsideList): {
  people?: number;
  things: Thing[];
  more?: number;
} {
  const things = groups
    .flatMap((group) => group.things)
    .slice(0, MOST)
    .map(({ id, properties: { kind, nl, fr } }) => ({
      id: id.slice(0, 128),
      kind: kind.slice(0, 60),
      nl: nl.slice(0, 200),
      fr: fr.slice(0, 200),
    }));
  return {
    ...(people === undefined ? {} : { people }),
    things,
    ...(count > things.length ? { more: count - things.length } : {}),
  };
}
