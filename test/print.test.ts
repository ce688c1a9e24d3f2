import proj4 from 'proj4';
import { Map as Table } from 'immutable';
import { describe, expect, it } from 'vitest';
import { incidentIcon, reportIcon } from '../client/map/icon.ts';
import { perimetersIn, restrictionsOn, rowsOf, type Moment } from '../client/map/print/rows.ts';
import { planOf, proposedTitle, type Choice } from '../client/map/print/choice.ts';
import { closedLayers, legendOf, type Drawn } from '../client/map/print/legend.ts';
import { cssString } from '../client/map/print/pages.ts';
import { mapOf, MARGIN, pageOf, PAPERS, type Paper } from '../client/map/print/paper.ts';
import {
  boxOnPaper,
  fittingScale,
  metresPerPixel,
  PX_PER_MM,
  ratioFor,
  SCALES,
  scaleBar,
  zoomOf,
} from '../client/map/print/scale.ts';
import type { Box } from '../shared/geo/feature.ts';
import type { Layer } from '../shared/geo/layer.ts';
import { initial, type State } from '../shared/folds.ts';
import type { Point } from '../shared/value.ts';

const GRAND_PLACE: Point = [4.3525, 50.8467];
/** The earth's own ellipsoid, by a projection that has nothing to do with web maps (EPSG:32631). */
const UTM = '+proj=utm +zone=31 +datum=WGS84 +units=m';
/** Metres between two places on the ellipsoid; UTM shrinks by a factor known for each place. */
function metresOnEarth([lon, lat]: Point, other: Point): number {
  const [x, y] = proj4<Point>('WGS84', UTM, [lon, lat]);
  const [u, v] = proj4<Point>('WGS84', UTM, [...other]);
  const away = ((x - 500_000) / 0.9996 / 6_378_137) ** 2 / 2;
  return Math.hypot(u - x, v - y) / (0.9996 * (1 + away));
}
/** Where a web map draws a place, CSS pixels of the world at a zoom. */
function pixelOf([lon, lat]: Point, zoom: number): Point {
  const world = 512 * 2 ** zoom;
  const tall = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return [((lon + 180) / 360) * world, (0.5 - tall / (2 * Math.PI)) * world];
}

describe('the scale of a printed map', () => {
  for (const scale of SCALES)
    it(`[map] 1:${scale}: a distance on paper is that on the ground, within 0.3 %`, () => {
      const zoom = zoomOf(scale, GRAND_PLACE[1]);
      for (const [east, north] of [
        [0.002, 0],
        [0, 0.002],
        [-0.0015, 0.001],
      ] as const) {
        const there: Point = [GRAND_PLACE[0] + east, GRAND_PLACE[1] + north];
        const [a, b] = [pixelOf(GRAND_PLACE, zoom), pixelOf(there, zoom)];
        const millimetres = Math.hypot(b[0] - a[0], b[1] - a[1]) / PX_PER_MM;
        const onPaper = (millimetres / 1000) * scale;
        expect(onPaper / metresOnEarth(GRAND_PLACE, there)).toBeGreaterThan(0.997);
        expect(onPaper / metresOnEarth(GRAND_PLACE, there)).toBeLessThan(1.003);
      }
    });

  it('[map] metres of a pixel times pixels of an inch are an inch of the scale', () => {
    const zoom = zoomOf(10_000, 50.85);
    expect(metresPerPixel(zoom, 50.85) * 96).toBeCloseTo(0.0254 * 10_000, 6);
    // What is read in any table of web maps: 156,543 m at the equator for 256 pixels, half of it here.
    expect(metresPerPixel(0, 0)).toBeCloseTo(78_271.5, 1);
    expect(metresPerPixel(0, 60)).toBeCloseTo(78_271.5 / 2, 1);
  });

  it('[map] what is on the sheet is as wide on the ground as the paper says', () => {
    const map = mapOf('A4', 'landscape');
    const [west, south, east, north] = boxOnPaper(GRAND_PLACE, 10_000, map);
    const middle = (south + north) / 2;
    const across = metresOnEarth([west, middle], [east, middle]);
    expect(Math.abs(across / (map.width * 10) - 1)).toBeLessThan(0.004);
    const up = metresOnEarth([GRAND_PLACE[0], south], [GRAND_PLACE[0], north]);
    expect(Math.abs(up / (map.height * 10) - 1)).toBeLessThan(0.004);
  });

  it('[map] the fitting scale is the largest that shows all of it', () => {
    const map = mapOf('A4', 'landscape');
    for (const scale of SCALES) {
      const almost = { width: map.width * 0.9, height: map.height * 0.9 };
      expect(fittingScale(boxOnPaper(GRAND_PLACE, scale, almost), map)).toBe(scale);
    }
    expect(fittingScale([3, 50, 6, 52], map)).toBe(100_000);
    // The same on more paper needs less shrinking.
    const box = boxOnPaper(GRAND_PLACE, 20_000, map);
    expect(fittingScale(box, mapOf('A3', 'landscape'))).toBeLessThan(fittingScale(box, map));
  });

  it('[map] the bar is a round length and as long on paper as it says', () => {
    for (const scale of SCALES) {
      const { metres, width } = scaleBar(scale, 60);
      expect(width).toBeLessThanOrEqual(60);
      expect(width).toBeGreaterThan(60 / 2.6);
      expect(String(metres)).toMatch(/^[125]0*$/);
      expect((width / 1000) * scale).toBeCloseTo(metres, 6);
    }
  });

  it('[map] every sheet is drawn with at least 200 dots to the inch, and no card is asked too much', () => {
    for (const paper of Object.keys(PAPERS) as Paper[])
      for (const turn of ['portrait', 'landscape'] as const) {
        const map = mapOf(paper, turn);
        const page = pageOf(paper, turn);
        const ratio = ratioFor(map);
        expect(ratio * 96).toBeGreaterThanOrEqual(200);
        expect(Math.max(map.width, map.height) * PX_PER_MM * ratio).toBeLessThanOrEqual(4096);
        expect(map.width).toBeLessThanOrEqual(page.width - 2 * MARGIN);
        expect(map.height).toBeLessThan(page.height - 2 * MARGIN);
      }
  });
});

