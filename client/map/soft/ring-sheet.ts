import type { Map as MapLibre } from 'maplibre-gl';
import type { Point } from '../../../shared/value.ts';

/**
 * The growing rings where the processor draws the map: on a sheet of their own over it. They grow each
 * second, and the map under them, which costs a good part of a second each time, stays as it is.
 */
export interface RingSheet {
  /** Metres; undefined: none. */
  show(rings: { point: Point; least: number; most: number } | undefined): void;
  close(): void;
}

const SVG = 'http://www.w3.org/2000/svg';
/** As the map's own: fill, width and strength of the rim. */
const LOOKS = { most: [0.07, 2.4, 1], least: [0, 1.2, 0.75] } as const;

export function openRingSheet(map: MapLibre): RingSheet {
  const sheet = document.createElementNS(SVG, 'svg');
  sheet.style.cssText =
    'position:absolute;inset:0;width:100%;height:100%;pointer-events:none;color:var(--accent)';
  sheet.setAttribute('aria-hidden', 'true');
  sheet.dataset['testid'] = 'map-rings';
  const circles = (['most', 'least'] as const).map((which) => {
    const circle = document.createElementNS(SVG, 'circle');
    const [fill, width, rim] = LOOKS[which];
    circle.style.cssText = `fill:currentColor;fill-opacity:${fill};stroke:currentColor;stroke-width:${width};stroke-opacity:${rim}`;
    sheet.append(circle);
    return [which, circle] as const;
  });
  map.getCanvasContainer().append(sheet);
  let rings: Parameters<RingSheet['show']>[0];

  function place(): void {
    sheet.style.display = rings ? '' : 'none';
    if (!rings) return;
    const { x, y } = map.project(rings.point);
    const metre = pixelsPerMetre(map.getZoom(), rings.point[1]);
    for (const [which, circle] of circles) {
      circle.setAttribute('cx', x.toFixed(1));
      circle.setAttribute('cy', y.toFixed(1));
      circle.setAttribute('r', (rings[which] * metre).toFixed(1));
    }
  }
  map.on('move', place);
  map.on('resize', place);
  return {
    show(next) {
      rings = next;
      place();
    },
    close() {
      map.off('move', place);
      map.off('resize', place);
      sheet.remove();
    },
  };
}

/** CSS pixels, tiles of 512. */
export const pixelsPerMetre = (zoom: number, latitude: number): number =>
  (512 * 2 ** zoom) / (40_075_017 * Math.cos((latitude * Math.PI) / 180));
