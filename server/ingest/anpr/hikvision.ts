import type { Adapter, Found, Message, Told } from './found.ts';
import { countryOf } from './country.ts';
import { bestFirst, pictureIn } from './picture.ts';
import {
  all,
  join,
  nodesOf,
  number,
  numberOf,
  place,
  plainly,
  see,
  words,
  type Seen,
} from './tree.ts';
import { directionOf, laneOf, names, pointOf, shareOf, speedOf, vehicleOf } from './value.ts';

/**
 * Hikvision ISAPI: `EventNotificationAlert` in any of its namespaces, as XML or JSON, alone, several, or in a
 * multipart body with pictures; target metadata (`PropertyList`); the list of `Plates` that a camera keeps.
 * Everything else that it announces (video loss, heartbeat) says that it is alive.
 */
const PLATE = ['licensePlate', 'licencePlate', 'plateNumber', 'plateNo', 'originalLicensePlate'];

const isAlert = (node: object): boolean => {
  const keys = new Set(Object.keys(node).map(plainly));
  return (
    keys.has('eventtype') && (keys.has('datetime') || keys.has('eventstate') || keys.has('anpr'))
  );
};

export const hikvision: Adapter = {
  id: 'hikvision',
  knows: (tree) => [...alertsIn(tree)].length > 0,
  read: (message) =>
    [...alertsIn(message.tree)].flatMap(({ kind, node, at }) =>
      kind === 'alert'
        ? ofAlert(node, at, message)
        : kind === 'plate'
          ? [ofListed(node, at)]
          : [ofTarget(node, at)],
    ),
};

/** Name of the element at a place. */
const lastOf = (at: string): string =>
  plainly(
    at
      .replace(/\.\d+$/, '')
      .split('.')
      .at(-1) ?? '',
  );

function* alertsIn(tree: unknown): Generator<{
  kind: 'alert' | 'plate' | 'target';
  node: Record<string, unknown>;
  at: string;
}> {
  for (const { node, place: at, above } of nodesOf(tree)) {
    if (isAlert(node)) yield { kind: 'alert', node, at };
    else if (lastOf(at) === 'plate' && see(node, 'captureTime') && see(node, ...PLATE))
      yield { kind: 'plate', node, at };
    else if (lastOf(at) === 'metadata' && see(node, 'TargetDetection'))
      yield { kind: 'target', node, at };
    if (above.length > 6) return;
  }
}

const devicesOf = (node: unknown): string[] => {
  const channel = words(node, 'channelID', 'dynChannelID', 'channel');
  const whole = [
    words(node, 'deviceID', 'deviceId', 'serialNumber', 'deviceSerialNo', 'subSerialNo'),
    words(node, 'macAddress'),
    words(node, 'ipAddress', 'ipv4Address'),
    words(node, 'ipv6Address'),
  ];
  const withChannel = channel ? whole.map((one) => one && `${one}/${channel}`) : [];
  return names(
    ...withChannel,
    ...whole,
    words(node, 'monitoringSiteID'),
    words(node, 'deviceName'),
    words(node, 'channelName'),
  );
};

function ofAlert(node: Record<string, unknown>, at: string, message: Message): Told[] {
  const devices = devicesOf(node);
  const inner = all(node, 'ANPR');
  const blocks = inner.length > 0 ? inner : aboutVehicle(node);
  if (blocks.length === 0)
    return [{ kind: 'sign', devices, place: join(at, place(node, 'macAddress', 'ipAddress')) }];
  const plates = blocks.flatMap((block) => {
    const several = all(block.value, 'plateInfoList.plateInfo');
    return several.length > 0
      ? several.map(({ value, place: where }) => ({
          value,
          place: join(block.place, where),
          shared: block.value,
        }))
      : [{ ...block, shared: block.value }];
  });
  return plates.map(({ value, place: where, shared }, i): Found => {
    const told = { ...(shared as object), ...(value as object) };
    const characters = words(told, 'plateCharBelieve')
      ?.split(/[,; ]+/)
      .map((one) => shareOf(one, 'percent'));
    const country = words(node, 'countryAbbreviation') ?? words(told, 'countryAbbreviation');
    const pictures = plates.length === 1 ? message.pictures : [];
    return {
      kind: 'read',
      devices,
      id: words(node, 'UUID', 'uuid'),
      at: see(node, 'dateTime', 'triggerTime')?.value ?? words(told, 'captureTime'),
      plate: words(told, ...PLATE),
      country: country ? countryOf(country) : byIndex(number(told, 'country', 'CRIndex')),
      confidence: shareOf(words(told, 'confidenceLevel', 'confidence', 'entireBelieve'), 'percent'),
      characters: characters?.every((one) => one !== undefined) ? characters : undefined,
      direction: directionOf(words(told, 'direction', 'vehicleDirection')),
      lane: laneOf(words(told, 'line', 'laneNo', 'laneNumber', 'driveChan')),
      speed: speedOf(words(told, 'vehicleInfo.speed', 'vehileInfo.speed', 'speed', 'vehicleSpeed')),
      vehicle: vehicleOf(
        words(told, 'vehicleType'),
        words(told, 'vehicleInfo.color', 'vehicleInfo.colour', 'vehicleColor'),
        words(told, 'vehicleInfo.vehicleLogo', 'vehicleInfo.brand', 'vehicleBrand', 'vehicleLogo'),
      ),
      point: degrees(see(node, 'DeviceGPSInfo')?.value ?? see(told, 'GPSInfo')?.value),
      pictures: bestFirst([...pictures, ...embedded(told, message)]),
      places: {
        camera: join(at, place(node, 'macAddress', 'ipAddress')),
        at: join(at, place(node, 'dateTime')),
        plate: join(at, where || `ANPR.${i}`, place(told, ...PLATE)),
      },
    };
  });
}

