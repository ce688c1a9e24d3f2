import { Map as MapLibre, type StyleSpecification } from 'maplibre-gl';
import type { Point } from '../../../shared/value.ts';
import { drawIcon } from '../icon.ts';
import type { Tokens } from '../tokens.ts';
import type { Drawn } from './legend.ts';
import { ratioFor } from './scale.ts';

/** Even a slow computer without a graphics card has drawn a sheet by then. */
const PATIENCE_MS = 60_000;

export interface SheetImage {
  /** Of a PNG in this page's memory. Whoever asked for it lets go of it. */
  url: string;
  /** CSS pixels: 1/96 inch on paper. */
  width: number;
  height: number;
  /** Pixels of the image in an inch of paper. */
  dpi: number;
  /** What can really be seen on it. */
  drawn: Drawn[];
}

/**
 * Draws a map that nobody sees, in print quality, and takes its picture. `size`: CSS pixels, whole, so
 * that the scale is not off by a part of one. Rejects when it cannot be drawn.
 */
export async function drawSheet(options: {
  style: StyleSpecification;
  tokens: Tokens;
  center: Point;
  zoom: number;
  size: { width: number; height: number };
  /** Millimetres, of the same. */
  paper: { width: number; height: number };
}): Promise<SheetImage> {
  const { style, tokens, center, zoom, size, paper } = options;
  const ratio = ratioFor(paper);
  const container = document.createElement('div');
  container.style.cssText = `position:fixed;top:0;left:-99999px;width:${size.width}px;height:${size.height}px`;
  document.body.append(container);
  let map: MapLibre | undefined;
  try {
    map = new MapLibre({
      ...{ container, style, center, zoom, pixelRatio: ratio },
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      canvasContextAttributes: { preserveDrawingBuffer: true },
    });
    const open = map;
    open.setMissingStyleImageResolver((name) => {
      const icon = drawIcon(name, tokens, ratio);
      if (icon) open.addImage(name, icon, { pixelRatio: ratio });
    });
    await atRest(open);
    const drawn = open
      .queryRenderedFeatures()
      .map(({ layer, properties }): Drawn => ({ layer: layer.id, properties }));
    const blob = await new Promise<Blob | null>((done) => open.getCanvas().toBlob(done));
    if (!blob) throw new Error('no picture of the sheet');
    return { url: URL.createObjectURL(blob), ...size, dpi: Math.round(ratio * 96), drawn };
  } finally {
    map?.remove();
    container.remove();
  }
}

/** Everything is there and drawn. A field base map that does not answer leaves its own place empty. */
const atRest = (map: MapLibre): Promise<void> =>
  new Promise((done, failed) => {
    const late = setTimeout(() => failed(new Error('the sheet is not drawn in time')), PATIENCE_MS);
    const over = (act: () => void) => () => {
      clearTimeout(late);
      act();
    };
    map.once('idle', over(done));
    map.once(
      'webglcontextlost',
      over(() => failed(new Error('the graphics card dropped out'))),
    );
  });
