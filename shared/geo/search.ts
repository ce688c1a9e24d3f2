import type { Point } from '../value.ts';
import { boxOf, middleOf, type Box, type GeoFeature } from './feature.ts';
import { plainLetters } from './letters.ts';
import { makeVocabulary, type Vocabulary } from './vocabulary.ts';

/**
 * The gazetteer: every name of the ground, in both languages, found from its first letters, without
 * accents, with a typing error. Built once; pure afterwards.
 */
export interface Gazetteer {
  /** The best places for what was typed, best first, of the kinds that whoever asks may have. */
  find(query: string, limit?: number, may?: (kind: string) => boolean): Hit[];
  size: number;
}

export interface Hit {
  /** Of the thing; a tunnel's portal has the tunnel's, and a name of its own. */
  id: string;
  kind: string;
  nl: string;
  fr: string;
  en: string;
  /** Municipality, where there is one to tell two of the same name apart. */
  in?: { nl: string; fr: string } | undefined;
  point: Point;
  /** What to show of the map, for things that are more than a point. */
  box?: Box | undefined;
}

/** Of two equally well written names, the one that is more often meant stands above. */
const WEIGHT = new Map<string, number>(
  Object.entries({
    municipality: 2,
    'metro-station': 1.9,
    station: 1.9,
    hospital: 1.8,
    tunnel: 1.8,
    portal: 1.7,
    'fire-station': 1.6,
    square: 1.6,
    park: 1.5,
    forest: 1.5,
    'event-ground': 1.5,
    quarter: 1.4,
    building: 1.4,
    'police-station': 1.3,
    ring: 1.3,
    motorway: 1.3,
    axis: 1.2,
    school: 1.1,
    address: 0.6,
    camera: 0.7,
  }),
);

/** What people type for a longer word, in either language. */
const SHORT = new Map<string, string[]>(
  Object.entries({
    st: ['sint', 'saint'],
    ste: ['sainte'],
    av: ['avenue'],
    bd: ['boulevard'],
    bld: ['boulevard'],
    ch: ['chaussee'],
    chee: ['chaussee'],
    pl: ['place', 'plein'],
    gare: ['gare', 'station'],
    stwg: ['steenweg'],
    zkh: ['ziekenhuis'],
    hop: ['hopital'],
  }),
);

const fold = (term: string): string => plainLetters(term).replace(/œ/g, 'oe').replace(/ß/g, 'ss');

/** Apostrophes, hyphens and dots part words: "l'Ouest", "Sint-Gillis", "Gén." */
const tokens = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

interface Doc {
  hit: Hit;
  /** Its words, as places in the vocabulary. */
  words: number[];
  /** Each official name folded, to see when it was typed whole or from its beginning. */
  folded: string[];
  weight: number;
}

export function makeGazetteer(
  features: readonly GeoFeature[],
  placeOf: (point: Point) => { nl: string; fr: string } | undefined = () => undefined,
): Gazetteer {
  const named: { hit: Hit; also: readonly string[] }[] = [];
  for (const feature of features) {
    const { id, kind, nl, fr, en, also = [] } = feature.properties;
    const point = middleOf(feature);
    const place = kind === 'municipality' || kind === 'region' ? undefined : placeOf(point);
    const box = feature.geometry.type === 'Point' ? undefined : boxOf(feature.geometry);
    named.push({ hit: { id, kind, nl, fr, en, point, in: place, box }, also });
    for (const end of portalsOf(feature)) named.push({ hit: end, also });
  }
  const texts = named.map(({ hit, also }) => [hit.nl, hit.fr, ...also].map(tokens));
  const vocabulary = makeVocabulary(texts.flat(2));
  const place = new Map(vocabulary.words.map((word, i) => [word, i]));
  const docs = named
    .map(({ hit }, i): Doc => ({
      hit,
      words: [...new Set(texts[i]!.flat().map((word) => place.get(word)!))],
      folded: texts[i]!.map((words) => words.join(' ')),
      weight: WEIGHT.get(hit.kind) ?? 1,
    }))
    // The weightier and shorter first: where too many fit, these are looked at.
    .sort((a, b) => b.weight - a.weight || a.hit.nl.length - b.hit.nl.length);
  const bearers: number[][] = vocabulary.words.map(() => []);
  docs.forEach(({ words }, i) => words.forEach((word) => bearers[word]!.push(i)));
  return {
    size: docs.length,
    find: (query, limit = 12, may = () => true) =>
      find({ docs, bearers, vocabulary, may }, query, limit),
  };
}