const layer = (id: string, kinds: string[], more: Partial<Layer> = {}): Layer => ({
  ...{ id, kinds, group: 'services', on: true, inside: false },
  ...{ title: { nl: id, fr: id, en: id }, ...more },
});
const LAYERS = [
  layer('borders', ['region', 'municipality']),
  layer('hospitals', ['hospital']),
  layer('schools', ['school']),
  layer('cameras', ['camera'], { clearance: 'camera', inside: true }),
];
const drawn = (id: string, properties: object): Drawn => ({
  layer: id,
  properties: properties as Drawn['properties'],
});

describe('the legend of a sheet', () => {
  it('[map] tells of what is on the sheet and of nothing else', () => {
    const legend = legendOf(
      [
        drawn('base-region', { kind: 'region' }),
        drawn('poi-hospital', { kind: 'hospital' }),
        drawn('perimeter-fill', { kind: 'perimeter', zone: 'isolation', restricted: false }),
        drawn('perimeter-isolation', { kind: 'perimeter', zone: 'isolation', restricted: false }),
        drawn('incident', { icon: incidentIcon(2, 'fire', 'active'), restricted: true }),
        drawn('report', { icon: reportIcon(4, false), restricted: false }),
        drawn('unit', { icon: 'unit:drone:D3:stale', restricted: false }),
      ],
      LAYERS,
    );
    expect(legend).toMatchObject({
      perimeters: ['isolation'],
      priorities: [2, 4],
      looks: ['active'],
      ...{ reports: true, clusters: false, merged: false, wind: false, restricted: true },
      units: ['drone'],
      staleUnits: true,
    });
    expect(legend.layers).toEqual([{ layer: LAYERS[1], kinds: ['hospital'] }]);
  });

  it('[map] a cluster tells its gravest priority; an empty sheet has an empty legend', () => {
    const cluster = [drawn('report-cluster', { cluster: true, point_count: 12, top: 3 })];
    expect(legendOf(cluster, LAYERS)).toMatchObject({ clusters: true, priorities: [3] });
    expect(legendOf([], LAYERS)).toEqual({
      ...{ perimeters: [], priorities: [], looks: [], units: [], layers: [] },
      ...{ reports: false, merged: false, clusters: false },
      ...{ staleUnits: false, wind: false, restricted: false },
    });
  });

  it('[P4] a closed layer is named when it is drawn, and when the list names something of it', () => {
    const none = legendOf([], LAYERS);
    const camera = legendOf([drawn('poi-camera', { kind: 'camera' })], LAYERS);
    expect(closedLayers(none, undefined, LAYERS)).toEqual([]);
    expect(closedLayers(camera, undefined, LAYERS)).toEqual([LAYERS[3]]);
    const list = { people: undefined, area: 1, count: 1, groups: [{ kind: 'camera', things: [] }] };
    expect(closedLayers(none, [{ perimeter: {} as never, list }], LAYERS)).toEqual([LAYERS[3]]);
  });
});

