import type { Event } from '../../shared/entry.ts';
import { fact } from '../../shared/subject.ts';
import { START } from '../given.ts';

/** Plate alerts for tests: sealed texts are sealed by nobody. Seconds are since the tests' start. */
export const second = (n: number): string => new Date(Date.parse(START) + n * 1_000).toISOString();

export const pass = (more: object = {}) => ({
  ...{ read: 'r-1', camera: 'koekelberg', point: [4.33, 50.86] as [number, number] },
  ...{ at: second(0), direction: 'approaching' as const, course: 10 },
  ...{ certainty: 'certain' as const, probability: 0.99, picture: true, sealed: 'verzegeld' },
  ...more,
});
export const listed = {
  ...{ list: 'stolen', version: 3, entry: 'e-1', category: 'judicial' as const },
  ...{ priority: 2 as const, covert: false, persons: 1 as 1 | 2, retentionDays: 30, convoy: false },
};
/** A command `anpr.raise`. */
export const hit = (passage: object = {}, more: object = {}) => ({
  ...{ ...listed, restrictions: ['police'] },
  pass: pass(passage),
  ...more,
});
/** Its event. */
export const raised = (more: object = {}, id = 'a-1', restrictions = ['police']): Event =>
  fact('anpr.raised', id, { ...listed, ...pass(), ...more }, restrictions);

export const said = (type: string, data: object = {}, id = 'a-1', restrictions = ['police']) =>
  fact(`anpr.${type}`, id, { ...data }, restrictions);
/** By one person; in one entry. */
export const verified: Event[] = [
  said('acknowledged'),
  said('checked', { check: 'picture', verified: false }),
  said('checked', { check: 'list', verified: true }),
];
export const opened = (restrictions?: string[]): Event =>
  fact(
    'incident.opened',
    'i-1',
    { number: '2026-0001', type: 'other', title: 'Gestolen wagen', priority: 2 },
    restrictions,
  );
