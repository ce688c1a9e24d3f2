import type { HotList } from '../../shared/anpr/list.ts';
import type { Hit } from '../../shared/anpr/match.ts';
import type { PlateRead } from '../../shared/anpr/read.ts';

/**
 * Holds a read against all lists that count. An index is typed arrays that a worker thread made, handed
 * over without a copy, so that a list of a million is swapped in one step.
 */
export interface Matcher {
  /** Hits, the likeliest first, at most one per list and entry. Synchronous: a few microseconds without a hit. */
  match(read: PlateRead, counts: (list: HotList) => boolean): Hit[];
  /** Takes this version of the list into use in place of the one before. */
  use(list: HotList, version: number, index: ListIndex): void;
  /** Its thresholds, window or controllers changed, its entries did not. */
  redefine(list: HotList): void;
  /** A few entries changed since the index was built: looked at before it, until the next `use`. */
  patch(list: string, version: number, patch: ListPatch): void;
  drop(list: string): void;
}

/** What the matcher needs of an entry. */
export interface Indexed {
  id: string;
  /** As the list writes it. */
  plate: string;
  country?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
}
export interface ListPatch {
  put: readonly Indexed[];
  remove: readonly string[];
}

/** Transferable: only array buffers and numbers inside (`server/anpr/index/build.ts` makes it). */
export interface ListIndex {
  entries: number;
  buffers: Record<string, ArrayBuffer>;
}
