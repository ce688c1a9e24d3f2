import type { Adapter, Found, Message, Told } from './found.ts';
import { countryOf } from './country.ts';
import { bestFirst, pictureIn } from './picture.ts';
import { all, isNode, join, number, place, see, words, type Seen } from './tree.ts';
import { directionOf, laneOf, names, shareOf, speedOf, vehicleOf } from './value.ts';

/**
 * Dahua and those who sell it under their own name: events as lines of `Events[0].TrafficCar.PlateNumber=…`
 * (alone or with pictures), as JSON, and what ITC cameras push (`Picture.Plate`, `SnapInfo`, base64 pictures).
 */
const PLATE = [
  'TrafficCar.PlateNumber',
  'Plate.PlateNumber',
  'Object.PlateNumber',
  'PlateNumber',
  'PlateNo',
  'Object.Text',
  'NonMotor.Plate.Text',
  'Plate.Text',
];

export const dahua: Adapter = {
  id: 'dahua',
  knows: (tree) => eventsOf(tree).length > 0 || isAlive(tree),
  read(message) {
    const events = eventsOf(message.tree);
    if (events.length === 0)
      return [{ kind: 'sign', devices: devicesOf(message.tree), place: 'DeviceID' }];
    return events.map((event) => ofEvent(event, message, events.length === 1));
  },
};

const isAlive = (tree: unknown): boolean =>
  see(tree, 'Heartbeat') !== undefined ||
  (see(tree, 'DeviceID') !== undefined &&
    see(tree, 'Active', 'KeepAlive', 'DeviceModel', 'DeviceType', 'Manufacturer') !== undefined);

function eventsOf(tree: unknown): Seen[] {
  if (!isNode(tree)) return [];
  for (const path of ['Events', 'ReturnEvents', 'params.eventList', 'eventList', 'Event']) {
    const events = all(tree, path)
      .filter(({ value }) => isNode(value))
      .map((event) => within(event, 'Data'));
    if (events.length > 0) return events;
  }
  if (isNode(see(tree, 'Picture')?.value) && see(tree, 'Picture.Plate', 'Picture.SnapInfo'))
    return [{ value: see(tree, 'Picture')!.value, place: place(tree, 'Picture') }];
  const isOne = see(tree, 'TrafficCar', 'SnapInfo') ?? (see(tree, 'Plate.PlateNumber') && tree);
  return isOne ? [{ value: tree, place: '' }] : [];
}

function within(event: Seen, name: string): Seen {
  const inner = see(event.value, name);
  return inner && isNode(inner.value) && see(inner.value, 'TrafficCar', 'Plate', 'Object')
    ? {
        value: { ...(event.value as object), ...inner.value },
        place: join(event.place, inner.place),
      }
    : event;
}

const devicesOf = (...trees: readonly unknown[]): string[] =>
  names(
    ...trees.flatMap((tree) => [
      words(tree, 'DeviceID', 'SnapInfo.DeviceID', 'DeviceId', 'SerialNo', 'DeviceSN', 'SN'),
      words(tree, 'TrafficCar.MachineName', 'MachineName'),
      words(tree, 'TrafficCar.DeviceAddress', 'CommInfo.DeviceAddress', 'MachineAddress'),
      words(tree, 'IPAddress', 'DeviceIP', 'SnapInfo.IPAddress', 'IPC'),
      words(tree, 'DeviceName', 'SnapInfo.DeviceName', 'ChannelName'),
    ]),
  );

