import type { HotList } from '../../shared/anpr/list.ts';
import type { Matcher } from '../../server/anpr/matcher.ts';

/** A matcher that writes down what it is given. */
export interface HotListUse extends Pick<Matcher, 'use' | 'patch' | 'redefine'> {
  /** By list: what stands, how many entries its index has, and the edits since. */
  held: Map<
    string,
    { list: HotList; version: number; entries: number; put: string[]; removed: string[] }
  >;
}

export function openUse(): HotListUse {
  const held: HotListUse['held'] = new Map();
  return {
    held,
    use(list, version, { entries }) {
      held.set(list.id, { list, version, entries, put: [], removed: [] });
    },
    redefine(list) {
      held.get(list.id)!.list = list;
    },
    patch(list, version, { put, remove }) {
      const one = held.get(list)!;
      one.version = version;
      one.put.push(...put.map(({ plate }) => plate));
      one.removed.push(...remove);
    },
  };
}
