import { describe, expect, it } from 'vitest';
import { levelOf } from '../client/panel/plan/measures.ts';
import type { Measure } from '../shared/plan/measure.ts';
import { CRISIS } from './fake/plan.ts';

const measure = (id: string, more: Partial<Measure> = {}): Measure => ({
  ...{ id, axis: 'reaction', crisis: true, text: 'Tekst.', items: [], partners: [], others: [] },
  title: { nl: id, fr: id, en: id },
  ...more,
});

describe('the plan screen', () => {
  it('[P5.3] what only steps carry is supported, what nothing carries is not, and what is written down leads', () => {
    expect(levelOf(CRISIS, measure('M10.8'))).toBe('support');
    expect(levelOf(CRISIS, measure('M1.1'))).toBe('none');
    const note = { nl: 'n', fr: 'n', en: 'n' };
    expect(levelOf(CRISIS, measure('M10.8', { belfry: { level: 'partly', note } }))).toBe('partly');
  });
});
