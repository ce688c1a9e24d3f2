import { commandSchemas } from '../../shared/registry.ts';
import { refuse, type Refusal } from '../../shared/refusal.ts';
import { cleanText } from '../../shared/clean.ts';
import type { Point, Priority } from '../../shared/value.ts';
import { idOf, versionOf } from './key.ts';
import type { Mapping } from './mapping.ts';
import { asTemplate, at, fill, numberAt, textAt } from './path.ts';
import { isInside, projector } from '../projection.ts';
import { readTime } from './time.ts';

/** A source's record becomes the data of `report.receive`, by its mapping. Pure; throws at nothing. */
export type Mapped =
  | { ok: true; data: Record<string, unknown> }
  | { ok: false; refusal: Refusal }
  /** The mapping says to pass it over. */
  | { ok: true; data: undefined };

const Receive = commandSchemas['report.receive']!;

/** Makes the function that maps one feed's records. `priorities`: incident type → proposed priority. */
export function mapper(mapping: Mapping, priorities: ReadonlyMap<string, Priority>) {
  const { record: how, id: feed } = mapping;
  const { position } = how;
  const project = position && projector(position.crs, position.proj4);

  function pointOf(record: unknown): Point | undefined {
    if (!position || !project) return undefined;
    const [x, y] = position.geometry
      ? firstPosition(at(record, position.geometry))
      : [numberAt(record, position.x!), numberAt(record, position.y!)];
    if (x === undefined || y === undefined) return undefined;
    try {
      const point = project(x, y);
      return point.every(Number.isFinite) && isInside(point, position.within) ? point : undefined;
    } catch {
      return undefined; // A coordinate that this system cannot hold.
    }
  }

  /** The path of a value that is given and could not be read. */
  function nonsense(record: unknown, read: { time: boolean; point: boolean }): string | undefined {
    const isGiven = (path: string | undefined) =>
      path !== undefined && at(record, path) !== undefined && at(record, path) !== null;
    if (!read.time && isGiven(how.time?.path)) return how.time?.path;
    const where = [position?.geometry, position?.x, position?.y].find(isGiven);
    if (!read.point && where !== undefined) return where;
    const word = sourceWord(how.priority, record);
    return word && !Object.hasOwn(how.priority.map, word) ? 'priority' : undefined;
  }

  return (record: unknown): Mapped => {
    if (typeof record !== 'object' || record === null || Array.isArray(record))
      return { ok: false, refusal: refuse('invalid') };
    if (how.skip && how.skip.values.includes(textAt(record, how.skip.path) ?? ''))
      return { ok: true, data: undefined };

    const id = idOf(how.id, record);
    if (!id) return { ok: false, refusal: refuse('record-unusable', 'id', { field: 'id' }) };
    const text = cleanText(fill(how.text, record), 4_000);
    if (!text) return { ok: false, refusal: refuse('record-unusable', 'text', { field: 'text' }) };

    const type = translate(how.type, record);
    const priority =
      translate(how.priority, record) ?? (type ? priorities.get(type) : undefined) ?? 3;
    const stamp = how.time && textAt(record, how.time.path);
    const occurred = stamp && readTime(stamp, how.time!.format, how.time!.zone);
    const point = pointOf(record);
    const placeText = how.place && cleanText(fill(how.place, record), 200);
    const town =
      how.municipality &&
      cleanText(translate(how.municipality, record) ?? sourceWord(how.municipality, record), 80);
    const place = {
      ...(point ? { point } : {}),
      ...(placeText ? { text: placeText } : {}),
      ...(town ? { municipality: town } : {}),
    };
    const texts = Object.fromEntries(
      Object.entries(how.texts ?? {})
        .map(([lang, template]) => [lang, cleanText(fill(template, record), 4_000)])
        .filter(([, each]) => each),
    );
    const version = versionOf(how.version, record);
    const over = how.over?.values.includes(textAt(record, how.over.path) ?? '');

    if (mapping.strict) {
      const wrong = nonsense(record, { time: Boolean(occurred), point: point !== undefined });
      if (wrong) return { ok: false, refusal: refuse('invalid', wrong) };
    }

    const data = {
      feed,
      record: id,
      ...(version ? { version } : {}),
      ...(type ? { type } : {}),
      priority,
      text,
      ...(Object.keys(texts).length > 0 ? { texts } : {}),
      ...(Object.keys(place).length > 0 ? { place } : {}),
      ...(occurred ? { occurred } : {}),
      ...(over ? { over } : {}),
    };
    return checked(data);
  };
}

/** What an adapter makes of a strange record must still be a report: the gate's own schema says. */
export function checked(data: Record<string, unknown>): Mapped {
  const parsed = Receive.safeParse(data);
  if (parsed.success) return { ok: true, data: parsed.data as Record<string, unknown> };
  const place = parsed.error.issues[0]?.path.map(String).join('.');
  return { ok: false, refusal: refuse('invalid', place) };
}

interface Translated<T> {
  from?: string | undefined;
  map: Record<string, T>;
  default?: T | undefined;
}

const sourceWord = ({ from }: Translated<unknown>, record: unknown): string =>
  from === undefined ? '' : fill(asTemplate(from), record).trim();

function translate<T>(how: Translated<T>, record: unknown): T | undefined {
  const word = sourceWord(how, record);
  return Object.hasOwn(how.map, word) ? how.map[word] : how.default;
}

/** The first position of a GeoJSON geometry (RFC 7946), however deep it lies. */
function firstPosition(geometry: unknown): [number | undefined, number | undefined] {
  let here: unknown = (geometry as { coordinates?: unknown } | undefined)?.coordinates;
  for (let depth = 0; depth < 5 && Array.isArray(here); depth += 1) {
    const [x, y] = here as unknown[];
    if (typeof x === 'number' && typeof y === 'number') return [x, y];
    here = x;
  }
  return [undefined, undefined];
}
