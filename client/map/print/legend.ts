import type { Layer } from '../../../shared/geo/layer.ts';
import { PERIMETERS, type PerimeterKind } from '../../../shared/subject/perimeter/schema.ts';
import type { Priority } from '../../../shared/value.ts';
import type { Look } from '../icon.ts';
import type { Listed } from './inside.ts';
import { isUnitShape, UNIT_SHAPES, type UnitShape } from '../unit-icon.ts';

/** Something that was really drawn on the sheet: which layer of the style, and what it says of itself. */
export interface Drawn {
  layer: string;
  properties: Readonly<Record<string, unknown>>;
}

/** What the sheet's legend must explain, and nothing that is not on the sheet. */
export interface SheetLegend {
  perimeters: PerimeterKind[];
  priorities: Priority[];
  looks: Look[];
  reports: boolean;
  merged: boolean;
  clusters: boolean;
  units: UnitShape[];
  staleUnits: boolean;
  wind: boolean;
  restricted: boolean;
  /** Of plate reading; absent where nothing of it is there. */
  plates?: PlateSign[];
  /** Layers of the ground, in the order of `layers.yaml`, each with the kinds of it that are there. */
  layers: { layer: Layer; kinds: string[] }[];
}

/** What of plate reading needs a word: in the order of the legend. */
export type PlateSign = 'certain' | 'possible' | 'trail' | 'trail-possible' | 'reach' | 'next' | 'overdue' | 'flow'; // prettier-ignore

const LOOKS = ['open', 'active', 'controlled', 'closed', 'waiting'] as const;

export function legendOf(drawn: readonly Drawn[], layers: readonly Layer[]): SheetLegend {
  const words = (property: string) =>
    new Set(
      drawn
        .map(({ properties }) => properties[property])
        .filter((one) => typeof one === 'string' || typeof one === 'number')
        .map(String),
    );
  const icons = [...words('icon')].map((icon) => icon.split(':'));
  const zones = words('zone');
  const onLayer = (...ids: string[]) => drawn.some(({ layer }) => ids.includes(layer));
  const gravest = new Set([
    ...icons
      .filter(([kind = '']) => ['incident', 'report', 'anpr-alert'].includes(kind))
      .map(([, rank]) => rank),
    ...words('top'),
  ]);
  const looks = icons.filter(([kind]) => kind === 'incident').map((icon) => icon[3]);
  const alerts = icons.filter(([kind]) => kind === 'anpr-alert');
  const next = icons.filter(([kind]) => kind === 'anpr-next');
  const signs: readonly [PlateSign, boolean][] = [
    ['certain', alerts.some((icon) => icon[2] === 'certain')],
    ['possible', alerts.some((icon) => icon[2] === 'possible')],
    ['trail', onLayer('anpr-leg', 'anpr-pass')],
    ['trail-possible', onLayer('anpr-leg-possible')],
    ['reach', onLayer('anpr-reach-most')],
    ['next', next.some((icon) => icon[2] !== 'overdue')],
    ['overdue', next.some((icon) => icon[2] === 'overdue')],
    ['flow', onLayer('anpr-flow')],
  ];
  const plates = signs.filter(([, there]) => there).map(([sign]) => sign);
  const units = icons.filter(([kind]) => kind === 'unit');
  const shapes = new Set(units.map(([, shape]) => shape).filter(isUnitShape));
  const ground = new Set(
    drawn.filter(({ layer }) => isGround(layer)).map(({ properties }) => properties['kind']),
  );
  return {
    perimeters: PERIMETERS.filter((kind) => zones.has(kind)),
    priorities: ([1, 2, 3, 4] as const).filter((one) => gravest.has(String(one))),
    looks: LOOKS.filter((look) => looks.includes(look)),
    reports: onLayer('report', 'report-urgent'),
    merged: onLayer('report-merged'),
    clusters: onLayer('report-cluster'),
    units: UNIT_SHAPES.filter((shape) => shapes.has(shape)),
    staleUnits: units.some((icon) => icon[3] === 'stale'),
    wind: onLayer('wind'),
    ...(plates.length > 0 ? { plates } : {}),
    restricted: drawn.some(({ properties }) => properties['restricted'] === true),
    layers: layers
      .map((layer) => ({ layer, kinds: layer.kinds.filter((kind) => ground.has(kind)) }))
      .filter(({ kinds }) => kinds.length > 0),
  };
}

/** The region's own ground is no sign that needs a word; its rim is. */
const isGround = (layer: string): boolean =>
  /^((base|name|poi|traffic)-|anpr-camera$)/.test(layer) && layer !== 'base-region';

/** Layers that not everybody is sent, and that the sheet or its list shows something of. */
export function closedLayers(
  legend: SheetLegend,
  inside: readonly Listed[] | undefined,
  layers: readonly Layer[],
): Layer[] {
  const told = new Set(inside?.flatMap(({ list }) => list.groups.map(({ kind }) => kind)));
  const drawn = new Set(legend.layers.map(({ layer }) => layer.id));
  return layers.filter(
    ({ id, kinds, clearance }) =>
      clearance !== undefined && (drawn.has(id) || kinds.some((kind) => told.has(kind))),
  );
}
