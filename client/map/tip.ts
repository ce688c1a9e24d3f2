import i18next from 'i18next';
import { Popup, type Map as MapLibre, type Point as Pixel } from 'maplibre-gl';
import { ageText, serverNow } from '../part/time.ts';
import { usePicture } from '../store.ts';
import { useUi } from '../ui.ts';
import type { MapFeature } from './layer/feature.ts';
import { CLICKABLE, CLUSTERS } from './style.ts';

export interface Tip {
  show(point: Pixel): void;
  hide(): void;
  close(): void;
}

/** What the mouse points at, in two lines: title; priority, kind and age. */
export function openTip(map: MapLibre): Tip {
  const popup = new Popup({
    closeButton: false,
    closeOnClick: false,
    offset: 18,
    maxWidth: '300px',
  });
  let shown: unknown;

  function hide(): void {
    if (shown === undefined) return;
    shown = undefined;
    popup.remove();
    map.getCanvas().style.cursor = useUi.getState().placing ? 'crosshair' : '';
  }

  function show(point: Pixel): void {
    const [hit] = map.queryRenderedFeatures(point, { layers: [...CLICKABLE, ...CLUSTERS] });
    if (hit?.geometry.type !== 'Point') return hide();
    const key = hit.properties['id'] ?? hit.properties['cluster_id'];
    if (key === shown) return;
    shown = key;
    map.getCanvas().style.cursor = 'pointer';
    popup
      .setLngLat(hit.geometry.coordinates as [number, number])
      .setDOMContent(words(hit.properties))
      .addTo(map);
  }
  // P4: what was withdrawn from this role goes from under a resting mouse too.
  const unsubscribe = usePicture.subscribe(
    (p) => p.shown,
    ({ incident, report }) => {
      if (typeof shown === 'string' && !incident.incidents.has(shown) && !report.reports.has(shown))
        hide();
    },
  );
  return {
    show,
    hide,
    close() {
      unsubscribe();
      hide();
    },
  };
}

/** Text only: what a report says is never markup. */
function words(properties: Record<string, unknown>): HTMLElement {
  const box = document.createElement('div');
  const line = (tag: 'strong' | 'div', ...parts: string[]) => {
    const element = document.createElement(tag);
    element.textContent = parts.join(' · ');
    box.append(element);
  };
  const { t } = i18next;
  const count = properties['point_count'];
  if (count !== undefined) {
    line('strong', t('map.clustered', { count }));
    line('div', t('map.gravest', { priority: properties['top'] }));
    return box;
  }
  const { title, kind, priority, at, restricted } = properties as MapFeature['properties'];
  line('strong', title);
  line(
    'div',
    t('shell.priority', { priority }),
    t(kind === 'incident' ? 'map.incident' : 'map.report'),
    ageText(serverNow() - Date.parse(at)),
    ...(restricted ? [t('map.restricted')] : []),
  );
  return box;
}
