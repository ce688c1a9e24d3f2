import type { Map as MapLibre } from 'maplibre-gl';
import type { Box } from '../../shared/geo/feature.ts';
import { roundPoint, type Point } from '../../shared/value.ts';

/** What keys and palette may ask of the map. */
export interface Camera {
  /** The whole region. */
  fit(): void;
  zoom(steps: number): void;
  /** To a place, near enough to see the streets. */
  fly(point: Point): void;
  /** All of a thing that is more than a point, but no nearer than one can read. */
  frame(box: Box): void;
  middle(): Point;
  zoomed(): number;
  /** As a link says. */
  take(center: Point, zoom: number): void;
  /** Into view, if it is out of sight; never under somebody's hand. */
  reveal(point: Point): void;
}

let camera: Camera | undefined;
export const setCamera = (next: Camera | undefined): void => void (camera = next);
/** undefined while no map is drawn. */
export const theCamera = (): Camera | undefined => camera;

/** Pixels at the edges that do not count as in sight: marks are this large, and the legend stands there. */
const EDGE = 36;

/** `home`: the region, or a centre and zoom where the base map is not known. */
export function makeCamera(
  map: MapLibre,
  home: () => Box | { center: Point; zoom: number },
): Camera {
  const within = (duration: number) =>
    matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : duration;
  const inHand = () =>
    [map.dragPan, map.scrollZoom, map.boxZoom, map.touchZoomRotate].some((one) => one.isActive());
  return {
    fit() {
      const there = home();
      if (Array.isArray(there)) map.fitBounds(there, { padding: EDGE, duration: within(400) });
      else map.easeTo({ ...there, duration: within(400) });
    },
    zoom: (steps) => map.easeTo({ zoom: map.getZoom() + steps, duration: within(200) }),
    fly: (center) =>
      map.easeTo({ center, zoom: Math.max(map.getZoom(), 14.5), duration: within(500) }),
    frame: (there) =>
      map.fitBounds(there, { padding: 2 * EDGE, maxZoom: 16, duration: within(500) }),
    middle: () => {
      const { lng, lat } = map.getCenter();
      return roundPoint([lng, lat]);
    },
    zoomed: () => map.getZoom(),
    take: (center, zoom) => map.jumpTo({ center, zoom }),
    reveal(center) {
      if (inHand()) return;
      const { x, y } = map.project(center);
      const { clientWidth, clientHeight } = map.getContainer();
      const seen = x > EDGE && y > EDGE && x < clientWidth - EDGE && y < clientHeight - EDGE;
      if (!seen) map.easeTo({ center, duration: within(400) });
    },
  };
}
