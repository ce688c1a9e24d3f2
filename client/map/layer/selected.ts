import type { LayerSpecification } from 'maplibre-gl';
import type { Tokens } from '../tokens.ts';

/** The thing in the detail pane, whatever its state, and out of any cluster: nobody loses sight of it. */
export const SELECTED = 'selected';

/** Under the things: a ring round the place. */
export const selectedRing = (tokens: Tokens): LayerSpecification => ({
  id: 'selected-ring',
  type: 'circle',
  source: SELECTED,
  paint: {
    'circle-radius': 25,
    'circle-color': tokens.accent,
    'circle-opacity': 0.16,
    'circle-stroke-color': tokens.accent,
    'circle-stroke-width': 2.5,
  },
});

/** Over the things: itself. */
export const selectedThing = (): LayerSpecification => ({
  id: 'selected',
  type: 'symbol',
  source: SELECTED,
  layout: {
    'icon-image': ['get', 'icon'],
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
    'icon-anchor': ['match', ['get', 'kind'], 'report', 'bottom', 'center'],
  },
});
