import { themeOf } from '../../shared/plan/measure.ts';
import type { Step } from '../../shared/plan/step.ts';
import type { Findings } from './finding.ts';
import { meant } from './near.ts';
import { FILES, idsOf, type PlanFiles } from './read.ts';
import { stepsOf, type WrittenItem } from './workflow.ts';

/** What each step says by itself: measures, whom it reaches, and that its kind has what it needs. */
export function lintSteps(files: PlanFiles, found: Findings): void {
  const known = {
    measures: files.themes.flatMap(({ measures }) => measures.map(({ id }) => id)),
    functions: idsOf(files.functions),
    categories: idsOf(files.categories),
  };
  for (const workflow of files.workflows)
    for (const { step, at } of stepsOf(workflow)) {
      for (const [i, id] of step.measures.entries())
        if (known.measures.length > 0 && !known.measures.includes(id))
          found.mistake(
            at('measures', i),
            `measure ${id} is not in the plan: theme ${themeOf(id)} has ${range(id, known.measures)}`,
          );
      for (const list of ['functions', 'categories'] as const)
        for (const [i, id] of (step.reach?.[list] ?? []).entries())
          if (!known[list].includes(id))
            found.mistake(
              at('reach', list, i),
              `"${id}" is not in ${FILES[list]}: add it there or correct it.${meant(id, known[list])}`,
            );
      for (const [field, message] of needs(step)) found.mistake(at(field), message);
      repeats(step, at, found);
    }
}

function range(id: string, measures: readonly string[]): string {
  const count = measures.filter((one) => themeOf(one) === themeOf(id)).length;
  return count === 0 ? 'none' : `M${themeOf(id)}.1 to M${themeOf(id)}.${count}`;
}

/** Field, and why the step cannot work as it is. */
function needs(step: Step): [field: string, message: string][] {
  const { kind, closes, question, options, evidence, reach } = step;
  const reaches = ['call', 'notify', 'message'].includes(kind);
  const wrong: [boolean, string, string][] = [
    [kind === 'ask' && !question, 'kind', 'asks nothing: add "question" with "fact" and "kind"'],
    [
      kind !== 'ask' && question !== undefined,
      'question',
      'only a step of kind ask has a question',
    ],
    [
      kind === 'ask' && question !== undefined && closes.by !== 'answer',
      step.closes.by === 'person' ? 'question' : 'closes',
      'closes with its answer: write "closes: { by: answer }"',
    ],
    [
      closes.by === 'answer' && kind !== 'ask',
      'closes',
      'is closed by an answer, and asks nothing',
    ],
    [
      question?.kind === 'choice' && (question.choices?.length ?? 0) < 2,
      'question',
      'a choice needs at least two "choices"',
    ],
    [
      question !== undefined && question.kind !== 'choice' && question.choices !== undefined,
      'question',
      `only a question of kind choice has "choices", this one is ${question?.kind}`,
    ],
    [kind === 'decide' && !options, 'kind', 'decides between nothing: add "options", two or more'],
    [
      kind === 'decide' && !evidence,
      'kind',
      'a decision is founded: add "evidence", what must be told with it (note or name)',
    ],
    [
      kind !== 'decide' && options !== undefined,
      'options',
      'only a step of kind decide has options',
    ],
    [
      closes.by === 'reached' && !reach,
      'closes',
      'is closed when somebody is reached, and reaches nobody: add "reach"',
    ],
    [
      reaches && !reach,
      'kind',
      `is a step of kind ${kind}: add "reach", with the functions or categories to reach`,
    ],
    [!reaches && reach !== undefined, 'reach', 'only call, notify and message reach somebody'],
    [
      reach !== undefined && reach.functions.length + reach.categories.length === 0,
      'reach',
      'reaches nobody: name at least one function or category',
    ],
  ];
  return wrong.filter(([is]) => is).map(([, field, message]) => [field, message]);
}

/** The same thing twice in one list. */
function repeats(
  { measures, reach, options, question }: Step,
  at: WrittenItem['at'],
  found: Findings,
) {
  const lists: [path: PropertyKey[], ids: readonly string[]][] = [
    [['measures'], measures],
    [['reach', 'functions'], reach?.functions ?? []],
    [['reach', 'categories'], reach?.categories ?? []],
    [['options'], (options ?? []).map(({ id }) => id)],
    [['question', 'choices'], (question?.choices ?? []).map(({ id }) => id)],
  ];
  for (const [path, ids] of lists)
    for (const [i, id] of ids.entries())
      if (ids.indexOf(id) !== i)
        found.mistake(at(...path, i), `"${id}" stands there twice: keep one`);
}
