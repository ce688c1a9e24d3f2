import { codesOf, readingOf, type Reading } from '../../../shared/anpr/channel.ts';
import { presence } from '../../../shared/anpr/format.ts';
import type { HotList } from '../../../shared/anpr/list.ts';
import type { Hit } from '../../../shared/anpr/match.ts';
import { differences, score, type Candidate, type Scored } from '../../../shared/anpr/score.ts';
import type { Indexed, Matcher } from '../matcher.ts';
import { buildIndex } from './build.ts';
import { openIndex, type View } from './view.ts';

interface Held {
  list: HotList;
  version: number;
  base: View;
  /** What was put since the index was built, by id, indexed too; and what of the index does not count any more. */
  put: Map<string, Indexed>;
  over: View | undefined;
  gone: Set<string>;
}
interface Place {
  held: Held;
  id: string;
  plate: string;
}

/** Whoever sees hits of the one list sees the other list too. */
const sees = (one: Place, other: Place): boolean =>
  other.held.list.restrictions.every((word) => one.held.list.restrictions.includes(word));

/**
 * Looks reads up in the indexes of all lists that count and scores what they may be (`shared/anpr/score.ts`),
 * against the candidates of all of them together. A read that is no listed plate costs a few lookups: it
 * is followed further only where the chance of a hit could reach a list's threshold at all.
 */
export function openMatcher(): Matcher {
  const lists = new Map<string, Held>();

  /** All candidates of a list with at least this likelihood. */
  function gather(
    held: Held,
    reading: Reading,
    at: number,
    least: number,
    cut: boolean,
    into: Candidate<Place>[],
  ) {
    const views = held.over ? [held.base, held.over] : [held.base];
    for (const view of views) {
      const hidden = view === held.base && held.gone.size > 0 ? held.gone : undefined;
      const take = (first: number, likelihood: number): void => {
        const plate = view.plate(first);
        const other = reading.alternatives.get(plate) ?? 0;
        for (const entry of view.entriesOf(first)) {
          const id = view.id(entry);
          if (hidden?.has(id)) continue;
          const counts = view.valid(entry, at);
          const country = view.country(entry);
          const of = { held, id, plate };
          into.push({ plate, country, likelihood: Math.max(likelihood, other), counts, of });
        }
      };
      const exact = view.exact(reading.codes);
      if (exact >= 0) take(exact, 1);
      const met: string[] = [];
      view.kin(reading, least, cut, (entry, likelihood) => {
        met.push(view.plate(entry));
        take(entry, likelihood);
      });
      for (const [plate, likelihood] of reading.alternatives) {
        if (likelihood < least || met.includes(plate)) continue;
        const entry = view.exact(codesOf(plate));
        if (entry >= 0) take(entry, likelihood);
      }
    }
  }

  function hitOf(reading: Reading, { of, how, probability, others, doubts }: Scored<Place>): Hit {
    const { held, id, plate } = of;
    const certain = how === 'exact' && doubts.length === 0 && probability >= held.list.certainFrom;
    return {
      list: held.list.id,
      version: held.version,
      entry: id,
      how,
      probability,
      certainty: certain ? 'certain' : 'possible',
      differences: differences(reading.plate, plate),
      others,
      ...(doubts.length > 0 ? { doubts } : {}),
    };
  }

  return {
    match(read, counts) {
      const counting: Held[] = [];
      let lowest = 0.99;
      for (const held of lists.values())
        if (counts(held.list)) {
          counting.push(held);
          lowest = Math.min(lowest, held.list.possibleFrom);
        }
      if (counting.length === 0) return [];
      const { plate: raw, confidence, characters, alternatives, country } = read;
      const reading = readingOf({ raw, confidence, characters, alternatives, country });
      if (!reading) return [];
      const at = Date.parse(read.at);
      // A plate that is on no list bears most reads: what it leaves of the chance, a neighbour needs at least.
      const least = (presence(reading.plate, reading.claim) * lowest) / (1 - lowest);
      const first: Candidate<Place>[] = [];
      for (const held of counting) gather(held, reading, at, least, false, first);
      if (!first.some(({ counts: valid }) => valid)) return [];
      const all: Candidate<Place>[] = [];
      const listed = first.some(({ plate }) => plate === reading.plate);
      for (const held of counting) gather(held, reading, at, 0, listed, all);
      return score(reading, all, lowest, sees)
        .filter(({ of, probability }) => probability >= of.held.list.possibleFrom)
        .map((scored) => hitOf(reading, scored));
    },
    use(list, version, index) {
      const base = openIndex(index);
      const [put, gone] = [new Map<string, Indexed>(), new Set<string>()];
      lists.set(list.id, { list, version, base, put, over: undefined, gone });
    },
    redefine(list) {
      const held = lists.get(list.id);
      if (held) held.list = list;
    },
    patch(list, version, { put, remove }) {
      const held = lists.get(list);
      if (!held) return;
      for (const id of remove) {
        held.gone.add(id);
        held.put.delete(id);
      }
      for (const entry of put) {
        held.gone.add(entry.id);
        held.put.set(entry.id, entry);
      }
      held.version = version;
      held.over = held.put.size > 0 ? openIndex(buildIndex(held.put.values())) : undefined;
    },
    drop: (list) => void lists.delete(list),
  };
}
