import { describe, expect, it } from 'vitest';
import { matchPlate } from '../../shared/anpr/match-plate.ts';
import {
  miscalibration,
  passInWorld,
  passingPair,
  readPairs,
  reliability,
} from '../bench/plates.ts';
import { makeRandom } from '../fake/random.ts';

const pairs = readPairs();

describe.skipIf(!pairs)(
  'real pairs of plate and reading (skipped where the fixtures are not)',
  () => {
    const all = pairs ?? [];
    const truths = [...new Set(all.map(({ truth }) => truth))];
    const thresholds = { certainFrom: 0.95, possibleFrom: 0.05 };

    it('[P4.123] with all plates on the list, no wrong vehicle is certain, and most right ones are', () => {
      const entries = truths.map((plate) => ({ id: plate, plate }));
      let [certain, wrong, accused] = [0, 0, 0];
      for (const { truth, read } of all)
        for (const { entry, certainty } of matchPlate({ raw: read }, entries, thresholds)) {
          const right = entry.plate === truth;
          if (certainty === 'certain') certain++;
          if (certainty === 'certain' && !right) wrong++;
          if (!right) accused++;
        }
      expect(wrong).toBe(0);
      expect(certain).toBeGreaterThan(550);
      expect(accused).toBeLessThanOrEqual(5);
    });

    it('[P4.123] with a part of the plates on the list, no misread of another vehicle is certain, or is even possible more than rarely', () => {
      const random = makeRandom(123);
      let [wrong, accused] = [0, 0];
      for (let round = 0; round < 6; round++) {
        const entries = truths
          .filter(() => random.chance(0.5))
          .map((plate) => ({ id: plate, plate }));
        for (const { truth, read } of all)
          for (const { entry, certainty } of matchPlate({ raw: read }, entries, thresholds)) {
            if (entry.plate === truth) continue;
            accused++;
            if (certainty === 'certain') wrong++;
          }
      }
      expect(wrong).toBe(0);
      expect(accused / 6).toBeLessThanOrEqual(5);
    });
  },
);

describe('the probability of a hit', () => {
  it('[P4.126] in simulated traffic where a third of all vehicles are listed, it comes true as often as it says', () => {
    const random = makeRandom(126);
    const hits = Array.from({ length: 4_000 }, () =>
      passInWorld(passingPair(random, 2), 0.3, random),
    ).flat();
    const rows = reliability(hits, [0, 0.1, 0.4, 0.9, 1.01]);
    expect(rows).toHaveLength(4);
    expect(miscalibration(rows)).toBeLessThan(0.06);
    for (const { said, happened, hits: count } of rows)
      if (count > 100) expect(happened).toBeGreaterThan(said - 0.1);
  });
});
