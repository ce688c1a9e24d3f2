import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import type { Perimeter } from '../../shared/subject/perimeter/schema.ts';
import type { Report } from '../../shared/subject/report/schema.ts';
import { incidentType, useSession } from '../session.ts';
import { serverNow } from '../part/time.ts';
import { usePositions, type UnitRow, type Units } from '../positions.ts';
import { usePicture } from '../store.ts';
import { useUi } from '../ui.ts';
import { nothing, type MapFeature } from './layer/feature.ts';
import * as incidents from './layer/incident.ts';
import * as perimeters from './layer/perimeter.ts';
import * as reports from './layer/report.ts';
import { SELECTED } from './layer/selected.ts';
import { isPlanned, situations, TRAFFIC, trafficFeature, type Situation } from './layer/traffic.ts';
import { unitFeature, UNITS } from './layer/unit.ts';
import { blows, windFeature, WINDS } from './layer/wind.ts';
import { differ, type Row, type Sent } from './mirror.ts';
import type { UnitCanvas } from './soft/unit-canvas.ts';
import { useMapState } from './state.ts';

/** At most ten times a second: the eye sees no more, and a busy feed leaves room for the rest. */
const PUSH_MS = 100;
/** Where drawing itself is slow (no graphics card), at least this often all the same. */
const SLOWEST_MS = 1_000;
const MINUTE = 60_000;

export interface Painter {
  /** Something changed: it is drawn in the next frame, or when the last drawing is 100 ms ago. */
  soon(): void;
  /** The map lost what it was sent: sends all of it again. */
  again(): void;
  close(): void;
}

/**
 * Keeps the sources of the map equal to the picture, when it is `ready`; sends each source only what
 * changed. `canvas`: where units are drawn instead of in the map.
 */
