import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../server/anpr/index/build.ts';
import { openMatcher } from '../../server/anpr/index/match.ts';
import type { Indexed } from '../../server/anpr/matcher.ts';
import type { HotList } from '../../shared/anpr/list.ts';
import { matchPlate } from '../../shared/anpr/match-plate.ts';
import { misread } from '../../shared/anpr/misread.ts';
import type { PlateRead } from '../../shared/anpr/read.ts';
import { passing } from '../bench/plates.ts';
import { makeRandom } from '../fake/random.ts';

const listOf = (id: string, more: Partial<HotList> = {}): HotList => ({
  id,
  title: { nl: id, fr: id, en: id },
  owner: 'Lokale politie',
  category: 'judicial',
  basis: 'art. 44/11/3decies WPA',
  priority: 2,
  colour: 'red',
  tune: 'single',
  restrictions: ['police'],
  covert: false,
  persons: 1,
  retentionDays: 30,
  certainFrom: 0.95,
  possibleFrom: 0.1,
  controllers: ['police'],
  convoy: false,
  active: { kind: 'always' },
  ...more,
});
const readOf = (plate: string, more: Partial<PlateRead> = {}): PlateRead => ({
  id: plate,
  camera: 'koekelberg-1',
  at: '2026-11-24T10:00:00.000Z',
  received: '2026-11-24T10:00:01.000Z',
  offset: 0,
  raw: plate,
  plate,
  ...more,
});
const always = (): boolean => true;
const entry = (plate: string, more: Partial<Indexed> = {}): Indexed => ({
  id: `id-${plate}`,
  plate,
  ...more,
});
/** A matcher with these lists at version 1. */
function matcherOf(lists: readonly (readonly [HotList, readonly Indexed[]])[]) {
  const matcher = openMatcher();
  for (const [list, entries] of lists) matcher.use(list, 1, buildIndex(entries));
  return matcher;
}
const told = (hits: ReturnType<ReturnType<typeof openMatcher>['match']>) =>
  hits.map(({ list, entry: id, certainty }) => `${list} ${id} ${certainty}`);