function ofEvent({ value: event, place: at }: Seen, message: Message, only: boolean): Told {
  const devices = devicesOf(event, message.tree);
  const isTraffic =
    see(event, 'TrafficCar', 'Plate', 'SnapInfo', 'PlateNumber', 'PlateNo', 'NonMotor') ??
    (/^plate$/i.test(words(event, 'Object.ObjectType') ?? '') || undefined);
  if (!isTraffic) return { kind: 'sign', devices, place: join(at, 'DeviceID') };
  const plate = PLATE.find((path) => words(event, path) && mayBePlate(event, path));
  const time = timeOf(event);
  const make = words(
    event,
    'TrafficCar.VehicleSign',
    'Vehicle.VehicleSign',
    'Vehicle.Text',
    'Vehicle.VehicleSeries',
  );
  const found: Found = {
    kind: 'read',
    devices,
    at: time.value,
    zone: time.isLocal ? 'epoch-local' : undefined,
    plate: plate && words(event, plate),
    country: countryOf(
      words(
        event,
        'CommInfo.Country',
        'TrafficCar.Country',
        'Plate.Country',
        'Plate.Region',
        'Country',
      ),
    ),
    confidence: confidenceOf(event),
    direction: directionOf(
      words(
        event,
        'TrafficCar.DrivingDirection',
        'DrivingDirection',
        'JunctionDirection',
        'SnapInfo.Direction',
      ),
    ),
    lane: laneOf(words(event, 'TrafficCar.Lane', 'Lane', 'SnapInfo.LanNo', 'SnapInfo.LaneNo')),
    speed: speedOf(words(event, 'TrafficCar.Speed', 'Vehicle.Speed', 'Speed')),
    vehicle: vehicleOf(
      words(
        event,
        'Vehicle.Category',
        'Vehicle.VehicleType',
        'TrafficCar.VehicleType',
        'TrafficCar.VehicleSize',
      ),
      words(event, 'TrafficCar.VehicleColor', 'Vehicle.VehicleColor', 'VehicleColor'),
      make,
    ),
    pictures: bestFirst([
      ...(only ? message.pictures : []),
      ...['PlatePic', 'CutoutPic', 'VehiclePic', 'NormalPic'].map((name) =>
        pictureIn(
          words(event, `${name}.Content`, name),
          `${name} ${name === 'CutoutPic' ? 'crop' : ''}`,
        ),
      ),
    ]),
    places: {
      camera: join(at, place(event, 'DeviceID', 'SnapInfo.DeviceID', 'TrafficCar.MachineName')),
      at: join(at, time.path),
      plate: join(at, plate ? place(event, plate) : place(event, ...PLATE)),
    },
  };
  return found;
}

/** `Object.Text` is the brand where the object is the vehicle. */
function mayBePlate(event: unknown, path: string): boolean {
  return path !== 'Object.Text' || /^plate$/i.test(words(event, 'Object.ObjectType') ?? 'plate');
}

/** `RealUTC` is UTC; `UTC` is the camera's own time as if it were, on most firmwares. */
function timeOf(event: unknown): { value: unknown; path: string; isLocal: boolean } {
  const real = number(event, 'RealUTC');
  const millis = number(event, 'UTCMS') ?? 0;
  const part = millis > 0 && millis < 1_000 ? millis : 0;
  if (real) return { value: real * 1_000 + part, path: place(event, 'RealUTC'), isLocal: false };
  const count = number(event, 'UTC', 'TrafficCar.UTC');
  if (count && count > 1e8 && count < 1e11)
    return {
      value: count * 1_000 + part,
      path: place(event, 'UTC', 'TrafficCar.UTC'),
      isLocal: true,
    };
  const told = see(
    event,
    'SnapInfo.AccurateTime',
    'AccurateTime',
    'SnapInfo.SnapTime',
    'SnapTime',
    'LocaleTime',
    'UTC',
    'Time',
    'StartTime',
    'TrafficCar.Time',
  );
  return { value: told?.value, path: told?.place ?? 'UTC', isLocal: false };
}

/** Objects are sure up to 255, plates up to 100. */
function confidenceOf(event: unknown): number | undefined {
  const plate = number(
    event,
    'TrafficCar.Confidence',
    'TrafficCar.PlateConfidence',
    'Plate.Confidence',
    'PlateConfidence',
  );
  if (plate !== undefined && plate > 0)
    return plate > 100 ? shareOf(plate / 255) : shareOf(plate, plate > 1 ? 'percent' : 'any');
  const isPlate = /^plate$/i.test(words(event, 'Object.ObjectType') ?? '');
  const object = isPlate ? number(event, 'Object.Confidence') : undefined;
  return object !== undefined && object > 0 && object <= 255 ? shareOf(object / 255) : undefined;
}
