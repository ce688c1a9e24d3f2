import fs from 'node:fs';
import type { FlowSlot } from '../../../shared/anpr/camera.ts';
import type { LookRow } from '../../../shared/anpr/lookback.ts';
import type { Passed } from '../../../shared/anpr/read.ts';
import { LogUnavailable } from '../../log/log.ts';
import { ANSWER_MS, connectTo, within } from '../../log/redis-connection.ts';
import type { ReadStore } from '../store.ts';
import { hide, show } from '../vault/seal.ts';
import { flowSlots } from './flow.ts';
import {
  DAY_MS,
  HOUR_MS,
  dayAt,
  dayKey,
  dayOf,
  idOfName,
  keyName,
  lookRow,
  packCrop,
  plainOf,
  restOf,
  slotOf,
  unpackCrop,
  type DayKey,
} from './row.ts';
import { flowOf, hex, newestFirst, parts, rowOf, rowText } from './redis-row.ts';
import { endOf, type ReadsOptions } from './sqlite.ts';

/**
 * Reads in Redis, for several processes: a handful of hashes and sorted sets per day, which Redis deletes
 * by itself when the day is over its age. It needs room for them in memory: some 700 bytes a read, and
 * the pictures.
 */
const script = fs.readFileSync(new URL('put.lua', import.meta.url), 'utf8');
const NAMES = ['rows', 'plates', 'cameras', 'times', 'flow', 'pictures'] as const;
const PAGE = 500;
const keyOf = (day: string, name: (typeof NAMES)[number]) => `belfry:{reads:${day}}:${name}`;
const HOURS = Array.from({ length: 24 }, (_, i) => String(i).padStart(2, '0'));
const EMPTY = { reads: 0, pictures: 0, keys: 0 };

