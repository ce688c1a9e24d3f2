import fs from 'node:fs';
import path from 'node:path';
import type { FlowSlot } from '../../../shared/anpr/camera.ts';
import type { LookRow } from '../../../shared/anpr/lookback.ts';
import type { Passed } from '../../../shared/anpr/read.ts';
import type { ReadStore } from '../store.ts';
import type { OpenedVault } from '../vault/open.ts';
import { openDay, removeDay, type Day } from './day.ts';
import { flowSlots } from './flow.ts';
import { DAY_MS, HOUR_MS, dayAt, dayKey, dayOf, keyName } from './row.ts';

/**
 * Reads in `reads/<day>.db` of the data folder. What comes in together is written together: one
 * transaction, one wait for the disk, at most so often.
 */
export interface ReadsOptions {
  dataDir: string;
  redisUrl?: string | undefined;
  vault: Pick<OpenedVault, 'keyFor' | 'known' | 'forget'>;
  /** Days after which reads are deleted; 365 at most. */
  readsDays: number;
  now?: () => number;
}

/** What waits is written together: the rest after a write is twice what it took, and this at most. */
const REST_MS = 50;
const OPEN_DAYS = 8;
const FILE = /^(\d{4}-\d\d-\d\d)\.db$/;
const DAY_END = DAY_MS - 1;

interface Waiting {
  passed: readonly Passed[];
  answer(answers: ('taken' | 'known')[]): void;
  fail(error: unknown): void;
}

export const readsFolder = (dataDir: string): string => path.join(dataDir, 'reads');

/** The end of a day's key: when its last read has its age. */
export const endOf = (day: string, readsDays: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + (readsDays + 1) * DAY_MS).toISOString();

