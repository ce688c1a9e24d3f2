import { describe, expect, it } from 'vitest';
import { difference } from '../../shared/plan/difference.ts';
import type { Step } from '../../shared/plan/step.ts';
import { step, workflow } from '../fake/plan.ts';

describe('two editions of a workflow', () => {
  const before = workflow('w', [
    step('a', { after: ['b'], when: { fact: 'night', is: true } }),
    step('b', { reach: { functions: ['mayor'], categories: [], need: 1, within: 5 } }),
    step('c'),
  ]);
  const changed = (more: Partial<Step>) => {
    const [first, ...others] = before.steps;
    return difference(before, workflow('w', [{ ...first!, ...more }, ...others])).changed.map(
      ({ step: { id }, fields }) => [id, fields],
    );
  };

  it('[P5.39] the same differs in nothing, whatever the order of fields and of steps', () => {
    const turned = before.steps.map(
      (one) => Object.fromEntries(Object.entries(one).reverse()) as unknown as Step,
    );
    expect(difference(before, workflow('w', turned.reverse()))).toEqual({
      ...{ added: [], removed: [], changed: [] },
    });
  });

  it('[P5.39] names the fields that are otherwise, also what was added to a step or taken from it', () => {
    expect(changed({ within: 3 })).toEqual([['a', ['within']]]);
    expect(changed({ title: { nl: 'a', fr: 'autre' } })).toEqual([['a', ['title']]]);
    expect(changed({ after: ['c'] })).toEqual([['a', ['after']]]);
    expect(changed({ after: ['b', 'c'] })).toEqual([['a', ['after']]]);
    expect(changed({ when: { fact: 'night', is: false } })).toEqual([['a', ['when']]]);
    expect(changed({ evidence: 'note', priority: true })).toEqual([
      ['a', ['priority', 'evidence']],
    ]);
    const { when: _, ...bare } = before.steps[0]!;
    const less = workflow('w', [bare, ...before.steps.slice(1)]);
    expect(difference(before, less).changed).toEqual([{ step: bare, fields: ['when'] }]);
  });

  it('[P5.39] a step of another id is another step', () => {
    const after = workflow('w', [...before.steps.slice(0, 2), step('d')]);
    const { added, removed, changed: same } = difference(before, after);
    expect([added, removed, same].map((list) => list.length)).toEqual([1, 1, 0]);
    expect([added[0]!.id, removed[0]!.id]).toEqual(['d', 'c']);
  });
});
