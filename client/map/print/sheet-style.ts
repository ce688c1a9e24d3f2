import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { GeoCollection } from '../../../shared/geo/feature.ts';
import type { Lang } from '../../../shared/refusal.ts';
import type { FieldLook } from '../field/look.ts';
import type { MapFeature } from '../layer/feature.ts';
import { incidentFeature, INCIDENTS } from '../layer/incident.ts';
import { perimeterFeature, PERIMETERS } from '../layer/perimeter.ts';
import { MERGED, reportFeature, REPORTS, URGENT } from '../layer/report.ts';
import { isPlanned, TRAFFIC, trafficFeature } from '../layer/traffic.ts';
import { unitFeature, UNITS } from '../layer/unit.ts';
import { blows, windFeature, WINDS } from '../layer/wind.ts';
import { makeStyle, switched } from '../style.ts';
import type { Tokens } from '../tokens.ts';
import { withReach, type SheetPlates } from './plates.ts';
import type { SheetRows } from './rows.ts';

/** On a screen the mouse tells that a perimeter is restricted; paper has no mouse. */
const LOCKS: LayerSpecification = {
  id: 'perimeter-lock',
  type: 'symbol',
  source: PERIMETERS,
  filter: ['get', 'restricted'],
  layout: {
    'symbol-placement': 'line',
    'symbol-spacing': 180,
    'icon-image': 'lock',
    'icon-rotation-alignment': 'viewport',
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
  },
};

/** The style of the live map with the things of one moment in it, and without what is switched off. */
export function sheetStyle(options: {
  tokens: Tokens;
  lang: Lang;
  ground: GeoCollection;
  field: FieldLook | undefined;
  rows: SheetRows;
  plates: SheetPlates;
  hidden: readonly string[];
  /** Picture of an incident's type. */
  glyph: (type: string) => string;
}): StyleSpecification {
  const { tokens, lang, ground, field, rows, plates, hidden, glyph } = options;
  const style = makeStyle(tokens, lang, ground, field);
  const things: Record<string, MapFeature[]> = {
    [INCIDENTS]: rows.incidents.map((one) => incidentFeature(one, false, glyph(one.type))),
    [PERIMETERS]: rows.perimeters.map((one) => perimeterFeature(one, false)),
    [WINDS]: rows.perimeters.filter(blows).map(windFeature),
    [REPORTS]: rows.reports.map((one) => reportFeature(one, false)),
    [URGENT]: rows.urgent.map((one) => reportFeature(one, false)),
    [MERGED]: rows.merged.map((one) => reportFeature(one, false)),
    [TRAFFIC]: rows.traffic.map((one) => trafficFeature(one, isPlanned(one, rows.at))),
    [UNITS]: rows.units.map(unitFeature),
    ...plates.things,
  };
  const sources = { ...style.sources };
  for (const [id, features] of Object.entries(things))
    sources[id] = { ...sources[id], data: { type: 'FeatureCollection', features } } as never;
  const layers = style.layers.flatMap((each) => {
    const layer = withReach(each, plates.reach);
    const to = switched(layer, hidden);
    if (to?.off) return [];
    return [to?.filter ? ({ ...layer, filter: to.filter } as LayerSpecification) : layer];
  });
  return { ...style, sources, layers: [...layers, LOCKS] };
}
