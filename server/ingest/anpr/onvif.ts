import type { Adapter, Found, Told } from './found.ts';
import { countryOf } from './country.ts';
import { bestFirst } from './picture.ts';
import { all, isNode, join, nodesOf, number, place, plainly, see, words } from './tree.ts';
import { directionOf, names, pointOf, shareOf, vehicleOf } from './value.ts';

/**
 * ONVIF Profile M: frames of the metadata stream (`LicensePlateInfo` of objects) and events of plate rules, as
 * XML under any prefix, or as JSON (over MQTT). Times without a zone are UTC, by the standard. Few frames say
 * which camera they are of: then the address says it (`?camera=`), or the camera's IP address.
 */
const PLATE = ['PlateNumber', 'LicensePlate', 'LicensePlateNumber', 'Plate'];
type Node = Record<string, unknown>;

export const onvif: Adapter = {
  id: 'onvif',
  knows(tree) {
    for (const { node, place: at } of nodesOf(tree))
      if (isPlate(node, at) || itemsOf(node) || isFrame(node) || isJsonEvent(node)) return true;
    return false;
  },
  read({ tree, pictures }) {
    const told: Told[] = [];
    const roots = [...sourcesIn(tree)];
    for (const { node, place: at, above } of nodesOf(tree)) {
      const event = itemsOf(node) ?? (isJsonEvent(node) ? flat(node) : undefined);
      if (event) {
        const found = ofEvent(node, at, event, above, roots);
        if (found) told.push(found);
      } else if (
        isPlate(node, at) &&
        !told.some((one) => one.kind === 'read' && at.startsWith(eventPlace(one)))
      )
        told.push(ofObject(node, at, above, roots));
    }
    // A frame with nobody in it.
    if (told.length === 0) return [{ kind: 'sign', devices: roots, vague: true, place: 'camera' }];
    const [only] = told;
    if (told.length === 1 && only?.kind === 'read') only.pictures = bestFirst(pictures);
    return told.map((one) => ({ ...one, vague: true }));
  },
};

const eventPlace = (found: Found): string => found.places.camera.replace(/\.?Source$/, '');
const isPlate = (node: Node, at: string): boolean =>
  /^licenseplate(info)?$/.test(
    plainly(
      at
        .replace(/\.\d+$/, '')
        .split('.')
        .at(-1) ?? '',
    ),
  ) && see(node, ...PLATE) !== undefined;
const isFrame = (node: Node): boolean =>
  see(node, 'Frame.UtcTime') !== undefined ||
  (see(node, 'UtcTime') !== undefined && see(node, 'Object') !== undefined);
const isJsonEvent = (node: Node): boolean => {
  const data = see(node, 'Data')?.value;
  return see(node, 'UtcTime') !== undefined && isNode(data) && !itemsOf(node);
};

/** `<SimpleItem Name="PlateNumber" Value="…"/>` of a message, by name. */
function itemsOf(node: Node): Node | undefined {
  if (see(node, 'UtcTime') === undefined || see(node, 'Data.SimpleItem') === undefined)
    return undefined;
  const items: Node = {};
  for (const part of ['Source', 'Key', 'Data'])
    for (const { value } of all(node, `${part}.SimpleItem`)) {
      const name = words(value, 'Name');
      if (name) items[part === 'Source' ? `source ${name}` : name] ??= words(value, 'Value');
    }
  const info = [...nodesOf(see(node, 'Data.ElementItem')?.value)].find(({ node: one }) =>
    see(one, ...PLATE),
  );
  return info ? { ...info.node, ...items } : items;
}

function flat(node: Node): Node {
  const items: Node = {};
  for (const part of ['Key', 'Data'])
    Object.assign(items, see(node, part)?.value as Node | undefined);
  const source = see(node, 'Source')?.value;
  if (isNode(source))
    for (const [name, value] of Object.entries(source)) items[`source ${name}`] = value;
  const info = [...nodesOf(see(node, 'Data')?.value)].find(({ node: one }) => see(one, ...PLATE));
  return info ? { ...items, ...info.node } : items;
}

