import type { ListDifference, ListEntry } from '../../../shared/anpr/list.ts';
import { blockOf, entryOf, idOf, LINE, linesOf } from './line.ts';

/** A list as it is to be, held against the one that stands, a few blocks at a time. */
export type Counts = Pick<ListDifference, 'added' | 'changed' | 'removed' | 'same' | 'sample'>;

export interface Compared extends Counts {
  /** Blocks whose text is another than before; all where their number is another. */
  written: { block: number; text: string }[];
}

/** Of each kind, as many are shown. */
const SHOWN = 50;

export const emptyCounts = (): Counts => ({
  ...{ added: 0, changed: 0, removed: 0, same: 0 },
  sample: { added: [], removed: [], changed: [] },
});

/** The lines of each block, in order of their plates. */
export function inBlocks(lines: readonly string[], blocks: number): string[][] {
  const all = Array.from({ length: blocks }, (): string[] => []);
  for (const line of lines) all[blockOf(idOf(line), blocks)]!.push(line);
  for (const some of all) some.sort();
  return all;
}

/** `before`: text of a standing block; of `beforeBlocks`, a power of two as `after.length` is. */
export function compare(
  after: readonly (readonly string[])[],
  before: (block: number) => string,
  beforeBlocks: number,
): Compared {
  const compared: Compared = { ...emptyCounts(), written: [] };
  const groups = Math.min(after.length, beforeBlocks);
  // Where one has more blocks, those with the same low bits hold what one block of the other does.
  const fitting = (group: number, of: number) =>
    Array.from({ length: of / groups }, (_, i) => group + i * groups);
  for (let group = 0; group < groups; group++) {
    const texts = fitting(group, after.length).map((block) => ({
      ...{ block, lines: after[block]! },
      text: after[block]!.join(LINE),
    }));
    const old = fitting(group, beforeBlocks).map(before);
    if (after.length === beforeBlocks && texts[0]!.text === old[0]) {
      compared.same += texts[0]!.lines.length;
      continue;
    }
    compareGroup(
      compared,
      texts.flatMap(({ lines }) => lines),
      old.flatMap(linesOf),
    );
    for (const { block, text } of texts) compared.written.push({ block, text });
  }
  return compared;
}

function compareGroup(into: Counts, after: readonly string[], before: readonly string[]): void {
  const old = new Map(before.map((line) => [idOf(line), line]));
  const { sample } = into;
  const show = <T>(list: T[], make: () => T) => void (list.length < SHOWN && list.push(make()));
  if (old.size === 0) {
    into.added += after.length;
    for (const line of after.slice(0, SHOWN)) show(sample.added, () => entryOf(line));
    return;
  }
  for (const line of after) {
    const id = idOf(line);
    const was = old.get(id);
    old.delete(id);
    if (was === line) into.same += 1;
    else if (was === undefined) {
      into.added += 1;
      show(sample.added, () => entryOf(line));
    } else {
      into.changed += 1;
      show(sample.changed, (): { before: ListEntry; after: ListEntry } => ({
        before: entryOf(was),
        after: entryOf(line),
      }));
    }
  }
  for (const line of old.values()) {
    into.removed += 1;
    show(sample.removed, () => entryOf(line));
  }
}