describe('the index of hot lists', () => {
  it('[P4.124] says of a read what holding it against each plate says', () => {
    const random = makeRandom(4_124);
    let hits = 0;
    for (let round = 0; round < 60; round++) {
      const plates = new Set<string>();
      for (let i = 0; i < 40; i++) {
        const plate = passing(random);
        // Families of plates that are close to one another, so that they stand in each other's way.
        for (const one of [plate, misread(plate, random, 20), misread(plate, random, 20)])
          plates.add(one);
      }
      const entries = Array.from(plates, (plate) =>
        entry(plate, random.chance(0.3) ? { country: random.pick(['BE', 'FR', 'NL']) } : {}),
      );
      const list = listOf('stolen', { possibleFrom: 0.05 });
      const matcher = matcherOf([[list, entries]]);
      for (let i = 0; i < 40; i++) {
        const plate = misread(random.pick(entries).plate, random, 12);
        const read = readOf(plate, {
          ...(random.chance(0.5) ? { confidence: 0.5 + random() / 2 } : {}),
          ...(random.chance(0.2) ? { country: random.pick(['BE', 'FR', 'DE']) } : {}),
          ...(random.chance(0.2)
            ? { alternatives: [{ plate: random.pick(entries).plate, confidence: random() }] }
            : {}),
        });
        const said = matcher.match(read, always);
        const held = matchPlate(read, entries, list);
        const line = (id: string, certainty: string, probability: number, others: number) =>
          `${id} ${certainty} ${probability.toFixed(9)} ${others}`;
        expect(
          said.map((hit) => line(hit.entry, hit.certainty, hit.probability, hit.others)).sort(),
        ).toEqual(
          held.map((one) => line(one.entry.id, one.certainty, one.probability, one.others)).sort(),
        );
        hits += said.length;
      }
    }
    expect(hits).toBeGreaterThan(500);
  });

  it('[P4.124] finds every listed plate that is read as it is, whatever the order of lists and entries', () => {
    const plate = fc.stringMatching(/^[A-Z0-9]{5,9}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(plate, { minLength: 1, maxLength: 40 }),
        fc.nat(),
        (plates, turn) => {
          const entries = plates.map((one) => entry(one));
          const [a, b] = [listOf('a'), listOf('b')];
          const half = entries.filter((_, i) => i % 2 === 0);
          const straight = matcherOf([
            [a, entries],
            [b, half],
          ]);
          const cut = turn % entries.length;
          const turned = matcherOf([
            [b, [...half].reverse()],
            [a, [...entries.slice(cut), ...entries.slice(0, cut)]],
          ]);
          for (const { plate: one, id } of entries) {
            const hits = straight.match(readOf(one), always);
            expect(
              hits.some((hit) => hit.list === 'a' && hit.entry === id && hit.how === 'exact'),
            ).toBe(true);
            expect(told(turned.match(readOf(one), always)).sort()).toEqual(told(hits).sort());
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('[P4.124] takes what lists write: separators, case, other scripts left out, a million times the same', () => {
    const odd = [
      entry('1-abc-123'),
      entry('２－ＺＺＺ－０４２', { id: 'id-ünï' }),
      entry('عرب'),
      entry('--'),
    ];
    const index = buildIndex(odd);
    expect(index.entries).toBe(2);
    const matcher = openMatcher();
    matcher.use(listOf('odd'), 3, index);
    expect(told(matcher.match(readOf('1ABC123'), always))).toEqual(['odd id-1-abc-123 certain']);
    expect(matcher.match(readOf('2ZZZ042'), always)).toMatchObject([
      { entry: 'id-ünï', version: 3 },
    ]);
    const same = Array.from({ length: 50_000 }, (_, i) => entry('1XXX001', { id: `e${i}` }));
    matcher.use(listOf('same'), 1, buildIndex(same));
    const hits = matcher.match(readOf('1XXX001'), always);
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.length).toBeLessThan(100);
  });

  it('[P4.125] an entry counts between its moments, and a list when it counts', () => {
    const matcher = matcherOf([
      [
        listOf('event'),
        [
          entry('1XXX001', { from: '2026-11-24T09:00:00.000Z', until: '2026-11-24T11:00:00.000Z' }),
          entry('1XXX002', { from: '2026-11-24T11:00:00.000Z' }),
          entry('1XXX003', { until: '2026-11-24T09:00:00.000Z' }),
          entry('1XXX004'),
        ],
      ],
    ]);
    const found = ['1XXX001', '1XXX002', '1XXX003', '1XXX004'].map(
      (plate) => matcher.match(readOf(plate), always).length,
    );
    expect(found).toEqual([1, 0, 0, 1]);
    expect(matcher.match(readOf('1XXX001'), () => false)).toEqual([]);
    expect(matcher.match(readOf('1XXX001', { at: '2026-11-24T12:00:00.000Z' }), always)).toEqual(
      [],
    );
  });

  it('[P4.125] new thresholds count at once, a new version in one step, a dropped list not at all', () => {
    const matcher = matcherOf([[listOf('a'), [entry('1XXX001')]]]);
    expect(told(matcher.match(readOf('1XXX001'), always))).toEqual(['a id-1XXX001 certain']);
    matcher.redefine(listOf('a', { certainFrom: 1 }));
    expect(told(matcher.match(readOf('1XXX001'), always))).toEqual(['a id-1XXX001 possible']);
    matcher.redefine(listOf('a', { certainFrom: 1, possibleFrom: 0.999 }));
    expect(matcher.match(readOf('1XXX001'), always)).toEqual([]);
    matcher.use(listOf('a'), 2, buildIndex([entry('1XXX002')]));
    expect(matcher.match(readOf('1XXX001'), always)).toEqual([]);
    expect(matcher.match(readOf('1XXX002'), always)).toMatchObject([{ version: 2 }]);
    matcher.drop('a');
    expect(matcher.match(readOf('1XXX002'), always)).toEqual([]);
  });

  it('[P4.125] a patch puts, replaces and removes entries from its version on', () => {
    const matcher = matcherOf([[listOf('a'), [entry('1XXX001', { id: 'x' }), entry('1XXX002')]]]);
    matcher.patch('a', 2, { put: [entry('9TST123')], remove: ['id-1XXX002'] });
    expect(told(matcher.match(readOf('9TST123'), always))).toEqual(['a id-9TST123 certain']);
    expect(matcher.match(readOf('1XXX002'), always)).toEqual([]);
    expect(matcher.match(readOf('1XXX001'), always)).toMatchObject([{ entry: 'x', version: 2 }]);
    matcher.patch('a', 3, { put: [entry('1XXX004', { id: 'x' })], remove: [] });
    expect(matcher.match(readOf('1XXX001'), always)).toEqual([]);
    expect(matcher.match(readOf('1XXX004'), always)).toMatchObject([{ entry: 'x', version: 3 }]);
    matcher.patch('a', 4, { put: [], remove: ['x', 'id-9TST123'] });
    expect(matcher.match(readOf('1XXX004'), always)).toEqual([]);
    expect(matcher.match(readOf('9TST123'), always)).toEqual([]);
    matcher.patch('unknown', 1, { put: [entry('1XXX009')], remove: [] });
    expect(matcher.match(readOf('1XXX009'), always)).toEqual([]);
  });

  it('[P4.121] a plate of another list that the read could be as well makes it possible', () => {
    const alone = matcherOf([[listOf('a'), [entry('1BQC123')]]]);
    expect(told(alone.match(readOf('1BQC123'), always))).toEqual(['a id-1BQC123 certain']);
    const both = matcherOf([
      [listOf('a'), [entry('1BQC123')]],
      [listOf('b'), [entry('1BOC123')]],
    ]);
    expect(both.match(readOf('1BQC123'), always)[0]).toMatchObject({
      list: 'a',
      certainty: 'possible',
      others: 1,
    });
    const twice = matcherOf([
      [listOf('a'), [entry('1XXX001')]],
      [listOf('b'), [entry('1-XXX-001')]],
    ]);
    expect(told(twice.match(readOf('1XXX001'), always))).toEqual([
      'a id-1XXX001 certain',
      'b id-1-XXX-001 certain',
    ]);
  });

  it('[P4.128] how many others it could be does not tell of a list that is more secret', () => {
    const covert = listOf('covert', { restrictions: ['police', 'covert'] });
    const matcher = matcherOf([
      [listOf('open'), [entry('1BQC123')]],
      [covert, [entry('1BOC123')]],
    ]);
    const [open] = matcher.match(readOf('1BQC123'), always);
    expect(open).toMatchObject({ list: 'open', others: 0 });
    matcher.redefine(listOf('covert'));
    expect(matcher.match(readOf('1BQC123'), always)[0]).toMatchObject({
      list: 'open',
      others: 1,
      doubts: ['neighbour'],
    });
  });

  it('[P4.124] says where the read and the entry differ', () => {
    const matcher = matcherOf([[listOf('a'), [entry('1-ABC-123')]]]);
    expect(matcher.match(readOf('1A8C123'), always)).toMatchObject([
      { how: 'confusable', differences: [{ at: 2, read: '8', entry: 'B' }], others: 0 },
    ]);
    expect(matcher.match(readOf('11ABC123'), always)).toMatchObject([
      { how: 'confusable', differences: [{ at: 1, read: '1', entry: '' }] },
    ]);
    expect(matcher.match(readOf('1ABC12', { country: 'BE' }), always)).toMatchObject([
      { how: 'confusable', differences: [{ at: 6, read: '', entry: '3' }] },
    ]);
  });
});
