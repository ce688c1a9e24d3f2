import type { Adapter, Told } from './found.ts';
import { countryOf } from './country.ts';
import { bestFirst, pictureIn } from './picture.ts';
import { isNode, place, see, words } from './tree.ts';
import { directionOf, laneOf, names, pointOf, shareOf, speedOf, vehicleOf } from './value.ts';

/** Readers of other makes and relays in between: a flat record with a plate, a time and a device, under any usual names. */
const PLATE = [
  'plate',
  'license_plate',
  'licence_plate',
  'plate_number',
  'plate_no',
  'plate_text',
  'number_plate',
  'registration',
  'reg_no',
  'vrm',
  'lpn',
];
const TIME = [
  'timestamp',
  'time',
  'datetime',
  'date_time',
  'captured_at',
  'capture_time',
  'snap_time',
  'event_time',
  'detected_at',
  'created_at',
  'utc_time',
  'occurred_at',
];
const DEVICE = [
  'camera',
  'camera_id',
  'camera_name',
  'device',
  'device_id',
  'device_name',
  'serial',
  'serial_number',
  'mac',
  'mac_address',
  'ip',
  'ip_address',
  'source',
  'channel_name',
  'channel',
];

export const flat: Adapter = {
  id: 'flat',
  knows: (tree) =>
    isNode(tree) &&
    !Object.hasOwn(tree, 'at') &&
    see(tree, ...PLATE) !== undefined &&
    see(tree, ...TIME) !== undefined,
  read({ tree, pictures }): Told[] {
    return [
      {
        kind: 'read',
        devices: names(...DEVICE.map((name) => words(tree, name))),
        id: words(tree, 'uuid', 'guid', 'event_id'),
        at: see(tree, ...TIME)?.value,
        plate: words(tree, ...PLATE),
        country: countryOf(words(tree, 'country', 'region')),
        confidence: shareOf(words(tree, 'confidence', 'score', 'accuracy')),
        direction: directionOf(words(tree, 'direction')),
        lane: laneOf(words(tree, 'lane')),
        speed: speedOf(words(tree, 'speed')),
        vehicle: vehicleOf(
          words(tree, 'vehicle_type'),
          words(tree, 'color', 'colour', 'vehicle_color'),
          words(tree, 'make', 'brand', 'vehicle_make'),
        ),
        point: pointOf(words(tree, 'longitude', 'lon', 'lng'), words(tree, 'latitude', 'lat')),
        pictures: bestFirst([
          ...pictures,
          ...['plate_image', 'crop', 'image', 'picture', 'snapshot'].map((name) =>
            pictureIn(words(tree, name), name),
          ),
        ]),
        places: {
          camera: place(tree, ...DEVICE),
          at: place(tree, ...TIME),
          plate: place(tree, ...PLATE),
        },
      },
    ];
  },
};
