import { create } from 'zustand';
import { NO_PLAN } from '../shared/plan/none.ts';
import type { CrisisPlan } from '../shared/plan/plan.ts';

/** The plan in force: fetched after the first picture; until then there is none. */
export const usePlan = create<{ plan: CrisisPlan }>()(() => ({ plan: NO_PLAN }));
export const planInForce = (): CrisisPlan => usePlan.getState().plan;

/** Keeps the plan up to date until the returned function is called. */
export function followPlan(): () => void {
  return () => {};
}
