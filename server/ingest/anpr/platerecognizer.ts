import type { Adapter, Found, Message, Told } from './found.ts';
import { countryOf } from './country.ts';
import { bestFirst, pictureIn } from './picture.ts';
import { all, isNode, join, number, place, see, words, type Seen } from './tree.ts';
import { directionOf, names, shareOf, vehicleOf, type Direction } from './value.ts';

/**
 * Plate Recognizer, Snapshot and Stream: a webhook as JSON, or in parts (`json` and `upload`). Both forms of
 * results: the plate as a text, or as an object with `props`. A frame without vehicles says that the camera lives.
 */
export const platerecognizer: Adapter = {
  id: 'platerecognizer',
  knows(tree) {
    const data = dataOf(tree);
    if (!data) return false;
    return (
      see(tree, 'hook') !== undefined ||
      isResult(all(data.value, 'results')[0]?.value) ||
      see(data.value, 'processing_time') !== undefined
    );
  },
  read(message) {
    const data = dataOf(message.tree);
    if (!data) return [];
    const devices = names(
      words(data.value, 'camera_id'),
      words(message.tree, 'hook.id'),
      words(data.value, 'camera_name'),
    );
    const camera = join(data.place, place(data.value, 'camera_id'));
    const results = all(data.value, 'results').filter(({ value }) => isNode(value));
    if (results.length === 0) return signs(data, devices, camera);
    return results.map((result) =>
      ofResult(data, result, devices, camera, results.length === 1 ? message : undefined),
    );
  },
};

/** Under `data` (in forms, as a text of its own), or the message itself. */
function dataOf(tree: unknown): Seen | undefined {
  if (!isNode(tree)) return undefined;
  for (const name of ['data', 'json']) {
    const data = see(tree, name);
    if (isNode(data?.value)) return data;
    if (typeof data?.value === 'string' && data.value.startsWith('{'))
      try {
        return { value: JSON.parse(data.value), place: data.place };
      } catch {
        return undefined;
      }
  }
  return see(tree, 'results')
    ? { value: tree, place: '' }
    : see(tree, 'hook') && { value: tree, place: '' };
}

const isResult = (value: unknown): boolean =>
  isNode(value) &&
  see(value, 'plate', 'vehicle') !== undefined &&
  see(value, 'box', 'score', 'dscore', 'vehicle', 'candidates') !== undefined;

/** Status messages name their cameras. */
function signs(data: Seen, devices: readonly string[], at: string): Told[] {
  const cameras = all(data.value, 'cameras').map(
    ({ value }) => words(value, 'camera_id', 'id', 'name') ?? words(value),
  );
  const named = isNode(see(data.value, 'cameras')?.value)
    ? Object.keys(see(data.value, 'cameras')!.value as object)
    : [];
  const several = names(...cameras, ...named);
  return several.length > 0
    ? several.map((one) => ({ kind: 'sign', devices: [one], place: 'data.cameras' }))
    : [{ kind: 'sign', devices, place: at }];
}

function ofResult(
  data: Seen,
  { value: result, place: at }: Seen,
  devices: readonly string[],
  camera: string,
  message: Message | undefined,
): Found {
  const options = all(result, 'plate.props.plate').flatMap(({ value }) => option(value, 'value'));
  const candidates = all(result, 'candidates').flatMap(({ value }) => option(value, 'plate'));
  const plainPlate = see(result, 'plate')?.value;
  const plate =
    options[0]?.plate ??
    (isNode(plainPlate) ? words(plainPlate, 'plate', 'text') : words(result, 'plate'));
  const box = see(result, 'box', 'plate.box')?.value;
  const where = isNode(box) ? Object.values(box).join() : '';
  return {
    kind: 'read',
    devices,
    ...(where ? { id: `box ${where}` } : {}),
    at: see(data.value, 'timestamp', 'timestamp_camera', 'timestamp_local')?.value,
    zone: 'utc',
    plate,
    country: countryOf(words(result, 'region.code', 'plate.props.region.value')),
    confidence: shareOf(
      words(result, 'score') ?? options[0]?.confidence ?? words(result, 'plate.score'),
    ),
    alternatives: [...options, ...candidates],
    direction:
      angle(number(result, 'direction')) ??
      facing(words(result, 'orientation.orientation', 'vehicle.props.orientation.value')),
    vehicle: vehicleOf(
      words(result, 'vehicle.type'),
      words(result, 'color.color', 'vehicle.props.color.value'),
      words(result, 'model_make.make', 'vehicle.props.make_model.make'),
    ),
    pictures: bestFirst([
      ...(message?.pictures ?? []),
      pictureIn(words(result, 'image', 'plate.image'), 'plate'),
    ]),
    places: {
      camera,
      at: join(data.place, place(data.value, 'timestamp')),
      plate: join(data.place, at, place(result, 'plate')),
    },
  };
}

function option(value: unknown, name: string): { plate: string; confidence: number | undefined }[] {
  const plate = words(value, name);
  return plate ? [{ plate, confidence: shareOf(words(value, 'score')) }] : [];
}

/** Degrees of the unit circle in the picture: 270 comes down, towards the camera. */
function angle(degrees: number | undefined): Direction {
  if (degrees === undefined) return undefined;
  const turned = ((degrees % 360) + 360) % 360;
  if (turned >= 225 && turned <= 315) return 'approaching';
  return turned >= 45 && turned <= 135 ? 'leaving' : undefined;
}

const facing = (side: string | undefined): Direction =>
  /^(front|rear)$/i.test(side ?? '') ? directionOf(side) : undefined;
