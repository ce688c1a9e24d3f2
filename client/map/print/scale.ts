import type { Box } from '../../../shared/geo/feature.ts';
import type { Point } from '../../../shared/value.ts';
import type { Size } from './paper.ts';

/**
 * The scale of a printed map, from a web map's zoom. Web Mercator enlarges by 1 / cos(latitude): a
 * scale holds at the latitude of the sheet's middle. As the earth is no sphere it is off by at most 0.2 %
 * here, and by 0.3 % more at the upper and lower edge of the largest sheet at 1:100,000.
 */
export const SCALES = [
  2_500, 5_000, 7_500, 10_000, 15_000, 20_000, 25_000, 50_000, 75_000, 100_000,
];

/** Equator of the sphere of Web Mercator (EPSG:3857), metres. */
const EQUATOR = 2 * Math.PI * 6_378_137;
/** Side of the world at zoom 0 in MapLibre, CSS pixels. */
const WORLD = 512;
/** CSS pixels in a millimetre: 96 in an inch of 25.4 mm (CSS Values 4, §6.2). */
export const PX_PER_MM = 96 / 25.4;

const cosine = (latitude: number): number => Math.cos((latitude * Math.PI) / 180);

/** Metres on the ground in one CSS pixel. */
export const metresPerPixel = (zoom: number, latitude: number): number =>
  (EQUATOR * cosine(latitude)) / (WORLD * 2 ** zoom);

/** The zoom at which one millimetre on paper is `scale` millimetres on the ground. */
export function zoomOf(scale: number, latitude: number): number {
  const metres = scale / 1000 / PX_PER_MM;
  return Math.log2((EQUATOR * cosine(latitude)) / (WORLD * metres));
}

export const middleOfBox = ([west, south, east, north]: Readonly<Box>): Point => [
  (west + east) / 2,
  // Halfway on the map, which is not halfway in degrees, though within a metre of it here.
  (south + north) / 2,
];

/** Metres across a box: west to east in its middle, south to north. */
function spanOf([west, south, east, north]: Readonly<Box>): Size {
  const degree = EQUATOR / 360;
  return {
    width: (east - west) * degree * cosine((south + north) / 2),
    height: (north - south) * degree,
  };
}

/** The largest picture that shows all of the box with some room; the smallest scale when none does. */
export function fittingScale(box: Readonly<Box>, map: Size): number {
  const span = spanOf(box);
  const room = 0.94;
  return (
    SCALES.find(
      (scale) =>
        span.width <= (map.width * room * scale) / 1000 &&
        span.height <= (map.height * room * scale) / 1000,
    ) ?? SCALES.at(-1)!
  );
}

/** What of the ground the sheet shows. */
export function boxOnPaper([lon, lat]: Readonly<Point>, scale: number, map: Size): Box {
  const degree = EQUATOR / 360;
  const dx = (map.width * scale) / 2000 / (degree * cosine(lat));
  const dy = (map.height * scale) / 2000 / degree;
  return [lon - dx, lat - dy, lon + dx, lat + dy];
}

export interface ScaleBar {
  /** Metres from end to end, a round number. */
  metres: number;
  /** Millimetres on paper. */
  width: number;
}

/** A bar of 1, 2 or 5 times a power of ten metres, as long as fits. `longest`: millimetres. */
export function scaleBar(scale: number, longest: number): ScaleBar {
  const most = (longest * scale) / 1000;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most)!;
  return { metres, width: (metres / scale) * 1000 };
}

/** Device pixels for a CSS pixel: 300 dpi where the graphics card can hold it; `most`: its longest side. */
export function ratioFor({ width, height }: Size, most = 4096): number {
  const longest = Math.ceil(Math.max(width, height) * PX_PER_MM);
  return Math.min(300 / 96, most / longest);
}
