import type { Adapter, Found, Told } from './found.ts';
import { countryOf } from './country.ts';
import { bestFirst, pictureIn } from './picture.ts';
import { all, isNode, join, place, see, words, type Seen } from './tree.ts';
import { directionOf, names, shareOf } from './value.ts';

/**
 * LILIN: the camera's log (`INFORMATION`) or one line of it, and what its AI engine posts (`AiEngine`). The log
 * says of no line which camera it is of: the address does (`?camera=`), or the camera's IP address.
 */
export const lilin: Adapter = {
  id: 'lilin',
  knows: (tree) =>
    linesOf(tree).length > 0 ||
    enginesOf(tree).length > 0 ||
    (isNode(tree) && see(tree, 'LPR_COUNT') !== undefined),
  read({ tree, pictures }) {
    const own = names(
      words(tree, 'MAC'),
      words(tree, 'CAMERA', 'CAMERA_NAME', 'DEVICE_NAME'),
      words(tree, 'IP'),
    );
    const told: Told[] = [
      ...linesOf(tree).map((line): Told => ofLine(line, own)),
      ...enginesOf(tree).map((one): Told => ofEngine(one)),
    ];
    const [only] = told;
    if (told.length === 1 && only?.kind === 'read')
      only.pictures = bestFirst([...pictures, ...(only.pictures ?? [])]);
    return told.length > 0 ? told : [{ kind: 'sign', devices: own, place: 'MAC' }];
  },
};

function linesOf(tree: unknown): Seen[] {
  if (!isNode(tree)) return [];
  const several = all(tree, 'INFORMATION').filter(({ value }) => isNode(value));
  if (several.length > 0) return several;
  return see(tree, 'LPR') !== undefined && see(tree, 'TS', 'MOD_TS') !== undefined
    ? [{ value: tree, place: '' }]
    : [];
}

const enginesOf = (tree: unknown): Seen[] =>
  isNode(tree) ? all(tree, 'AiEngine').filter(({ value }) => isNode(value)) : [];

function ofLine({ value: line, place: at }: Seen, own: readonly string[]): Found {
  const car = words(line, 'CAR_ID');
  const stamp = words(line, 'TS');
  return {
    kind: 'read',
    devices: names(words(line, 'MAC'), words(line, 'CAMERA', 'CAMERA_NAME'), ...own),
    ...(car && stamp ? { id: `${car} ${stamp}` } : {}),
    at: see(line, 'TS', 'MOD_TS')?.value,
    plate: words(line, 'LPR', 'PLATE'),
    country: countryOf(words(line, 'COUNTRY')),
    confidence: shareOf(words(line, 'THRESHOLD', 'CONFIDENCE')),
    direction: directionOf(words(line, 'DIRECTION', 'DIR')),
    pictures: bestFirst([pictureIn(words(line, 'BASE64_IMG', 'LP_IMG'), 'plate')]),
    places: {
      camera: join(at, 'CAMERA'),
      at: join(at, place(line, 'TS', 'MOD_TS')),
      plate: join(at, place(line, 'LPR')),
    },
  };
}

function ofEngine({ value: one, place: at }: Seen): Told {
  const devices = names(words(one, 'camera_mac'), words(one, 'camera_name'));
  const label = words(one, 'license_plate', 'plate', 'label_name');
  const camera = join(at, place(one, 'camera_mac', 'camera_name'));
  // The engine knows cars and persons too: a plate has a digit.
  if (label === undefined || !/\d/.test(label)) return { kind: 'sign', devices, place: camera };
  return {
    kind: 'read',
    devices,
    at: see(one, 'created_at')?.value,
    plate: label,
    confidence: shareOf(words(one, 'confidence')),
    pictures: bestFirst([pictureIn(words(one, 'base64_img'), 'picture')]),
    places: {
      camera,
      at: join(at, place(one, 'created_at')),
      plate: join(at, place(one, 'license_plate', 'plate', 'label_name')),
    },
  };
}
