import { describe, expect, it } from 'vitest';
import { readPosition } from '../../server/geo/coordinates.ts';
import { metresBetween } from '../../shared/geo/metres.ts';
import type { Point } from '../../shared/value.ts';

/** The Grand-Place's middle in WGS 84; Lambert figures of the same place by the EPSG's own formulas. */
const MARKET: Point = [4.3525, 50.8467];

describe('a position as people write it', () => {
  it.each([
    ['50.8467, 4.3525'],
    ['50.8467 4.3525'],
    ['4.3525;50.8467'],
    ['50,8467 4,3525'],
    ['50,8467; 4,3525'],
    ['50.8467/4.3525'],
    ['50.8467°N 4.3525°E'],
    ['N 50.8467 E 4.3525'],
    [`50°50'48.1"N 4°21'9"E`],
    [`50° 50' 48" N, 4° 21' 9" E`],
    ["50°50.802'N 4°21.15'E"],
    [`50°50’48”NB 4°21’9”OL`],
    ['50 50 48.1 N 4 21 9 E'],
  ])('[geo] %s is the Grand-Place', (typed) => {
    const point = readPosition(typed);
    expect(point && metresBetween(point, MARKET)).toBeLessThan(12);
  });

  it.each([
    ['148944 170632'],
    ['148944, 170632'],
    ['X=148944 Y=170632'],
    ['Lambert 72: 148944 170632'],
    ['148944.2 m; 170632.4 m'],
    ['Lambert2008 648748 670694'],
  ])('[geo] %s is in the centre of Brussels', (typed) => {
    const point = readPosition(typed);
    expect(point && metresBetween(point, MARKET)).toBeLessThan(900);
  });

  it('[geo] Lambert 72 agrees with a known pair to a few metres', () => {
    // The observatory at Ukkel, zero of the old survey: 50°47'57.7" N 4°21'24.98" E on the Belgian datum.
    const point = readPosition('149274 165492')!;
    expect(metresBetween(point, [4.3582, 50.7984])).toBeLessThan(250);
  });

  it.each([
    [''],
    ['Wetstraat 16'],
    ['1000'],
    ['112'],
    ['2026-0042'],
    ['12 34'],
    ['0 0'],
    ['91.2 181.4'],
    ['48.8566 2.3522'],
    ['NaN NaN'],
    ['9'.repeat(90)],
    ['50.8467'],
    ['+32 2 555 01 01'],
  ])('[geo] %s is no position here', (typed) => {
    expect(readPosition(typed)).toBeUndefined();
  });

  it('[geo] what is made to be read slowly is not', () => {
    readPosition('50.8467 4.3525');
    for (const typed of [
      `50.${'1'.repeat(36)}4.3${'+'.repeat(35)}`,
      `1${'°'.repeat(79)}`,
      `50${'1'.repeat(76)}N`,
      `50${' '.repeat(70)}4,x`,
    ]) {
      const begun = performance.now();
      expect([typed, readPosition(typed)]).toEqual([typed, undefined]);
      expect(performance.now() - begun).toBeLessThan(50);
    }
  });
});
