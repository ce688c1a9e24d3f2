import {
  AttributionControl,
  Map,
  Popup,
  ScaleControl,
  setWorkerUrl,
  type GeoJSONSource,
  type MapLayerMouseEvent,
  type MapMouseEvent,
  type StyleSpecification,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { FeatureCollection } from '../../shared/geo.ts';
import type { Lang } from '../../shared/refusal.ts';
import type { MapSettings } from '../../shared/settings.ts';
import type { z } from 'zod';
import type { Point } from '../../shared/value.ts';
import { send } from '../send.ts';
import { usePicture } from '../store.ts';
import { select, setUi, useUi } from '../ui.ts';
import { setCamera } from './camera.ts';
import { addIcons } from './icon.ts';
import { collect } from './layer/feature.ts';
import { INCIDENTS, incidentFeatures, incidentLayers } from './layer/incident.ts';
import { REGION, regionLayers } from './layer/region.ts';
import {
  CLUSTER,
  MERGED,
  mergedFeatures,
  REPORTS,
  reportFeatures,
  reportLayers,
} from './layer/report.ts';
import { readTokens, type Tokens } from './tokens.ts';

setWorkerUrl(workerUrl);

/** The map itself: what stands in the picture is drawn, what is clicked is selected or placed. */
export interface Engine {
  restyle(lang: Lang): void;
  close(): void;
}

export interface EngineOptions {
  container: HTMLElement;
  lang: Lang;
  view: z.infer<typeof MapSettings>;
  geo: FeatureCollection | undefined;
  onPointer(point: Point | undefined): void;
  onLost(lost: boolean): void;
}

const SELECTED = 'selected';
/** At most ten times a second: the eye sees no more, and a busy feed leaves room for the rest. */
const PUSH_MS = 100;
const CLICKABLE = ['incident', 'report', 'report-merged'];
const NOTHING = collect([]);

function makeStyle(
  tokens: Tokens,
  lang: Lang,
  geo: FeatureCollection | undefined,
): StyleSpecification {
  return {
    version: 8,
    sources: {
      [REGION]: { type: 'geojson', data: geo ?? NOTHING },
      [REPORTS]: { type: 'geojson', data: NOTHING, ...CLUSTER },
      [MERGED]: { type: 'geojson', data: NOTHING },
      [INCIDENTS]: { type: 'geojson', data: NOTHING },
      [SELECTED]: { type: 'geojson', data: NOTHING },
    },
    layers: [
      ...regionLayers(tokens, lang),
      ...reportLayers(tokens),
      {
        id: 'selected',
        type: 'circle',
        source: SELECTED,
        paint: {
          'circle-radius': 21,
          'circle-color': tokens.accent,
          'circle-opacity': 0.18,
          'circle-stroke-color': tokens.accent,
          'circle-stroke-width': 2.5,
        },
      },
      ...incidentLayers(tokens),
    ],
  };
}

export function openEngine({
  container,
  lang,
  view,
  geo,
  onPointer,
  onLost,
}: EngineOptions): Engine {
  let language = lang;
  const home = boundsOf(geo);
  const map = new Map({
    container,
    style: makeStyle(readTokens(), lang, geo),
    ...(home
      ? { bounds: home, fitBoundsOptions: { padding: 28 } }
      : { center: [...view.center], zoom: view.zoom }),
    minZoom: 8,
    maxZoom: 19,
    maxPitch: 0,
    dragRotate: false,
    attributionControl: false,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-right');
  map.addControl(new AttributionControl({ compact: true }), 'bottom-right');

  const source = (id: string) => map.getSource<GeoJSONSource>(id);
  const last: Record<string, unknown> = {};
  /** Sends a source's features on only when what they are made of has changed. */
  function push(
    id: string,
    made: readonly unknown[],
    features: () => ReturnType<typeof collect>,
  ): void {
    const before = last[id] as readonly unknown[] | undefined;
    if (before && made.every((one, i) => one === before[i])) return;
    last[id] = made;
    void source(id)?.setData(features());
  }

  function pointOfSelected(): Point | undefined {
    const { selected } = useUi.getState();
    const { shown } = usePicture.getState();
    if (!selected) return undefined;
    return selected.kind === 'incident'
      ? shown.incident.incidents.get(selected.id)?.place?.point
      : shown.report.reports.get(selected.id)?.place?.point;
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  function draw(): void {
    timer = undefined;
    if (!map.getSource(REPORTS)) return;
    const { shown } = usePicture.getState();
    const { selected } = useUi.getState();
    const incident = selected?.kind === 'incident' ? selected.id : undefined;
    push(REPORTS, [shown.report], () => collect(reportFeatures(shown)));
    push(MERGED, [shown.report, incident], () => collect(mergedFeatures(shown, incident)));
    push(INCIDENTS, [shown.incident], () => collect(incidentFeatures(shown)));
    const point = pointOfSelected();
    push(SELECTED, [point], () => ({
      type: 'FeatureCollection',
      features: point
        ? ([
            { type: 'Feature', geometry: { type: 'Point', coordinates: point }, properties: {} },
          ] as never)
        : [],
    }));
  }
  const drawSoon = () => (timer ??= setTimeout(draw, PUSH_MS));

  /** To what was selected elsewhere, if it is out of sight; never under somebody's hand. */
  function reveal(): void {
    const point = pointOfSelected();
    if (!point || map.isMoving() || map.getBounds().contains([...point])) return;
    map.easeTo({ center: [...point], duration: calm() ? 0 : 400 });
  }
  const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

  const ends = [
    usePicture.subscribe((p) => p.shown, drawSoon),
    useUi.subscribe((ui, before) => {
      if (ui.selected === before.selected && ui.placing === before.placing) return;
      drawSoon();
      map.getCanvas().style.cursor = ui.placing ? 'crosshair' : '';
      if (ui.selected !== before.selected) reveal();
    }),
  ];

  map.on('load', () => {
    addIcons(map, readTokens());
    draw();
  });
  map.on('click', (event: MapMouseEvent) => {
    const { placing } = useUi.getState();
    const point: Point = [round(event.lngLat.lng), round(event.lngLat.lat)];
    if (placing) return place(placing, point);
    const [hit] = map.queryRenderedFeatures(event.point, { layers: CLICKABLE });
    if (hit) return select(hit.properties['kind'] as 'incident', String(hit.properties['id']));
    const [cluster] = map.queryRenderedFeatures(event.point, { layers: ['report-cluster'] });
    if (!cluster) return;
    void source(REPORTS)
      ?.getClusterExpansionZoom(Number(cluster.properties['cluster_id']))
      .then((zoom) => map.easeTo({ center: event.lngLat, zoom, duration: calm() ? 0 : 300 }));
  });

  const popup = new Popup({
    closeButton: false,
    closeOnClick: false,
    offset: 16,
    maxWidth: '280px',
  });
  const tell = (event: MapLayerMouseEvent) => {
    const [hit] = event.features ?? [];
    if (!hit || useUi.getState().placing) return;
    map.getCanvas().style.cursor = 'pointer';
    const { priority, title } = hit.properties as { priority: number; title: string };
    popup.setLngLat(event.lngLat).setText(`P${priority} · ${title}`).addTo(map);
  };
  const hush = () => {
    map.getCanvas().style.cursor = useUi.getState().placing ? 'crosshair' : '';
    popup.remove();
  };
  for (const layer of CLICKABLE) {
    map.on('mousemove', layer, tell);
    map.on('mouseleave', layer, hush);
  }
  map.on('mousemove', (event) => onPointer([event.lngLat.lng, event.lngLat.lat]));
  map.on('mouseout', () => onPointer(undefined));
  map.on('webglcontextlost', () => onLost(true));
  map.on('webglcontextrestored', () => onLost(false));

  setCamera({
    fit() {
      const duration = calm() ? 0 : 400;
      if (home) map.fitBounds(home, { padding: 28, duration });
      else map.easeTo({ center: [...view.center], zoom: view.zoom, duration });
    },
    zoom: (steps) => map.easeTo({ zoom: map.getZoom() + steps, duration: calm() ? 0 : 200 }),
    fly() {
      const point = pointOfSelected();
      if (point)
        map.easeTo({
          center: [...point],
          zoom: Math.max(map.getZoom(), 14),
          duration: calm() ? 0 : 500,
        });
    },
  });

  return {
    restyle(next) {
      language = next;
      const tokens = readTokens();
      for (const id of Object.keys(last)) delete last[id];
      map.setStyle(makeStyle(tokens, language, geo), { diff: false });
      map.once('styledata', () => {
        addIcons(map, tokens);
        draw();
      });
    },
    close() {
      clearTimeout(timer);
      for (const end of ends) end();
      setCamera(undefined);
      map.remove();
    },
  };
}

/** West, south, east and north of the region's ring. */
function boundsOf(
  geo: FeatureCollection | undefined,
): [number, number, number, number] | undefined {
  const region = geo?.features.find((one) => one.properties.kind === 'region')?.geometry;
  if (region?.type !== 'Polygon') return undefined;
  const [lons, lats] = [0, 1].map((axis) => region.coordinates.flat().map((point) => point[axis]!));
  return [Math.min(...lons!), Math.min(...lats!), Math.max(...lons!), Math.max(...lats!)];
}

/** Six decimals: a decimetre. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

function place(
  placing: NonNullable<ReturnType<typeof useUi.getState>['placing']>,
  point: Point,
): void {
  if (placing.for === 'form') return setUi({ placing: undefined, placed: point });
  const { incident } = placing.for;
  const known = usePicture.getState().shown.incident.incidents.get(incident);
  send('incident.locate', { incident, place: { ...known?.place, point } });
  setUi({ placing: undefined });
}
