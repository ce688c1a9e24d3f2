import { convert } from 'geo-coordinates-parser';
import type { Point } from '../../shared/value.ts';
import { BELGIUM, isInside, projector } from '../projection.ts';

/**
 * A position as people write it: WGS 84 in decimal degrees (either order, `.` or `,`), degrees with
 * minutes and seconds, or Belgian Lambert 72 (EPSG:31370) and Lambert 2008 (EPSG:3812) in metres.
 * Undefined when it is none, or lies outside Belgium both ways round.
 */
export function readPosition(typed: string): Point | undefined {
  const text = typed.trim();
  // The library tries its patterns for long on what is no position: it gets short runs and few parts.
  if (!/\d/.test(text) || text.length > 80 || LONG.test(text)) return undefined;
  return readMetres(text) ?? readDecimal(text) ?? readDegrees(text);
}

/** What no position has: a number of more than sixteen digits, or one sign over and over. */
const LONG = /\d{17}|([^\d\s])\1{2}|\s{9}/;

const lambert72 = projector('EPSG:31370');
const lambert2008 = projector('EPSG:3812');

/** Two numbers of five digits or more can only be metres. Belgium tells the two Lamberts apart. */
function readMetres(text: string): Point | undefined {
  const bare = text
    .replace(/^(lambert\s*(72|2008)?|l72|x)\s*[:=]?/i, '')
    .replace(/\by\s*[:=]?/i, ' ');
  const match = /^\s*(\d{5,6}(?:[.,]\d+)?)\s*m?\s*[ ;,/]+\s*(\d{5,6}(?:[.,]\d+)?)\s*m?\s*$/.exec(
    bare,
  );
  if (!match) return undefined;
  const [x, y] = [match[1]!, match[2]!].map((part) => Number(part.replace(',', '.'))) as [
    number,
    number,
  ];
  const points = [lambert72(x, y), lambert2008(x, y)];
  return points.find((point) => isInside(point, BELGIUM));
}

/** `50.8467, 4.3525` · `50,8467 4,3525` · `4.3525;50.8467`: in Belgium the larger is the latitude. */
function readDecimal(text: string): Point | undefined {
  const number = String.raw`(-?\d{1,2}(?:[.,]\d{1,9}))\s*°?\s*([NZSEOWL])?`;
  const match = new RegExp(String.raw`^\s*${number}\s*[;,\s/]\s*${number}\s*$`, 'i').exec(text);
  if (!match) return undefined;
  const [a, b] = [match[1]!, match[3]!].map((part) => Number(part.replace(',', '.'))) as [
    number,
    number,
  ];
  const point: Point = a > b ? [b, a] : [a, b];
  return isInside(point, BELGIUM) ? point : undefined;
}

/** Degrees, minutes, seconds. Dutch `OL`/`NB`, French `O`(uest)/`E` and German letters become English ones. */
function readDegrees(text: string): Point | undefined {
  const english = text
    .replace(/noorderbreedte|\bNB\b|nord\b|noord\b/gi, 'N')
    .replace(/oosterlengte|\bOL\b|\best\b|\boost\b/gi, 'E')
    .replace(/[’′´`]/g, "'")
    .replace(/[”″]|''/g, '"');
  try {
    const { decimalLatitude: lat, decimalLongitude: lon } = convert(english, 6);
    const point: Point = lat > lon ? [lon, lat] : [lat, lon];
    return isInside(point, BELGIUM) ? point : undefined;
  } catch {
    return undefined;
  }
}
