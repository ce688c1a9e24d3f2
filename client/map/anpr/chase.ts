import { create } from 'zustand';
import { pursue, watchRoads, type Pursuit, type Watching } from '../../../shared/anpr/pursuit.ts';
import { makeRoads, type RoadNet } from '../../../shared/anpr/roads.ts';
import { boxOf, type Box, type GeoCollection } from '../../../shared/geo/feature.ts';
import type { Status } from '../../../shared/subject/anpr/limits.ts';
import type { AlertRow, Passage } from '../../../shared/subject/anpr/schema.ts';
import type { Point } from '../../../shared/value.ts';
import { useAnpr, type Anpr } from '../../anpr.ts';
import { useGround } from '../../ground.ts';

/** What of the selected alert is drawn beside its passages: by hand, for this console. */
interface Chase {
  /** The estimate is on the map. */
  shown: boolean;
}
export const useChase = create<Chase>()(() => ({ shown: true }));

/** Who is looked for. */
const SOUGHT: readonly Status[] = ['new', 'acknowledged', 'verified', 'linked', 'dispatched'];
export const isSought = ({ status }: Pick<AlertRow, 'status'>): boolean => SOUGHT.includes(status);

/** Beyond an hour after the last read nothing is estimated any more. */
const STALE_MS = 60 * 60_000;
export const isStale = ({ at }: Pursuit, now: number): boolean => now - at > STALE_MS;

type Sources = Pick<Anpr, 'cameras'> & { geo: GeoCollection | undefined };
export const chaseSources = (): Sources => ({
  cameras: useAnpr.getState().cameras,
  geo: useGround.getState().geo,
});

/** A camera that stands: one on a vehicle is where it was when it read, nobody knows where it is next. */
export function camerasOf({ cameras, geo }: Sources): Watching[] {
  const listed = [...cameras.values()].filter(({ mobile }) => !mobile);
  if (listed.length > 0) return listed;
  return (geo?.features ?? []).flatMap(({ id, geometry, properties }) =>
    properties.kind === 'anpr-camera' &&
    properties['sort'] !== 'mobile' &&
    geometry.type === 'Point'
      ? [{ id, point: geometry.coordinates as Point }]
      : [],
  );
}

let roads: { of: GeoCollection; net: RoadNet; region: Box } | undefined;
function roadsOf(geo: GeoCollection): typeof roads {
  if (roads?.of === geo) return roads;
  const whole = geo.features.find(({ properties }) => properties.kind === 'region');
  const region = whole && boxOf(whole.geometry);
  return (roads = region && { of: geo, net: makeRoads(geo.features), region });
}

let watched: { of: Sources; roads: ReturnType<typeof watchRoads> } | undefined;
let made: { of: readonly Passage[]; by: unknown; pursuit: Pursuit | undefined } | undefined;

const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

/** Where it can be, from its passages as they are; made anew only when they, cameras or ground change. */
export function pursuitOf(
  passages: readonly Passage[],
  sources = chaseSources(),
): Pursuit | undefined {
  const known = sources.geo && roadsOf(sources.geo);
  if (!known) return undefined;
  if (watched?.of.geo !== sources.geo || watched?.of.cameras !== sources.cameras)
    watched = { of: sources, roads: watchRoads(known.net, camerasOf(sources)) };
  if (made?.by === watched && areSame(made.of, passages)) return made.pursuit;
  // Who stood in a queue before the camera was there until the last time.
  const passed = passages.map((one) => ({ ...one, at: one.last }));
  const pursuit = pursue(passed, watched.roads, known.region);
  made = { of: passages, by: watched, pursuit };
  return pursuit;
}
