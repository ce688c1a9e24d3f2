import type { AnprCamera, CameraHealth, FlowSlot, Health } from '../../shared/anpr/camera.ts';
import type { PlateRead } from '../../shared/anpr/read.ts';
import { SLOT_MS } from './reads/row.ts';

/**
 * How the cameras do, from what passes: no plate is kept here, nor looked at. A camera is silent when it
 * gives no sign for longer than is usual for it at this hour of the day; what is usual is learned from the
 * counts of the last days, so that a quiet street at night is no alarm.
 */
export interface HealthOptions {
  cameras(): readonly AnprCamera[];
  /** Hits of this camera that people judged in the last 30 days, and how many were false reads. */
  quality(camera: string): { judged: number; falseReads: number } | undefined;
  settings: {
    silentMinutes: number;
    clockSeconds: number;
    poorConfidence: number;
    poorFalseReads: number;
  };
  now?: () => number;
}

export interface CamerasHealth {
  /** A sign of life without a read: a heartbeat, a plate that could not be read. ISO 8601. */
  sign(camera: string, at: string): void;
  note(read: Pick<PlateRead, 'camera' | 'received' | 'offset' | 'confidence'>): void;
  /**
   * Counts of the store in one hour (its start, ms): what other processes saw, and what was before a
   * restart. Of the hours of the last seven days, again and again of the current one.
   */
  learn(hour: number, flow: readonly FlowSlot[]): void;
  all(): CameraHealth[];
}

const MINUTE = 60_000;
const HOUR = 60;
/** Reads of which the median and the mean are taken; below `FEW` neither says anything. */
const LAST = 50;
const FEW = 5;
/** So many usual signs that did not come: by chance once in 20,000 (Poisson, e⁻¹⁰). */
const SIGNS = 10;
const HOUR_MS = HOUR * MINUTE;
const LONGEST_MS = 24 * HOUR_MS;
const WEEK = 7 * 24;

interface Seen {
  lastRead: number;
  lastSign: number;
  offsets: number[];
  confidences: number[];
  /** Reads by minute of the last hour, in a ring, and the minute of the newest. */
  minutes: Uint32Array;
  minute: number;
  /** From the store: reads by hour of the last week, in a ring, and end of the last slot with a read. */
  hours: Uint32Array;
  slot: number;
  /** The first hour with a read: before it, none was not unusual. */
  first: number;
}

