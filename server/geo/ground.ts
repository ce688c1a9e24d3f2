import { createHash } from 'node:crypto';
import type { Manager } from '../../shared/geo/base.ts';
import type { GeoFeature } from '../../shared/geo/feature.ts';
import { municipalityAt } from '../../shared/geo/ground.ts';
import type { Layer } from '../../shared/geo/layer.ts';
import { SOUGHT_ONLY } from '../../shared/geo/clearance.ts';
import type { Zone } from '../../shared/geo/municipality.ts';
import type { View } from '../../shared/role.ts';
import type { Point } from '../../shared/value.ts';
import type { BuiltIn } from './base.ts';
import type { Question } from './clerk.ts';
import { clearancesOf, kindsFor, onlyMunicipalities, pictureOf, type LaidOver } from './picture.ts';

/**
 * What the server knows of the ground. What is drawn, and which municipality a point is in, is at hand;
 * what is sought and counted is asked of the desk, as it can be many things and take its time.
 */
export interface GroundStore {
  /** What one audience is sent to draw, and a fingerprint of it for `ETag`. */
  drawn(view: View): Drawn;
  /** JSON of the answer, as this audience may have it. Throws `DeskBusy`. */
  ask(view: View, question: Question): Promise<string>;
  /** A camera that this audience is sent. */
  camera(view: View, id: string): GeoFeature | undefined;
  managers: ReadonlyMap<string, Manager>;
  zones: readonly Zone[];
  layers: readonly Layer[];
  /** Dutch name of the municipality at a point: what reports and incidents keep. */
  municipalityAt(point: Point): string | undefined;
  /** Address of a camera's picture; never among the features. */
  streamOf(camera: string): string | undefined;
  close(): void;
}

export interface Drawn {
  /** GeoJSON text: made once, sent many times. */
  json: string;
  etag: string;
}

/** Official layers that were imported. */
export interface Imported {
  layers(): LaidOver;
  onChange(changed: () => void): () => void;
  close(): void;
}

/** Found by seeking only: the desk has these, and nobody else needs them. */
export const isDrawn = ({ properties }: GeoFeature): boolean =>
  !SOUGHT_ONLY.includes(properties.kind);

export function openGround(
  builtIn: BuiltIn,
  imported: Imported,
  desk: { ask(cleared: readonly string[], question: Question): Promise<string> },
): GroundStore {
  const { layers, managers, zones } = builtIn;
  let picture = pictureOf(builtIn, imported.layers());
  let municipalities = onlyMunicipalities(picture.features);
  const byAudience = new Map<string, Drawn>();
  const stop = imported.onChange(() => {
    picture = pictureOf(builtIn, imported.layers());
    municipalities = onlyMunicipalities(picture.features);
    byAudience.clear();
  });

  function draw(cleared: readonly string[]): Drawn {
    const may = kindsFor(cleared, layers);
    const features = picture.features.filter(
      (feature) => isDrawn(feature) && may(feature.properties.kind),
    );
    const json = JSON.stringify({ type: 'FeatureCollection', features });
    const etag = `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`;
    return { json, etag };
  }

  return {
    drawn(view) {
      const cleared = clearancesOf(view, layers);
      const known = byAudience.get(cleared.join()) ?? draw(cleared);
      byAudience.set(cleared.join(), known);
      return known;
    },
    ask: (view, question) => desk.ask(clearancesOf(view, layers), question),
    camera(view, id) {
      if (!picture.streams.has(id)) return undefined;
      const camera = picture.features.find((feature) => feature.id === id);
      const may = kindsFor(clearancesOf(view, layers), layers);
      return camera && may(camera.properties.kind) ? camera : undefined;
    },
    managers,
    zones,
    layers,
    municipalityAt: (point) => municipalityAt(municipalities, point)?.properties.nl,
    streamOf: (camera) => picture.streams.get(camera),
    close() {
      stop();
      imported.close();
    },
  };
}

/** A report of a feed that knows its point but not its municipality, with the municipality. */
export function placed<C extends { type: string; data: unknown }>(
  store: Pick<GroundStore, 'municipalityAt'>,
  command: C,
): C {
  const { place } = command.data as { place?: { point?: Point; municipality?: string } };
  if (!place?.point || place.municipality !== undefined) return command;
  const municipality = store.municipalityAt(place.point);
  if (municipality === undefined) return command;
  return { ...command, data: { ...(command.data as object), place: { ...place, municipality } } };
}
