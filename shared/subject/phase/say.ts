import type { Event } from '../../entry.ts';
import type { CrisisPlan } from '../../plan/plan.ts';
import type { PhaseRule } from '../../plan/step.ts';
import { fact } from '../../subject.ts';
import type { Restrictions } from '../../restrictions.ts';
import type { DecidedBy } from './schema.ts';

/** What the decision says in the logbook: in both languages, as it is read by all and counts for all. */
interface Said {
  id: string;
  incident: string;
  rule: PhaseRule;
  what: 'declared' | 'lifted';
  municipality?: string | undefined;
  by: DecidedBy;
  parameters?: readonly string[];
  reason: string;
  occurred?: string | undefined;
}

const WHAT = {
  declared: { nl: 'afgekondigd', fr: 'déclenchée' },
  lifted: { nl: 'opgeheven', fr: 'levée' },
} as const;
/** No phase of emergency planning: coordination is taken up, and every mayor stays competent. */
const PUBLIC_ORDER = {
  declared: { nl: 'coördinatie opgenomen', fr: 'coordination prise en charge' },
  lifted: { nl: 'coördinatie beëindigd', fr: 'coordination terminée' },
} as const;
const DEPUTY = { nl: 'plaatsvervanger', fr: 'suppléant(e)' } as const;

export function decisionEntry(
  said: Said,
  plan: CrisisPlan,
  restrictions: Restrictions | undefined,
): Event {
  const { id, incident, reason, occurred } = said;
  const head = `${headIn('nl', said, plan)} / ${headIn('fr', said, plan)}`;
  const weighed = said.rule.parameters
    .filter((one) => said.parameters?.includes(one.id))
    .map((one) => `- ${one.nl} / ${one.fr}`);
  return fact(
    'journal.written',
    id,
    {
      ...{ incident, kind: 'decision', text: [head, reason, ...weighed].join('\n') },
      ...(occurred ? { occurred } : {}),
    },
    restrictions,
  );
}

function headIn(lang: 'nl' | 'fr', said: Said, plan: CrisisPlan): string {
  const { rule, what, municipality, by } = said;
  const held = plan.functions.find(({ id }) => id === by.function)?.name[lang] ?? by.function;
  const place = plan.municipalities.find(({ id }) => id === municipality)?.name[lang];
  const role = [held, place, by.deputy ? DEPUTY[lang] : undefined].filter(Boolean).join(', ');
  const colon = lang === 'fr' ? ' :' : ':';
  const done =
    rule.id === 'public-order' ? `, ${PUBLIC_ORDER[what][lang]}` : ` ${WHAT[what][lang]}`;
  return `${capital(rule.name[lang])}${done}${colon} ${by.name} (${role})`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
