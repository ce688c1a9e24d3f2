import { refuse } from '../../../shared/refusal.ts';
import type { PlateRead } from '../../../shared/anpr/read.ts';
import type { Adapter, Found, Told } from './found.ts';
import { pictureIn } from './picture.ts';

/**
 * Our own JSON (`docs/anpr-ingest.md`): the way for machines, and the fast one. Checked by hand, field by field:
 * its sender can mend it, so that what makes no sense is refused with its place. Unknown fields are passed over.
 */
export const own: Adapter = {
  id: 'belfry',
  knows: (tree) =>
    isRecord(tree) && ('plate' in tree || 'camera' in tree || Array.isArray(tree['reads'])),
  read({ tree, pictures }) {
    if (!isRecord(tree)) return [bad('')];
    const { reads } = tree;
    if (Array.isArray(reads)) return reads.map(ofRecord);
    const told = ofRecord(tree);
    if (told.kind === 'read' && pictures.length > 0) told.pictures ??= pictures;
    return [told];
  },
};

/** Whether it is of ours without a doubt: nothing else has these three names. */
export const isOwn = (tree: unknown): boolean =>
  isRecord(tree) && 'at' in tree && 'plate' in tree && 'camera' in tree;

const PLACES = { camera: 'camera', at: 'at', plate: 'plate' };
type Record_ = Record<string, unknown>;
const isRecord = (value: unknown): value is Record_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const bad = (path: string): Told => ({ kind: 'refused', refusal: refuse('invalid', path) });
const lacks = (field: string): Told => ({
  kind: 'refused',
  refusal: refuse('record-unusable', field, { field }),
});

export function ofRecord(record: unknown): Told {
  if (!isRecord(record)) return bad('');
  const { camera, at, plate, id, country, confidence, direction, lane, speed } = record;
  if (camera === undefined || camera === null || camera === '') return lacks('camera');
  if (typeof camera !== 'string') return bad('camera');
  if (at === undefined || at === null || at === '') return lacks('at');
  if (typeof at !== 'string' && typeof at !== 'number') return bad('at');
  if (plate === undefined || plate === null) return lacks('plate');
  if (typeof plate !== 'string') return bad('plate');
  const found: Found = {
    kind: 'read',
    devices: [camera],
    at,
    plate,
    plateNeeded: true,
    places: PLACES,
  };
  if (given(id)) {
    if (typeof id !== 'string' || !ID.test(id)) return bad('id');
    found.id = id;
    found.idIs = 'verbatim';
  }
  if (given(country)) {
    if (typeof country !== 'string' || !/^[A-Z]{2}$/.test(country)) return bad('country');
    found.country = country;
  }
  if (given(confidence)) {
    if (!isShare(confidence)) return bad('confidence');
    found.confidence = confidence;
  }
  if (given(direction)) {
    if (direction !== 'approaching' && direction !== 'leaving') return bad('direction');
    found.direction = direction;
  }
  if (given(lane)) {
    if (typeof lane !== 'number' || !Number.isInteger(lane) || lane < 0 || lane > 32)
      return bad('lane');
    found.lane = lane;
  }
  if (given(speed)) {
    if (typeof speed !== 'number' || !(speed >= 0 && speed <= 120)) return bad('speed');
    found.speed = speed;
  }
  const wrong = rarely(record, found);
  return wrong === undefined ? found : bad(wrong);
}

const ID = /^[A-Za-z0-9][A-Za-z0-9._:~-]{0,127}$/;
const given = (value: unknown): boolean => value !== undefined && value !== null;
const isShare = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 1;

/** The fields that few reads have; the place of the first that makes no sense. */
function rarely(record: Record_, found: Found): string | undefined {
  const { characters, alternatives, vehicle, point, picture } = record;
  if (given(characters)) {
    if (!Array.isArray(characters) || characters.length > 16) return 'characters';
    const wrong = characters.findIndex((one) => !isShare(one));
    if (wrong >= 0) return `characters.${wrong}`;
    found.characters = characters as number[];
  }
  if (given(alternatives)) {
    if (!Array.isArray(alternatives) || alternatives.length > 10) return 'alternatives';
    const wrong = alternatives.findIndex((one) => !isAlternative(one));
    if (wrong >= 0) return `alternatives.${wrong}`;
    found.alternatives = alternatives as { plate: string }[];
  }
  if (given(vehicle)) {
    if (!isRecord(vehicle)) return 'vehicle';
    const told: NonNullable<PlateRead['vehicle']> = {};
    for (const name of ['kind', 'colour', 'make'] as const) {
      const word = vehicle[name];
      if (!given(word)) continue;
      if (typeof word !== 'string' || word.length > 40) return `vehicle.${name}`;
      if (word !== '') told[name] = word;
    }
    found.vehicle = told;
  }
  if (given(point)) {
    const [lon, lat] = Array.isArray(point) ? (point as unknown[]) : [];
    if (typeof lon !== 'number' || !(Math.abs(lon) <= 180)) return 'point.0';
    if (typeof lat !== 'number' || !(Math.abs(lat) <= 90)) return 'point.1';
    found.point = [lon, lat];
  }
  if (given(picture)) {
    if (typeof picture !== 'string') return 'picture';
    const read = pictureIn(picture, 'plate');
    if (read) found.pictures = [read];
  }
  return undefined;
}

const isAlternative = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value['plate'] === 'string' &&
  value['plate'].length <= 64 &&
  (!given(value['confidence']) || isShare(value['confidence']));
