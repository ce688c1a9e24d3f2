import type { TFunction } from 'i18next';
import type { FactValue } from '../../../shared/plan/step.ts';
import type { Lang } from '../../../shared/refusal.ts';
import { factName, inLang, valueText } from './text.ts';

/** What the logbook carries of a step (`shared/subject/task/told.ts`). */
interface Told {
  title?: { nl: string; fr: string };
  outcome?: 'done' | 'skipped';
  how?: string;
  note?: string;
  number?: number;
  name?: string;
  minutes?: number;
  owner?: string;
  reason?: string;
  fact?: string;
  value?: FactValue;
}

/** An automatic entry about a step, in the reader's words; undefined for other types. */
export function tellTask(
  type: string,
  data: Record<string, unknown>,
  t: TFunction,
  lang: Lang,
): string | undefined {
  if (!type.startsWith('task.')) return undefined;
  const told = data as Told;
  const title = told.title ? inLang(told.title, lang) : '';
  switch (type) {
    case 'task.closed': {
      const { outcome = 'done', how = 'person', note, number, name, minutes } = told;
      const more = [
        how === 'person' ? '' : t(`task.how-${how}`),
        note,
        name,
        number?.toString(),
        outcome === 'done' && minutes !== undefined
          ? t('task.took', { minutes: minutes.toLocaleString(lang === 'en' ? 'en-GB' : 'nl-BE') })
          : '',
      ].filter(Boolean);
      return t(`task.auto-${outcome}`, {
        title,
        more: more.length > 0 ? ` (${more.join(', ')})` : '',
      });
    }
    case 'task.added':
      return t('task.auto-added', { title, owner: t(`task.owner-${told.owner}`) });
    case 'task.answered':
      return t('task.auto-answered', {
        fact: factName(told.fact ?? '', t),
        value: valueText(told.value, undefined, t, lang),
      });
    case 'task.reopened':
      return t('task.auto-reopened', { title, reason: told.reason ?? '' });
    case 'task.started':
    case 'task.lapsed':
    case 'task.noted':
    case 'task.stopped':
    case 'task.tookOver':
      return t(`task.auto-${type.slice('task.'.length)}`, { title });
    default:
      return undefined;
  }
}
