import type { CrisisPlan } from '../../../shared/plan/plan.ts';
import type { Phase } from '../../../shared/subject/phase/schema.ts';
import { planInForce } from '../../plan.ts';
import { send } from '../../send.ts';
import { setUi } from '../../ui.ts';

/** Who is told of each phase, beside who declared it: the authorities tell each other and the National Crisis Centre. */
const TOLD: Readonly<Record<Phase['phase'], readonly string[]>> = {
  municipal: ['high-official', 'nccn', 'zone-chief', 'planning-coordinator', 'regional-planning'],
  provincial: ['mayor', 'nccn', 'zone-chief', 'minister-president', 'regional-planning'],
  federal: ['high-official', 'mayor', 'nccn', 'minister-president', 'regional-planning'],
  'public-order': ['mayor', 'zone-chief', 'federal-dirco', 'high-official', 'nccn'],
};

/** Functions to tell, as far as the plan in force knows them. */
export const toldOf = ({ phase, by }: Pick<Phase, 'phase' | 'by'>, plan: CrisisPlan): string[] =>
  TOLD[phase].filter((id) => id !== by.function && plan.functions.some((known) => known.id === id));

/** Starts the call-out: one person of each function. */
export function notify(row: Phase): void {
  const plan = planInForce();
  const functions = toldOf(row, plan);
  const rule = plan.phases.find(({ id }) => id === row.phase);
  if (functions.length === 0 || !rule) return;
  const place = plan.municipalities.find(({ id }) => id === row.municipality)?.name;
  const text = (lang: 'nl' | 'fr') => [rule.name[lang], place?.[lang]].filter(Boolean).join(', ');
  const title = { nl: text('nl'), fr: text('fr') };
  send('alarm.start', {
    ...{ incident: row.incident, functions, need: 'all', within: 10 },
    ...{ title, message: title },
  });
  setUi({ part: 'calls' });
}
