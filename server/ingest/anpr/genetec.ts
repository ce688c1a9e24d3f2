import type { Adapter, Found, Message, Told } from './found.ts';
import { countryOf } from './country.ts';
import { bestFirst, pictureIn } from './picture.ts';
import { all, join, nodesOf, place, plainly, see, words } from './tree.ts';
import { directionOf, laneOf, names, pointOf, shareOf, speedOf, vehicleOf } from './value.ts';

/**
 * Genetec AutoVu and Security Center: what a Sharp posts by HTTP (XML or JSON), the template that it writes
 * (`<AutoVu>`), and what Security Center exports (`<Read>`, also within a hit). Pictures are base64 inside.
 */
const PLATE = ['PlateRead', 'Plate', 'PlateNumber', 'LicensePlate', 'LicensePlateNumber'];
const CAMERA = [
  'LprCameraName',
  'CameraName',
  'SourceName',
  'SourceUrl',
  'SharpName',
  'UnitName',
  'CameraId',
  'CameraGuid',
  'DeviceName',
  'PatrollerName',
  'ContextCameraName',
];
const MARKS = [
  'PlateAnalytics',
  'PlateImage',
  'ContextImage',
  'LprCameraName',
  'PlateState',
  'UTCDate',
  'DateUtc',
  'SharpName',
  'PatrollerName',
  'ContextCameraName',
  'TimestampUtc',
  'DateTimeUtc',
];

export const genetec: Adapter = {
  id: 'genetec',
  knows: (tree) => [...readsIn(tree)].length > 0,
  read: (message) =>
    [...readsIn(message.tree)].map(({ node, at }, _, reads) =>
      ofRead(node, at, message, reads.length === 1),
    ),
};

/** The outermost that has a plate itself and is of Genetec's making. */
function* readsIn(tree: unknown): Generator<{ node: Record<string, unknown>; at: string }> {
  let inside: string | undefined;
  for (const { node, place: at } of nodesOf(tree)) {
    if (inside !== undefined && at.startsWith(inside)) continue;
    const marks = MARKS.filter((mark) => has(node, mark)).length;
    const name = plainly(
      at
        .replace(/\.\d+$/, '')
        .split('.')
        .at(-1) ?? '',
    );
    const isRead =
      marks >= 2 ||
      (marks >= 1 && has(node, ...PLATE)) ||
      ((name === 'autovu' || name === 'read') && has(node, ...PLATE));
    if (!isRead || !(has(node, ...PLATE) || has(node, 'UTCTime', 'Timestamp', 'TimeUtc'))) continue;
    inside = at === '' ? '' : `${at}.`;
    yield { node, at };
  }
}

/** By its exact name: `Plate` and `PlateState` are all too near to others. */
const has = (node: Record<string, unknown>, ...all: readonly string[]): boolean =>
  Object.keys(node).some((key) => all.some((name) => key.toLowerCase() === name.toLowerCase()));

/** What hangs on a read as a list of names and values. */
function attributesOf(node: unknown): Record<string, string> {
  const found: Record<string, string> = {};
  for (const path of [
    'PlateAnalytics.PlateAnalytics',
    'PlateAnalytics',
    'attributes.Attributes.Attribute',
    'Attributes.Attribute',
    'Attributes',
    'CustomFields.CustomField',
    'CustomFields',
  ])
    for (const { value } of all(node, path)) {
      const name = words(value, 'Key', 'Name');
      const text = words(value, 'Value', '#text');
      if (name && text && text !== '-') found[plainly(name)] ??= text;
    }
  return found;
}

function timeOf(node: unknown): { value: unknown; path: string; isUtc: boolean } {
  for (const [date, time, isUtc] of [
    ['UTCDate', 'UTCTime', true],
    ['DateUtc', 'TimeUtc', true],
    ['LocalDate', 'LocalTime', false],
    ['DateLocal', 'TimeLocal', false],
    ['Date', 'Time', false],
  ] as const) {
    const [day, hour] = [words(node, date), words(node, time)];
    if (day && hour) return { value: `${day} ${hour}`, path: place(node, time), isUtc };
  }
  const utc = see(
    node,
    'TimestampUtc',
    'DateTimeUtc',
    'CaptureTimeUtc',
    'ReadTimeUtc',
    'TimeStampUTC',
    'UtcTimestamp',
  );
  if (utc) return { value: utc.value, path: utc.place, isUtc: true };
  const local = see(node, 'TimestampLocal', 'DateTimeLocal');
  if (local) return { value: local.value, path: local.place, isUtc: false };
  const told = see(node, 'Timestamp', 'DateTime', 'ReadTime', 'CaptureTime', 'EventTime');
  return { value: told?.value, path: told?.place ?? 'Timestamp', isUtc: true };
}

function ofRead(node: Record<string, unknown>, at: string, message: Message, only: boolean): Told {
  const more = attributesOf(node);
  const time = timeOf(node);
  const plate = PLATE.find((name) => has(node, name) && words(node, name) !== undefined);
  const picture = (name: string) => {
    const text = words(node, name);
    const apart = /^base64:(\d+)$/.exec(text ?? '')?.[1];
    return pictureIn(apart === undefined ? text : message.aside?.[Number(apart)], name);
  };
  const camera = CAMERA.find((name) => has(node, name)) ?? 'CameraName';
  const found: Found = {
    kind: 'read',
    devices: names(
      ...pairs(
        words(node, 'SourceUrl', 'SourceName', 'SharpName'),
        words(node, 'LprCameraName', 'CameraName'),
      ),
      ...CAMERA.map((name) => (has(node, name) ? words(node, name) : undefined)),
    ),
    id: words(node, 'Guid', 'Id', 'ReadId', 'EventId'),
    at: time.value,
    zone: time.isUtc ? 'utc' : undefined,
    plate: plate && words(node, plate),
    country:
      countryOf(more['context'] ?? words(node, 'Country', 'CountryCode')) ??
      countryOf(more['statename'] ?? words(node, 'State', 'PlateState')),
    confidence: shareOf(
      more['confidencescore'] ?? words(node, 'ConfidenceScore', 'Confidence'),
      'percent',
    ),
    direction: directionOf(more['relativemotion'] ?? words(node, 'RelativeMotion', 'Direction')),
    lane: laneOf(more['lane'] ?? words(node, 'Lane')),
    speed: speedOf(more['speed'] ?? words(node, 'Speed')),
    vehicle: vehicleOf(
      more['vehicletype'] ?? words(node, 'VehicleType'),
      more['vehiclecolor'] ?? words(node, 'VehicleColor'),
      more['vehiclemake'] ?? words(node, 'VehicleMake'),
    ),
    point: pointOf(words(node, 'Longitude', 'LongitudeX'), words(node, 'Latitude', 'LatitudeY')),
    pictures: bestFirst([
      ...(only ? message.pictures : []),
      picture('PlateImage'),
      picture('ContextImage'),
    ]),
    places: {
      camera: join(at, place(node, camera)),
      at: join(at, time.path),
      plate: join(at, plate ? place(node, plate) : 'Plate'),
    },
  };
  return found;
}

const pairs = (unit: string | undefined, camera: string | undefined): string[] =>
  unit && camera ? [`${unit}/${camera}`] : [];
