import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { FeatureCollection } from '../../shared/geo.ts';
import type { Lang } from '../../shared/refusal.ts';
import { nothing } from './layer/feature.ts';
import { INCIDENTS, incidentLayers } from './layer/incident.ts';
import { REGION, regionLayers } from './layer/region.ts';
import { CLUSTER, MERGED, REPORTS, reportLayers } from './layer/report.ts';
import { SELECTED, selectedRing, selectedThing } from './layer/selected.ts';
import type { Tokens } from './tokens.ts';

/** From the ground upwards. */
export const makeLayers = (tokens: Tokens, lang: Lang): LayerSpecification[] => [
  ...regionLayers(tokens, lang),
  ...reportLayers(tokens),
  selectedRing(tokens),
  ...incidentLayers(tokens),
  selectedThing(),
];

/** What can be clicked, the topmost first. */
export const CLICKABLE = ['selected', 'incident', 'report', 'report-merged'];
export const CLUSTERS = ['report-cluster'];

/** No address in it: nothing is fetched. */
export function makeStyle(
  tokens: Tokens,
  lang: Lang,
  ground: FeatureCollection,
): StyleSpecification {
  const things = { type: 'geojson', data: nothing(), promoteId: 'id' } as const;
  return {
    version: 8,
    sources: {
      [REGION]: { type: 'geojson', data: ground },
      [REPORTS]: { ...things, ...CLUSTER },
      [MERGED]: things,
      [INCIDENTS]: things,
      [SELECTED]: things,
    },
    layers: makeLayers(tokens, lang),
  };
}