export function openHealth({
  cameras,
  quality,
  settings,
  now = Date.now,
}: HealthOptions): CamerasHealth {
  const all = new Map<string, Seen>();
  function of(camera: string): Seen {
    let seen = all.get(camera);
    if (!seen) {
      seen = {
        ...{ lastRead: 0, lastSign: 0, offsets: [], confidences: [] },
        ...{ minutes: new Uint32Array(HOUR), minute: 0, hours: new Uint32Array(WEEK), slot: 0 },
        first: Infinity,
      };
      all.set(camera, seen);
    }
    return seen;
  }

  /** Empties the minutes that passed since the newest. */
  function turn(seen: Seen, minute: number): void {
    const from = Math.max(seen.minute, minute - HOUR);
    for (let i = from + 1; i <= minute; i += 1) seen.minutes[i % HOUR] = 0;
    seen.minute = Math.max(seen.minute, minute);
  }

  /** Which hour each place of the rings is, as the number of hours since 1970. */
  const learned = new Float64Array(WEEK);

  /** Signs an hour that are usual at this hour of the day; undefined where nothing is known of it. */
  function usualAt({ hours, first }: Seen, ms: number): number | undefined {
    const current = Math.floor(ms / HOUR_MS);
    let [sum, known] = [0, 0];
    for (let days = 1; days <= 7; days += 1) {
      const hour = current - days * 24;
      if (hour < first || learned[hour % WEEK] !== hour) continue;
      sum += hours[hour % WEEK]!;
      known += 1;
    }
    return known === 0 ? undefined : sum / known;
  }

  /** Signs that would have been usual from then to now; infinitely many where nothing is known. */
  function missed(seen: Seen, from: number, until: number): number {
    let sum = 0;
    for (let at = from; at < until;) {
      const end = Math.min(until, at - (at % HOUR_MS) + HOUR_MS);
      const usual = usualAt(seen, at);
      if (usual === undefined) return Infinity;
      sum += (usual * (end - at)) / HOUR_MS;
      at = end;
    }
    return sum;
  }

  /** As the store counted: this hour, and of the one before as much as is left of sixty minutes. */
  function lastHour(hours: Uint32Array, ms: number): number {
    const hour = Math.floor(ms / HOUR_MS);
    const countOf = (one: number) => (learned[one % WEEK] === one ? hours[one % WEEK]! : 0);
    return countOf(hour) + Math.round(countOf(hour - 1) * (1 - (ms % HOUR_MS) / HOUR_MS));
  }

  function healthOf(seen: Seen, judged: number, falseReads: number, ms: number): Health {
    const sign = Math.max(seen.lastSign, seen.lastRead, seen.slot);
    if (sign === 0) return 'never';
    const quiet = ms - sign;
    if (quiet > LONGEST_MS) return 'silent';
    if (quiet > settings.silentMinutes * MINUTE && missed(seen, sign, ms) >= SIGNS) return 'silent';
    const offset = median(seen.offsets);
    if (offset !== undefined && Math.abs(offset) > settings.clockSeconds * 1_000)
      return 'clock-off';
    const confidence = mean(seen.confidences);
    const poor = confidence !== undefined && confidence < settings.poorConfidence;
    if (poor || (judged >= FEW && falseReads / judged > settings.poorFalseReads)) return 'poor';
    return 'ok';
  }

  return {
    sign(camera, at) {
      const seen = of(camera);
      seen.lastSign = Math.max(seen.lastSign, Date.parse(at));
    },
    note({ camera, received, offset, confidence }) {
      const seen = of(camera);
      // By our clock: a camera's own may be off.
      const ms = Date.parse(received);
      const minute = Math.floor(ms / MINUTE);
      seen.lastRead = Math.max(seen.lastRead, ms);
      push(seen.offsets, offset);
      if (confidence !== undefined) push(seen.confidences, confidence);
      turn(seen, minute);
      if (minute > seen.minute - HOUR) seen.minutes[minute % HOUR]! += 1;
    },
    learn(hour, flow) {
      const ms = now();
      const number = Math.floor(hour / HOUR_MS);
      const place = number % WEEK;
      // An hour without any read anywhere: we were down, which tells nothing of cameras.
      learned[place] = flow.length > 0 ? number : 0;
      for (const seen of all.values()) seen.hours[place] = 0;
      for (const { camera, slot, approaching, leaving, unknown } of flow) {
        const [seen, start] = [of(camera), Date.parse(slot)];
        const count = approaching + leaving + unknown;
        seen.hours[place]! += count;
        if (count > 0) seen.first = Math.min(seen.first, number);
        if (count > 0 && start <= ms)
          seen.slot = Math.max(seen.slot, Math.min(ms, start + SLOT_MS));
      }
    },
    all() {
      const ms = now();
      return cameras().map(({ id }): CameraHealth => {
        const seen = of(id);
        turn(seen, Math.floor(ms / MINUTE));
        const { judged, falseReads } = quality(id) ?? { judged: 0, falseReads: 0 };
        const lastRead = Math.max(seen.lastRead, seen.slot);
        const lastSign = Math.max(lastRead, seen.lastSign);
        const [offset, confidence] = [median(seen.offsets), mean(seen.confidences)];
        return {
          ...{ camera: id, health: healthOf(seen, judged, falseReads, ms) },
          ...(lastRead > 0 ? { lastRead: new Date(lastRead).toISOString() } : {}),
          ...(lastSign > 0 ? { lastSign: new Date(lastSign).toISOString() } : {}),
          ...(offset === undefined ? {} : { offset: Math.round(offset) }),
          ...(confidence === undefined ? {} : { confidence }),
          ...{ judged, falseReads },
          readsLastHour: Math.max(
            lastHour(seen.hours, ms),
            seen.minutes.reduce((sum, count) => sum + count, 0),
          ),
        };
      });
    },
  };
}

function push(list: number[], value: number): void {
  list.push(value);
  if (list.length > LAST) list.shift();
}
function median(list: readonly number[]): number | undefined {
  if (list.length < FEW) return undefined;
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
const mean = (list: readonly number[]): number | undefined =>
  list.length < FEW ? undefined : list.reduce((sum, one) => sum + one, 0) / list.length;
