import i18next from 'i18next';
import type { LayerSpecification } from 'maplibre-gl';
import type { Fix } from '../../../shared/subject/unit/schema.ts';
import { ageText, clockOf } from '../../part/time.ts';
import type { UnitRow } from '../../positions.ts';
import type { Tokens } from '../tokens.ts';
import type { UnitShape } from '../unit-icon.ts';
import { FONT } from './base.ts';
import type { MapFeature } from './feature.ts';

/** Units: each where it was last, under the incidents; never in a cluster. */
export const UNITS = 'units';

const shapeOf = ({ kind, discipline }: Fix): UnitShape =>
  kind === 'drone' ? 'drone' : (discipline ?? 'other');
const toneOf = (fix: Fix): UnitShape => fix.discipline ?? shapeOf(fix);

/** A receiver that stands still turns round and round. */
const isGoing = ({ course, speed }: Fix): boolean =>
  course !== undefined && (speed === undefined || speed >= 0.5);

export interface UnitFeature extends MapFeature {
  properties: {
    id: string;
    kind: 'unit';
    title: string;
    /** Empty while it is not stale. */
    age: string;
    label: string;
    icon: string;
    at: string;
    restricted: boolean;
    unit: Fix['kind'];
    discipline?: string;
    course?: number;
    arrow?: string;
    speed?: number;
    accuracy?: number;
  };
}

export function unitFeature({ id, fix, age: old }: UnitRow): UnitFeature {
  const stale = old !== undefined;
  const age = stale ? ageText(old) : '';
  const title = fix.callsign ?? id.slice(0, 40).toWellFormed();
  const tone = toneOf(fix);
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: fix.point },
    properties: {
      ...{ id, kind: 'unit', title, age, at: fix.at, unit: fix.kind },
      label: stale ? `${title} · ${age}` : title,
      icon: `unit:${shapeOf(fix)}:${tone}:${stale ? 'stale' : 'fresh'}`,
      restricted: fix.restrictions !== undefined,
      ...(fix.discipline ? { discipline: fix.discipline } : {}),
      ...(isGoing(fix) && !stale ? { course: fix.course!, arrow: `course:${tone}` } : {}),
      ...(fix.speed === undefined ? {} : { speed: fix.speed }),
      ...(fix.accuracy === undefined ? {} : { accuracy: fix.accuracy }),
    },
  };
}

/** What the mouse is told of a unit, after its name: what it is, and how well and since when that is known. */
export function unitLines(properties: UnitFeature['properties']): string[][] {
  const { t } = i18next;
  const { unit, discipline, speed, accuracy, at, age, restricted } = properties;
  return [
    [
      t(`unit.${unit}`),
      ...(discipline ? [t(`incident.${discipline}`)] : []),
      ...(restricted ? [t('map.restricted')] : []),
    ],
    [
      ...(speed === undefined ? [] : [t('unit.speed', { speed: Math.round(speed * 3.6) })]),
      ...(accuracy === undefined ? [] : [t('unit.accuracy', { metres: Math.round(accuracy) })]),
      ...(age ? [t('unit.stale', { age })] : [t('unit.fresh', { time: clockOf(at) })]),
    ],
  ];
}

/** Marks never hide, and never push the names of the ground away. */
const ALWAYS = { 'icon-allow-overlap': true, 'icon-ignore-placement': true } as const;

export function unitLayers(tokens: Tokens): LayerSpecification[] {
  return [
    {
      id: 'unit-course',
      type: 'symbol',
      source: UNITS,
      filter: ['has', 'arrow'],
      layout: {
        'icon-image': ['get', 'arrow'],
        'icon-rotate': ['get', 'course'],
        'icon-rotation-alignment': 'map',
        ...ALWAYS,
      },
    },
    {
      id: 'unit',
      type: 'symbol',
      source: UNITS,
      layout: {
        'icon-image': ['get', 'icon'],
        ...ALWAYS,
        'text-field': ['step', ['zoom'], ['get', 'age'], 12, ['get', 'label']],
        'text-font': FONT,
        'text-size': 11.5,
        'text-anchor': 'top',
        'text-offset': [0, 1.25],
        'text-max-width': 12,
        'text-optional': true,
      },
      paint: {
        'text-color': tokens.text,
        'text-halo-color': tokens['map-region'],
        'text-halo-width': 2,
      },
    },
    {
      id: 'unit-lock',
      type: 'symbol',
      source: UNITS,
      filter: ['get', 'restricted'],
      layout: { 'icon-image': 'lock', 'icon-offset': [12, -11], ...ALWAYS },
    },
  ];
}
