import { hash } from 'node:crypto';
import { MAX_PLATE, normalise, plateFault } from '../../../shared/anpr/plate.ts';
import type { Crop, Passed, PlateRead } from '../../../shared/anpr/read.ts';
import { UNWANTED } from '../../../shared/clean.ts';
import { refuse, type Refusal } from '../../../shared/refusal.ts';
import type { Catalogue } from '../../anpr/catalogue.ts';
import type { AnprFeed } from './feed.ts';
import type { Found, Told } from './found.ts';
import { localTime, nearest, whenOf } from './time.ts';

/**
 * What an adapter found becomes a read: its camera by the catalogue, its time by the camera's clock with the
 * difference to ours noted, its plate by the rules for plates. Pure; throws at nothing.
 */
export type Made =
  | { kind: 'read'; passed: Passed }
  /** Nothing to store: the camera lives. */
  | { kind: 'sign'; camera: string }
  | { kind: 'refused'; refusal: Refusal };

const HOUR = 3_600_000;
const refused = (refusal: Refusal): Made => ({ kind: 'refused', refusal });

export function readMaker(catalogue: Catalogue, { time }: Pick<AnprFeed, 'time'>) {
  const oldest = time.oldest * HOUR;
  const ahead = time.ahead * HOUR;

  /** A message that names a device is of that device or of none: who passed it on does not count then. */
  function cameraOf(
    { devices, vague }: Exclude<Told, { kind: 'refused' }>,
    also: readonly string[],
  ) {
    const names = devices.length === 0 || vague ? [...devices, ...also] : devices;
    for (const name of names) {
      const camera = catalogue.byDevice(name);
      if (camera) return camera;
    }
    return undefined;
  }

  /**
   * `now`: when it reached us, milliseconds. `sure`: the camera as the address names it. `also`: names by which
   * the camera may be known where the message gives none.
   */
  return (told: Told, now: number, also: readonly string[] = [], sure?: string): Made => {
    if (told.kind === 'refused') return told;
    const camera = sure === undefined ? cameraOf(told, also) : catalogue.byDevice(sure);
    if (!camera)
      return refused(
        refuse(
          'anpr-camera-unknown',
          sure ? 'camera' : told.kind === 'sign' ? told.place : told.places.camera,
        ),
      );
    if (told.kind === 'sign') return { kind: 'sign', camera: camera.id };
    const { places } = told;

    const raw = (told.plate ?? '').trim();
    if (!told.plateNeeded && saysNone(raw)) return { kind: 'sign', camera: camera.id };
    const plate = normalise(raw);
    if (plate === '' || raw.length > MAX_RAW) return refused(faultOf(raw, places.plate));

    const at = momentOf(told, camera.zone, now);
    if (at === undefined) {
      const isThere = told.at !== undefined && told.at !== null && told.at !== '';
      return refused(
        isThere
          ? refuse('invalid', places.at)
          : refuse('record-unusable', places.at, { field: places.at }),
      );
    }
    if (at > now + ahead) return refused(refuse('time-ahead', places.at));
    if (at < now - oldest) return refused(refuse('time-old', places.at));

    const read: PlateRead = {
      id: told.idIs === 'verbatim' && told.id ? told.id : idOf(told, camera.id, at, plate),
      camera: camera.id,
      at: stampOf(told.at, at),
      received: isoOf(now),
      offset: at - now,
      raw: clean(raw),
      plate,
    };
    const { country, confidence, characters, direction, lane, speed, vehicle, point } = told;
    if (country !== undefined) read.country = country;
    if (confidence !== undefined) read.confidence = confidence;
    if (characters?.length === plate.length) read.characters = [...characters];
    const others = told.alternatives && alternativesOf(told.alternatives, plate);
    if (others && others.length > 0) read.alternatives = others;
    if (direction !== undefined) read.direction = direction;
    if (lane !== undefined) read.lane = lane;
    if (speed !== undefined && speed >= 0 && speed <= 120) read.speed = speed;
    if (vehicle !== undefined && Object.keys(vehicle).length > 0)
      read.vehicle = cleanWords(vehicle);
    // A fixed camera does not move; some say that they stand where they were made.
    if (point !== undefined && camera.mobile) read.point = [point[0], point[1]];
    const [best] = told.pictures ?? [];
    const crop: Crop | undefined = best && { type: best.type, bytes: best.bytes };
    return { kind: 'read', passed: crop ? { read, crop } : { read } };
  };
}

