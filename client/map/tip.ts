import i18next from 'i18next';
import { Popup, type GeoJSONFeature, type Map as MapLibre, type Point as Pixel } from 'maplibre-gl';
import { ageText, serverNow } from '../part/time.ts';
import { usePositions } from '../positions.ts';
import { usePicture } from '../store.ts';
import { useUi } from '../ui.ts';
import type { Point } from '../../shared/value.ts';
import { anprLines, isAnprKind, STANDING_KINDS } from './anpr/tip.ts';
import type { ThingFeature } from './layer/feature.ts';
import { trafficLines, type TrafficFeature } from './layer/traffic.ts';
import { unitLines, type UnitFeature } from './layer/unit.ts';
import { HOVERABLE } from './style.ts';

export interface Tip {
  /** `there`: the same place on the ground, for what is no point. */
  show(point: Pixel, there: Point): void;
  hide(): void;
  close(): void;
}

export type UnitAt = (point: Pixel) => UnitFeature | undefined;
/** What lies over the units. */
const OVER_UNITS = ['selected', 'incident'];

/** What the mouse points at, in two lines: title; priority, kind and age. */
export function openTip(map: MapLibre, unitAt?: UnitAt): Tip {
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

  function show(point: Pixel, there: Point): void {
    const [first] = map.queryRenderedFeatures(point, { layers: HOVERABLE });
    const isOver = first !== undefined && OVER_UNITS.includes(first.layer.id);
    const hit: Pick<GeoJSONFeature, 'geometry' | 'properties'> | undefined =
      (isOver ? undefined : unitAt?.(point)) ?? first;
    if (!hit) return hide();
    const at = hit.geometry.type === 'Point' ? (hit.geometry.coordinates as Point) : there;
    const { kind } = hit.properties as { kind?: string };
    const id: unknown = hit.properties['id'] ?? hit.properties['cluster_id'];
    // What stands on the ground is not withdrawn: no table has it.
    const key = STANDING_KINDS.includes(kind ?? '') ? Symbol.for(`${kind}:${String(id)}`) : id;
    if (key === shown) return;
    shown = key;
    map.getCanvas().style.cursor = 'pointer';
    popup.setLngLat(at).setDOMContent(words(hit.properties)).addTo(map);
  }
  // P4: what was withdrawn from this role goes from under a resting mouse too.
  const check = () => {
    if (typeof shown !== 'string') return;
    const { incident, report, perimeter, anpr } = usePicture.getState().shown;
    const tables = [
      ...[incident.incidents, report.reports, perimeter.perimeters],
      ...[anpr.alerts, anpr.passages],
      usePositions.getState().units,
    ];
    if (!tables.some((table) => table.has(shown as string))) hide();
  };
  const ends = [usePicture.subscribe((p) => p.shown, check), usePositions.subscribe(check)];
  return {
    show,
    hide,
    close() {
      for (const end of ends) end();
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
  if (isAnprKind(properties['kind'])) {
    const [first = [], ...rest] = anprLines(properties);
    line('strong', ...first);
    for (const parts of rest) line('div', ...parts);
    return box;
  }
  if (properties['kind'] === 'unit') {
    line('strong', properties['title'] as string);
    for (const parts of unitLines(properties as UnitFeature['properties'])) line('div', ...parts);
    return box;
  }
  if (properties['kind'] === 'traffic') {
    line('strong', properties['title'] as string);
    for (const parts of trafficLines(properties as TrafficFeature['properties']))
      line('div', ...parts);
    return box;
  }
  if (properties['kind'] === 'perimeter') {
    const { zone, label, owner, at, restricted } = properties as Record<string, string>;
    line('strong', t(`perimeter.kind-${zone}`), ...(label ? [label] : []));
    line(
      'div',
      incidentName(properties['incident']),
      owner!,
      ageText(serverNow() - Date.parse(at!)),
      ...(restricted ? [t('map.restricted')] : []),
    );
    return box;
  }
  const { title, kind, priority, at, restricted } = properties as ThingFeature['properties'];
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

const incidentName = (id: unknown): string => {
  const row = usePicture.getState().shown.incident.incidents.get(String(id));
  return row ? `${row.number} ${row.title}` : '';
};
