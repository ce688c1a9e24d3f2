import type { Adapter, Told } from './found.ts';
import { countryOf } from './country.ts';
import { bestFirst, pictureIn } from './picture.ts';
import { isNode, place, see, words } from './tree.ts';
import { directionOf, laneOf, names, shareOf, speedOf, vehicleOf } from './value.ts';

/** Milesight LPR cameras: flat JSON, a form in the body or in parts; pictures as base64 or beside it. */
const PLATE = ['plate', 'license_plate', 'lpr_plate', 'plate_number'];
const DEVICE = ['device', 'device_name', 'devicename', 'camera_id', 'device_sn', 'sn', 'mac'];
const MARKS = [
  'coordinate_x1',
  'detection_region',
  'resolution_width',
  'resolution_height',
  'plate_color',
  'license_plate_snapshot',
  'vehicle_snapshot',
  'evidence_image0',
  'country_region',
  'roi_id',
];
const PICTURES = [
  'plate_image',
  'license_plate_snapshot',
  'plate_snapshot',
  'vehicle_image',
  'vehicle_snapshot',
  'full_image',
  'full_snapshot',
  'snapshot',
  'evidence_image0',
];

export const milesight: Adapter = {
  id: 'milesight',
  knows: (tree) =>
    isNode(tree) &&
    see(tree, ...DEVICE) !== undefined &&
    MARKS.some((mark) => Object.hasOwn(tree, mark)),
  read({ tree, pictures }): Told[] {
    const devices = names(
      words(tree, 'sn', 'device_sn', 'serial_number'),
      words(tree, 'mac', 'mac_address', 'device_mac'),
      ...DEVICE.map((name) => words(tree, name)),
      words(tree, 'ip', 'device_ip', 'ip_address'),
    );
    const plate = words(tree, ...PLATE);
    if (plate === undefined && see(tree, 'time') === undefined)
      return [{ kind: 'sign', devices, place: place(tree, ...DEVICE) }];
    return [
      {
        kind: 'read',
        devices,
        at: see(tree, 'time', 'timestamp', 'capture_time', 'time_msec')?.value,
        plate,
        country: countryOf(words(tree, 'region', 'country_region', 'country', 'plate_region')),
        confidence: shareOf(words(tree, 'confidence', 'plate_confidence')),
        direction: directionOf(words(tree, 'direction')),
        lane: laneOf(words(tree, 'lane', 'lane_id', 'detection_region', 'roi_id')),
        speed: speedOf(words(tree, 'speed')),
        vehicle: vehicleOf(
          words(tree, 'vehicle_type'),
          words(tree, 'vehicle_color'),
          words(tree, 'vehicle_brand'),
        ),
        pictures: bestFirst([
          ...pictures,
          ...PICTURES.map((name) => pictureIn(words(tree, name), name)),
        ]),
        places: {
          camera: place(tree, ...DEVICE),
          at: place(tree, 'time', 'timestamp', 'capture_time'),
          plate: place(tree, ...PLATE),
        },
      },
    ];
  },
};
