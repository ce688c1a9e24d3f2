import type { CrisisPlan } from './plan.ts';

/** Before the plan is fetched, and in tests that need none. */
export const NO_PLAN: CrisisPlan = {
  edition: 'none',
  measures: [],
  workflows: [],
  phases: [],
  categories: [],
  functions: [],
  channels: [],
  municipalities: [],
  zones: [],
  sites: [],
};
