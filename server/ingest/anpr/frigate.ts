import type { Adapter, Told } from './found.ts';
import { bestFirst } from './picture.ts';
import { isNode, join, place, see, words } from './tree.ts';
import { names, shareOf } from './value.ts';

/**
 * Frigate, by MQTT or HTTP: `frigate/tracked_object_update` of type `lpr`, and `frigate/events`, in which the
 * plate is `[text, score]` or a text with its score beside. An object is told many times; with the same plate
 * it is the same read.
 */
export const frigate: Adapter = {
  id: 'frigate',
  knows: (tree) =>
    isNode(tree) &&
    see(tree, 'camera', 'after.camera') !== undefined &&
    ((/^(new|update|end)$/.test(words(tree, 'type') ?? '') && isNode(see(tree, 'after')?.value)) ||
      (/^(lpr|face|description|classification)$/.test(words(tree, 'type') ?? '') &&
        see(tree, 'id') !== undefined) ||
      (see(tree, 'recognized_license_plate', 'data.recognized_license_plate') !== undefined &&
        see(tree, 'label') !== undefined)),
  read({ tree, pictures }): Told[] {
    const after = see(tree, 'after');
    const event = isNode(after?.value) ? after.value : tree;
    const at = event === tree ? '' : 'after';
    const camera = words(event, 'camera');
    const devices = names(camera && `frigate/${camera}`, camera);
    const camPlace = join(at, place(event, 'camera'));
    const type = words(tree, 'type');
    const isUpdate =
      event === tree && type !== undefined && type !== 'lpr' && see(event, 'label') === undefined;
    const told = see(event, 'recognized_license_plate', 'data.recognized_license_plate', 'plate');
    if (isUpdate || told === undefined || words(event, 'false_positive') === 'true')
      return [{ kind: 'sign', devices, place: camPlace }];
    const pair = Array.isArray(told.value) ? told.value : [told.value];
    return [
      {
        kind: 'read',
        devices,
        id: words(event, 'id'),
        idIs: 'passage',
        at: see(event, 'timestamp', 'snapshot_time', 'frame_time', 'start_time')?.value,
        plate: typeof pair[0] === 'string' ? pair[0] : words({ value: told.value }, 'value'),
        confidence: shareOf(
          pair[1] ??
            words(
              event,
              'score',
              'recognized_license_plate_score',
              'data.recognized_license_plate_score',
            ),
        ),
        pictures: bestFirst(pictures),
        places: {
          camera: camPlace,
          at: join(at, place(event, 'timestamp', 'snapshot_time', 'frame_time', 'start_time')),
          plate: join(at, told.place),
        },
      },
    ];
  },
};
