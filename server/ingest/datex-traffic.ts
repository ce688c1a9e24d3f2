import {
  TRAFFIC_POINTS,
  type Traffic,
  type TRAFFIC_WAYS,
  type TrafficKind,
} from '../../shared/subject/report/traffic.ts';
import { roundPoint, type Point } from '../../shared/value.ts';
import { BELGIUM, isInside } from '../projection.ts';
import { firstPoint } from './datex-place.ts';
import { attribute, isNode, nodes, textOf, type Node } from './xml.ts';

/** What of a DATEX II situation record is drawn on the map beside its report: line, direction and kind. */

/** By the name of the record's type, which is the same in versions 2 and 3. */
const KINDS: readonly (readonly [RegExp, TrafficKind])[] = [
  [/Accident$/, 'accident'],
  [/Works$/, 'works'],
  [/Obstruction$/, 'obstruction'],
  [/^AbnormalTraffic$/, 'congestion'],
  [/(Management|Restriction|Information)$/, 'measure'],
  [/(Condition|Conditions)$/, 'conditions'],
];

/** `type`: `Accident`, without its namespace. */
const trafficKind = (type: string): TrafficKind =>
  KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? 'other';

const WAYS: Readonly<Record<string, (typeof TRAFFIC_WAYS)[number]>> = {
  allDirections: 'both',
  bothWays: 'both',
  both: 'both',
  northBound: 'north',
  northEastBound: 'north-east',
  eastBound: 'east',
  southEastBound: 'south-east',
  southBound: 'south',
  southWestBound: 'south-west',
  westBound: 'west',
  northWestBound: 'north-west',
  clockwise: 'clockwise',
  anticlockwise: 'anticlockwise',
  inboundTowardsTown: 'inbound',
  outboundFromTown: 'outbound',
  innerRing: 'inner-ring',
  outerRing: 'outer-ring',
};
/** Alert-C's own `positive` and `negative` mean nothing without its table: they stay in the report's text. */
const WAY_FIELDS = [
  ...['tpegDirection', 'directionBoundAtPoint', 'directionBoundOnLinearSection'],
  ...['directionRelativeAtPoint', 'directionRelativeOnLinearSection'],
];

/** `times`: its validity, already read. Undefined where nothing says where it is. */
export function trafficOf(
  records: readonly Node[],
  gravest: Node,
  point: Point | undefined,
  times: Pick<Traffic, 'from' | 'until'>,
): Traffic | undefined {
  const line = lineOf(gravest) ?? records.map(lineOf).find((one) => one !== undefined);
  const way = wayOf(gravest) ?? records.map(wayOf).find((one) => one !== undefined);
  if (!line && !point) return undefined;
  return {
    kind: trafficKind((attribute(gravest, 'type') ?? '').replace(/^.*:/, '')),
    ...(line ? { line } : {}),
    ...(way ? { way } : {}),
    ...times,
  };
}

/** Which way the traffic goes that a record concerns, where it says so in words of its own. */
function wayOf(node: unknown): Traffic['way'] {
  const found = findNode(node, (one) => WAY_FIELDS.some((name) => known(one[name]) !== undefined));
  return found && WAY_FIELDS.map((name) => known(found[name])).find((way) => way !== undefined);
}
const known = (value: unknown) => {
  const word = textOf(value) ?? '';
  return Object.hasOwn(WAYS, word) ? WAYS[word] : undefined;
};

/**
 * The line of a record's location: of GML positions, of OpenLR's points of reference, or from where to
 * where a TPEG location reaches. WGS 84 degrees, in the order of the source, which is that of the
 * traffic. Undefined when there is none, or when a part of it lies outside Belgium.
 */
function lineOf(record: Node): Point[] | undefined {
  const points =
    gmlLine(findNode(record, (one) => isNode(one['gmlLineString']))?.['gmlLineString']) ??
    openLrLine(findNode(record, (one) => one['openlrLocationReferencePoint'] !== undefined)) ??
    tpegLine(findNode(record, (one) => isNode(one['from']) && isNode(one['to'])));
  if (!points || points.length < 2) return undefined;
  if (!points.every((point) => isInside(point, BELGIUM))) return undefined;
  return thin(points).map(roundPoint);
}

/** Latitude first, as GML has it, unless only the other way round lies in Belgium. */
function gmlLine(line: unknown): Point[] | undefined {
  if (!isNode(line)) return undefined;
  const [list] = nodes(line['posList']);
  const numbers = (textOf(line['posList']) ?? '').trim().split(/\s+/).map(Number);
  const step = Number(attribute(list, 'srsDimension') ?? attribute(line, 'srsDimension') ?? 2);
  if (step !== 2 && step !== 3) return undefined;
  const pairs: Point[] = [];
  for (let i = 0; i + step <= numbers.length; i += step) pairs.push([numbers[i + 1]!, numbers[i]!]);
  const [first] = pairs;
  const swapped = first && !isInside(first, BELGIUM);
  return swapped ? pairs.map(([lon, lat]): Point => [lat, lon]) : pairs;
}

function openLrLine(line: Node | undefined): Point[] | undefined {
  if (!line) return undefined;
  const stops = [
    ...nodes(line['openlrLocationReferencePoint']),
    ...nodes(line['openlrLastLocationReferencePoint']),
  ];
  return wholly(stops.map((stop) => firstPoint(stop)));
}

const tpegLine = (line: Node | undefined): Point[] | undefined =>
  line && wholly([firstPoint(line['from']), firstPoint(line['to'])]);

const wholly = (points: readonly (Point | undefined)[]): Point[] | undefined =>
  points.every((point) => point !== undefined) ? [...points] : undefined;

/** Evenly, with both ends. */
function thin(points: readonly Point[]): Point[] {
  const step = Math.max(1, (points.length - 1) / (TRAFFIC_POINTS - 1));
  const count = Math.min(points.length, TRAFFIC_POINTS);
  return Array.from({ length: count }, (_, i) => points[Math.round(i * step)]!);
}

/** The first node, from the outside inwards, that fits. */
function findNode(node: unknown, fits: (one: Node) => boolean, depth = 0): Node | undefined {
  if (typeof node !== 'object' || node === null || depth > 20) return undefined;
  if (isNode(node) && fits(node)) return node;
  for (const child of Object.values(node)) {
    const found = findNode(child, fits, depth + 1);
    if (found) return found;
  }
  return undefined;
}
