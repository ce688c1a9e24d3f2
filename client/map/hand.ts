import type { GeoJSONSource, Map as MapLibre, MapMouseEvent, Point as Pixel } from 'maplibre-gl';
import { roundPoint, type Point } from '../../shared/value.ts';
import { send } from '../send.ts';
import { useTool } from './draw/state.ts';
import { usePicture } from '../store.ts';
import { select, setUi, useUi, type Selected } from '../ui.ts';
import { REPORTS } from './layer/report.ts';
import { municipalityName } from './place/place.ts';
import { useMapState } from './state.ts';
import { CLICKABLE, CLUSTERS, GROUND_THINGS } from './style.ts';
import { openTip, type UnitAt } from './tip.ts';

/**
 * The hand on the map: what is clicked is selected, opened up or placed; what is pointed at tells what
 * it is. `unitAt`: for units that are not drawn in the map itself.
 */
export function openHand(map: MapLibre, unitAt?: UnitAt): () => void {
  const tip = openTip(map, unitAt);
  const canvas = map.getCanvas();

  map.on('click', ({ point, lngLat }: MapMouseEvent) => {
    if (useUi.getState().placing) return place([lngLat.lng, lngLat.lat]);
    if (useTool.getState().tool) return;
    const hits = thingsAt(map, point);
    const { selected } = useUi.getState();
    // Things that lie on one another: each click takes the next.
    const at = hits.findIndex(({ kind, id }) => selected?.kind === kind && selected.id === id);
    const hit = hits[(at + 1) % hits.length];
    if (hit) return select(hit.kind, hit.id);
    if (clusterAt(map, point)) return void openCluster(map, point);
    const thing = groundAt(map, point);
    const there: Point = thing?.at ?? roundPoint([lngLat.lng, lngLat.lat]);
    useMapState.setState({ place: { point: there, ...(thing ? { thing: thing.id } : {}) } });
  });
  map.on('mousemove', ({ point, lngLat }: MapMouseEvent) => {
    useMapState.setState({ pointer: [lngLat.lng, lngLat.lat] });
    if (useUi.getState().placing || useTool.getState().tool || map.isMoving()) tip.hide();
    else tip.show(point, [lngLat.lng, lngLat.lat]);
  });
  map.on('mouseout', () => {
    useMapState.setState({ pointer: undefined });
    tip.hide();
  });
  map.on('movestart', tip.hide);

  /** Without a mouse: arrows bring the place under the cross in the middle, Enter takes it. */
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !useUi.getState().placing) return;
    event.preventDefault();
    event.stopPropagation();
    const { lng, lat } = map.getCenter();
    place([lng, lat]);
  };
  canvas.addEventListener('keydown', enter);

  let before: Element | null = null;
  const unsubscribe = useUi.subscribe(({ placing }, { placing: was }) => {
    if (placing === was) return;
    tip.hide();
    canvas.style.cursor = placing ? 'crosshair' : '';
    if (placing && !was) {
      before = document.activeElement;
      canvas.focus({ preventScroll: true });
    } else if (!placing && document.activeElement === canvas && before instanceof HTMLElement)
      before.focus({ preventScroll: true });
  });
  return () => {
    unsubscribe();
    tip.close();
    canvas.removeEventListener('keydown', enter);
  };
}

export type Hit = Selected;

/** The things under a pixel, the topmost first, each once. */
export function thingsAt(map: MapLibre, point: Pixel): Hit[] {
  const hits = new Map<string, Hit>();
  for (const { properties } of map.queryRenderedFeatures(point, { layers: CLICKABLE })) {
    // Several alerts of one camera, the gravest first.
    if (properties['kind'] === 'anpr') {
      for (const id of String(properties['alerts']).split('\n'))
        if (!hits.has(id)) hits.set(id, { kind: 'anpr', id });
      continue;
    }
    // The line of a perimeter means its incident.
    const hit: Hit =
      properties['kind'] === 'perimeter'
        ? { kind: 'incident', id: String(properties['incident']) }
        : properties['kind'] === 'traffic'
          ? { kind: 'report', id: String(properties['id']) }
          : (properties as unknown as Hit);
    if (!hits.has(hit.id)) hits.set(hit.id, { kind: hit.kind, id: hit.id });
  }
  return [...hits.values()];
}

/** A station, hospital, camera… under a pixel, by its picture. */
function groundAt(map: MapLibre, point: Pixel): { id: string; at: Point } | undefined {
  const [hit] = map.queryRenderedFeatures(point, { layers: GROUND_THINGS });
  if (hit?.geometry.type !== 'Point') return undefined;
  return { id: String(hit.properties['id']), at: hit.geometry.coordinates as Point };
}

const clusterAt = (map: MapLibre, point: Pixel) =>
  map.queryRenderedFeatures(point, { layers: CLUSTERS })[0];

async function openCluster(map: MapLibre, point: Pixel): Promise<void> {
  const cluster = clusterAt(map, point);
  if (cluster?.geometry.type !== 'Point') return;
  const source = map.getSource<GeoJSONSource>(REPORTS);
  const center = cluster.geometry.coordinates as Point;
  // The cluster may have gone in the meantime: then there is nothing to open.
  const zoom = await source
    ?.getClusterExpansionZoom(Number(cluster.properties['cluster_id']))
    .catch(() => undefined);
  if (zoom !== undefined) map.easeTo({ center, zoom: zoom + 0.3, duration: 300 });
}

function place([lon, lat]: Point): void {
  const { placing } = useUi.getState();
  if (!placing) return;
  setUi({ placing: undefined });
  void placeAt(roundPoint([lon, lat]), placing.for);
}

/** The point with its municipality: for the form that waits for it, or sent for the incident. */
async function placeAt(point: Point, target: 'form' | { incident: string }): Promise<void> {
  const host = await municipalityName(point);
  if (target === 'form') return setUi({ placed: { point, ...(host ? { in: host } : {}) } });
  const { incident } = target;
  const known = usePicture.getState().shown.incident.incidents.get(incident);
  const place = { ...known?.place, point, ...(host ? { municipality: host } : {}) };
  send('incident.locate', { incident, place });
}
