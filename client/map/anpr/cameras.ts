import type { FlowSlot, Health } from '../../../shared/anpr/camera.ts';
import type { GeoCollection } from '../../../shared/geo/feature.ts';
import type { Point } from '../../../shared/value.ts';
import type { Anpr } from '../../anpr.ts';
import type { MapFeature } from '../layer/feature.ts';

/** Cameras that read plates: where each looks, and how it does. */

const asFeature = (point: Point, properties: MapFeature['properties']): MapFeature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: point },
  properties,
});

/** Of the ground that this role is sent; how each does is told to who may know it. */
export function cameraFeatures(
  geo: GeoCollection | undefined,
  health: Anpr['health'],
): MapFeature[] {
  return (geo?.features ?? []).flatMap(({ id, geometry, properties }) => {
    if (properties.kind !== 'anpr-camera' || geometry.type !== 'Point') return [];
    const told: Health | undefined = health.get(id)?.health;
    const heading = properties['heading'];
    return [
      asFeature(geometry.coordinates as Point, {
        ...{ id, kind: 'anpr-camera', restricted: false, icon: `anpr-camera:${told ?? 'unknown'}` },
        ...(told ? { health: told } : {}),
        ...(typeof heading === 'number' ? { heading } : {}),
      }),
    ];
  });
}

/** A slot lasts five minutes; one that still runs tells too little, an old one nothing. Milliseconds. */
export const SLOT_MS = 5 * 60_000;
const OLD_MS = 20 * 60_000;

/** The last whole five minutes of each camera. */
export function latestSlots(slots: readonly FlowSlot[], now: number): Map<string, FlowSlot> {
  const latest = new Map<string, FlowSlot>();
  for (const slot of slots) {
    const begun = Date.parse(slot.slot);
    if (begun + SLOT_MS > now || begun < now - OLD_MS) continue;
    const known = latest.get(slot.camera);
    if (!known || known.slot < slot.slot) latest.set(slot.camera, slot);
  }
  return latest;
}

export const countOf = ({ approaching, leaving, unknown }: FlowSlot): number =>
  approaching + leaving + unknown;

/** Vehicles in five minutes from which a further bar is full: 150 is a full lane each way. */
const LEVELS = [1, 20, 50, 90, 150];
export const levelOf = (count: number): number => LEVELS.filter((from) => count >= from).length;

/** Counts only: nothing of a vehicle. */
export function flowFeatures(
  latest: ReadonlyMap<string, FlowSlot>,
  placeOf: (camera: string) => Point | undefined,
): MapFeature[] {
  return [...latest.values()].flatMap((slot) => {
    const point = placeOf(slot.camera);
    if (!point) return [];
    const count = countOf(slot);
    return [
      asFeature(point, {
        ...{ id: slot.camera, kind: 'anpr-flow', camera: slot.camera, restricted: false },
        ...{ count, approaching: slot.approaching, leaving: slot.leaving, at: slot.slot },
        ...{ label: String(count), icon: `anpr-flow:${levelOf(count)}` },
      }),
    ];
  });
}
