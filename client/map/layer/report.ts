import type { LayerSpecification } from 'maplibre-gl';
import type { State } from '../../../shared/registry.ts';
import type { Report } from '../../../shared/subject/report.ts';
import { iconName } from '../icon.ts';
import { priorityColour, type Tokens } from '../tokens.ts';
import type { MapFeature } from './feature.ts';
import { FONT } from './region.ts';

/** Reports that wait in the queue, in clusters where they are dense; and those of the chosen incident, faintly. */
export const REPORTS = 'reports';
export const MERGED = 'merged';

const feature = (report: Report): MapFeature[] =>
  report.place?.point
    ? [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: report.place.point },
          properties: {
            id: report.id,
            kind: 'report',
            priority: report.priority,
            title: report.text.slice(0, 120),
            icon: iconName('report', report.priority),
            restricted: report.restrictions !== undefined,
          },
        },
      ]
    : [];

export function reportFeatures(state: State): MapFeature[] {
  const features: MapFeature[] = [];
  for (const report of state.report.reports.values())
    if (report.status === 'new') features.push(...feature(report));
  return features;
}

export function mergedFeatures(state: State, incident: string | undefined): MapFeature[] {
  if (incident === undefined) return [];
  const features: MapFeature[] = [];
  for (const report of state.report.reports.values())
    if (report.incident === incident) features.push(...feature(report));
  return features;
}

/** The gravest of a cluster colours it. */
export const CLUSTER = {
  cluster: true,
  clusterRadius: 36,
  clusterMaxZoom: 14,
  clusterProperties: { top: ['min', ['get', 'priority']] },
};

export function reportLayers(tokens: Tokens): LayerSpecification[] {
  const colour = (priority: number) => priorityColour(tokens, priority);
  return [
    {
      id: 'report-merged',
      type: 'symbol',
      source: MERGED,
      layout: { 'icon-image': ['get', 'icon'], 'icon-allow-overlap': true, 'icon-size': 0.8 },
      paint: { 'icon-opacity': 0.55 },
    },
    {
      id: 'report-cluster',
      type: 'circle',
      source: REPORTS,
      filter: ['has', 'point_count'],
      paint: {
        'circle-color': tokens.panel,
        'circle-stroke-width': 2,
        'circle-stroke-color': [
          'match',
          ['get', 'top'],
          1,
          colour(1),
          2,
          colour(2),
          3,
          colour(3),
          colour(4),
        ],
        'circle-radius': [
          'interpolate',
          ['linear'],
          ['get', 'point_count'],
          2,
          11,
          50,
          16,
          500,
          22,
        ],
      },
    },
    {
      id: 'report-count',
      type: 'symbol',
      source: REPORTS,
      filter: ['has', 'point_count'],
      layout: {
        'text-field': ['get', 'point_count_abbreviated'],
        'text-font': FONT,
        'text-size': 11.5,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': tokens.text },
    },
    {
      id: 'report',
      type: 'symbol',
      source: REPORTS,
      filter: ['!', ['has', 'point_count']],
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-allow-overlap': true,
        'symbol-sort-key': ['-', 5, ['get', 'priority']],
      },
    },
  ];
}
