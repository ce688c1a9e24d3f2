import { OrderedMap } from 'immutable';
import { v7 as uuid } from 'uuid';
import type { AccessRow } from '../../shared/anpr/lookback.ts';
import type { Actor, Entry, Event, SeenEntry } from '../../shared/entry.ts';
import { refuse, type Refusal } from '../../shared/refusal.ts';
import { accept, reject } from '../../shared/subject.ts';
import type { Commit } from '../commit.ts';
import type { Log } from '../log/log.ts';
import type { Model } from '../model.ts';

/**
 * Who looked at what, and why (Directive 2016/680 art. 25): a space of its own in the log, `anpr-access`,
 * so durable, append-only, chained, the same on every process, and in every backup and `belfry verify`. No
 * console can join it. It holds no plate: a fingerprint, and for a day or two, sealed, what an export needs.
 */
export const ACCESS = 'anpr-access';

export type NewRow = Omit<AccessRow, 'id' | 'seq' | 'at' | 'actor'>;

/** A look whose rows can still be exported, or one that was refused; for counting too. */
export interface RecentLook {
  who: string;
  at: string;
  row: NewRow;
  sealed?: string | undefined;
}
export interface Access {
  recent: OrderedMap<string, RecentLook>;
  /** When a deletion was recorded last. */
  deleted: string;
}

export const LOOK_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const TYPE = 'access.recorded';

const since = (at: string, ms: number): string => new Date(Date.parse(at) - ms).toISOString();

function evolve(state: Access, { data, id }: Event, { at, actor }: SeenEntry): Access {
  const { sealed, ...row } = data as unknown as NewRow & { sealed?: string };
  if (row.what === 'deletion') return { ...state, deleted: at };
  if (row.what !== 'look' && row.what !== 'refused') return state;
  let { recent } = state;
  const over = since(at, LOOK_MS);
  for (const [old, look] of recent) {
    if (look.at >= over) break;
    recent = recent.delete(old);
  }
  return { ...state, recent: recent.set(id, { who: actor.id, at, row, sealed }) };
}

export const accessModel: Model<Access> = {
  initial: { recent: OrderedMap(), deleted: '' },
  reduce: (state, entry) => entry.events.reduce((next, event) => evolve(next, event, entry), state),
  shape: 'access-1',
  toText: ({ recent, deleted }) => JSON.stringify({ recent: [...recent], deleted }),
  fromText(text) {
    const { recent, deleted } = JSON.parse(text) as {
      recent: [string, RecentLook][];
      deleted: string;
    };
    return { recent: OrderedMap(recent), deleted };
  },
};

export interface AccessFilter {
  /** Account, or a part of the name. */
  actor?: string | undefined;
  what?: AccessRow['what'] | undefined;
  case?: string | undefined;
  fingerprint?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
  /** Rows before this number. */
  before?: number | undefined;
  limit: number;
}
export type Recorded = { ok: true; rows: AccessRow[] } | { ok: false; refusal: Refusal };

export interface AccessLog {
  /** Written, durably, before anything is given: where it cannot be, nothing is. One entry for all rows. */
  record(actor: Actor, rows: readonly NewRow[], sealed?: string): Promise<Recorded>;
  /** A look of the last day, and of this person. */
  look(id: string, who: string): RecentLook | undefined;
  /** How often somebody looked, or tried to, in the hour before now. */
  looked(who: string): number;
  lastDeletion(): string;
  /** Newest first. `next`: where to go on when not all of the log was looked through. */
  rows(filter: AccessFilter): Promise<{ rows: AccessRow[]; more: boolean; next?: number }>;
}

export interface AccessOptions {
  commit: Commit<Access>;
  log: Log;
  /** Looks of one person in an hour. */
  perHour: number;
  now?: () => number;
}

const PAGE = 1_000;
/** Entries looked through for one answer. */
const MOST = 100_000;

export function openAccess({ commit, log, perHour, now = Date.now }: AccessOptions): AccessLog {
  const lookedIn = ({ recent }: Access, who: string, at: string): number => {
    const from = since(at, HOUR_MS);
    // The looks at what came before an alert, without a purpose of their own, go with the work on it.
    return recent.count(({ who: by, at: then, row }) => by === who && then >= from && isAsked(row));
  };
  const iso = () => new Date(now()).toISOString();

  return {
    async record(actor, rows, sealed) {
      const ids = rows.map(() => uuid());
      const events = rows.map((row, i) => ({
        ...{ type: TYPE, v: 1, id: ids[i]! },
        data: { ...row, ...(sealed === undefined ? {} : { sealed }) },
      }));
      const outcome = await commit.submit({
        ...{ id: ids[0]!, type: 'access.record', actor },
        decide(state, at) {
          const looks = rows.some((row) => row.what === 'look' && isAsked(row));
          return looks && lookedIn(state, actor.id, at) >= perHour
            ? reject(refuse('look-too-many', undefined, { count: perHour }))
            : accept(...events);
        },
      });
      if (!outcome.ok) return outcome;
      if (!outcome.entry) return { ok: false, refusal: refuse('internal') };
      return { ok: true, rows: rowsOf(outcome.entry) };
    },
    look(id, who) {
      const look = commit.now().state.recent.get(id);
      return look?.who === who && look.row.what === 'look' ? look : undefined;
    },
    looked: (who) => lookedIn(commit.now().state, who, iso()),
    lastDeletion: () => commit.now().state.deleted,
    async rows(filter) {
      const { before = Infinity, limit } = filter;
      const found: AccessRow[] = [];
      let end = Math.min(before - 1, commit.now().seq);
      const last = Math.max(0, end - MOST);
      while (end > last) {
        const start = Math.max(last, end - PAGE);
        const entries = await log.read(ACCESS, start, end - start);
        for (const entry of entries.reverse()) {
          if (filter.from !== undefined && entry.at < filter.from)
            return { rows: found, more: false };
          // An entry's rows stay together: the next page goes on by its number.
          if (found.length >= limit) return { rows: found, more: true };
          found.push(...rowsOf(entry).filter((row) => fits(row, filter)));
        }
        end = start;
        await new Promise(setImmediate);
      }
      return last > 0 ? { rows: found, more: true, next: last + 1 } : { rows: found, more: false };
    },
  };
}

const isAsked = ({ purpose }: NewRow): boolean => purpose !== undefined;

function rowsOf({ seq, at, actor, events }: SeenEntry | Entry): AccessRow[] {
  return events.map(({ id, data }) => {
    const { sealed: _sealed, ...row } = data as unknown as NewRow & { sealed?: string };
    return { id, seq, at, actor, ...row };
  });
}

function fits(row: AccessRow, filter: AccessFilter): boolean {
  const { actor, what, fingerprint, until } = filter;
  const same = (name: string) => name.toLowerCase().includes(actor!.toLowerCase());
  return (
    (actor === undefined || row.actor.id === actor || same(row.actor.name)) &&
    (what === undefined || row.what === what) &&
    (filter.case === undefined || row.case === filter.case) &&
    (fingerprint === undefined || row.fingerprint === fingerprint) &&
    (until === undefined || row.at < until)
  );
}
