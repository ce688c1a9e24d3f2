import type { HotList } from '../../../shared/anpr/list.ts';

/**
 * Where hot lists are kept, beside the log: their entries would be in it for ever. One contract, two stores:
 * a file of SQLite, Redis. A list is cut into blocks of some hundred entries, each packed and encrypted
 * (`block.ts`); a version has of every block the newest that is not newer than itself. So an edit of
 * one entry in a million writes one block, and any version that is kept can be asked.
 */
export interface ListStore {
  /** The newest version of every list. */
  heads(): Promise<Version[]>;
  /** Versions after this one, in order. */
  since(list: string, after: number): Promise<Version[]>;
  version(list: string, version: number): Promise<Version | undefined>;
  block(of: Version, block: number): Promise<Kept | undefined>;
  /** All blocks of a version, in order. */
  blocks(of: Version): AsyncIterable<Kept>;
  /**
   * Adds a version with the blocks that it changes, whole or not at all. False when its list has another
   * newest version than the one before it. Throws `LogUnavailable`.
   */
  write(row: Version, blocks: Iterable<Kept>): Promise<boolean>;
  /** Blocks under another key than this one… */
  under(list: string, otherThan: string): AsyncIterable<Kept>;
  /** …kept anew: all blocks of the list are under this key then. */
  replace(list: string, blocks: readonly Kept[], key: string): Promise<void>;
  /** Removes versions that are not among these, with the blocks that no version among these has. */
  tidy(list: string, keep: ReadonlySet<number>): Promise<Tidied>;
  /** Names of the keys that its blocks are under. */
  keys(list: string): Promise<string[]>;
  close(): Promise<void>;
}

/** A version of a list, its definition of then included. Nothing of its entries. */
export interface Version {
  list: HotList;
  version: number;
  entries: number;
  /** Number of blocks. */
  blocks: number;
  added: number;
  changed: number;
  removed: number;
  at: string;
  by: string;
  /** `whole`: an import. Other processes then read it anew; else they take over `change`. */
  kind: 'whole' | 'entries' | 'definition';
  /** Of `entries`: lines that were put and ids that were removed, kept like a block, base64. */
  change?: { key: string; sealed: string } | undefined;
}

export interface Kept {
  block: number;
  /** Version that wrote it. */
  since: number;
  /** Name of its key in the vault. */
  key: string;
  bytes: Uint8Array;
}

export interface Tidied {
  versions: number;
  blocks: number;
}

/** What of the blocks is still needed: `of` one block number, the versions that wrote it, in order. */
export function needless(
  sinces: readonly number[],
  block: number,
  kept: readonly Pick<Version, 'version' | 'blocks'>[],
): number[] {
  return sinces.filter((since, i) => {
    const next = sinces[i + 1] ?? Infinity;
    return !kept.some((one) => one.version >= since && one.version < next && block < one.blocks);
  });
}
