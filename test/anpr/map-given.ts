import { initial } from '../../shared/folds.ts';
import { usePicture } from '../../client/store.ts';
import type { GeoFeature } from '../../shared/geo/feature.ts';
import type { AlertRow, PassageRow } from '../../shared/subject/anpr/schema.ts';
import type { Point } from '../../shared/value.ts';

/** Invented alerts, passages and a street with three cameras, for the map of the console. */
export const PLATE = '1XXX001';
export const NOW = Date.parse('2026-11-24T13:00:00.000Z');
export const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();
export const WEST: Point = [4.3, 50.85];
export const MIDDLE: Point = [4.35, 50.85];
export const EAST: Point = [4.4, 50.85];

export const alert = (id: string, more: Partial<AlertRow> = {}): AlertRow => ({
  ...{ id, list: 'wanted', version: 1, entry: id, category: 'judicial', priority: 3 },
  ...{ covert: false, persons: 1, retentionDays: 30, convoy: false, status: 'acknowledged' },
  ...{ certainty: 'certain', probability: 0.99, camera: 'west', at: ago(120), passages: 1 },
  ...{ lastCamera: 'west', last: ago(120), raised: ago(120), checks: [], seq: 1 },
  ...{ changed: ago(120), restrictions: ['police'], ...more },
});
const open = {
  ...{ raw: PLATE, plate: PLATE, listed: '1-XXX-001', reason: PLATE, differences: [] },
};
export const passage = (id: string, of: string, more: Partial<PassageRow> = {}): PassageRow => ({
  ...{ id, alert: of, read: id, camera: 'west', point: WEST, at: ago(120), last: ago(120) },
  ...{ certainty: 'certain', probability: 0.99, picture: false, times: 1, open },
  ...{ restrictions: ['police'], ...more },
});
export const slice = (alerts: AlertRow[], passages: PassageRow[]) => ({
  ...initial.anpr,
  alerts: initial.anpr.alerts.concat(alerts.map((one) => [one.id, one])),
  passages: initial.anpr.passages.concat(passages.map((one) => [one.id, one])),
});
export const show = (anpr: ReturnType<typeof slice>): void =>
  usePicture.setState({ shown: { ...initial, anpr }, confirmed: { ...initial, anpr } });
export const nowhere = () => undefined;
export const textOf = (thing: unknown): string =>
  JSON.stringify(thing).replace(/[^A-Za-z0-9]/g, '');

const feature = (id: string, kind: string, geometry: GeoFeature['geometry']): GeoFeature => ({
  ...{ type: 'Feature', id, geometry },
  properties: { id, kind, nl: id, fr: id, en: id },
});
export const geo = {
  type: 'FeatureCollection' as const,
  features: [
    feature('region', 'region', {
      type: 'Polygon',
      coordinates: [[[4.2, 50.75], [4.5, 50.75], [4.5, 50.95], [4.2, 50.95], [4.2, 50.75]]], // prettier-ignore
    }),
    feature('road', 'axis', { type: 'LineString', coordinates: [WEST, MIDDLE, EAST] }),
    ...([['west', WEST], ['middle', MIDDLE], ['east', EAST]] as const).map(([id, at]) => feature(id, 'anpr-camera', { type: 'Point', coordinates: [...at] })), // prettier-ignore
  ],
};