export function openSqliteReads(options: ReadsOptions): ReadStore {
  const { vault, readsDays, now = Date.now } = options;
  const folder = readsFolder(options.dataDir);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fileOf = (day: string) => path.join(folder, `${day}.db`);
  const open = new Map<string, Day>();
  let waiting: Waiting[] = [];
  let flushing: Promise<void> | undefined;
  let next = -Infinity;
  let closed = false;
  /** The day from which old reads are being deleted: stays open meanwhile. */
  let expiring: string | undefined;
  let expired: Promise<unknown> | undefined;

  const days = () =>
    fs
      .readdirSync(folder)
      .flatMap((name) => FILE.exec(name)?.[1] ?? [])
      .sort();

  /**
   * The day's file, made for writing only; undefined where there is none, or no key to it any more. The
   * vault is asked each time: the key may have been deleted.
   */
  async function dayFor(day: string, make: boolean): Promise<Day | undefined> {
    if (!make && !open.has(day) && !fs.existsSync(fileOf(day))) return undefined;
    const key = make
      ? await vault.keyFor(keyName(day), endOf(day, readsDays))
      : await vault.known(keyName(day));
    const known = open.get(day);
    if (known && key && Buffer.from(known.key).equals(key)) {
      open.delete(day);
      open.set(day, known);
      return known;
    }
    closeDay(day);
    if (!key || closed) return undefined;
    const opened = openDay(fileOf(day), dayKey(key));
    open.set(day, opened);
    for (const [oldest, one] of open) {
      if (open.size <= OPEN_DAYS) break;
      if (oldest === day || oldest === expiring) continue;
      open.delete(oldest);
      one.close();
    }
    return opened;
  }

  function closeDay(day: string): void {
    open.get(day)?.close();
    open.delete(day);
  }

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const rest = next - performance.now();
      await new Promise<void>((go) => (rest > 0 ? setTimeout(go, rest) : setImmediate(go)));
      const group = waiting;
      waiting = [];
      const begun = performance.now();
      try {
        const answers = await write(group.flatMap(({ passed }) => passed));
        let at = 0;
        for (const { passed, answer } of group) answer(answers.slice(at, (at += passed.length)));
      } catch (error) {
        for (const { fail } of group) fail(error);
      }
      const end = performance.now();
      next = end + Math.min(REST_MS, 2 * (end - begun));
    }
    flushing = undefined;
  }

  async function write(all: readonly Passed[]): Promise<('taken' | 'known')[]> {
    const answers: ('taken' | 'known')[] = new Array<'known'>(all.length).fill('known');
    const oldest = now() - readsDays * DAY_MS;
    const byDay = new Map<string, number[]>();
    all.forEach(({ read }, i) => {
      // What would be deleted at once is not kept at all.
      if (Date.parse(read.at) < oldest) return;
      const day = dayOf(read.at);
      const places = byDay.get(day);
      if (places) places.push(i);
      else byDay.set(day, [i]);
    });
    for (const [day, places] of byDay) {
      const file = await dayFor(day, true);
      const written = file!.put(places.map((i) => all[i]!));
      places.forEach((place, i) => (answers[place] = written[i]!));
    }
    return answers;
  }

  async function expireDay(day: string, before: number) {
    const start = Date.parse(`${day}T00:00:00.000Z`);
    if (start >= before) return { reads: 0, pictures: 0, keys: 0 };
    const file = await dayFor(day, false);
    if (start + DAY_END >= before)
      return { ...((await file?.dropOlder(before)) ?? { reads: 0, pictures: 0 }), keys: 0 };
    const counts = file?.counts() ?? { reads: 0, pictures: 0 };
    closeDay(day);
    // The key first: were it not for the file, it would be all that is needed.
    const keys = await vault.forget([keyName(day)]);
    removeDay(fileOf(day));
    return { ...counts, keys };
  }

  async function expire(before: number) {
    const sum = { reads: 0, pictures: 0, keys: 0 };
    for (const day of days()) {
      expiring = day;
      const { reads, pictures, keys } = await expireDay(day, before);
      sum.reads += reads;
      sum.pictures += pictures;
      sum.keys += keys;
    }
    expiring = undefined;
    return sum;
  }

  return {
    put(passed) {
      if (passed.length === 0) return Promise.resolve([]);
      return new Promise((answer, fail) => {
        waiting.push({ passed, answer, fail });
        flushing ??= flush();
      });
    },
    async passages({ plate, cameras, from, until, limit }) {
      const found: LookRow[] = [];
      const asked = { plate, cameras, from: Date.parse(from), until: Date.parse(until) };
      const last = dayAt(asked.until - 1);
      for (const day of days().reverse()) {
        if (day > last || day < dayOf(from)) continue;
        const file = await dayFor(day, false);
        if (file) found.push(...file.passages({ ...asked, limit: limit - found.length }));
        if (found.length >= limit) break;
        await new Promise(setImmediate);
      }
      return found;
    },
    async picture(read, at) {
      const file = await dayFor(dayOf(at), false);
      return file?.picture(read, dayOf(at));
    },
    async flow(from, until) {
      const [start, end] = [Date.parse(from), Date.parse(until)];
      const slots: FlowSlot[] = [];
      for (const day of days()) {
        if (day < dayOf(from) || day > dayAt(end - 1)) continue;
        // An hour at a time, so that the process has room for other work.
        const midnight = Date.parse(`${day}T00:00:00.000Z`);
        for (let at = Math.max(start, midnight); at < Math.min(end, midnight + DAY_MS);) {
          const next = Math.min(end, at - (at % HOUR_MS) + HOUR_MS);
          slots.push(...flowSlots((await dayFor(day, false))?.flow(at, next) ?? []));
          at = next;
          await new Promise(setImmediate);
        }
      }
      return slots;
    },
    expire(before) {
      const done = (expired ?? Promise.resolve()).then(() => expire(Date.parse(before)));
      expired = done.catch(() => {});
      return done;
    },
    async oldest() {
      for (const day of days()) {
        const at = (await dayFor(day, false))?.oldest();
        if (at) return new Date(at).toISOString();
      }
      return undefined;
    },
    async close() {
      await flushing;
      await expired;
      closed = true;
      for (const day of [...open.keys()]) closeDay(day);
    },
  };
}
