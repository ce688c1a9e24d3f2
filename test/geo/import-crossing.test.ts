import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossingBudget, crossingIn } from '../../server/geo/import/crossing.ts';
import { crossesItself } from '../../shared/geo/ring.ts';

/** Crossing is refused, touching is not; and the time is bounded, whatever comes. */
type Ring = [number, number][];
const closed = (...ring: Ring): Ring => [...ring, ring[0]!];
const crosses = (...rings: Ring[]) => crossingIn(rings, crossingBudget()) !== undefined;
const box = (west: number, south: number, east: number, north: number) =>
  closed([west, south], [east, south], [east, north], [west, north]);

describe('an outline', () => {
  it('that is a plain one does not cross itself', () => {
    expect(crosses(box(0, 0, 4, 4))).toBe(false);
    expect(crosses(box(0, 0, 4, 4), box(1, 1, 2, 2).reverse())).toBe(false);
    expect(crosses(closed([0, 0], [4, 0], [4, 4], [2, 1], [0, 4]))).toBe(false);
  });

  it('that crosses in the middle of its legs, at a corner on a leg, or at a corner twice passed', () => {
    expect(crosses(closed([0, 0], [2, 2], [2, 0], [0, 2]))).toBe(true);
    expect(crosses(closed([0, 0], [4, 0], [4, 4], [2, 0], [2, -4], [1, -1]))).toBe(true);
    expect(crosses(closed([0, 0], [1, 1], [2, 2], [2, 0], [1, 1], [0, 2]))).toBe(true);
  });

  it('may touch itself, its hole, its other part', () => {
    expect(crosses(closed([0, 0], [4, 0], [4, 4], [2, 0], [0, 4]))).toBe(false);
    expect(crosses(closed([0, 0], [1, 1], [0, 2], [2, 2], [1, 1], [2, 0]))).toBe(false);
    expect(crosses(box(0, 0, 4, 4), closed([0, 2], [1, 1], [1, 3]).reverse())).toBe(false);
    expect(crosses(box(0, 0, 2, 2), box(2, 2, 4, 4))).toBe(false);
    expect(crosses(box(0, 0, 2, 2), box(2, 0, 4, 2))).toBe(false);
  });

  it('must not cross its hole or its other part', () => {
    expect(crosses(box(0, 0, 4, 4), box(3, 1, 5, 2).reverse())).toBe(true);
    expect(crosses(box(0, 0, 2, 2), box(1, 1, 3, 3))).toBe(true);
  });

  it('is judged as the plain comparison of all legs judges it, wherever nothing touches', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 1e6 }));
    fc.assert(
      fc.property(
        fc.uniqueArray(corner, { minLength: 3, maxLength: 12, selector: String }),
        (ring) => {
          const outline = closed(...ring);
          // Touching counts as crossing there; among such numbers nearly nothing touches.
          if (crosses(outline)) expect(crossesItself(outline)).toBe(true);
          else if (crossesItself(outline)) expect(touches(outline)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('of 200,000 tall teeth is judged within seconds', () => {
    const teeth: Ring = Array.from({ length: 200_000 }, (_, i) => [
      4.3 + i * 1e-7,
      50.8 + (i % 2) * 0.1,
    ]);
    const ring: Ring = teeth.concat([[4.32, 50.7], [4.3, 50.7], teeth[0]!]);
    const started = performance.now();
    expect(crosses(ring)).toBe(false);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('of which every leg lies over every other is refused within seconds', () => {
    const star: Ring = Array.from({ length: 10_000 }, (_, i) => {
      const angle = (i * Math.PI * 2) / 10_000;
      const radius = 1 + 0.99 * (i % 2);
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    });
    const comb: Ring = Array.from({ length: 60_000 }, (_, i) => [
      (i % 2) * 1,
      (i % 2) * 1 + i * 1e-9,
    ]);
    const started = performance.now();
    expect(crosses(closed(...star))).toBe(false);
    expect(() => crosses(closed(...comb, [-1, 5], [-1, -1]))).toThrow('too often to be checked');
    expect(performance.now() - started).toBeLessThan(50_000);
  });
});

/** A corner on another leg. */
function touches(ring: Ring): boolean {
  return ring.some((corner, k) =>
    ring.slice(1).some((to, i) => {
      const from = ring[i]!;
      if (k === i || k === i + 1 || (k === ring.length - 1 && i === 0)) return false;
      const cross =
        (to[0] - from[0]) * (corner[1] - from[1]) - (to[1] - from[1]) * (corner[0] - from[0]);
      return cross === 0;
    }),
  );
}
