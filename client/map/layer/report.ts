import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { State } from '../../../shared/folds.ts';
import type { Report } from '../../../shared/subject/report/schema.ts';
import type { Point } from '../../../shared/value.ts';
import { markIcon, reportIcon } from '../icon.ts';
import { priorityColour, type Tokens } from '../tokens.ts';
import { GRAVEST_LAST, type ThingFeature } from './feature.ts';
import { FONT } from './base.ts';

/**
 * Reports that wait in the queue, in clusters where they are dense; those of priority 1 never in one, so
 * that none is ever hidden; and those of the chosen incident, faintly.
 */
export const REPORTS = 'reports';
export const URGENT = 'urgent';
export const MERGED = 'merged';

type Placed = Report & { place: { point: Point } };
export const isPlaced = (one: Report | undefined): one is Placed => one?.place?.point !== undefined;

export const newReports = (state: State, urgent: boolean): Iterable<Placed> =>
  state.report.reports
    .valueSeq()
    .filter(
      (one): one is Placed =>
        one.status === 'new' && (one.priority === 1) === urgent && isPlaced(one),
    );

export const mergedReports = (state: State, incident: string | undefined): Iterable<Placed> =>
  incident === undefined
    ? []
    : state.report.reports
        .valueSeq()
        .filter((one): one is Placed => one.incident === incident && isPlaced(one));

export const countUnplaced = (state: State): number =>
  state.report.reports.count((one) => one.status === 'new' && !isPlaced(one));

export const reportFeature = (one: Placed, waiting: boolean): ThingFeature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: one.place.point },
  properties: {
    id: one.id,
    kind: 'report',
    priority: one.priority,
    title: one.text.length > 120 ? `${one.text.slice(0, 119).toWellFormed()}…` : one.text,
    at: one.received,
    icon: reportIcon(one.priority, waiting),
    restricted: one.restrictions !== undefined,
  },
});

/** The gravest of a cluster marks it. */
export const CLUSTER = {
  cluster: true,
  clusterRadius: 40,
  clusterMaxZoom: 14,
  clusterProperties: { top: ['min', ['get', 'priority']] },
};

/** Marks never hide, and never push the names of the ground away. */
const ALWAYS = { 'icon-allow-overlap': true, 'icon-ignore-placement': true } as const;

export function reportLayers(tokens: Tokens): LayerSpecification[] {
  const top = (of: (priority: 1 | 2 | 3 | 4) => string): ExpressionSpecification => [
    'match',
    ['get', 'top'],
    ...([1, of(1), 2, of(2), 3, of(3)] as [1, string, 2, string, 3, string]),
    of(4),
  ];
  const radius = (of: (count: number) => number): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['get', 'point_count'],
    ...([2, of(11), 50, of(15), 500, of(20), 2000, of(24)] as const),
  ];
  return [
    {
      id: 'report-merged',
      type: 'symbol',
      source: MERGED,
      layout: {
        'icon-image': ['get', 'icon'],
        ...ALWAYS,
        'icon-size': 0.8,
        'icon-anchor': 'bottom',
      },
      paint: { 'icon-opacity': 0.6 },
    },
    {
      id: 'report-cluster',
      type: 'circle',
      source: REPORTS,
      filter: ['has', 'point_count'],
      paint: {
        'circle-color': tokens.panel,
        'circle-stroke-width': 2,
        'circle-stroke-color': top((priority) => priorityColour(tokens, priority)),
        'circle-radius': radius((pixels) => pixels),
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
        'text-size': 12,
        'text-allow-overlap': true,
        // Names of the ground make room for the disc under the number.
        'text-padding': 8,
        'icon-image': top(markIcon),
        'icon-offset': [10, -11],
        ...ALWAYS,
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
        ...ALWAYS,
        'symbol-sort-key': GRAVEST_LAST,
        'icon-anchor': 'bottom',
      },
    },
    {
      id: 'report-urgent',
      type: 'symbol',
      source: URGENT,
      layout: { 'icon-image': ['get', 'icon'], ...ALWAYS, 'icon-anchor': 'bottom' },
    },
    {
      id: 'report-urgent-lock',
      type: 'symbol',
      source: URGENT,
      filter: ['get', 'restricted'],
      layout: { 'icon-image': 'lock', 'icon-offset': [9, -28], ...ALWAYS },
    },
    {
      id: 'report-lock',
      type: 'symbol',
      source: REPORTS,
      filter: ['all', ['!', ['has', 'point_count']], ['get', 'restricted']],
      layout: { 'icon-image': 'lock', 'icon-offset': [9, -28], ...ALWAYS },
    },
  ];
}
