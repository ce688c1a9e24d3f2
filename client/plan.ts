import { create } from 'zustand';
import { NO_PLAN } from '../shared/plan/none.ts';
import type { CrisisPlan } from '../shared/plan/plan.ts';

/** The plan in force: fetched after the first picture; until then there is none. */
interface PlanInForce {
  plan: CrisisPlan;
  /** A later one that was refused, for who looks after the centre: when, and its mistakes by file and line. */
  refused: { at: string; mistakes: readonly string[] } | undefined;
}

export const usePlan = create<PlanInForce>()(() => ({ plan: NO_PLAN, refused: undefined }));
export const planInForce = (): CrisisPlan => usePlan.getState().plan;

/** Once a minute: an answer that nothing changed is a handful of bytes. */
const AGAIN_MS = 60_000;
const AFTER_FAILURE_MS = 5_000;

/** Keeps the plan up to date until the returned function is called. */
export function followPlan(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let etag: string | undefined;
  let over = false;

  async function look(): Promise<void> {
    const came = await fetchPlan(etag).catch(() => undefined);
    if (over) return;
    if (came) {
      etag = came.etag;
      const { plan, refused } = came;
      const { refused: before } = usePlan.getState();
      // The same refusal as a minute ago is no news to whoever shows it.
      const kept = before && before.at === refused?.at ? before : refused;
      usePlan.setState(plan ? { plan, refused: kept } : { refused: kept });
    }
    timer = setTimeout(() => void look(), came ? AGAIN_MS : AFTER_FAILURE_MS);
  }
  void look();
  return () => {
    over = true;
    clearTimeout(timer);
  };
}

/** The plan is absent when it is still that of `etag`. */
async function fetchPlan(etag: string | undefined) {
  const response = await fetch('/api/plan', { headers: etag ? { 'if-none-match': etag } : {} });
  if (!response.ok && response.status !== 304) throw new Error(`plan: ${response.status}`);
  const plan = response.ok ? ((await response.json()) as CrisisPlan) : undefined;
  const state = await fetch('/api/plan/state');
  if (!state.ok) throw new Error(`plan: ${state.status}`);
  const { refused } = (await state.json()) as Pick<PlanInForce, 'refused'>;
  return { plan, refused, etag: response.headers.get('etag') ?? etag };
}
