import type { Reach } from '../../../shared/plan/step.ts';
import { usePlan } from '../../plan.ts';
import { useLang } from '../hooks.ts';

/** Functions that a step reaches, as suggestions for whom to give it to. */
export function ReachNames({ id, reach }: { id: string; reach: Reach | undefined }) {
  const lang = useLang();
  const functions = usePlan(({ plan }) => plan.functions);
  const wanted = reach?.functions ?? [];
  return (
    <datalist id={id}>
      {functions
        .filter((one) => wanted.length === 0 || wanted.includes(one.id))
        .map((one) => (
          <option key={one.id} value={one.name[lang]} />
        ))}
    </datalist>
  );
}
