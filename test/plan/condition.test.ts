import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atomsIn, factsIn, holds, type Facts } from '../../shared/plan/condition.ts';
import type { Condition, FactValue } from '../../shared/plan/step.ts';

const is = (fact: string, value: boolean | number | string = true): Condition => ({
  fact,
  is: value,
});
const not = (condition: Condition): Condition => ({ not: condition });

describe('conditions of steps', () => {
  it('[P5.110] compare a fact with a value, some values, a least number, or with not being known', () => {
    const facts: Facts = { smoke: true, victims: 5, phase: 'municipal', zero: 0, no: false };
    const shown: [Condition, boolean][] = [
      [is('smoke'), true],
      [is('smoke', false), false],
      [is('no', false), true],
      [is('victims', 5), true],
      [is('victims', '5'), false],
      [{ fact: 'phase', in: ['municipal', 'federal'] }, true],
      [{ fact: 'phase', in: ['provincial'] }, false],
      [{ fact: 'victims', from: 5 }, true],
      [{ fact: 'victims', from: 6 }, false],
      [{ fact: 'zero', from: 0 }, true],
      [{ fact: 'phase', from: 0 }, false],
      [{ fact: 'smoke', unknown: true }, false],
      [{ fact: 'zero', unknown: true }, false],
      [{ fact: 'other', unknown: true }, true],
    ];
    for (const [condition, shows] of shown)
      expect([condition, holds(condition, facts)]).toEqual([condition, shows]);
  });

  it('[P5.110] a fact that nobody told fits nothing but unknown, and neither does its opposite', () => {
    const facts: Facts = { told: true, out: undefined };
    for (const fact of ['out', 'nowhere']) {
      for (const atom of [is(fact), is(fact, false), { fact, in: [true] }, { fact, from: 0 }]) {
        expect(holds(atom, facts)).toBe(false);
        expect(holds(not(atom), facts)).toBe(false);
        expect(holds(not(not(atom)), facts)).toBe(false);
        expect(holds({ any: [atom, is('told')] }, facts)).toBe(true);
        expect(holds({ all: [atom, is('told')] }, facts)).toBe(false);
        // Decided already, whatever the other is.
        expect(holds(not({ all: [atom, is('told', false)] }), facts)).toBe(true);
        expect(holds(not({ any: [atom, is('told', false)] }), facts)).toBe(false);
      }
      expect(holds({ fact, unknown: true }, facts)).toBe(true);
      expect(holds(not({ fact, unknown: true }), facts)).toBe(false);
    }
  });

  const fact = fc.constantFrom('a', 'b', 'c');
  const atom: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ fact, is: fc.boolean() }),
    fc.record({ fact, in: fc.constant<FactValue[]>([true]) }),
  );
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => {
    const some = fc.array(tie('condition'), { minLength: 1, maxLength: 3 });
    const deep: fc.Arbitrary<Condition> = fc.oneof(
      fc.record({ all: some }),
      fc.record({ any: some }),
      fc.record({ not: tie('condition') }),
    );
    return { condition: fc.oneof({ maxDepth: 4 }, atom, deep) };
  });
  const known = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.boolean());

  it('[P5.110] what is shown stays shown when more becomes known', () => {
    fc.assert(
      fc.property(condition, known, known, (one, few, more) => {
        fc.pre(holds(one, few));
        expect(holds(one, { ...more, ...few })).toBe(true);
      }),
    );
  });

  it('[P5.110] when all is known, a condition or its opposite holds', () => {
    fc.assert(
      fc.property(condition, fc.boolean(), fc.boolean(), fc.boolean(), (one, a, b, c) => {
        const facts = { a, b, c };
        expect(holds(not(one), facts)).toBe(!holds(one, facts));
      }),
    );
  });

  it('[P5.110] names the facts that it hangs on, each once, and the way to each condition', () => {
    const deep: Condition = { all: [is('a'), { any: [not(is('b')), { fact: 'a', from: 2 }] }] };
    expect(factsIn(deep)).toEqual(['a', 'b']);
    expect(atomsIn(deep).map(({ path }) => path.join('.'))).toEqual([
      ...['all.0', 'all.1.any.0.not', 'all.1.any.1'],
    ]);
  });
});