const at = (point: Point, more: object = {}) => ({ place: { point }, ...more });
const circle = (center: Point, more: object = {}) => ({
  shape: { form: 'circle', center, radius: 300 },
  ...more,
});
function momentWith(incidents: object, perimeters: object, reports: object): Moment {
  const table = (rows: object) =>
    Table(Object.entries(rows).map(([id, row]) => [id, { id, ...(row as object) }]));
  const state = {
    ...initial,
    incident: { ...initial.incident, incidents: table(incidents) },
    perimeter: { perimeters: table(perimeters) },
    report: { ...initial.report, reports: table(reports) },
  } as unknown as State;
  return { seq: 7, at: 0, staleSince: undefined, state, units: [] };
}
const NEAR: Point = [4.36, 50.85];
const FAR: Point = [4.45, 50.8];
const moment = momentWith(
  {
    a: at(NEAR, {
      status: 'active',
      number: '2026-0001',
      title: 'Brand',
      restrictions: ['medical'],
    }),
    shut: at(NEAR, { status: 'closed', restrictions: ['shut'] }),
    bare: at(FAR, { status: 'open', number: '2026-0002', title: 'Storing' }),
  },
  {
    p: circle(NEAR, { kind: 'exclusion', incident: 'a' }),
    q: circle(FAR, { kind: 'isolation', incident: 'bare', restrictions: ['far'], lifted: {} }),
  },
  {
    r: at(NEAR, { status: 'new', priority: 3, restrictions: ['police'] }),
    s: at(FAR, { status: 'new', priority: 1, restrictions: ['elsewhere'] }),
    none: { status: 'new', priority: 2 },
  },
);
const choice: Choice = {
  ...{ about: '', paper: 'A4', turn: 'landscape', scale: undefined, title: undefined },
  ...{ perimeters: true, reports: true, inside: false },
};
const screen: Box = [4.34, 50.84, 4.38, 50.86];

describe('what goes on a sheet', () => {
  it('[map] open incidents always; perimeters and reports as asked; nothing without a place', () => {
    const all = rowsOf(moment, { perimeters: true, reports: true, incident: undefined });
    expect(all.incidents.map(({ id }) => id).sort()).toEqual(['a', 'bare']);
    expect(all.perimeters.map(({ id }) => id)).toEqual(['p']);
    expect([all.reports, all.urgent].flat().map(({ id }) => id)).toEqual(['r', 's']);
    const few = rowsOf(moment, { perimeters: false, reports: false, incident: undefined });
    expect(few.incidents).toHaveLength(2);
    expect([few.perimeters, few.reports, few.urgent, few.merged].flat()).toEqual([]);
  });

  it('[P4] the sheet is marked with the restrictions of what is on it, and of nothing elsewhere', () => {
    const rows = rowsOf(moment, { perimeters: true, reports: true, incident: undefined });
    expect(restrictionsOn(rows, screen)).toEqual(['medical', 'police']);
    expect(restrictionsOn(rows, [4.44, 50.79, 4.46, 50.81])).toEqual(['elsewhere']);
    expect(perimetersIn(rows.perimeters, screen).map(({ id }) => id)).toEqual(['p']);
    expect(perimetersIn(rows.perimeters, [4.4, 50.84, 4.41, 50.86])).toEqual([]);
  });

  it('[map] about an incident: its perimeters fill the sheet, and its number and title name it', () => {
    const plan = planOf({ ...choice, about: 'a' }, moment.state, screen);
    expect(plan.fitting).toBe(5_000);
    expect(plan.center[0]).toBeCloseTo(NEAR[0], 4);
    expect(plan.center[1]).toBeCloseTo(NEAR[1], 4);
    expect(proposedTitle(plan.incident, 'Kaart')).toBe('2026-0001 Brand');
    // A place alone: the streets around it.
    expect(planOf({ ...choice, about: 'bare' }, moment.state, screen).scale).toBe(10_000);
  });

  it('[map] without one: what is on the screen; a scale that somebody chose stays', () => {
    const plan = planOf(choice, moment.state, screen);
    expect(plan.incident).toBeUndefined();
    expect(plan.box[0]).toBeLessThan(screen[0]);
    expect(plan.box[3]).toBeGreaterThan(screen[3]);
    expect(proposedTitle(plan.incident, 'Kaart')).toBe('Kaart');
    const chosen = planOf({ ...choice, scale: 50_000 }, moment.state, screen);
    expect([chosen.scale, chosen.fitting]).toEqual([50_000, plan.fitting]);
    // An incident that went from sight takes its sheet with it.
    expect(planOf({ ...choice, about: 'gone' }, moment.state, screen)).toEqual(plan);
  });

  it('[map] the foot of the pages holds any text without becoming a rule', () => {
    expect(cssString('LIVE')).toBe('"LIVE"');
    expect(cssString('a" } b\\c\n<')).toBe('"a\\22  } b\\5c c\\a \\3c "');
  });
});
