import { boxOf, type Box } from '../../../shared/geo/feature.ts';
import { outlineOf } from '../../../shared/geo/outline.ts';
import type { State } from '../../../shared/folds.ts';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import type { Perimeter } from '../../../shared/subject/perimeter/schema.ts';
import type { Point } from '../../../shared/value.ts';
import type { UnitRow } from '../../positions.ts';
import { openIncidents } from '../layer/incident.ts';
import { standingPerimeters } from '../layer/perimeter.ts';
import { mergedReports, newReports } from '../layer/report.ts';
import { situations, whereOf } from '../layer/traffic.ts';

/**
 * The moment that is printed: the picture as the server confirmed it up to entry `seq`. What this
 * console sent and the server has not taken yet is not on paper: the number would not be true.
 */
export interface Moment {
  seq: number;
  /** Server time, milliseconds. */
  at: number;
  /** Since when the link is silent, server time; undefined while the picture is live. */
  staleSince: number | 'never' | undefined;
  state: State;
  units: readonly UnitRow[];
}

export interface Wanted {
  perimeters: boolean;
  reports: boolean;
  /** The incident that the sheet is about, if it is about one. */
  incident: string | undefined;
}

/** The rows that go on the sheet, before any question of where they are. */
export function rowsOf({ state, units, at }: Moment, { perimeters, reports, incident }: Wanted) {
  const now = new Date(at).toISOString();
  return {
    incidents: [...openIncidents(state)],
    perimeters: perimeters ? [...standingPerimeters(state)] : [],
    reports: reports ? [...newReports(state, false)] : [],
    urgent: reports ? [...newReports(state, true)] : [],
    merged: reports ? [...mergedReports(state, incident)] : [],
    units,
    traffic: [...situations(state, now)],
    /** ISO 8601. */
    at: now,
  };
}
export type SheetRows = ReturnType<typeof rowsOf>;

/** All of an incident: its perimeters, and its place. Undefined when it has neither. */
export function boxOfIncident(state: State, incident: Incident): Box | undefined {
  const outlines = perimetersOf(state, incident.id).map((one) => outlineOf(one.shape));
  const point = incident.place?.point;
  return boxOf({
    type: 'GeometryCollection',
    geometries: [
      ...outlines,
      ...(point ? [{ type: 'Point' as const, coordinates: [...point] }] : []),
    ],
  });
}

export const perimetersOf = (state: State, incident: string): Perimeter[] =>
  [...standingPerimeters(state)].filter((one) => one.incident === incident);

export const isInBox = ([lon, lat]: Readonly<Point>, box: Readonly<Box>): boolean =>
  lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3];

const overlaps = (a: Readonly<Box>, b: Readonly<Box>): boolean =>
  a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

/** Perimeters that reach onto the sheet. */
export const perimetersIn = (rows: readonly Perimeter[], box: Readonly<Box>): Perimeter[] =>
  rows.filter((one) => overlaps(boxOf(outlineOf(one.shape))!, box));

/** Whom the sheet may be shown to only: restrictions of all that is on it or listed after it, also in a cluster. */
export function restrictionsOn(
  rows: SheetRows,
  box: Readonly<Box>,
  listed: readonly Perimeter[] = [],
): string[] {
  const things = [...rows.incidents, ...rows.reports, ...rows.urgent, ...rows.merged];
  const there = [
    ...things.filter(({ place }) => isInBox(place.point, box)),
    ...rows.traffic.filter((one) => overlaps(boxOf(whereOf(one))!, box)),
    ...perimetersIn(rows.perimeters, box),
    ...listed,
    ...rows.units.map(({ fix }) => fix).filter(({ point }) => isInBox(point, box)),
  ];
  return [...new Set(there.flatMap((one) => one.restrictions ?? []))].sort();
}
