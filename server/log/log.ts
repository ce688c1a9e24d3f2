import type { Entry } from '../../shared/entry.ts';

/**
 * The log: the only thing in Belfry that must never forget. Two implementations (`sqlite.ts`,
 * `redis.ts`) stand behind this interface and pass the same suite, `test/log.contract.ts`.
 *
 * Entries of a space are numbered 1, 2, 3… without a gap. A promise of `append` that resolves with
 * `ok` means that the entries are on disk (fdatasync), not in a buffer.
 */
export interface Log {
  /** The last entry's number and hash; `{ seq: 0, hash: '' }` for a space that is empty. */
  head(space: string): Promise<Head>;

  /**
   * Writes a group of entries, all or none, durably, if the head still is `expectedSeq`.
   * `entries[i].seq` must be `expectedSeq + 1 + i` (a bug otherwise: throws).
   */
  append(space: string, expectedSeq: number, entries: readonly Entry[]): Promise<Appended>;

  /** At most `limit` entries after number `after`, in order. Throws `LogUnavailable`. */
  read(space: string, after: number, limit: number): Promise<Entry[]>;

  /** Which of these command ids were written before, and as which entry. Throws `LogUnavailable`. */
  find(space: string, commandIds: readonly string[]): Promise<Map<string, number>>;

  /**
   * Calls `onEntries` with every entry after `after`, in order, as they become durable, whichever
   * process wrote them. Never gives up: when the log cannot be reached it retries and says so.
   */
  tail(space: string, after: number, onEntries: (entries: Entry[]) => void): Tail;

  /** Names of the spaces that hold at least one entry. */
  spaces(): Promise<string[]>;

  /** A shortcut for a cold start: the fold up to `seq`. A cache, never the truth; one is kept per space. */
  saveSnapshot(space: string, snapshot: Snapshot): Promise<void>;
  loadSnapshot(space: string): Promise<Snapshot | undefined>;

  close(): Promise<void>;
}

export interface Head {
  seq: number;
  hash: string;
}

export type Appended =
  | { ok: true }
  /** Another process was first; `head` is where the log stands now. */
  | { ok: false; reason: 'conflict'; head: number }
  /** Disk or memory full: nothing was written, reading goes on. */
  | { ok: false; reason: 'full'; message: string }
  /** The log did not answer: it may or may not have been written (look with `find`). */
  | { ok: false; reason: 'unavailable'; message: string };

export interface Tail {
  /** True while the log answered within the last two seconds: only then may a screen be called live. */
  fresh(): boolean;
  stop(): Promise<void>;
}

export interface Snapshot {
  seq: number;
  /** Hash of entry `seq`: a snapshot whose hash is not the log's is thrown away. */
  hash: string;
  /** Names the code that made it: another shape of state means folding anew. */
  shape: string;
  /** JSON text. */
  state: string;
}

/** Reading failed because the log cannot be reached or is damaged; the caller may try again. */
export class LogUnavailable extends Error {
  override name = 'LogUnavailable';
}
