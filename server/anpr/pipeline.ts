import type { AnprCamera } from '../../shared/anpr/camera.ts';
import type { HotList, ListEntry } from '../../shared/anpr/list.ts';
import type { Hit } from '../../shared/anpr/match.ts';
import type { Crop, Passed, PlateRead } from '../../shared/anpr/read.ts';
import type { State } from '../../shared/folds.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { openAlertOf } from '../../shared/subject/anpr/select.ts';
import type { Open } from '../../shared/subject/anpr/schema.ts';
import type { Who } from '../auth/auth.ts';
import type { Commit } from '../commit.ts';
import type { Gate } from '../gate.ts';
import type { Matcher } from './matcher.ts';
import type { AlertPictures, ReadStore } from './store.ts';
import type { Vault } from './vault.ts';

/**
 * From a read to an alert: it is stored and held against the lists in the same moment. A hit becomes a
 * command whose id follows from read and list entry, so that a read that is sent again, or to another
 * process, raises nothing twice.
 */
export interface PipelineOptions {
  commit: Commit<State>;
  gate: Gate;
  /** The system's own hand. */
  who: Who;
  reads: ReadStore;
  pictures: AlertPictures;
  vault: Vault;
  matcher: Matcher;
  lists: {
    definition(list: string): HotList | undefined;
    counts(list: HotList, at: string, isOpen: (incident: string) => boolean): boolean;
    entry(list: string, version: number, id: string): Promise<ListEntry | undefined>;
  };
  camera(id: string): AnprCamera | undefined;
  /** Told of every read: health of its camera. */
  note(read: PlateRead): void;
  /** Told of a passage that became or joined an alert. */
  onPassage?: (alert: string) => void;
  now?: () => number;
}

export interface Pipeline {
  /** Durable when it resolves, in the order given; an alert that follows is on the screens by then. */
  take(passed: readonly Passed[]): Promise<('taken' | 'known' | Refusal)[]>;
}

/** The law's longest retention: 12 months. Alerts are erased earlier, by their list's own period. */
const LONGEST_MS = 365 * 86_400_000;

export function openPipeline(options: PipelineOptions): Pipeline {
  const { commit, gate, who, reads, pictures, vault, matcher, lists, camera, note } = options;
  const { onPassage, now = Date.now } = options;
  const { space } = commit;
  /** Alerts that are on their way into the log: list and entry → alert. */
  const coming = new Map<string, string>();

  const isOpen = (incident: string): boolean => {
    const row = commit.now().state.incident.incidents.get(incident);
    return row !== undefined && row.status !== 'closed';
  };

  async function raise(read: PlateRead, crop: Crop | undefined, hit: Hit): Promise<void> {
    const list = lists.definition(hit.list);
    const entry = await lists.entry(hit.list, hit.version, hit.entry);
    const from = camera(read.camera);
    if (!list || !entry || !from) return;
    // Ids of entries are made of plates where the source has none: in the log stands a fingerprint.
    const key = vault.fingerprint(`${list.id} ${entry.id}`);
    const id = `anpr-${vault.fingerprint(`${read.id} ${list.id} ${entry.id}`)}`;
    const known =
      openAlertOf(commit.now().state.anpr, list.id, key, list.restrictions)?.id ?? coming.get(key);
    const alert = known ?? id;
    if (!known) coming.set(key, id);
    try {
      const expires = new Date(now() + LONGEST_MS).toISOString();
      const sealed = await vault.seal(`alert:${alert}`, expires, openOf(read, hit, entry));
      // An id that was made of camera, time and plate would tell the plate to who tries them all.
      const name = vault.fingerprint(`read ${read.id}`);
      if (crop) await pictures.put(alert, name, crop, expires);
      const { course, point } = movement(read, from);
      const { restrictions, category, priority, covert, persons, retentionDays, convoy } = list;
      const passed = await gate.submitChecked(who, space, {
        id,
        type: 'anpr.raise',
        data: {
          ...{ list: list.id, version: hit.version, entry: key },
          ...{ category, priority, covert, persons, retentionDays, convoy, restrictions },
          pass: {
            ...{ read: name, camera: read.camera, point, at: read.at },
            ...(read.direction ? { direction: read.direction } : {}),
            ...(course === undefined ? {} : { course }),
            ...(read.speed === undefined ? {} : { speed: read.speed }),
            ...{ certainty: hit.certainty, probability: hit.probability },
            ...{ picture: crop !== undefined, sealed },
          },
        },
      });
      if (!passed.ok) throw new RaiseRefused(passed.refusal);
      if (passed.changed && list.convoy) onPassage?.(alert);
      // Joined another one, or silenced by what was settled: what was sealed for it is nobody's.
      if (alert === id && !commit.now().state.anpr.alerts.has(id)) {
        await vault.forget([`alert:${id}`]);
        await pictures.forget([id]);
      }
    } finally {
      if (coming.get(key) === id) coming.delete(key);
    }
  }

  async function raiseAll(passed: readonly Passed[]): Promise<void> {
    const raised: Promise<void>[] = [];
    for (const { read, crop } of passed) {
      note(read);
      const controller = camera(read.camera)?.controller ?? '';
      const hits = matcher.match(
        read,
        (list) =>
          list.controllers.includes(controller) && lists.counts(list, read.received, isOpen),
      );
      for (const hit of hits) raised.push(raise(read, crop, hit));
    }
    await Promise.all(raised);
  }

  return {
    async take(passed) {
      const [stored] = await Promise.all([reads.put(passed), raiseAll(passed)]);
      return stored;
    },
  };
}

/** The log refused an alert: the whole batch is sent again by who sent it. */
export class RaiseRefused extends Error {
  override name = 'RaiseRefused';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

function openOf(read: PlateRead, hit: Hit, entry: ListEntry): Open {
  const { kind, colour, make } = read.vehicle ?? {};
  const seen = [colour, make, kind].filter((one) => one !== undefined).join(' ');
  const { reason, instruction, vehicle, reference } = entry;
  return {
    ...{ raw: read.raw, plate: read.plate, listed: entry.plate, reason },
    ...(read.country ? { country: read.country } : {}),
    ...(instruction ? { instruction } : {}),
    ...(vehicle ? { vehicle } : {}),
    ...(reference ? { reference } : {}),
    ...(seen ? { seen } : {}),
    ...(hit.doubts?.length ? { doubts: [...hit.doubts] } : {}),
    differences: hit.differences,
  };
}

/** Where it was, and which way it went: towards the camera is against where that one looks. */
export function movement(read: PlateRead, from: AnprCamera) {
  const { heading } = from;
  const point = read.point ?? from.point;
  if (heading === undefined || read.direction === undefined) return { point };
  const course = (read.direction === 'approaching' ? heading + 180 : heading) % 360;
  return { point, course };
}
