import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { GeoCollection } from '../../shared/geo/feature.ts';
import type { Lang } from '../../shared/refusal.ts';
import { nothing } from './layer/feature.ts';
import { HERE, hereFeature, hereLayers } from './layer/here.ts';
import { INCIDENTS, incidentLayers } from './layer/incident.ts';
import { BASE, BASE_NAMES, groundLayers, nameFeatures, nameLayers } from './layer/base.ts';
import { PERIMETERS, perimeterLayers } from './layer/perimeter.ts';
import { CLUSTER, MERGED, REPORTS, reportLayers, URGENT } from './layer/report.ts';
import { SELECTED, selectedRing, selectedThing } from './layer/selected.ts';
import { unitLayers, UNITS } from './layer/unit.ts';
import { POIS } from './poi.ts';
import type { Tokens } from './tokens.ts';

/** From the ground upwards. */
export const makeLayers = (tokens: Tokens, lang: Lang): LayerSpecification[] => [
  ...groundLayers(tokens),
  ...perimeterLayers(tokens, lang),
  ...nameLayers(tokens, lang),
  ...reportLayers(tokens),
  ...unitLayers(tokens),
  selectedRing(tokens),
  ...incidentLayers(tokens),
  selectedThing(),
  ...hereLayers(tokens),
];

/** What can be clicked, the topmost first. */
export const CLICKABLE = ['selected', 'incident', 'report-urgent', 'report', 'report-merged'];
export const CLUSTERS = ['report-cluster'];
/** Pictures of the ground: a click on one means that thing. */
export const GROUND_THINGS = Object.keys(POIS).map((kind) => `poi-${kind}`);
/** What tells of itself when it is pointed at. */
export const HOVERABLE = [...CLICKABLE, ...CLUSTERS, 'unit'];

/** No address in it: nothing is fetched. */
export function makeStyle(tokens: Tokens, lang: Lang, ground: GeoCollection): StyleSpecification {
  const things = { type: 'geojson', data: nothing(), promoteId: 'id' } as const;
  return {
    version: 8,
    sources: {
      [BASE]: { type: 'geojson', data: ground, promoteId: 'id' },
      [BASE_NAMES]: { type: 'geojson', data: nameFeatures(ground) },
      [PERIMETERS]: things,
      [REPORTS]: { ...things, ...CLUSTER },
      [URGENT]: things,
      [MERGED]: things,
      [UNITS]: things,
      [INCIDENTS]: things,
      [SELECTED]: things,
      [HERE]: { type: 'geojson', data: hereFeature(undefined) },
    },
    layers: makeLayers(tokens, lang),
  };
}
