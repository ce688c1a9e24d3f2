import type { GeoFeature } from '../../shared/geo/feature.ts';
import { makeGround, type Ground } from '../../shared/geo/ground.ts';
import type { Layer } from '../../shared/geo/layer.ts';
import { municipalityId } from '../../shared/geo/municipality.ts';
import { mayHave, type View } from '../../shared/role.ts';
import type { BuiltIn } from './base.ts';

/** The ground as it is now: the built-in map, with official layers that were imported laid over it. */
export interface Picture {
  features: readonly GeoFeature[];
  /** Camera → address of its picture, which is never among the features. */
  streams: ReadonlyMap<string, string>;
}

/** Imported layers by their id. */
export type LaidOver = ReadonlyMap<string, { features: readonly GeoFeature[] }>;

/**
 * Imported municipalities and the region take the place of ours, with what only we know of them
 * (inhabitants, other names); a thing with an id that we have takes that one's place; the rest is added.
 */
export function pictureOf(
  { features, municipalities }: Pick<BuiltIn, 'features' | 'municipalities'>,
  laid: LaidOver,
): Picture {
  const streams = new Map<string, string>();
  const all = new Map(features.map((one) => [one.id, withoutStream(one, streams)]));
  const byNis = new Map(municipalities.map((one) => [one.nis, municipalityId(one.id)]));
  for (const layer of laid.values())
    for (const feature of layer.features) {
      const { kind, nis } = feature.properties;
      const id =
        kind === 'municipality'
          ? (byNis.get(Number(nis)) ?? feature.id)
          : kind === 'region'
            ? 'region'
            : feature.id;
      const before = all.get(id)?.properties;
      all.set(id, { ...feature, id, properties: { ...before, ...feature.properties, id } });
    }
  return { features: [...all.values()], streams };
}

/** Enough to tell whose a point is, and quick. */
export const onlyMunicipalities = (features: readonly GeoFeature[]): Ground =>
  makeGround(features.filter(({ properties }) => properties.kind === 'municipality'));

function withoutStream(feature: GeoFeature, streams: Map<string, string>): GeoFeature {
  const { stream, ...properties } = feature.properties;
  if (typeof stream !== 'string') return feature;
  streams.set(feature.id, stream);
  return { ...feature, properties };
}

/** What counts of a view on the map: the clearances that some layer needs. Views that are equal in it are sent the same. */
export function clearancesOf({ cleared }: View, layers: readonly Layer[]): string[] {
  const needed = new Set(layers.flatMap(({ clearance }) => clearance ?? []));
  return cleared.filter((one) => needed.has(one)).sort();
}

/** Which kinds of things an audience is sent (P4.41); each kind is looked up once. */
export function kindsFor(
  cleared: readonly string[],
  layers: readonly Layer[],
): (kind: string) => boolean {
  const known = new Map<string, boolean>();
  return (kind) => {
    const may = known.get(kind) ?? mayHave({ sees: [], cleared }, layers, kind);
    known.set(kind, may);
    return may;
  };
}