function ofEvent(
  node: Node,
  at: string,
  items: Node,
  above: readonly Node[],
  roots: readonly string[],
): Told | undefined {
  const topic =
    above.map((one) => words(one, 'Topic', 'topic')).find(Boolean) ??
    Object.keys(above.at(-1) ?? {}).join();
  const about = /plate|alpv|lpr|anpr/i.test(`${topic} ${Object.keys(items).join(' ')}`);
  const sources = Object.entries(items).flatMap(([name, value]) =>
    /^source /.test(name) ? [value] : [],
  );
  const devices = names(...sources, ...roots);
  const camera = join(at, 'Source');
  if (!about) return { kind: 'sign', devices, place: camera };
  const vehicle = see(items, 'VehicleInfo')?.value;
  return {
    kind: 'read',
    devices,
    at: see(node, 'UtcTime')?.value,
    zone: 'utc',
    plate: words(items, ...PLATE, 'text'),
    country: countryOf(words(items, 'CountryCode', 'Country')),
    confidence: likelihood(items),
    direction: directionOf(words(items, 'Direction', 'carMoveDirection')),
    vehicle: vehicleOf(
      words(vehicle, 'Type') ?? words(items, 'VehicleType'),
      words(vehicle, 'Color') ?? words(items, 'VehicleColor', 'Color'),
      words(vehicle, 'Brand') ?? words(items, 'Brand', 'VehicleBrand'),
    ),
    places: {
      camera,
      at: join(at, place(node, 'UtcTime')),
      plate: join(at, 'Data', place(items, ...PLATE)),
    },
  };
}

const likelihood = (info: Node): number | undefined =>
  shareOf(
    words(see(info, ...PLATE)?.value, 'Likelihood') ??
      words(info, 'Likelihood', 'PlateLikelihood', 'Confidence'),
  );

function ofObject(node: Node, at: string, above: readonly Node[], roots: readonly string[]): Told {
  const nearestWith = (...paths: string[]) =>
    [...above].reverse().find((one) => see(one, ...paths));
  const frame = nearestWith('UtcTime');
  const appearance = above.at(-1);
  const object = nearestWith('ObjectId');
  const source = nearestWith('Source', 'SourceToken', 'VideoSourceToken', 'VideoSource');
  return {
    kind: 'read',
    devices: names(
      words(source, 'Source', 'SourceToken', 'VideoSourceToken', 'VideoSource'),
      ...roots,
    ),
    at: see(frame, 'UtcTime')?.value,
    zone: 'utc',
    plate: words(node, ...PLATE),
    country: countryOf(words(node, 'CountryCode')),
    confidence: likelihood(node),
    direction: directionOf(words(object, 'Behaviour.Direction', 'Direction')),
    speed: number(object, 'Behaviour.Speed'),
    vehicle: vehicleOf(
      words(appearance, 'VehicleInfo.Type', 'Class.Type'),
      words(appearance, 'VehicleInfo.Color', 'Color.Name'),
      words(appearance, 'VehicleInfo.Brand'),
    ),
    point: pointOf(words(appearance, 'GeoLocation.lon'), words(appearance, 'GeoLocation.lat')),
    places: {
      camera: 'camera',
      at: frame ? place(frame, 'UtcTime') : 'UtcTime',
      plate: join(at, place(node, ...PLATE)),
    },
  };
}

/** Who the whole message is from, where something says it. */
function sourcesIn(tree: unknown): string[] {
  const found: unknown[] = [];
  for (const { node } of nodesOf(tree)) {
    found.push(words(node, 'ProducerReference.Address'));
    found.push(words(node, 'serial', 'SerialNumber', 'deviceId', 'device'));
    for (const name of [
      'source',
      'videosource',
      'videosourcetoken',
      'sourcetoken',
      'videosourceconfigurationtoken',
    ])
      for (const [key, value] of Object.entries(node))
        if (plainly(key) === name) found.push(isNode(value) ? words(value, ...SOURCES) : value);
    if (found.length > 500) break;
  }
  return names(...found);
}
const SOURCES = [
  'VideoSource',
  'VideoSourceToken',
  'VideoSourceConfigurationToken',
  'Source',
  'id',
];