interface Index {
  docs: readonly Doc[];
  /** Per word: the names that have it, as places in `docs`. */
  bearers: readonly (readonly number[])[];
  vocabulary: Vocabulary;
  may(kind: string): boolean;
}
/** Per typed word: the words that it may mean, and how well. */
type Meanings = Map<number, number>[];

/** Names looked at in full for one question: a few milliseconds. */
const LOOKED_AT = 3_000;

function find(index: Index, query: string, limit: number): Hit[] {
  const typed = tokens(query.slice(0, 100)).slice(0, 8);
  if (typed.length === 0) return [];
  const exactly = typed.map((word) => meaningsOf(word, index.vocabulary, false));
  let found = rank(index, exactly, typed, exactly.length);
  if (found.length < limit) {
    // Roughly, where what was typed has no or few bearers.
    const roughly = typed.map((word, i) =>
      exactly[i]!.size > 0 && found.length > 0
        ? exactly[i]!
        : new Map([...meaningsOf(word, index.vocabulary, true), ...exactly[i]!]),
    );
    found = rank(index, roughly, typed, roughly.length);
    // Nothing has all the words: what has most of them.
    if (found.length === 0 && typed.length > 1)
      found = rank(index, roughly, typed, typed.length - 1);
  }
  return found.slice(0, limit).map(({ doc }) => doc.hit);
}

function meaningsOf(word: string, vocabulary: Vocabulary, roughly: boolean): Map<number, number> {
  const own = roughly ? vocabulary.matchRoughly(word) : vocabulary.match(word);
  if (roughly) return own;
  for (const long of SHORT.get(word) ?? [])
    for (const [place, quality] of vocabulary.match(long)) own.set(place, Math.max(0.9, quality));
  return own;
}

/** How well the best of a name's words fits what was typed; 0 when none does. */
function bestOf(meant: ReadonlyMap<number, number>, words: readonly number[]): number {
  let best = 0;
  for (const word of words) {
    const quality = meant.get(word);
    if (quality !== undefined && quality > best) best = quality;
  }
  return best;
}

/** Names that have at least `least` of the typed words, the best first. */
function rank(
  { docs, bearers, may }: Index,
  meanings: Meanings,
  typed: readonly string[],
  least: number,
): { doc: Doc; score: number }[] {
  const whole = typed.join(' ');
  const size = (meant: Map<number, number>) =>
    [...meant.keys()].reduce((sum, word) => sum + bearers[word]!.length, 0);
  const bySize = meanings
    .map((meant) => ({ meant, size: size(meant) }))
    .sort((a, b) => a.size - b.size);
  // Whoever has `least` of the words has one of these; the rarest are looked at.
  const pivots = bySize.slice(0, meanings.length - least + 1);
  const seen = new Set<number>();
  const found: { doc: Doc; score: number }[] = [];
  for (const { meant } of pivots)
    for (const [word] of [...meant].sort((a, b) => b[1] - a[1]))
      for (const i of bearers[word]!) {
        if (seen.size >= LOOKED_AT) break;
        if (seen.has(i)) continue;
        seen.add(i);
        const doc = docs[i]!;
        if (!may(doc.hit.kind)) continue;
        let [score, had] = [0, 0];
        for (const each of meanings) {
          const quality = bestOf(each, doc.words);
          score += quality;
          if (quality > 0) had++;
        }
        if (had >= least) found.push({ doc, score: score * doc.weight * closeness(doc, whole) });
      }
  return found.sort((a, b) => b.score - a.score || a.doc.hit.nl.length - b.doc.hit.nl.length);
}

/** A name that is exactly what was typed, or begins with it, is meant before one that has it inside. */
function closeness({ folded }: Doc, typed: string): number {
  if (folded.includes(typed)) return 6;
  if (folded.some((name) => name.startsWith(typed))) return 3;
  return folded.some((name) => name.includes(` ${typed}`)) ? 1.5 : 1;
}

interface End {
  id: string;
  name: { nl: string; fr: string };
  at: Point;
}

/** "Annie Cordy tunnel, Koekelberg end": each portal is a place of its own. */
function portalsOf({ properties }: GeoFeature): Hit[] {
  const ends = (properties['ends'] ?? []) as End[];
  return ends.map(({ name, at }) => {
    const nl = `${properties.nl}, ${name.nl}`;
    const fr = `${properties.fr}, ${name.fr}`;
    const en = name.nl === name.fr ? `${properties.en}, ${name.nl}` : `${nl} / ${fr}`;
    return { id: properties.id, kind: 'portal', nl, fr, en, point: at };
  });
}