export async function openRedisReads(
  options: ReadsOptions & { redisUrl: string },
): Promise<ReadStore> {
  const { vault, readsDays, now = Date.now } = options;
  const client = connectTo(options.redisUrl);
  client.on('error', () => {}); // An outage is told by the log.
  const keys = new Map<string, DayKey>();

  async function ask<T>(reply: Promise<T>): Promise<T> {
    try {
      return await within(ANSWER_MS, reply);
    } catch (error) {
      if (error instanceof LogUnavailable) throw error;
      throw new LogUnavailable((error as Error).message, { cause: error });
    }
  }

  /** Asked of the vault each time: another process may have deleted it. */
  async function keyFor(day: string, make: boolean): Promise<DayKey | undefined> {
    const key = make
      ? await vault.keyFor(keyName(day), endOf(day, readsDays))
      : await vault.known(keyName(day));
    if (!key) {
      keys.delete(day);
      return undefined;
    }
    const known = keys.get(day);
    if (known && Buffer.from(known.key).equals(key)) return known;
    const fresh = dayKey(key);
    keys.set(day, fresh);
    return fresh;
  }

  async function days(): Promise<string[]> {
    const found = new Set<string>();
    for await (const names of client.scanIterator({ MATCH: 'belfry:{reads:*}:rows', COUNT: 1_000 }))
      for (const name of names) found.add(name.slice('belfry:{reads:'.length, -'}:rows'.length));
    return [...found].sort();
  }

  async function putDay(day: string, passed: readonly Passed[]): Promise<boolean[]> {
    const key = (await keyFor(day, true))!;
    const args = [String(Date.parse(endOf(day, readsDays)))];
    for (const { read, crop } of passed) {
      const plain = plainOf(read, key);
      const { id, plate, camera, at, direction } = plain;
      args.push(...[hex(id), hex(plate), camera, String(at), read.at.slice(11, 13)]);
      args.push(`${slotOf(at)} ${direction} ${camera}`, rowText(plain, restOf(read), key));
      args.push(crop ? hide(key.key, id, packCrop(crop)).toString('base64') : '');
    }
    const answers = await ask(
      client.eval(script, { keys: NAMES.map((name) => keyOf(day, name)), arguments: args }),
    );
    return (answers as unknown as number[]).map((one) => one === 1);
  }

  /** Rows by id, hidden part opened; pictures are only looked for. */
  async function rowsOf(day: string, ids: readonly string[], key: DayKey): Promise<LookRow[]> {
    if (ids.length === 0) return [];
    const texts = await ask(client.hmGet(keyOf(day, 'rows'), [...ids]));
    const crops = await ask(
      Promise.all(ids.map((id) => client.hExists(keyOf(day, 'pictures'), id))),
    );
    return ids.flatMap((id, i) => {
      const read = rowOf(id, texts[i], key);
      return read ? [lookRow(read.plain, read.rest, Number(crops[i]) === 1)] : [];
    });
  }

  type Asked = Parameters<ReadStore['passages']>[0];
  async function inDay(day: string, key: DayKey, asked: Asked, limit: number): Promise<LookRow[]> {
    const { plate, cameras } = asked;
    const [from, until] = [Date.parse(asked.from), Date.parse(asked.until)];
    if (plate !== undefined) {
      const mark = hex(key.plateOf(plate));
      const found = await ask(
        client.zRange(keyOf(day, 'plates'), `[${mark}`, `[${mark}g`, { BY: 'LEX' }),
      );
      const rows: LookRow[] = [];
      for (let at = 0; at < found.length; at += PAGE) {
        const ids = found.slice(at, at + PAGE).map((one) => one.slice(mark.length));
        rows.push(...(await rowsOf(day, ids, key)));
      }
      return rows
        .filter((row) => row.plate === plate && (!cameras || cameras.includes(row.camera)))
        .filter(({ at }) => Date.parse(at) >= from && Date.parse(at) < until)
        .sort(newestFirst)
        .slice(0, limit);
    }
    const range = { BY: 'SCORE', REV: true, LIMIT: { offset: 0, count: limit } } as const;
    const sets = cameras
      ? cameras.map((camera) => `${keyOf(day, 'cameras')}:${camera}`)
      : [keyOf(day, 'times')];
    const ids = await ask(
      Promise.all(sets.map((set) => client.zRange(set, `(${until}`, String(from), range))),
    );
    return (await rowsOf(day, ids.flat(), key)).sort(newestFirst).slice(0, limit);
  }

  async function dropIds(day: string, ids: readonly string[]): Promise<number> {
    const texts = await ask(client.hmGet(keyOf(day, 'rows'), [...ids]));
    const members = ids.flatMap((id, i) => {
      const parts = texts[i]?.split('|');
      return parts ? [{ id, plate: parts[0]!, camera: parts[1]! }] : [];
    });
    const pictures = await ask(client.hDel(keyOf(day, 'pictures'), [...ids]));
    await ask(
      Promise.all([
        client.zRem(keyOf(day, 'plates'), members.map(({ id, plate }) => plate + id)), // prettier-ignore
        ...members.map(({ id, camera }) => client.zRem(`${keyOf(day, 'cameras')}:${camera}`, id)),
        client.hDel(keyOf(day, 'rows'), [...ids]),
      ]),
    );
    await ask(client.zRem(keyOf(day, 'times'), [...ids]));
    return pictures;
  }

  async function dropDay(day: string): Promise<typeof EMPTY> {
    const reads = await ask(client.hLen(keyOf(day, 'rows')));
    const pictures = await ask(client.hLen(keyOf(day, 'pictures')));
    const gone = await vault.forget([keyName(day)]);
    const cameras = await ask(client.sMembers(keyOf(day, 'cameras')));
    await ask(
      client.unlink([
        ...NAMES.map((name) => keyOf(day, name)),
        ...HOURS.map((hour) => `${keyOf(day, 'flow')}:${hour}`),
        ...cameras.map((camera) => `${keyOf(day, 'cameras')}:${camera}`),
      ]),
    );
    keys.delete(day);
    return { reads, pictures, keys: gone };
  }

  async function expireDay(day: string, before: number): Promise<typeof EMPTY> {
    const start = Date.parse(`${day}T00:00:00.000Z`);
    if (start + DAY_MS <= before) return dropDay(day);
    const sum = { ...EMPTY };
    for (let more = start < before; more;) {
      const ids = await ask(
        client.zRange(keyOf(day, 'times'), '-inf', `(${before}`, {
          ...{ BY: 'SCORE', LIMIT: { offset: 0, count: PAGE } },
        }),
      );
      if (ids.length > 0) sum.pictures += await dropIds(day, ids);
      sum.reads += ids.length;
      more = ids.length === PAGE;
    }
    return sum;
  }

  await within(5_000, client.connect());
  return {
    async put(passed) {
      const answers: ('taken' | 'known')[] = new Array<'known'>(passed.length).fill('known');
      const oldest = now() - readsDays * DAY_MS;
      const byDay = Map.groupBy(passed.keys(), (i) => dayOf(passed[i]!.read.at));
      for (const [day, all] of byDay) {
        const places = all.filter((i) => Date.parse(passed[i]!.read.at) >= oldest);
        for (const part of parts(places, (i) => passed[i]!.crop?.bytes.length ?? 0)) {
          const stored = await putDay(
            day,
            part.map((i) => passed[i]!),
          );
          part.forEach((place, i) => (answers[place] = stored[i] ? 'taken' : 'known'));
        }
      }
      return answers;
    },
    async passages(asked) {
      const found: LookRow[] = [];
      const last = dayAt(Date.parse(asked.until) - 1);
      for (const day of (await days()).reverse()) {
        if (day > last || day < dayOf(asked.from) || found.length >= asked.limit) continue;
        const key = await keyFor(day, false);
        if (key) found.push(...(await inDay(day, key, asked, asked.limit - found.length)));
      }
      return found;
    },
    async picture(read, at) {
      const day = dayOf(at);
      const key = await keyFor(day, false);
      if (!key) return undefined;
      const id = idOfName(read, day, key);
      const text = await ask(client.hGet(keyOf(day, 'pictures'), hex(id)));
      return text ? unpackCrop(show(key.key, id, Buffer.from(text, 'base64'))) : undefined;
    },
    async flow(from, until) {
      const [start, end] = [Date.parse(from), Date.parse(until)];
      const slots: FlowSlot[] = [];
      for (let at = start - (start % HOUR_MS); at < end; at += HOUR_MS) {
        const hour = new Date(at).toISOString();
        const key = `${keyOf(dayOf(hour), 'flow')}:${hour.slice(11, 13)}`;
        const sums = Object.entries(await ask(client.hGetAll(key))).map(flowOf);
        slots.push(...flowSlots(sums.filter(({ slot }) => slot >= start && slot < end)));
      }
      return slots;
    },
    async expire(before) {
      const sum = { ...EMPTY };
      for (const day of await days()) {
        const one = await expireDay(day, Date.parse(before));
        sum.reads += one.reads;
        sum.pictures += one.pictures;
        sum.keys += one.keys;
      }
      return sum;
    },
    async oldest() {
      for (const day of await days()) {
        const [first] = await ask(client.zRangeWithScores(keyOf(day, 'times'), 0, 0));
        if (first) return new Date(first.score).toISOString();
      }
      return undefined;
    },
    close: async () => client.destroy(),
  };
}
