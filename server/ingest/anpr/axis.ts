import type { Adapter, Found, Message, Told } from './found.ts';
import { countryOf } from './country.ts';
import { bestFirst, pictureIn } from './picture.ts';
import { isNode, join, numberOf, place, see, words } from './tree.ts';
import { directionOf, names, pointOf, shareOf, vehicleOf } from './value.ts';

/**
 * Axis: License Plate Verifier (`ALPV`) and FF Group's fflpr on the camera, JSON alone or in a multipart body
 * with the cut-out; also as the event that a camera publishes by MQTT. One passage is told several times (new,
 * update, lost): the same car of the same day is one read.
 */
const PLATE = [
  'plateUTF8',
  'plateUnicode',
  'plateText',
  'plateASCII',
  'plateNumber',
  'licensePlate',
];

export const axis: Adapter = {
  id: 'axis',
  knows: (tree) => isNode(tree) && (isOwn(tree) || isEvent(tree)),
  read(message) {
    const { tree } = message;
    return isOwn(tree) ? ofPackage(tree, message) : ofEvent(tree, message);
  },
};

const isOwn = (tree: unknown): boolean =>
  Boolean(
    see(tree, 'packetCounter', 'camera_info', 'capture_timestamp', 'capture_ts', 'carState'),
  ) &&
  (Boolean(see(tree, ...PLATE)) || Boolean(see(tree, 'carID', 'packetCounter')));

const isEvent = (tree: unknown): boolean =>
  /ALPV|fflpr|LicensePlate/i.test(words(tree, 'topic') ?? '') && Boolean(see(tree, 'message.data'));

/** Counters that were not set say 0. */
const count = (tree: unknown, name: string): unknown => {
  const seen = see(tree, name)?.value;
  return numberOf(seen) === 0 ? undefined : seen;
};

function ofPackage(tree: unknown, message: Message): Told[] {
  const serial = words(tree, 'camera_info.SerialNumber');
  const provider = words(tree, 'sensorProviderID');
  const car = words(tree, 'carID');
  const when =
    count(tree, 'capture_timestamp') ?? count(tree, 'capture_ts') ?? see(tree, 'datetime')?.value;
  const day = words(tree, 'datetime')?.slice(0, 8);
  const found: Found = {
    kind: 'read',
    devices: names(
      serial,
      words(tree, 'camera_info.MACAddress'),
      provider,
      words(tree, 'camera_info.IPAddress', 'camera_info.IP', 'ipAddress'),
      words(tree, 'camera_info.Name', 'cameraName', 'deviceName'),
    ),
    ...(car && car !== '0' && day ? { id: `car ${car} ${day}`, idIs: 'passage' as const } : {}),
    at: when,
    plate: unescaped(words(tree, ...PLATE)),
    country: countryOf(words(tree, 'plateCountry')),
    confidence: shareOf(words(tree, 'plateConfidence', 'confidence')),
    direction: directionOf(words(tree, 'carMoveDirection', 'direction')),
    vehicle: vehicleOf(
      words(tree, 'vehicle_info.type'),
      words(tree, 'vehicle_info.color'),
      makeOf(tree),
    ),
    point: pointOf(words(tree, 'geotag.lon'), words(tree, 'geotag.lat')),
    pictures: bestFirst([
      ...message.pictures,
      ...['plateImage', 'plateImageData', 'image', 'vehicleImage'].map((name) =>
        pictureIn(words(tree, name), name),
      ),
    ]),
    places: {
      camera: place(tree, 'camera_info.SerialNumber'),
      at: place(tree, 'capture_timestamp', 'capture_ts', 'datetime'),
      plate: place(tree, ...PLATE),
    },
  };
  return [found];
}

/** Some write `\\u0031` where the letter itself would do. */
const unescaped = (text: string | undefined): string | undefined =>
  text?.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

function makeOf(tree: unknown): string | undefined {
  const [brand, model] = [words(tree, 'vehicle_info.brand'), words(tree, 'vehicle_info.model')];
  return brand && model ? `${brand} ${model}` : (brand ?? model);
}

function ofEvent(tree: unknown, message: Message): Told[] {
  const data = see(tree, 'message.data')?.value;
  const devices = names(
    words(tree, 'serial', 'device'),
    words(tree, 'message.source.id'),
    words(tree, 'name'),
  );
  const plate = words(data, 'text', ...PLATE, 'plate');
  if (!isNode(data)) return [{ kind: 'sign', devices, place: 'serial' }];
  return [
    {
      kind: 'read',
      devices,
      at:
        count(data, 'captureTimestamp') ??
        count(data, 'capture_timestamp') ??
        see(tree, 'timestamp')?.value,
      plate,
      country: countryOf(words(data, 'country', 'plateCountry')),
      confidence: shareOf(words(data, 'confidence', 'plateConfidence')),
      direction: directionOf(words(data, 'direction', 'carMoveDirection')),
      pictures: bestFirst([...message.pictures, pictureIn(words(data, 'image'), 'plate')]),
      places: {
        camera: 'serial',
        at: place(tree, 'timestamp'),
        plate: join('message.data', place(data, 'text', ...PLATE)),
      },
    },
  ];
}
