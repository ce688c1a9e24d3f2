import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { matchPlate, type PlateMatch } from '../../shared/anpr/match-plate.ts';
import { misread } from '../../shared/anpr/misread.ts';
import { presence } from '../../shared/anpr/format.ts';
import type { Random } from '../fake/random.ts';

/** A plate as it is, and as an engine read it ('' where it read none). */
export interface Pair {
  truth: string;
  read: string;
}

const PAIRS = fileURLToPath(
  new URL('../../../shared/fixtures/plates/pairs-us.csv', import.meta.url),
);
/** Real pairs, where they are; undefined elsewhere. Not part of the repository. */
export function readPairs(): Pair[] | undefined {
  if (!existsSync(PAIRS)) return undefined;
  const [, ...lines] = readFileSync(PAIRS, 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => {
    const [, , truth = '', read = ''] = line.split(',');
    return { truth, read };
  });
}

const SYMBOLS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Shapes of what passes in Brussels, with how often in 10,000. */
const TRAFFIC: readonly (readonly [shape: string, often: number])[] = [
  ...([
    ['9AAA999', 5_600],
    ['AAAA999', 1_450],
    ['AAA999', 1_060],
    ['999AAA', 580],
  ] as const),
  ...([
    ['AA999AA', 500],
    ['AA9999', 190],
    ['AA99AAA', 195],
    ['AAAAA999', 117],
  ] as const),
  ...([
    ['AAA99A', 72],
    ['A99AAA', 53],
    ['AAAA99', 50],
    ['99AAAA', 37],
    ['9AA999', 15],
  ] as const),
  ...([
    ['AAAA9999', 45],
    ['AAA9999', 18],
    ['9AAA99', 6],
    ['9999AAA', 75],
  ] as const),
];
const DRAWS = TRAFFIC.reduce((sum, [, often]) => sum + often, 0);

/** A plate of a shape, as often as such plates are on the road. */
function plateOf(shape: string, random: Random): string {
  for (let tries = 0; ; tries++) {
    const plate = shape.replace(
      /./g,
      (sort) => SYMBOLS[sort === '9' ? random.int(0, 10) : random.int(10, 36)] ?? '',
    );
    if (random() < presence(plate) / 0.36 || tries > 10_000) return plate;
  }
}
/** A plate of the Belgian series of 2010. */
export const belgian = (random: Random): string => plateOf('9AAA999', random);
/** A plate of the traffic in Brussels: three in four are Belgian. */
export function passing(random: Random): string {
  let left = random.int(0, DRAWS);
  const [shape] = TRAFFIC.find(([, often]) => (left -= often) < 0) ?? ['9AAA999'];
  return plateOf(shape, random);
}

/** Plates from which a text could have been read by one mistake, and the text itself. */
function* around(text: string): Generator<string> {
  yield text;
  for (let i = 0; i <= text.length; i++) {
    const [before, from, after] = [text.slice(0, i), text.slice(i), text.slice(i + 1)];
    for (const symbol of SYMBOLS) {
      yield before + symbol + from;
      if (i < text.length) yield before + symbol + after;
    }
    if (i < text.length) yield before + after;
  }
}

/** A listed plate, and whether it is the one that passed. */
interface Listed {
  id: string;
  plate: string;
}

/**
 * A pass in a world where vehicles on no list are as many as the formats say: the vehicle passes, was read
 * so, and every other plate from which that could have been read exists by its chance; of all that
 * exist a share is on the list.
 */
export function passInWorld(
  { truth, read }: Pair,
  share: number,
  random: Random,
): (PlateMatch<Listed> & { right: boolean })[] {
  const listed = new Set<string>();
  if (random.chance(share)) listed.add(truth);
  for (const plate of new Set(around(read)))
    if (plate !== truth && random() < Math.min(1, presence(plate)) * share) listed.add(plate);
  const entries = Array.from(listed, (plate) => ({ id: plate, plate }));
  return matchPlate({ raw: read }, entries, { certainFrom: 0.95, possibleFrom: 0.02 }).map(
    (match) => ({ ...match, right: match.entry.plate === truth }),
  );
}

/** A vehicle of the traffic and how it was read, by the table's mistakes. */
export function passingPair(random: Random, more = 1): Pair {
  const truth = passing(random);
  return { truth, read: misread(truth, random, more) };
}

/** Said against happened, in classes of the probability. */
export function reliability(
  hits: readonly { probability: number; right: boolean }[],
  edges: readonly number[] = [0, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.98, 1.01],
): { from: number; hits: number; said: number; happened: number }[] {
  return edges.slice(0, -1).flatMap((from, i) => {
    const inside = hits.filter(
      ({ probability }) => probability >= from && probability < (edges[i + 1] ?? 2),
    );
    if (inside.length === 0) return [];
    const mean = (of: (hit: (typeof inside)[number]) => number): number =>
      inside.reduce((sum, hit) => sum + of(hit), 0) / inside.length;
    return [
      {
        from,
        hits: inside.length,
        said: mean(({ probability }) => probability),
        happened: mean(({ right }) => (right ? 1 : 0)),
      },
    ];
  });
}

/** Mean distance of said and happened, weighed by hits. */
export const miscalibration = (rows: ReturnType<typeof reliability>): number => {
  const total = rows.reduce((sum, { hits }) => sum + hits, 0);
  return rows.reduce((sum, row) => sum + (row.hits / total) * Math.abs(row.said - row.happened), 0);
};
