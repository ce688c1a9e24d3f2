import { createHash } from 'node:crypto';
import type { Manager } from '../../shared/geo/base.ts';
import type { GeoFeature } from '../../shared/geo/feature.ts';
import { makeGround, municipalityAt, type Ground } from '../../shared/geo/ground.ts';
import { SOUGHT_ONLY, type Layer } from '../../shared/geo/layer.ts';
import { municipalityId, type Zone } from '../../shared/geo/municipality.ts';
import { makeGazetteer, type Gazetteer } from '../../shared/geo/search.ts';
import { audienceOf, mayHave, type View } from '../../shared/role.ts';
import type { Point } from '../../shared/value.ts';
import type { BuiltIn } from './base.ts';

/**
 * What the server knows of the ground: the built-in map, with official layers that were imported laid
 * over it. Made anew when an import changes; between two imports nothing of it changes.
 */
export interface GroundStore {
  /** What one audience is sent: its features, and a fingerprint of them for `ETag`. */
  seen(view: View): Seen;
  managers: ReadonlyMap<string, Manager>;
  zones: readonly Zone[];
  layers: readonly Layer[];
  /** Dutch name of the municipality at a point: what reports and incidents keep. */
  municipalityAt(point: Point): string | undefined;
  /** Address of a camera's picture; never among the features. */
  streamOf(camera: string): string | undefined;
  close(): void;
}

export interface Seen {
  ground: Ground;
  gazetteer: Gazetteer;
  /** What is drawn, as JSON text: made once, sent many times. */
  json: string;
  etag: string;
}

/** Official layers that were imported, by their id. */
export interface Imported {
  layers(): ReadonlyMap<string, { features: readonly GeoFeature[] }>;
  onChange(changed: () => void): () => void;
  close(): void;
}

export function openGround(builtIn: BuiltIn, imported: Imported): GroundStore {
  const streams = new Map<string, string>();
  const own = builtIn.features.map((feature) => withoutStream(feature, streams));
  let all = layOver(own, builtIn, imported);
  let municipalities = onlyMunicipalities(all);
  const byAudience = new Map<string, Seen>();
  const stop = imported.onChange(() => {
    all = layOver(own, builtIn, imported);
    municipalities = onlyMunicipalities(all);
    byAudience.clear();
  });

  function make(view: View): Seen {
    const features = all.filter(({ properties }) => mayHave(view, builtIn.layers, properties.kind));
    const ground = makeGround(features);
    const placeOf = (point: Point) => {
      const { nl, fr } = municipalityAt(municipalities, point)?.properties ?? {};
      return nl && fr ? { nl, fr } : undefined;
    };
    const drawn = features.filter(({ properties }) => !SOUGHT_ONLY.includes(properties.kind));
    const json = JSON.stringify({ type: 'FeatureCollection', features: drawn });
    const etag = `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`;
    return { ground, gazetteer: makeGazetteer(features, placeOf), json, etag };
  }

  return {
    seen(view) {
      const audience = audienceOf({ sees: [], cleared: view.cleared });
      const known = byAudience.get(audience) ?? make(view);
      byAudience.set(audience, known);
      return known;
    },
    managers: builtIn.managers,
    zones: builtIn.zones,
    layers: builtIn.layers,
    municipalityAt: (point) => municipalityAt(municipalities, point)?.properties.nl,
    streamOf: (camera) => streams.get(camera),
    close() {
      stop();
      imported.close();
    },
  };
}

const onlyMunicipalities = (features: readonly GeoFeature[]): Ground =>
  makeGround(features.filter(({ properties }) => properties.kind === 'municipality'));

function withoutStream(feature: GeoFeature, streams: Map<string, string>): GeoFeature {
  const { stream, ...properties } = feature.properties;
  if (typeof stream !== 'string') return feature;
  streams.set(feature.id, stream);
  return { ...feature, properties: properties };
}

/**
 * Imported municipalities and the region take the place of ours, with what only we know of them
 * (inhabitants, other names); a thing with an id that we have takes that one's place; the rest is added.
 */
function layOver(
  own: readonly GeoFeature[],
  { municipalities }: BuiltIn,
  imported: Imported,
): GeoFeature[] {
  const all = new Map(own.map((feature) => [feature.id, feature]));
  const byNis = new Map(municipalities.map((one) => [one.nis, municipalityId(one.id)]));
  for (const { features } of imported.layers().values())
    for (const feature of features) {
      const { kind } = feature.properties;
      const nis = feature.properties['nis'];
      const id =
        kind === 'municipality'
          ? (byNis.get(Number(nis)) ?? feature.id)
          : kind === 'region'
            ? 'region'
            : feature.id;
      const before = all.get(id)?.properties;
      all.set(id, { ...feature, id, properties: { ...before, ...feature.properties, id } });
    }
  return [...all.values()];
}

/** A report of a feed that knows its point but not its municipality, with the municipality. */
export function placed<C extends { type: string; data: unknown }>(
  store: GroundStore,
  command: C,
): C {
  const { place } = command.data as { place?: { point?: Point; municipality?: string } };
  if (!place?.point || place.municipality !== undefined) return command;
  const municipality = store.municipalityAt(place.point);
  if (municipality === undefined) return command;
  return { ...command, data: { ...(command.data as object), place: { ...place, municipality } } };
}
