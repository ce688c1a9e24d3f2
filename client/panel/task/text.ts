import type { TFunction } from 'i18next';
import type { FactValue, Question } from '../../../shared/plan/step.ts';
import type { Lang } from '../../../shared/refusal.ts';
import type { OwnStep } from '../../../shared/subject/task/schema.ts';
import { ageText } from '../../part/time.ts';

/** Words about steps in the reader's language. The plan has two languages by law; English readers get a third where it exists. */
export const inLang = (text: { nl: string; fr: string; en?: string | undefined }, lang: Lang) =>
  text[lang] ?? text.nl;

/** `nog 4 min`, `3 min te laat`: by the minute, so that nothing flickers. `left`: milliseconds, negative when late. */
export function dueText(left: number, t: TFunction): string {
  const minutes = (ms: number) => ageText(Math.max(1, Math.round(ms / 60_000)) * 60_000);
  return left < 0
    ? t('task.lateBy', { age: minutes(-left) })
    : t('task.dueIn', { age: minutes(left) });
}

/** What closes it by itself; undefined when only a person does. */
export function closesText({ closes, question }: OwnStep, t: TFunction): string | undefined {
  if (closes.by === 'person' || question) return undefined;
  if (closes.by !== 'involved') return t(`task.closes-${closes.by}`);
  const { discipline, involvement } = closes;
  return t('task.closes-involved', {
    discipline,
    involvement: t(`incident.involved-${involvement}`),
  });
}

/** A fact by its name; one that this program does not know by that of its question. */
export const factName = (fact: string, t: TFunction): string =>
  t(`task.fact-${fact}`, { defaultValue: fact.replaceAll('-', ' ') });

export function valueText(
  value: FactValue | undefined,
  question: Question | undefined,
  t: TFunction,
  lang: Lang,
): string {
  if (value === undefined) return t('task.unknown');
  if (typeof value === 'boolean') return t(value ? 'task.yes' : 'task.no');
  if (typeof value === 'number') return value.toLocaleString(NUMBERS[lang]);
  const choice = question?.choices?.find(({ id }) => id === value);
  return choice ? inLang(choice, lang) : value;
}
const NUMBERS = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' } as const;
