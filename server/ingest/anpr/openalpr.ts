import type { Adapter, Found, Message, Told } from './found.ts';
import { countryOf } from './country.ts';
import { bestFirst, pictureIn } from './picture.ts';
import { all, isNode, join, place, see, words } from './tree.ts';
import { names, pointOf, shareOf, vehicleOf } from './value.ts';

/**
 * OpenALPR (Rekor) agent: groups of a passage, single results, alerts about a group, and heartbeats, whose streams
 * say which cameras are alive. Confidence counts to 100.
 */
export const openalpr: Adapter = {
  id: 'openalpr',
  knows: (tree) =>
    isNode(tree) &&
    (/^(alpr_\w+|heartbeat|vehicle)$/.test(words(tree, 'data_type') ?? '') ||
      see(tree, 'best_plate_number', 'best_plate.plate') !== undefined ||
      (see(tree, 'results') !== undefined && see(tree, 'epoch_time') !== undefined)),
  read(message) {
    const { tree } = message;
    if (words(tree, 'data_type') === 'heartbeat') return alive(tree);
    const group = see(tree, 'group');
    if (isNode(group?.value)) return [ofGroup(group.value, group.place, message)];
    if (see(tree, 'best_plate_number', 'best_plate')) return [ofGroup(tree, '', message)];
    const results = all(tree, 'results');
    if (results.length === 0)
      return [{ kind: 'sign', devices: devicesOf(tree), place: place(tree, 'camera_id') }];
    return results.map(({ value, place: at }, i) =>
      ofResult(tree, value, at, i, results.length === 1 ? message : undefined),
    );
  },
};

function devicesOf(tree: unknown): string[] {
  const camera = words(tree, 'camera_id');
  const agents = [words(tree, 'agent_uid'), words(tree, 'site_id')].filter(
    (one) => one !== undefined,
  );
  return names(
    ...(camera ? agents.map((agent) => `${agent}/${camera}`) : []),
    camera,
    words(tree, 'web_server_config.camera_label', 'camera_label', 'camera_name'),
    ...agents,
  );
}

function alive(tree: unknown): Told[] {
  const streams = all(tree, 'video_streams');
  if (streams.length === 0) return [{ kind: 'sign', devices: devicesOf(tree), place: 'site_id' }];
  return streams.map(({ value, place: at }) => ({
    kind: 'sign',
    devices: devicesOf({
      ...(tree as object),
      ...(value as object),
      camera_id: see(value, 'camera_id')?.value,
    }),
    place: join(at, place(value, 'camera_id')),
  }));
}

const candidates = (plate: unknown) =>
  all(plate, 'candidates').flatMap(({ value }) => {
    const text = words(value, 'plate');
    return text
      ? [{ plate: text, confidence: shareOf(words(value, 'confidence'), 'percent') }]
      : [];
  });

function charactersOf(plate: unknown): number[] | undefined {
  const shares = all(plate, 'characters').map(({ value }) =>
    shareOf(words(value, 'confidence'), 'percent'),
  );
  return shares.length > 0 && shares.every((one) => one !== undefined) ? shares : undefined;
}

const countryIn = (...trees: readonly unknown[]): string | undefined => {
  for (const tree of trees)
    for (const name of ['region', 'best_region', 'country']) {
      const country = countryOf(words(tree, name));
      if (country) return country;
    }
  return undefined;
};

const vehicleIn = (tree: unknown) =>
  vehicleOf(
    words(tree, 'vehicle.body_type.name', 'vehicle.body_type'),
    words(tree, 'vehicle.color.name', 'vehicle.color'),
    words(tree, 'vehicle.make_model.name', 'vehicle.make.name', 'vehicle.make'),
  );

function ofGroup(tree: unknown, at: string, { pictures }: Message): Found {
  const best = see(tree, 'best_plate')?.value;
  return {
    kind: 'read',
    devices: devicesOf(tree),
    id: words(tree, 'best_uuid', 'uuid'),
    at: see(tree, 'epoch_start', 'epoch_time', 'epoch_end')?.value,
    plate: words(tree, 'best_plate_number') ?? words(best, 'plate'),
    country: countryIn(best, tree),
    confidence: shareOf(words(tree, 'best_confidence') ?? words(best, 'confidence'), 'percent'),
    characters: charactersOf(best),
    alternatives: [...candidates(best), ...candidates(tree)],
    vehicle: vehicleIn(tree),
    point: pointOf(words(tree, 'gps_longitude'), words(tree, 'gps_latitude')),
    pictures: bestFirst([
      ...pictures,
      pictureIn(words(best, 'plate_crop_jpeg'), 'plate crop'),
      pictureIn(words(tree, 'plate_crop_jpeg'), 'plate crop'),
      pictureIn(words(tree, 'vehicle_crop_jpeg'), 'vehicle'),
    ]),
    places: {
      camera: join(at, place(tree, 'camera_id')),
      at: join(at, place(tree, 'epoch_start', 'epoch_time')),
      plate: join(at, place(tree, 'best_plate_number', 'best_plate.plate')),
    },
  };
}

function ofResult(
  tree: unknown,
  result: unknown,
  at: string,
  index: number,
  message: Message | undefined,
): Found {
  const uuid = words(tree, 'uuid');
  return {
    kind: 'read',
    devices: devicesOf(tree),
    ...(uuid ? { id: `${uuid} ${index}` } : {}),
    at: see(tree, 'epoch_time', 'epoch_start', 'timestamp')?.value,
    plate: words(result, 'plate'),
    country: countryIn(result, tree),
    confidence: shareOf(words(result, 'confidence'), 'percent'),
    characters: charactersOf(result),
    alternatives: candidates(result),
    vehicle: vehicleIn(result),
    pictures: bestFirst([
      ...(message?.pictures ?? []),
      pictureIn(words(result, 'plate_crop_jpeg'), 'plate crop'),
    ]),
    places: {
      camera: place(tree, 'camera_id'),
      at: place(tree, 'epoch_time'),
      plate: join(at, place(result, 'plate')),
    },
  };
}
