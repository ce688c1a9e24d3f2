import type { LayerSpecification } from 'maplibre-gl';
import type { State } from '../../../shared/folds.ts';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import type { Point } from '../../../shared/value.ts';
import { incidentIcon } from '../icon.ts';
import type { Tokens } from '../tokens.ts';
import { GRAVEST_LAST, type ThingFeature } from './feature.ts';
import { FONT } from './base.ts';

/** Incidents that are not closed: always all of them, above everything, never in a cluster. */
export const INCIDENTS = 'incidents';

type Placed = Incident & { place: { point: Point } };
export const isPlaced = (one: Incident | undefined): one is Placed =>
  one?.place?.point !== undefined;

export const openIncidents = (state: State): Iterable<Placed> =>
  state.incident.incidents
    .valueSeq()
    .filter((one): one is Placed => one.status !== 'closed' && isPlaced(one));

/** `glyph`: the icon of its type. */
export const incidentFeature = (one: Placed, waiting: boolean, glyph: string): ThingFeature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: one.place.point },
  properties: {
    id: one.id,
    kind: 'incident',
    priority: one.priority,
    title: `${one.number} ${one.title}`,
    at: one.opened.at,
    icon: incidentIcon(one.priority, glyph, waiting ? 'waiting' : one.status),
    restricted: one.restrictions !== undefined,
  },
});

export function incidentLayers(tokens: Tokens): LayerSpecification[] {
  return [
    {
      id: 'incident',
      type: 'symbol',
      source: INCIDENTS,
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-allow-overlap': true,
        // They are few and matter most: names of the ground make room for them.
        'icon-padding': 0,
        'symbol-sort-key': GRAVEST_LAST,
        'text-field': ['step', ['zoom'], '', 12, ['get', 'title']],
        'text-font': FONT,
        'text-size': 12,
        'text-anchor': 'left',
        'text-justify': 'left',
        'text-offset': [2.3, 0],
        'text-max-width': 14,
        'text-optional': true,
      },
      paint: {
        'text-color': tokens.text,
        'text-halo-color': tokens['map-region'],
        'text-halo-width': 2,
      },
    },
    {
      id: 'incident-lock',
      type: 'symbol',
      source: INCIDENTS,
      filter: ['get', 'restricted'],
      layout: {
        'icon-image': 'lock',
        'icon-offset': [14, -14],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ];
}
