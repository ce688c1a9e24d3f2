import { resolve } from 'node:path';
import { readBuiltIn } from '../../server/geo/base.ts';
import type { GeoFeature } from '../../shared/geo/feature.ts';
import { inside, makeGround, municipalityAt } from '../../shared/geo/ground.ts';
import { makeGazetteer } from '../../shared/geo/search.ts';
import { makeRandom } from '../fake/random.ts';
import { percentile, timeRow, type BenchRow } from './row.ts';

/** Questions to the ground: names among 50,000, municipality of a point, and what lies inside a circle. */
const NAMES = 50_000;
const SYLLABLES =
  'ka ber lo mi ten sint du val ron mar tijn el se ne oud zand berg bos veld mole kas teel wijn gaard'.split(
    ' ',
  );

function addresses(random: ReturnType<typeof makeRandom>): GeoFeature[] {
  const word = () =>
    Array.from({ length: random.int(2, 5) }, () => random.pick(SYLLABLES)).join('');
  return Array.from({ length: NAMES }, (_, i) => {
    const [street, number] = [word(), random.int(1, 200)];
    const [nl, fr] = [`${street}straat ${number}`, `Rue ${street} ${number}`];
    const point = [4.3 + random() / 10, 50.8 + random() / 10];
    return {
      type: 'Feature',
      id: `a${i}`,
      geometry: { type: 'Point', coordinates: point },
      properties: { id: `a${i}`, kind: 'address', nl, fr, en: `${nl} / ${fr}` },
    };
  });
}

/** Milliseconds of each call, sorted. */
function timed<T>(questions: readonly T[], ask: (question: T) => unknown): number[] {
  const times = questions.map((question) => {
    const begun = performance.now();
    ask(question);
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b);
}

export function benchGeo(): Promise<BenchRow[]> {
  const random = makeRandom(50_000);
  const names = addresses(random);
  const { features } = readBuiltIn(resolve('config'));
  const gazetteer = makeGazetteer([...features, ...names]);
  const typed = Array.from({ length: 2_000 }, (): string => {
    const { nl, fr } = random.pick(names).properties;
    const name = random.chance(0.5) ? nl : fr;
    const part = name.slice(0, random.int(3, name.length + 1));
    if (!random.chance(0.3) || part.length < 5) return part;
    const at = random.int(1, part.length - 1);
    return part.slice(0, at) + part.slice(at + 1);
  });
  typed.push(
    ...Array.from({ length: 50 }, () => random.pick(['rue', 'rue 1', 's', 'st', 'rue du'])),
  );
  timed(typed.slice(0, 300), (text) => gazetteer.find(text));
  const sought = timed(typed, (text) => gazetteer.find(text));

  const ground = makeGround([...features, ...names]);
  const points = Array.from({ length: 5_000 }, (): [number, number] => [
    4.25 + random() / 4,
    50.77 + random() / 8,
  ]);
  const asked = timed(points, (point) => municipalityAt(ground, point));
  const circled = timed(points.slice(0, 200), (center) =>
    inside(ground, { form: 'circle', center, radius: 600 }),
  );
  const [middle, most] = [percentile(sought, 0.5), percentile(sought, 0.99)];
  return Promise.resolve([
    timeRow(
      `gazetteer, ${gazetteer.size} names, what people type: p99`,
      most,
      10,
      `p50 ${middle.toPrecision(2)} ms`,
    ),
    timeRow('municipality of a point: p99', percentile(asked, 0.99), 1),
    timeRow(
      `inside a circle of 600 m, ${features.length + NAMES} things: p99`,
      percentile(circled, 0.99),
      50,
    ),
  ]);
}
