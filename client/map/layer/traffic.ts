import i18next from 'i18next';
import type { LayerSpecification } from 'maplibre-gl';
import type { State } from '../../../shared/folds.ts';
import type { Report } from '../../../shared/subject/report/schema.ts';
import type { Traffic } from '../../../shared/subject/report/traffic.ts';
import type { Point } from '../../../shared/value.ts';
import { momentOf } from '../../part/time.ts';
import type { Tokens } from '../tokens.ts';
import type { MapFeature } from './feature.ts';

/**
 * Traffic situations as the traffic centre tells them: each a stretch of road or a point, for as long as
 * it holds. The report of it, with its pin, goes its own way through the queue: a situation whose report
 * was settled still stands on the road.
 */
export const TRAFFIC = 'traffic';
/** What a click finds. */
export const TRAFFIC_SIGN = 'traffic-sign';
export const TRAFFIC_LINE = 'traffic-line';

type Where = { type: 'LineString'; coordinates: Point[] } | { type: 'Point'; coordinates: Point };
export type Situation = Report & { traffic: Traffic };

/** `now`: server time, ISO 8601. */
const holds = (one: Report, now: string): one is Situation =>
  one.traffic !== undefined &&
  (one.traffic.line ?? one.place?.point) !== undefined &&
  one.over !== true &&
  !(one.traffic.until !== undefined && one.traffic.until <= now) &&
  !['false', 'duplicate'].includes(one.dismissed?.reason ?? '');

export const situations = (state: Pick<State, 'report'>, now: string): Iterable<Situation> =>
  state.report.reports.valueSeq().filter((one): one is Situation => holds(one, now));

export const whereOf = ({ traffic, place }: Situation): Where =>
  traffic.line
    ? { type: 'LineString', coordinates: traffic.line }
    : { type: 'Point', coordinates: place!.point! };

/** Not yet in force. */
export const isPlanned = ({ traffic }: Situation, now: string): boolean =>
  traffic.from !== undefined && traffic.from > now;

export interface TrafficFeature extends MapFeature {
  properties: {
    id: string;
    kind: 'traffic';
    what: Traffic['kind'];
    icon: string;
    title: string;
    planned: boolean;
    oneWay: boolean;
    restricted: boolean;
  } & Pick<Traffic, 'way' | 'from' | 'until'>;
}

export function trafficFeature(one: Situation, planned: boolean): TrafficFeature {
  const { kind, line, way, from, until } = one.traffic;
  return {
    type: 'Feature',
    geometry: whereOf(one),
    properties: {
      ...{ id: one.id, kind: 'traffic', what: kind, planned },
      icon: `traffic:${kind}:${planned ? 'planned' : 'now'}`,
      title: one.text.length > 120 ? `${one.text.slice(0, 119).toWellFormed()}…` : one.text,
      oneWay: line !== undefined && way !== 'both',
      restricted: one.restrictions !== undefined,
      ...(way ? { way } : {}),
      ...(from ? { from } : {}),
      ...(until ? { until } : {}),
    },
  };
}

/** What the mouse is told after the title: what it is and which way, and when it holds. */
export function trafficLines(properties: TrafficFeature['properties']): string[][] {
  const { t } = i18next;
  const { what, way, from, until, planned, restricted } = properties;
  const when = [
    ...(planned ? [t('traffic.planned')] : []),
    ...(from ? [t('traffic.from', { time: momentOf(from) })] : []),
    ...(until ? [t('traffic.until', { time: momentOf(until) })] : []),
  ];
  return [
    [
      t(`traffic.${what}`),
      ...(way ? [t(`traffic.way-${way}`)] : []),
      ...(restricted ? [t('map.restricted')] : []),
    ],
    ...(when.length > 0 ? [when] : []),
  ];
}

/** Lines lie under all marks; the signs stand over the ground's pictures. */
export function trafficLayers(tokens: Tokens): LayerSpecification[] {
  const stroke = (
    id: string,
    planned: boolean,
    colour: string,
    width: number,
    dash?: number[],
  ): LayerSpecification => ({
    id,
    type: 'line',
    source: TRAFFIC,
    filter: ['all', ['==', ['geometry-type'], 'LineString'], ['==', ['get', 'planned'], planned]],
    layout: { 'line-join': 'round', 'line-cap': dash ? 'butt' : 'round' },
    paint: {
      'line-color': colour,
      'line-width': ['interpolate', ['linear'], ['zoom'], 10, width * 0.6, 16, width * 1.4],
      ...(dash ? { 'line-dasharray': dash } : {}),
    },
  });
  return [
    stroke('traffic-case', false, tokens['map-region'], 7),
    stroke(TRAFFIC_LINE, false, tokens['map-traffic'], 4),
    stroke('traffic-line-planned', true, tokens['map-traffic'], 3.6, [1.6, 1.1]),
    {
      id: 'traffic-way',
      type: 'symbol',
      source: TRAFFIC,
      minzoom: 12,
      filter: ['get', 'oneWay'],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 110,
        'icon-image': 'traffic-way',
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: TRAFFIC_SIGN,
      type: 'symbol',
      source: TRAFFIC,
      // On a line it stands where the traffic comes to it.
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 10, 0.75, 14, 1],
        'icon-allow-overlap': true,
        'icon-padding': 0,
      },
    },
  ];
}