/** As the contract has it: what is longer is no plate. */
const MAX_RAW = 32;

const NONE =
  /^(|-+|unknown|unknow|noplate|no[ _-]?plate|unlicensed|none|null|undefined|n\/?a|not ?defined|not ?recogni[sz]ed|not ?found|empty|无车牌|无牌车|未知|车牌)$/i;
const saysNone = (raw: string): boolean => raw.length <= 16 && NONE.test(raw);

function faultOf(raw: string, where: string): Refusal {
  const fault = plateFault(raw);
  if (fault === 'empty') return refuse('anpr-plate-empty', where);
  return refuse(
    fault === undefined || fault === 'too-long' ? 'anpr-plate-long' : 'anpr-plate-script',
    where,
  );
}

const PLAIN = /^[\x20-\x7e]*$/;
const clean = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(new RegExp(UNWANTED, 'g'), '').replace(/\s+/g, ' ').trim();
const cleanWords = (vehicle: NonNullable<PlateRead['vehicle']>): PlateRead['vehicle'] =>
  Object.fromEntries(
    Object.entries(vehicle).flatMap(([name, word]) => {
      const told = clean((word ?? '').toWellFormed());
      return told === '' ? [] : [[name, told]];
    }),
  );

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function momentOf({ at, zone }: Found, local: string, now: number): number | undefined {
  if (typeof at === 'string' && at.length === 24 && ISO.test(at)) {
    const millis = Date.parse(at);
    // Date.parse takes 30 February for 2 March.
    if (Number.isNaN(millis)) return undefined;
    return at.startsWith(dayOf(millis)) ? millis : undefined;
  }
  const millis = whenOf(at, zone === 'utc' ? 'UTC' : local, now);
  if (millis === undefined || zone !== 'epoch-local') return millis;
  return nearest([millis, localTime(millis, local, now)], now);
}

let lastNow = { at: NaN, text: '' };
/** Many come in the same millisecond. */
function isoOf(at: number): string {
  if (lastNow.at !== at) lastNow = { at, text: new Date(at).toISOString() };
  return lastNow.text;
}

let lastDay = { from: NaN, text: '' };
/** `2026-11-24` of a moment: nearly all reads are of the same day. */
function dayOf(millis: number): string {
  const from = Math.floor(millis / 86_400_000);
  if (lastDay.from !== from) lastDay = { from, text: new Date(millis).toISOString().slice(0, 10) };
  return lastDay.text;
}

const stampOf = (said: unknown, at: number): string =>
  typeof said === 'string' && said.length === 24 && said.endsWith('Z') && ISO.test(said)
    ? said
    : new Date(at).toISOString();

/** Tells nothing of the plate to who has only the id: ids stand in addresses. */
function idOf({ id, idIs }: Found, camera: string, at: number, plate: string): string {
  const moment = idIs === 'passage' && id ? '' : at;
  return hash('sha256', `${camera}\n${moment}\n${plate}\n${id ?? ''}`, 'hex').slice(0, 32);
}

function alternativesOf(alternatives: NonNullable<Found['alternatives']>, plate: string) {
  const others = new Map<string, { plate: string; confidence?: number }>();
  for (const { plate: text, confidence } of alternatives) {
    const other = normalise(text);
    if (other === '' || other.length > MAX_PLATE || other === plate || others.has(other)) continue;
    others.set(other, { plate: other, ...(confidence === undefined ? {} : { confidence }) });
    if (others.size === 10) break;
  }
  return [...others.values()];
}