export function openPainter(
  map: MapLibre,
  ready: () => boolean,
  canvas: UnitCanvas | undefined,
): Painter {
  const sent = {
    [reports.REPORTS]: new Map() as Sent<Report>,
    [reports.URGENT]: new Map() as Sent<Report>,
    [reports.MERGED]: new Map() as Sent<Report>,
    [perimeters.PERIMETERS]: new Map() as Sent<Perimeter>,
    [WINDS]: new Map() as Sent<Perimeter>,
    [TRAFFIC]: new Map() as Sent<Situation>,
    [incidents.INCIDENTS]: new Map() as Sent<Incident>,
    [SELECTED]: new Map() as Sent<Incident | Report>,
    [UNITS]: new Map() as Sent<UnitRow>,
  };
  let last: readonly unknown[] = [];
  let lastUnits: Units | undefined;
  let drawnAt = -Infinity;
  /** What the last drawing took until the screen answered again, milliseconds. */
  let cost = 0;
  let frame: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function push<R extends Row>(
    id: string,
    known: Sent<R>,
    rows: Iterable<R>,
    waiting: (row: R) => boolean,
    feature: (row: R, waiting: boolean) => MapFeature,
  ): void {
    const diff = differ(known, rows, waiting, feature);
    if (!diff) return;
    void map.getSource<GeoJSONSource>(id)?.updateData(diff);
    weigh();
  }

  function draw(): void {
    frame = undefined;
    if (!ready()) return;
    drawUnits();
    const { shown, confirmed } = usePicture.getState();
    const { selected } = useUi.getState();
    const { settings } = useSession.getState();
    // Situations come into force and end with the clock: to the minute.
    const at = new Date(serverNow() - (serverNow() % MINUTE)).toISOString();
    const now = [
      ...[shown.report, shown.incident, shown.perimeter],
      ...[confirmed.report, confirmed.incident, confirmed.perimeter, selected, at],
    ];
    if (now.every((one, i) => one === last[i])) return;
    last = now;
    drawnAt = performance.now();

    // What is shown but not as the server confirmed it is a command of this console that waits.
    const waits = {
      incident: (row: Incident) => confirmed.incident.incidents.get(row.id) !== row,
      report: (row: Report) => confirmed.report.reports.get(row.id) !== row,
    };
    const incident = (row: Incident, waiting: boolean) =>
      incidents.incidentFeature(
        row as never,
        waiting,
        incidentType(settings, row.type)?.icon ?? 'other',
      );
    const report = (row: Report, waiting: boolean) => reports.reportFeature(row as never, waiting);
    const chosen = selected?.kind === 'incident' ? selected.id : undefined;
    const merged = reports.mergedReports(shown, chosen);
    for (const [id, urgent] of [
      [reports.REPORTS, false],
      [reports.URGENT, true],
    ] as const)
      push(id, sent[id], reports.newReports(shown, urgent), waits.report, report);
    push(reports.MERGED, sent[reports.MERGED], merged, waits.report, report);
    const open = incidents.openIncidents(shown);
    push(incidents.INCIDENTS, sent[incidents.INCIDENTS], open, waits.incident, incident);

    push(
      TRAFFIC,
      sent[TRAFFIC],
      situations(shown, at),
      (row) => isPlanned(row, at),
      trafficFeature,
    );
    const standing = [...perimeters.standingPerimeters(shown)];
    push(WINDS, sent[WINDS], standing.filter(blows), () => false, windFeature);
    push(
      perimeters.PERIMETERS,
      sent[perimeters.PERIMETERS],
      standing,
      (row) => confirmed.perimeter.perimeters.get(row.id) !== row,
      perimeters.perimeterFeature,
    );

    const one =
      selected?.kind === 'incident'
        ? shown.incident.incidents.get(selected.id)
        : selected && shown.report.reports.get(selected.id);
    const isIncident = (row: Incident | Report): row is Incident => 'number' in row;
    const isWaiting = (row: Incident | Report) =>
      isIncident(row) ? waits.incident(row) : waits.report(row);
    const thing = (row: Incident | Report, waiting: boolean) =>
      isIncident(row) ? incident(row, waiting) : report(row, waiting);
    const chosenOne = one?.place?.point ? [one] : [];
    push(SELECTED, sent[SELECTED], chosenOne, isWaiting, thing);
    canvas?.over([...open, ...chosenOne].map((row) => thing(row, isWaiting(row))));
    useMapState.setState({ unplaced: reports.countUnplaced(shown) });
  }

  /** By themselves: they move all the time, the rest does not. */
  function drawUnits(): void {
    const { units } = usePositions.getState();
    if (units === lastUnits) return;
    lastUnits = units;
    drawnAt = performance.now();
    if (canvas) return canvas.units(units.values());
    push(UNITS, sent[UNITS], units.values(), () => false, unitFeature);
  }

  /** The tiles are cut by a worker and drawn some frames later; the screen stands still only then. */
  function weigh(): void {
    const begun = performance.now();
    map.once('render', () =>
      requestAnimationFrame(() => (cost = Math.min(SLOWEST_MS, performance.now() - begun))),
    );
  }

  function soon(): void {
    if (frame !== undefined || timer !== undefined) return;
    // As long at rest as at work: hands and panels come in between (as batches do, decision 010).
    const pause = Math.min(SLOWEST_MS, Math.max(PUSH_MS, 2 * cost));
    const rest = pause - (performance.now() - drawnAt);
    const next = () => {
      timer = undefined;
      frame = requestAnimationFrame(draw);
    };
    if (rest > 0) timer = setTimeout(next, rest);
    else next();
  }

  const unsubscribe = usePositions.subscribe(soon);
  const clock = setInterval(soon, MINUTE / 4);
  return {
    soon,
    again() {
      last = [];
      lastUnits = undefined;
      for (const [id, known] of Object.entries(sent)) {
        known.clear();
        void map.getSource<GeoJSONSource>(id)?.setData(nothing());
      }
      draw();
    },
    close() {
      unsubscribe();
      clearInterval(clock);
      clearTimeout(timer);
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
}
