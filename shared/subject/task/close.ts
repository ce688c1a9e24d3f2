import type { Event } from '../../entry.ts';
import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision } from '../../subject.ts';
import { closed } from './say.ts';
import type { OwnStep, Run, TaskCommand } from './schema.ts';

type Close = Extract<TaskCommand, { type: 'task.close' }>;

/** A person says that a step is done, and tells what it wants to be told. A choice becomes a decision of the logbook. */
export function closeStep({ id, data }: Close, run: Run, step: OwnStep, { at }: Context): Decision {
  const { run: _run, step: _step, ...given } = data;
  const { evidence, options, question } = step;
  if (question) return reject(refuse('answer-first', 'data.step'));
  if (evidence && (given[evidence] ?? '') === '')
    return reject(refuse('evidence-missing', `data.${evidence}`));
  if (given.time && Date.parse(given.time) > Date.parse(at) + 60_000)
    return reject(refuse('time-ahead', 'data.time'));
  const chosen = options?.find((one) => one.id === given.option);
  if (options && !chosen) return reject(refuse('option-missing', 'data.option'));
  if (!options && given.option !== undefined)
    return reject(refuse('option-missing', 'data.option'));
  if (!chosen) return accept(closed(run, step, at, 'done', 'person', told(given)));
  return accept(
    closed(run, step, at, 'done', 'person', { ...told(given), entry: id }),
    written(id, run, 'decision', decisionText(step, chosen, given.note)),
  );
}

/** Without texts that are empty. */
const told = <Given extends object>(given: Given): Partial<Given> =>
  Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== ''),
  ) as Partial<Given>;

/** In both languages: the logbook is read by all, and a decision counts for all. */
function decisionText(
  { title }: OwnStep,
  option: { nl: string; fr: string },
  note: string | undefined,
): string {
  const one = (lang: 'nl' | 'fr') => `${title[lang]}: ${option[lang]}`;
  const both = one('nl') === one('fr') ? one('nl') : `${one('nl')} / ${one('fr')}`;
  return note ? `${both}\n${note}` : both;
}

/** An entry of the logbook, of the incident that a run belongs to. */
export const written = (
  id: string,
  { incident, restrictions }: Run,
  kind: 'order' | 'decision',
  text: string,
  to?: string,
): Event =>
  fact(
    'journal.written',
    id,
    { incident, kind, text, ...(to === undefined ? {} : { to }) },
    restrictions,
  );