/** Firmwares that call the event otherwise: whatever child bears a plate. */
function aboutVehicle(node: Record<string, unknown>): Seen[] {
  if (see(node, ...PLATE)) return [{ value: node, place: '' }];
  for (const inner of nodesOf(node))
    if (inner.place && see(inner.node, ...PLATE))
      return [{ value: inner.node, place: inner.place }];
  return [];
}

function ofListed(node: Record<string, unknown>, at: string): Found {
  return {
    kind: 'read',
    devices: devicesOf(node),
    id: words(node, 'picName'),
    at: see(node, 'captureTime')?.value,
    plate: words(node, ...PLATE),
    country: countryOf(words(node, 'country')),
    direction: directionOf(words(node, 'direction')),
    lane: laneOf(words(node, 'laneNo')),
    places: {
      camera: at || 'Plate',
      at: join(at, place(node, 'captureTime')),
      plate: join(at, place(node, ...PLATE)),
    },
  };
}

function ofTarget(node: Record<string, unknown>, at: string): Told {
  const about = { ...(see(node, 'DevInfo')?.value as object) };
  const devices = devicesOf(about);
  const told: Record<string, string> = {};
  for (const { node: one } of nodesOf(see(node, 'TargetDetection')?.value)) {
    const [name, value] = [words(one, 'description'), words(one, 'value')];
    if (name && value) told[name] ??= value;
  }
  if (!see(told, ...PLATE)) return { kind: 'sign', devices, place: join(at, 'DevInfo') };
  return {
    kind: 'read',
    devices,
    at: see(node, 'time', 'dateTime')?.value,
    plate: words(told, ...PLATE),
    country: byIndex(number(told, 'country')),
    confidence: shareOf(told['confidence'], 'percent'),
    direction: directionOf(words(told, 'direction')),
    vehicle: vehicleOf(told['vehicleType'], told['vehicleColor'], undefined),
    places: {
      camera: join(at, 'DevInfo'),
      at: join(at, place(node, 'time')),
      plate: join(at, 'TargetDetection.licensePlate'),
    },
  };
}

/** Base64 in the message, where the camera sends it so. */
const embedded = (told: unknown, { aside }: Message) =>
  ['licensePlatePicture', 'plateImage', 'vehiclePicture', 'detectionPicture'].map((name) => {
    const text = words(told, name, `${name}.data`, `${name}.content`);
    const apart = /^base64:(\d+)$/.exec(text ?? '')?.[1];
    return pictureIn(apart === undefined ? text : aside?.[Number(apart)], name);
  });

function degrees(gps: unknown): readonly [number, number] | undefined {
  const angle = (name: string): number | undefined => {
    const whole = see(gps, name)?.value;
    const plain = numberOf(whole);
    if (plain !== undefined) return plain;
    const degree = number(whole, 'degree');
    return degree === undefined
      ? undefined
      : degree + (number(whole, 'minute') ?? 0) / 60 + (number(whole, 'sec') ?? 0) / 3_600;
  };
  const [lon, lat] = [angle('longitude'), angle('latitude')];
  if (lon === undefined || lat === undefined) return undefined;
  return pointOf(
    /^w/i.test(words(gps, 'longitudeType') ?? '') ? -lon : lon,
    /^s/i.test(words(gps, 'latitudeType') ?? '') ? -lat : lat,
  );
}

/** Hikvision's own numbers for countries. */
const NUMBERED =
  'CZ FR DE ES IT NL PL SK BY MD RU UA BE BG DK FI GB GR HR HU IL LU MK NO PT RO RS AZ GE KZ LT TM UZ LV EE AL AT BA IE IS VA MT SE CH CY TR SI'.split(
    ' ',
  );
const byIndex = (index: number | undefined): string | undefined =>
  index === undefined ? undefined : NUMBERED[index - 1];
