import type { FilterSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { GeoCollection } from '../../shared/geo/feature.ts';
import type { Lang } from '../../shared/refusal.ts';
import type { FieldLook } from './field/look.ts';
import { nothing } from './layer/feature.ts';
import {
  ANPR_ALERT,
  ANPR_ALERTS,
  ANPR_CAMERA,
  ANPR_CAMERAS,
  ANPR_FLOW,
  ANPR_REACH,
  ANPR_TOLD,
  ANPR_TRAIL,
  anprGround,
  anprMarks,
  REACH_ZOOM,
} from './layer/anpr.ts';
import { HERE, hereFeature, hereLayers } from './layer/here.ts';
import { INCIDENTS, incidentLayers } from './layer/incident.ts';
import { BASE, groundLayers } from './layer/base.ts';
import { groundFeatures } from './layer/border.ts';
import { drawingOf, drawOnly } from './layer/drawing.ts';
import { MARKS } from './layer/marks.ts';
import { BASE_NAMES, nameFeatures, nameLayers } from './layer/name.ts';
import { estimateLayers, PERIMETER_LINE, PERIMETERS, perimeterLayers } from './layer/perimeter.ts';
import { DRAFT, draftLayers } from './layer/perimeter-draft.ts';
import { CLUSTER, MERGED, REPORTS, reportLayers, URGENT } from './layer/report.ts';
import { SELECTED, selectedRing, selectedThing } from './layer/selected.ts';
import { TRAFFIC, TRAFFIC_LINE, TRAFFIC_SIGN, trafficLayers } from './layer/traffic.ts';
import { unitLayers, UNITS } from './layer/unit.ts';
import { VIEW, viewLayers } from './layer/view.ts';
import { windLayers, WINDS } from './layer/wind.ts';
import type { Tokens } from './tokens.ts';

/** From the ground upwards. */
export const makeLayers = (
  tokens: Tokens,
  lang: Lang,
  field: FieldLook | undefined,
): LayerSpecification[] => [
  ...onField(groundLayers(tokens), tokens, lang, field),
  ...viewLayers(tokens),
  ...perimeterLayers(tokens, lang),
  ...anprGround(tokens),
  ...uncovered(nameLayers(tokens, lang), field),
  ...trafficLayers(tokens),
  ...estimateLayers(tokens, lang),
  ...reportLayers(tokens),
  ...unitLayers(tokens),
  ...windLayers(),
  ...anprMarks(tokens),
  selectedRing(tokens),
  ...incidentLayers(tokens),
  selectedThing(),
  ...hereLayers(tokens),
  ...draftLayers(tokens, lang),
];

/** The field base map lies on the region's plain ground, under what it does not draw itself. */
function onField(
  ground: LayerSpecification[],
  tokens: Tokens,
  lang: Lang,
  field: FieldLook | undefined,
): LayerSpecification[] {
  if (!field) return ground;
  const at = ground.findIndex(({ id }) => id === 'base-region') + 1;
  const ours = uncovered(ground.slice(at), field);
  return [...ground.slice(0, at), ...field.parts(tokens, lang).layers, ...ours];
}

/** Without what the field base map draws better. */
const uncovered = (
  layers: LayerSpecification[],
  field: FieldLook | undefined,
): LayerSpecification[] =>
  layers.flatMap((layer) => {
    const drawing = drawingOf(layer);
    if (!field || !drawing) return [layer];
    const kinds = drawing.kinds.filter((kind) => !field.covers(drawing.part, kind));
    if (kinds.length === 0) return [];
    const metadata = { ...drawing, kinds };
    return [{ ...layer, metadata, filter: drawOnly(layer, kinds) } as LayerSpecification];
  });

export interface Switched {
  off: boolean;
  /** Of a layer with several kinds. */
  filter?: FilterSpecification;
}

/** How a layer is to be drawn when these kinds are hidden; undefined: it is not switched. The region itself is always there: the rest lies on it. */
export function switched(
  layer: LayerSpecification,
  hidden: readonly string[],
): Switched | undefined {
  if (layer.id === 'base-region' || !('source' in layer)) return undefined;
  if (layer.source === BASE_NAMES) return { off: hidden.includes('municipality') };
  if (layer.source === UNITS) return { off: hidden.includes('unit') };
  if (layer.source === TRAFFIC) return { off: hidden.includes('traffic') };
  if (layer.source === ANPR_CAMERAS) return { off: hidden.includes('anpr-camera') };
  if (layer.source === ANPR_FLOW) return { off: hidden.includes('anpr-flow') };
  const drawing = drawingOf(layer);
  if (!drawing) return undefined;
  const kinds = drawing.kinds.filter((kind) => !hidden.includes(kind));
  return { off: kinds.length === 0, filter: drawOnly(layer, kinds) };
}

/** What can be clicked, the topmost first. */
export const CLICKABLE = [
  ...['selected', 'incident', ANPR_ALERT, 'report-urgent', 'report', 'report-merged'],
  ...[PERIMETER_LINE, TRAFFIC_SIGN, TRAFFIC_LINE],
];
export const CLUSTERS = ['report-cluster'];
/** Pictures of the ground: a click on one means that thing. */
export const GROUND_THINGS = [MARKS, ANPR_CAMERA];
/** What tells of itself when it is pointed at. */
export const HOVERABLE = [...CLICKABLE, ...CLUSTERS, 'unit', ...ANPR_TOLD];

/**
 * Nearer than this, the tiles that the browser cuts of a source are not cut finer: each layer is drawn
 * once per tile, and a handful of large ones costs a fraction of many small ones. Positions stay good
 * to a metre (6 km in 8192 steps).
 */
const COARSE = 12;

/** No address in it but those of a field base map: otherwise nothing is fetched. */
export function makeStyle(
  tokens: Tokens,
  lang: Lang,
  ground: GeoCollection,
  field: FieldLook | undefined,
): StyleSpecification {
  const things = { type: 'geojson', data: nothing(), promoteId: 'id', maxzoom: COARSE } as const;
  return {
    version: 8,
    sources: {
      ...field?.parts(tokens, lang).sources,
      [BASE]: { type: 'geojson', data: groundFeatures(ground), promoteId: 'id', maxzoom: COARSE },
      [BASE_NAMES]: { type: 'geojson', data: nameFeatures(ground), maxzoom: COARSE },
      [PERIMETERS]: things,
      [TRAFFIC]: things,
      [REPORTS]: { ...things, maxzoom: CLUSTER.clusterMaxZoom + 1, ...CLUSTER },
      [URGENT]: things,
      [MERGED]: things,
      [UNITS]: things,
      [INCIDENTS]: things,
      [SELECTED]: things,
      [WINDS]: things,
      [ANPR_CAMERAS]: things,
      [ANPR_FLOW]: things,
      [ANPR_ALERTS]: things,
      [ANPR_TRAIL]: things,
      [ANPR_REACH]: { ...things, maxzoom: REACH_ZOOM },
      [VIEW]: { type: 'geojson', data: nothing() },
      [DRAFT]: { type: 'geojson', data: nothing() },
      [HERE]: { type: 'geojson', data: hereFeature(undefined) },
    },
    layers: makeLayers(tokens, lang, field),
  };
}
