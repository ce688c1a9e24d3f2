import { NO_PLAN } from '../../shared/plan/none.ts';
import type { CrisisPlan } from '../../shared/plan/plan.ts';
import type { Step, Workflow } from '../../shared/plan/step.ts';

import { PHASE_PLAN } from './phases.ts';
import { CALLS } from './call-list.ts';

/** A small plan: what every incident has, what a fire has, and a block that is added by hand. */
const both = (nl: string) => ({ nl, fr: `${nl} (fr)` });

/** A step of the plan; what is not said is the plainest. */
export const step = (id: string, more: Partial<Step> = {}): Step => ({
  ...{ id, measures: ['M10.2'], owner: 'operator', kind: 'do', title: both(id) },
  ...{ within: 10, closes: { by: 'person' }, priority: false },
  ...more,
});

export const workflow = (id: string, steps: Step[], more: Partial<Workflow> = {}): Workflow => ({
  ...{ id, kind: 'workflow', edition: 1, hash: '000000000001', title: both(id), types: ['fire'] },
  steps,
  ...more,
});

const yesno = (fact: string): Partial<Step> => ({
  kind: 'ask',
  closes: { by: 'answer' },
  question: { fact, kind: 'yesno' },
});

export const FIRST = workflow(
  'first-thirty',
  [
    step('locate', { kind: 'map', closes: { by: 'located' } }),
    step('ask-smoke', yesno('smoke-plume')),
    step('warn', {
      ...{ kind: 'notify', closes: { by: 'reached' }, priority: true, within: 5 },
      reach: { functions: ['mayor'], categories: [], need: 1, within: 5 },
    }),
    step('report', { after: ['locate', 'warn'], evidence: 'note' }),
  ],
  { types: ['*'] },
);

export const FIRE = workflow('fire', [
  step('engage', {
    closes: { by: 'involved', discipline: 'D1', involvement: 'onSite' },
    measures: ['M10.6'],
  }),
  step('perimeter', { kind: 'map', closes: { by: 'perimeter', kind: 'exclusion' } }),
  step('keep-indoors', { when: { fact: 'smoke-plume', is: true }, priority: true }),
  step('choose', {
    kind: 'decide',
    options: [
      { id: 'stay', nl: 'Binnen blijven', fr: 'Rester à l’intérieur' },
      { id: 'leave', nl: 'Evacueren', fr: 'Évacuer' },
    ],
    evidence: 'note',
    after: ['keep-indoors'],
  }),
  step('victims', {
    ...{ kind: 'ask', closes: { by: 'answer' } },
    question: { fact: 'victims', kind: 'number' },
  }),
  step('many', { when: { fact: 'victims', from: 5 }, measures: ['M10.8'] }),
]);

export const EVACUATION = workflow('evacuation', [step('assembly'), step('count')], {
  kind: 'block',
  types: [],
});

export const FLOOD = workflow(
  'flood',
  [step('pumps'), step('tally', { closes: { by: 'tally' } })],
  {
    types: ['flood'],
  },
);

export const CRISIS: CrisisPlan = {
  ...NO_PLAN,
  ...CALLS,
  phases: PHASE_PLAN.phases,
  edition: 'test',
  measures: ['M10.2', 'M10.6', 'M10.8'],
  workflows: [FIRST, FIRE, FLOOD, EVACUATION],
  sites: [
    { id: 'park-a', name: both('Park A'), manager: 'gemeente-elsene', closeAt: 70 },
    { id: 'bos-b', name: both('Bos B'), manager: 'leefmilieu-brussel', closeAt: 90 },
  ],
  municipalities: [
    { id: 'elsene', name: { nl: 'Elsene', fr: 'Ixelles' } },
    { id: 'evere', name: { nl: 'Evere', fr: 'Evere' } },
  ],
};
