import { atomsIn } from '../../shared/plan/condition.ts';
import { layOut } from '../../shared/plan/expand.ts';
import { BUILT_IN_FACTS, PHASES, type FactValue, type Question } from '../../shared/plan/step.ts';
import type { Findings, Place } from './finding.ts';
import { blocksOf } from './lint-order.ts';
import { meant } from './near.ts';
import { idsOf, type PlanFiles } from './read.ts';
import { itemsOf, stepsOf, type Written } from './workflow.ts';

/** Facts: what conditions hang on, and what steps ask. */

/** What can be said of a fact. */
interface Kind {
  type: 'boolean' | 'number' | 'text';
  /** Where only these can be. */
  among?: readonly FactValue[];
  /** How it is told to who writes: `a yes or no`. */
  told: string;
}

export function lintFacts(files: PlanFiles, found: Findings): void {
  const kinds = new Map([...builtIn(files), ...asked(files, found)]);
  const everywhere = askedIn(files.workflows, isShared);
  const anywhere = askedIn(files.workflows, () => true);
  const blocks = blocksOf(files.workflows);
  for (const workflow of files.workflows) {
    const own = layOut(itemsOf(workflow), blocks).flatMap(({ step }) => step.question?.fact ?? []);
    // What runs beside any workflow may lean on what any of them asks.
    const there = isShared(workflow) ? anywhere : new Set([...everywhere, ...own]);
    for (const { item, at } of workflow.items)
      for (const { atom, path } of item?.when ? atomsIn(item.when) : []) {
        const { fact } = atom;
        const place = at('when', ...path, 'fact');
        if (!(fact in BUILT_IN_FACTS) && !there.has(fact))
          found.mistake(
            place,
            anywhere.has(fact)
              ? `nobody asks "${fact}" in this workflow: add a step of kind ask`
              : `there is no fact "${fact}": ask it in a step, or use one that is known.${meant(fact, [...Object.keys(BUILT_IN_FACTS), ...there])}`,
          );
        const kind = kinds.get(fact);
        if (!kind) continue;
        if ('is' in atom) compare([atom.is], kind, fact, at('when', ...path, 'is'), found);
        if ('in' in atom) compare(atom.in, kind, fact, at('when', ...path, 'in'), found);
        if ('from' in atom && kind.type !== 'number')
          found.mistake(
            at('when', ...path, 'from'),
            `"${fact}" is ${kind.told}: "from" compares numbers only, write "is"`,
          );
      }
  }
}

/** Workflows of every type, and blocks. */
const isShared = ({ kind, head }: Written): boolean =>
  kind === 'block' || (head?.types ?? []).includes('*');

const askedIn = (workflows: readonly Written[], which: (one: Written) => boolean): Set<string> =>
  new Set(workflows.filter(which).flatMap(factsOf));
const factsOf = (workflow: Written): string[] =>
  stepsOf(workflow).flatMap(({ step }) => step.question?.fact ?? []);

function compare(
  values: readonly FactValue[],
  kind: Kind,
  fact: string,
  place: Place,
  found: Findings,
): void {
  for (const value of values) {
    const type = typeof value === 'string' ? 'text' : typeof value;
    if (type !== kind.type)
      found.mistake(
        place,
        `"${fact}" is ${kind.told}, and ${JSON.stringify(value)} is ${NAMES[type]}${
          type === 'text' || kind.type !== 'text' ? '' : ': put it in quotes'
        }`,
      );
    else if (kind.among && !kind.among.includes(value))
      found.mistake(
        place,
        `"${fact}" is never ${JSON.stringify(value)}: ${kind.among.join(', ')}.${meant(String(value), kind.among.map(String))}`,
      );
  }
}
const NAMES: Record<string, string> = { text: 'a text', number: 'a number', boolean: 'yes or no' };

function builtIn({ incidentTypes, ground }: PlanFiles): [string, Kind][] {
  const among: Partial<Record<keyof typeof BUILT_IN_FACTS, readonly FactValue[]>> = {
    type: idsOf(incidentTypes),
    priority: [1, 2, 3, 4],
    ...(ground
      ? {
          municipality: ground.municipalities.map(({ id }) => id),
          zone: ground.zones.map(({ id }) => id),
        }
      : {}),
    phase: ['none', ...PHASES],
    perimeter: ['none', 'exclusion', 'isolation', 'dissuasion'],
    threat: [1, 2, 3, 4],
  };
  return Object.entries(BUILT_IN_FACTS).map(([fact, type]) => {
    const list = among[fact as keyof typeof BUILT_IN_FACTS];
    return [fact, { type, told: NAMES[type]!, ...(list ? { among: list } : {}) }];
  });
}

const TYPES = { yesno: 'boolean', number: 'number', choice: 'text', text: 'text' } as const;

/** Facts that steps ask, each as it is asked first; what is asked otherwise elsewhere is told. */
function asked({ workflows }: PlanFiles, found: Findings): [string, Kind][] {
  const first = new Map<string, { question: Question; at: Place }>();
  for (const workflow of workflows)
    for (const { step, at } of stepsOf(workflow)) {
      const { question } = step;
      if (!question) continue;
      const { fact } = question;
      if (fact in BUILT_IN_FACTS) {
        found.mistake(
          at('question', 'fact'),
          `"${fact}" is known without asking: take another name`,
        );
        continue;
      }
      const before = first.get(fact);
      if (!before) first.set(fact, { question, at: at('question', 'fact') });
      else if (saying(before.question) !== saying(question))
        found.mistake(
          at('question', 'fact'),
          `"${fact}" is ${saying(question)} here, and ${saying(before.question)} in ${before.at.file}:${before.at.line}: one fact, one kind`,
        );
    }
  return [...first].map(([fact, { question }]) => [fact, kindOf(question)]);
}

const saying = ({ kind, choices = [] }: Question): string =>
  kind === 'choice' ? `a choice of ${choices.map(({ id }) => id).join(', ')}` : ASKED[kind];
const ASKED = { yesno: 'a yes or no', number: 'a number', text: 'a text', choice: 'a choice' };

function kindOf(question: Question): Kind {
  const { kind, choices } = question;
  const among = kind === 'choice' && choices ? choices.map(({ id }) => id) : undefined;
  return { type: TYPES[kind], told: saying(question), ...(among ? { among } : {}) };
}
