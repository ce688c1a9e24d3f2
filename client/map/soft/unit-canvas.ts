import type { Map as MapLibre, Point as Pixel } from 'maplibre-gl';
import type { UnitRow } from '../../positions.ts';
import type { ThingFeature } from '../layer/feature.ts';
import { unitFeature, type UnitFeature } from '../layer/unit.ts';
import type { Tokens } from '../tokens.ts';
import { openRoom } from './room.ts';
import { openStamps, type Stamp } from './stamp.ts';

/**
 * Units where the processor draws the map: on a sheet of their own over it. They move several times a
 * second, and the ground under them, which costs a tenth of a second each time, stays as it is. The
 * marks are those of the map, and so is their order: incidents lie over them.
 */
export interface UnitCanvas {
  units(rows: Iterable<UnitRow>): void;
  /** What lies over the units, the lowest first. */
  over(things: readonly ThingFeature[]): void;
  show(shown: boolean): void;
  /** The colours changed. */
  again(): void;
  /** The topmost unit under a pixel. */
  at(point: Pixel): UnitFeature | undefined;
  close(): void;
}

/** Zoom from which units have their names; before, only the age of those that are stale. */
const NAMED = 12;
/** CSS pixels beyond the edge at which a mark still reaches into the picture. */
const EDGE = 60;
const LABEL_BELOW = 13;
/** Under the arrow, where it points down. */
const LABEL_BELOW_ARROW = 25;
const TITLE_BESIDE = 24;
const INCIDENT_LOCK: readonly [number, number] = [14, -14];
const LOCK: readonly [number, number] = [12, -11];
/** How near one must point, CSS pixels. */
const REACH = 14;

export function openUnitCanvas(map: MapLibre, large: number, tokens: () => Tokens): UnitCanvas {
  const canvas = document.createElement('canvas');
  canvas.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none';
  canvas.setAttribute('aria-hidden', 'true');
  canvas.dataset['testid'] = 'map-units';
  const pen = canvas.getContext('2d')!;
  const stamps = openStamps(tokens);
  let features: UnitFeature[] = [];
  let known = new Map<UnitRow, UnitFeature>();
  let marks: readonly ThingFeature[] = [];
  let drawn: [x: number, y: number, feature: UnitFeature][] = [];
  let shown = true;

  function put(stamp: Stamp | undefined, x: number, y: number, turn = 0): void {
    if (!stamp) return;
    const { image, width, height } = stamp;
    if (turn === 0) return pen.drawImage(image, x - width / 2, y - height / 2, width, height);
    pen.save();
    pen.translate(x, y);
    pen.rotate((turn * Math.PI) / 180);
    pen.drawImage(image, -width / 2, -height / 2, width, height);
    pen.restore();
  }

  function placed<F extends UnitFeature | ThingFeature>(things: readonly F[], width: number) {
    const { clientHeight: height } = canvas;
    const there: [x: number, y: number, feature: F][] = [];
    for (const one of things) {
      if (one.geometry.type !== 'Point') continue;
      const { x, y } = map.project(one.geometry.coordinates);
      if (x > -EDGE && y > -EDGE && x < width + EDGE && y < height + EDGE) there.push([x, y, one]);
    }
    return there;
  }

  function draw(): void {
    if (!canvas.isConnected) return;
    const { clientWidth, clientHeight } = canvas;
    const ratio = devicePixelRatio * large;
    const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, clientWidth, clientHeight);
    drawn = shown ? placed(features, clientWidth) : [];
    if (drawn.length === 0) return;
    for (const [x, y, { properties }] of drawn) {
      const { arrow, course } = properties;
      if (arrow !== undefined) put(stamps.mark(arrow), x, y, course! - map.getBearing());
    }
    for (const [x, y, { properties }] of drawn) {
      put(stamps.mark(properties.icon), x, y);
    }
    for (const [x, y, { properties }] of drawn)
      if (properties.restricted) put(stamps.mark('lock'), x + LOCK[0], y + LOCK[1]);
    const named = map.getZoom() >= NAMED;
    const hasRoom = openRoom();
    const over = placed(marks, clientWidth);
    // Titles of incidents first: they matter more than the names of units.
    const titles = over.flatMap(([x, y, { properties }]) => {
      if (!named || properties.kind !== 'incident') return [];
      const title = stamps.label(properties.title, true);
      const [left, top] = [x + TITLE_BESIDE, y - title.height / 2];
      return hasRoom(left, top, title.width, title.height) ? [[title, left, y] as const] : [];
    });
    for (const [x, y, { properties }] of drawn) {
      const text = named ? properties.label : properties.age;
      if (!text) continue;
      const label = stamps.label(text);
      const top = y + (pointsDown(properties, map.getBearing()) ? LABEL_BELOW_ARROW : LABEL_BELOW);
      if (!hasRoom(x - label.width / 2, top, label.width, label.height)) continue;
      put(label, x, top + label.height / 2);
    }
    for (const [title, left, y] of titles) put(title, left + title.width / 2, y);
    for (const [x, y, { properties }] of over) {
      const mark = stamps.mark(properties.icon);
      // The tip of a report's pin stands on its place.
      put(mark, x, properties.kind === 'report' ? y - (mark?.height ?? 0) / 2 : y);
      if (properties.restricted && properties.kind === 'incident')
        put(stamps.mark('lock'), x + INCIDENT_LOCK[0], y + INCIDENT_LOCK[1]);
    }
  }

  map.on('render', draw);
  return {
    units(rows) {
      const next = new Map<UnitRow, UnitFeature>();
      for (const row of rows) next.set(row, known.get(row) ?? unitFeature(row));
      known = next;
      features = [...next.values()];
      // While there is no unit, there is no sheet either.
      if (features.length > 0 && !canvas.isConnected) map.getCanvasContainer().append(canvas);
      draw();
    },
    over(things) {
      marks = things;
      draw();
    },
    show(next) {
      shown = next;
      draw();
    },
    again() {
      stamps.forget();
      known = new Map([...known.keys()].map((row) => [row, unitFeature(row)]));
      features = [...known.values()];
      draw();
    },
    at: (point) => drawn.findLast(([x, y]) => Math.hypot(x - point.x, y - point.y) <= REACH)?.[2],
    close() {
      map.off('render', draw);
      canvas.remove();
    },
  };
}

function pointsDown({ arrow, course }: UnitFeature['properties'], bearing: number): boolean {
  if (arrow === undefined || course === undefined) return false;
  return Math.cos(((course - bearing) * Math.PI) / 180) < -0.6;
}
