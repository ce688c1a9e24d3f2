import i18next from 'i18next';
import { Map as MapLibre, ScaleControl, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { z } from 'zod';
import { boxOf, type Box, type GeoCollection } from '../../shared/geo/feature.ts';
import type { MapSettings } from '../../shared/settings.ts';
import type { Point } from '../../shared/value.ts';
import { useGround } from '../ground.ts';
import { currentLang } from '../i18n/lang.ts';
import { useSession } from '../session.ts';
import { usePicture } from '../store.ts';
import { useUi } from '../ui.ts';
import { openAnpr } from './anpr/open.ts';
import { makeCamera, setCamera } from './camera.ts';
import { openTools } from './draw/open.ts';
import type { FieldLook } from './field/look.ts';
import { openHand } from './hand.ts';
import { drawIcon, RATIO } from './icon.ts';
import { hiddenKinds, useLayers } from './layers.ts';
import { BASE, graticule } from './layer/base.ts';
import { groundFeatures } from './layer/border.ts';
import { BASE_NAMES, nameFeatures } from './layer/name.ts';
import { HERE, hereFeature } from './layer/here.ts';
import { usePointed, VIEW, viewFeatures } from './layer/view.ts';
import { openPainter } from './paint.ts';
import { useSeen } from './seen.ts';
import { selectedPoint } from './selection.ts';
import { useMapState } from './state.ts';
import { takeSharedView } from './share.ts';
import { isSoftware, lighten } from './soft/software.ts';
import { openUnitCanvas } from './soft/unit-canvas.ts';
import { makeLayers, makeStyle, switched } from './style.ts';
import { readTokens } from './tokens.ts';

setWorkerUrl(workerUrl);

/** The map itself. It follows picture, selection, theme and language by itself until it is closed. */
export interface Engine {
  /** The base map came, after the map was opened without it. */
  ground(geo: GeoCollection): void;
  close(): void;
}

/**
 * Opens the map in a container. `geo` undefined: a plain ground with a graticule. Throws when the
 * browser has no WebGL 2. `large`: how much larger than its own pixels the container is shown.
 */
export function openEngine(
  container: HTMLElement,
  view: z.infer<typeof MapSettings>,
  geo: GeoCollection | undefined,
  field: FieldLook | undefined,
  large = 1,
): Engine {
  const center: Point = [...view.center];
  let box = boundsOf(geo);
  let tokens = readTokens(container);
  const map = new MapLibre({
    container,
    style: makeStyle(tokens, currentLang(), geo ?? graticule(center), field),
    ...(box ? { bounds: box, fitBoundsOptions: { padding: 36 } } : { center, zoom: view.zoom }),
    ...(large === 1 ? {} : { pixelRatio: devicePixelRatio * large }),
    minZoom: 8,
    maxZoom: 19,
    maxPitch: 0,
    dragRotate: false,
    attributionControl: false,
    fadeDuration: 0,
    locale: { 'Map.Title': i18next.t('map.label') },
  });
  map.touchZoomRotate.disableRotation();
  map.setMissingStyleImageResolver((name) => {
    const icon = drawIcon(name, tokens);
    if (icon) map.addImage(name, icon, { pixelRatio: RATIO });
  });
  map.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-right');

  let ready = false;
  const soft = isSoftware(map);
  if (soft) lighten(map, large);
  const canvas = soft ? openUnitCanvas(map, large, () => tokens) : undefined;
  const painter = openPainter(map, () => ready, canvas);
  const anpr = openAnpr(map, () => ready, soft);
  const close = openHand(map, canvas?.at);
  const tools = openTools(map, () => ready);
  const camera = makeCamera(map, () => box ?? { center, zoom: view.zoom });
  setCamera(camera);

  /** New colours or words: on the standing map, so that nothing is sent again and nothing flickers. */
  function restyle(): void {
    if (!ready) return;
    tokens = readTokens(container);
    for (const { id, paint, layout } of makeLayers(tokens, currentLang(), field) as Painted[]) {
      for (const [name, value] of Object.entries(paint ?? {}))
        map.setPaintProperty(id, name as never, value as never);
      for (const [name, value] of Object.entries(layout ?? {}))
        map.setLayoutProperty(id, name as never, value as never);
    }
    for (const name of map.listImages()) {
      const icon = drawIcon(name, tokens);
      if (icon) map.updateImage(name, icon);
    }
    canvas?.again();
    anpr.restyled();
    map.getCanvas().setAttribute('aria-label', i18next.t('map.label'));
  }

  /** Shows and hides what this person chose. */
  function switchLayers(): void {
    if (!ready) return;
    const hidden = hiddenKinds(
      useSession.getState().settings?.layers ?? [],
      useLayers.getState().chosen,
    );
    canvas?.show(!hidden.includes('unit'));
    for (const layer of makeLayers(tokens, currentLang(), field)) {
      const to = switched(layer, hidden);
      if (!to) continue;
      map.setLayoutProperty(layer.id, 'visibility', to.off ? 'none' : 'visible');
      if (to.filter && !to.off) map.setFilter(layer.id, to.filter);
    }
  }

  /** The mark of the place whose card is open. */
  function showHere(): void {
    if (!ready) return;
    const { place } = useMapState.getState();
    void map.getSource<GeoJSONSource>(HERE)?.setData(hereFeature(place?.point));
  }

  /** What is seen by the camera whose card is open, or that is pointed at in a list. */
  function showView(): void {
    if (!ready) return;
    const ids = [useMapState.getState().place?.thing, usePointed.getState().camera];
    const seen = useGround.getState().geo?.features.filter(({ id }) => ids.includes(id)) ?? [];
    void map.getSource<GeoJSONSource>(VIEW)?.setData(viewFeatures(seen));
  }

  // At the start, and again when a lost graphics context came back.
  map.on('style.load', () => {
    ready = true;
    restyle();
    switchLayers();
    showHere();
    showView();
    painter.again();
    anpr.again();
    tools.again();
    takeSharedView();
    useMapState.setState({ lost: undefined });
  });
  const seen = () => useSeen.setState({ box: map.getBounds().toArray().flat() as Box });
  map.on('load', seen);
  map.on('moveend', seen);
  map.on('webglcontextlost', () => {
    ready = false;
    useMapState.setState({ lost: 'for-now' });
  });
  i18next.on('languageChanged', restyle);
  addEventListener('hashchange', takeSharedView);
  const ends = [
    close,
    tools.close,
    () => i18next.off('languageChanged', restyle),
    () => removeEventListener('hashchange', takeSharedView),
    usePicture.subscribe((p) => p.shown, painter.soon),
    useMapState.subscribe(({ place }, before) => {
      if (place === before.place) return;
      showHere();
      showView();
    }),
    usePointed.subscribe(showView),
    useLayers.subscribe(switchLayers),
    useUi.subscribe((ui, before) => {
      if (ui.theme !== before.theme) restyle();
      if (ui.selected === before.selected) return;
      painter.soon();
      const point = selectedPoint();
      if (point) camera.reveal(point);
    }),
    painter.close,
    anpr.close,
    () => canvas?.close(),
  ];

  return {
    ground(next) {
      const first = box === undefined;
      box = boundsOf(next);
      void map.getSource<GeoJSONSource>(BASE)?.setData(groundFeatures(next));
      void map.getSource<GeoJSONSource>(BASE_NAMES)?.setData(nameFeatures(next));
      if (first) camera.fit();
    },
    close() {
      for (const end of ends) end();
      setCamera(undefined);
      map.remove();
    },
  };
}

interface Painted {
  id: string;
  paint?: Record<string, unknown>;
  layout?: Record<string, unknown>;
}

function boundsOf(geo: GeoCollection | undefined): Box | undefined {
  const region = geo?.features.find((one) => one.properties.kind === 'region');
  return region && boxOf(region.geometry);
}
