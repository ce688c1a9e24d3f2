import type { LayerSpecification } from 'maplibre-gl';
import type { State } from '../../../shared/registry.ts';
import { iconName } from '../icon.ts';
import type { Tokens } from '../tokens.ts';
import type { MapFeature } from './feature.ts';
import { FONT } from './region.ts';

/** Incidents that are not closed: always all of them, above everything, never in a cluster. */
export const INCIDENTS = 'incidents';

export function incidentFeatures(state: State): MapFeature[] {
  const features: MapFeature[] = [];
  for (const one of state.incident.incidents.values()) {
    const coordinates = one.place?.point;
    if (!coordinates || one.status === 'closed') continue;
    features.push({
      type: 'Feature',
      geometry: { type: 'Point', coordinates },
      properties: {
        id: one.id,
        kind: 'incident',
        priority: one.priority,
        title: `${one.number} ${one.title}`,
        icon: iconName('incident', one.priority),
        restricted: one.restrictions !== undefined,
      },
    });
  }
  return features;
}

export function incidentLayers(tokens: Tokens): LayerSpecification[] {
  return [
    {
      id: 'incident',
      type: 'symbol',
      source: INCIDENTS,
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-allow-overlap': true,
        'symbol-sort-key': ['-', 5, ['get', 'priority']],
        'text-field': ['step', ['zoom'], '', 12.5, ['get', 'title']],
        'text-font': FONT,
        'text-size': 12,
        'text-anchor': 'left',
        'text-offset': [1.4, 0],
        'text-max-width': 16,
        'text-optional': true,
      },
      paint: {
        'text-color': tokens.text,
        'text-halo-color': tokens.ground,
        'text-halo-width': 1.6,
      },
    },
    {
      id: 'incident-lock',
      type: 'symbol',
      source: INCIDENTS,
      filter: ['get', 'restricted'],
      layout: { 'icon-image': 'lock', 'icon-offset': [13, -13], 'icon-allow-overlap': true },
    },
  ];
}
