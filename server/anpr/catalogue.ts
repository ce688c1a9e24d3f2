import { IANAZone } from 'luxon';
import { z } from 'zod';
import type { AnprCamera } from '../../shared/anpr/camera.ts';
import { BaseFile, featuresOf } from '../../shared/geo/base.ts';
import type { Point } from '../../shared/value.ts';
import { ConfigMistake, readYaml } from '../config.ts';

/**
 * The cameras that read plates: where they stand is on the ground (`config/geo/layer/anpr.yaml`), what
 * belongs to reading in `config/anpr/cameras.yaml`. Both name the same cameras, or the start stops.
 */
export interface Catalogue {
  cameras: readonly AnprCamera[];
  byId(id: string): AnprCamera | undefined;
  /** By its id, or by any name that a device gives itself: case, and what parts a MAC address, do not count. */
  byDevice(name: string): AnprCamera | undefined;
}

const Word = z.string().min(1).max(200);
const Zone = z
  .string()
  .refine((zone) => IANAZone.isValidZone(zone), { error: 'no such time zone' });

export const CamerasFile = z.strictObject({
  cameras: z.array(
    z.strictObject({
      id: Word,
      /** Who answers for its data in law; lists name the controllers whose cameras may serve them. */
      controller: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
      basis: Word,
      devices: z.array(Word).min(1).max(20),
      zone: Zone.default('Europe/Brussels'),
    }),
  ),
});
export type CamerasFile = z.infer<typeof CamerasFile>;

const FILE = 'anpr/cameras.yaml';
const LAYER = 'geo/layer/anpr.yaml';

/** Throws `ConfigMistake`. */
export function readCatalogue(config: string): Catalogue {
  const { cameras } = readYaml(config, FILE, CamerasFile);
  const { features, mistakes } = featuresOf(readYaml(config, LAYER, BaseFile));
  if (mistakes[0]) throw new ConfigMistake(`${LAYER}: ${mistakes[0]}`);
  const placed = new Map(
    features
      .filter(({ properties }) => properties.kind === 'anpr-camera')
      .map((feature) => [feature.id, feature]),
  );
  const joined = cameras.map(({ id, controller, basis, devices, zone }): AnprCamera => {
    const feature = placed.get(id);
    if (!feature) throw new ConfigMistake(`${FILE}: ${id}: ${LAYER} has no such camera`);
    const { nl, fr, heading, owner, sort } = feature.properties;
    return {
      ...{ id, controller, basis, devices, zone, name: { nl, fr } },
      point: (feature.geometry as unknown as { coordinates: Point }).coordinates,
      ...(typeof heading === 'number' ? { heading } : {}),
      owner: String(owner),
      mobile: sort === 'mobile',
    };
  });
  const told = new Set(cameras.map(({ id }) => id));
  for (const id of placed.keys())
    if (!told.has(id)) throw new ConfigMistake(`${FILE}: ${id}, of ${LAYER}, is missing`);
  return catalogueOf(joined);
}

/** Throws `ConfigMistake` where two cameras bear the same id or device name: a read would be of either. */
export function catalogueOf(cameras: readonly AnprCamera[]): Catalogue {
  const ids = new Map<string, AnprCamera>();
  const devices = new Map<string, AnprCamera>();
  for (const camera of cameras) {
    if (ids.has(camera.id)) throw new ConfigMistake(`${FILE}: ${camera.id} is there twice`);
    ids.set(camera.id, camera);
  }
  for (const camera of cameras)
    for (const name of [camera.id, ...camera.devices]) {
      const other = devices.get(keyOf(name));
      if (other && other !== camera)
        throw new ConfigMistake(`${FILE}: '${name}' is a device of ${other.id} and ${camera.id}`);
      devices.set(keyOf(name), camera);
    }
  return {
    cameras,
    byId: (id) => ids.get(id),
    byDevice: (name) => ids.get(name) ?? devices.get(keyOf(name)),
  };
}

const MAC = /^[0-9a-f]{2}([:-]?)(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?=$|\/)/;

/** `AC:CC:8E:00:00:01/2` and `accc8e000001/2` are the same device. */
function keyOf(name: string): string {
  const low = name.trim().toLowerCase();
  return low.replace(MAC, (mac) => mac.replace(/[:-]/g, ''));
}
