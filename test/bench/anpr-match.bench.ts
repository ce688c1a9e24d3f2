import { buildIndex } from '../../server/anpr/index/build.ts';
import { openMatcher } from '../../server/anpr/index/match.ts';
import type { Hit } from '../../shared/anpr/match.ts';
import type { HotList } from '../../shared/anpr/list.ts';
import { normalise } from '../../shared/anpr/plate.ts';
import type { PlateRead } from '../../shared/anpr/read.ts';
import { makeRandom, type Random } from '../fake/random.ts';
import {
  belgian,
  miscalibration,
  passing,
  passingPair,
  passInWorld,
  readPairs,
  reliability,
  type Pair,
} from './plates.ts';
import { rateRow, timeRow, type BenchRow } from './row.ts';

/** Reads against hot lists: who is accused rightly and wrongly, how sure it was, and how fast. */
const MILLION = 1_000_000;
const READS = 60_000;
const always = (): boolean => true;

const list: HotList = {
  id: 'bench',
  title: { nl: 'proef', fr: 'essai', en: 'bench' },
  owner: 'bench',
  category: 'judicial',
  basis: 'bench',
  priority: 2,
  colour: 'red',
  tune: 'none',
  restrictions: ['police'],
  covert: false,
  persons: 1,
  retentionDays: 1,
  certainFrom: 0.95,
  possibleFrom: 0.1,
  controllers: ['police'],
  convoy: false,
  active: { kind: 'always' },
};
const readOf = (raw: string): PlateRead => ({
  id: raw,
  camera: 'bench',
  at: '2026-11-24T10:00:00.000Z',
  received: '2026-11-24T10:00:00.000Z',
  offset: 0,
  raw,
  plate: normalise(raw),
});

interface Judged {
  certain: number;
  possible: number;
  right: number;
  accusations: number;
  wrongAsCertain: number;
  /** Passes of listed vehicles, and those of them that were found. */
  listed: number;
  found: number;
  foundCertain: number;
}

function judge(
  pairs: readonly Pair[],
  listed: ReadonlySet<string>,
  match: (read: string) => Hit[],
) {
  const sum: Judged = {
    ...{ certain: 0, possible: 0, right: 0, accusations: 0 },
    ...{ wrongAsCertain: 0, listed: 0, found: 0, foundCertain: 0 },
  };
  for (const { truth, read } of pairs) {
    if (listed.has(truth)) sum.listed++;
    for (const { entry, certainty } of read === '' ? [] : match(read)) {
      const right = entry === truth;
      if (certainty === 'certain') sum.certain++;
      else sum.possible++;
      if (right) sum.right++;
      else sum.accusations++;
      if (!right && certainty === 'certain') sum.wrongAsCertain++;
      if (right) sum.found++;
      if (right && certainty === 'certain') sum.foundCertain++;
    }
  }
  return sum;
}

const per = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
function judgedRow(what: string, one: Judged): BenchRow {
  return {
    what: `${what}: wrong as certain`,
    figure: String(one.wrongAsCertain),
    beside: `${one.certain} certain, ${one.possible} possible; precision ${per(one.right, one.right + one.accusations)}, recall ${per(one.found, one.listed)} (certain ${per(one.foundCertain, one.listed)}), false accusations ${one.accusations}`,
    ratio: '',
    budget: '0',
    ok: one.wrongAsCertain === 0,
  };
}

function onPairs(pairs: readonly Pair[], synthetic: readonly string[], random: Random): BenchRow[] {
  const truths = [...new Set(pairs.map(({ truth }) => truth))];
  const judgeOf = (plates: readonly string[]): Judged => {
    const matcher = openMatcher();
    matcher.use(list, 1, buildIndex(plates.map((plate) => ({ id: plate, plate }))));
    return judge(pairs, new Set(plates), (read) => matcher.match(readOf(read), always));
  };
  const half = truths.filter(() => random.chance(0.5));
  return [
    judgedRow('real pairs, all true plates listed', judgeOf(truths)),
    judgedRow('real pairs, half of them listed', judgeOf(half)),
    judgedRow('real pairs, all and 1 M others listed', judgeOf([...truths, ...synthetic])),
  ];
}

function calibrated(what: string, pairs: readonly Pair[], random: Random): BenchRow[] {
  const hits = pairs.flatMap((pair) => passInWorld(pair, 0.1, random));
  const rows = reliability(hits);
  console.log(`${what}: probability said, and what came true`);
  console.table(
    rows.map((row) => ({
      from: row.from,
      hits: row.hits,
      said: row.said.toFixed(3),
      true: row.happened.toFixed(3),
    })),
  );
  const off = miscalibration(rows);
  return [
    {
      what: `${what}: probability off by`,
      figure: off.toFixed(3),
      beside: `${hits.length} hits; of ${hits.filter(({ certainty }) => certainty === 'certain').length} certain ones ${hits.filter(({ certainty, right }) => certainty === 'certain' && !right).length} wrong, where one vehicle in ten of the whole traffic is listed`,
      ratio: '',
      budget: '< 0.05',
      ok: off < 0.05,
    },
  ];
}

function speed(plates: ReadonlySet<string>, random: Random): BenchRow[] {
  const entries = Array.from(plates, (plate, i) => ({ id: `e${i}`, plate, country: 'BE' }));
  let begun = performance.now();
  const index = buildIndex(entries);
  const built = performance.now() - begun;
  const bytes = Object.values(index.buffers).reduce((sum, { byteLength }) => sum + byteLength, 0);
  const matcher = openMatcher();
  matcher.use(list, 1, index);
  const rate = (reads: readonly PlateRead[]): number => {
    for (const read of reads.slice(0, 10_000)) matcher.match(read, always);
    begun = performance.now();
    for (const read of reads) matcher.match(read, always);
    return (reads.length / (performance.now() - begun)) * 1_000;
  };
  const many = (draw: () => string): PlateRead[] => {
    const reads: PlateRead[] = [];
    while (reads.length < READS) {
      const plate = draw();
      if (plate !== '' && !plates.has(plate)) reads.push(readOf(plate));
    }
    return reads;
  };
  const least: [string, number] = ['reads/s asked', 200_000];
  return [
    timeRow('index of 1 M plates built', built, 3_000, `${Math.round(bytes / 1e6)} MB`),
    rateRow(
      'Belgian reads, 1 M listed, no hit',
      rate(many(() => belgian(random))),
      'reads/s',
      least,
      1,
    ),
    rateRow(
      'traffic with misreads, 1 M listed',
      rate(many(() => passingPair(random).read)),
      'reads/s',
      least,
    ),
    rateRow(
      'reads that are listed',
      rate(entries.slice(0, 20_000).map(({ plate }) => readOf(plate))),
      'reads/s',
      least,
    ),
  ];
}

export function benchAnprMatch(): Promise<BenchRow[]> {
  const random = makeRandom(1_075);
  const plates = new Set<string>();
  while (plates.size < MILLION) plates.add(belgian(random));
  const pairs = readPairs();
  const synthetic = Array.from({ length: 3_000 }, () => passing(random));
  const rows = speed(plates, random);
  rows.push(
    ...calibrated(
      'simulated traffic',
      Array.from({ length: 20_000 }, () => passingPair(random)),
      random,
    ),
  );
  if (pairs === undefined) console.log('real pairs: not here, left out');
  else {
    rows.push(...onPairs(pairs, [...plates], random));
    const alike = pairs.filter(
      ({ truth, read }) =>
        read !== '' && /^([12][A-Z]{3}\d{3}|[A-Z]{3}\d{3}|\d{3}[A-Z]{3})$/.test(truth),
    );
    rows.push(
      ...calibrated(
        'real pairs in simulated traffic',
        Array.from({ length: 20 }, () => alike).flat(),
        random,
      ),
    );
  }
  const misreads = synthetic.map((truth) => ({ truth, read: truth }));
  const matcher = openMatcher();
  matcher.use(list, 1, buildIndex(synthetic.map((plate) => ({ id: plate, plate }))));
  rows.push(
    judgedRow(
      '3,000 plates of the traffic, read rightly',
      judge(misreads, new Set(synthetic), (read) => matcher.match(readOf(read), always)),
    ),
  );
  return Promise.resolve(rows);
}
