import { cleanText } from '../../../../shared/clean.ts';
import { HotList, type Active, type ListSummary } from '../../../../shared/anpr/list.ts';
import { instantOf, localOf } from '../local.ts';

/** The definition of a hot list as its form has it. It never holds a plate, so that a draft of it may be kept. */
export interface ListForm {
  id: string;
  nl: string;
  fr: string;
  en: string;
  owner: string;
  category: string;
  basis: string;
  priority: string;
  colour: string;
  tune: string;
  restrictions: readonly string[];
  covert: boolean;
  persons: string;
  retentionDays: string;
  /** Percent. */
  certainFrom: string;
  possibleFrom: string;
  controllers: readonly string[];
  convoy: boolean;
  kind: Active['kind'];
  from: string;
  until: string;
  incident: string;
  /** The definition over which it was typed, `definitionKey` of it; empty for a new one. */
  basedOn: string;
}

/** What of a summary is definition, in an order that does not change. */
export function definitionOf(list: ListSummary | HotList): HotList {
  const { id, title, owner, category, basis, priority, colour, tune, restrictions } = list;
  const { covert, persons, retentionDays, certainFrom, possibleFrom } = list;
  const { controllers, convoy, active } = list;
  return {
    ...{ id, title: { nl: title.nl, fr: title.fr, en: title.en }, owner, category, basis },
    ...{ priority, colour, tune, restrictions, covert, persons, retentionDays },
    ...{ certainFrom, possibleFrom, controllers, convoy, active },
  };
}
export const definitionKey = (list: ListSummary | HotList): string =>
  JSON.stringify(definitionOf(list));

const percent = (share: number): string => String(Math.round(share * 1000) / 10);

export const listForm = (list: ListSummary | HotList): ListForm => ({
  ...{ id: list.id, nl: list.title.nl, fr: list.title.fr, en: list.title.en, owner: list.owner },
  ...{ category: list.category, basis: list.basis, priority: String(list.priority) },
  ...{ colour: list.colour, tune: list.tune, restrictions: list.restrictions },
  ...{ covert: list.covert, persons: String(list.persons), convoy: list.convoy },
  retentionDays: String(list.retentionDays),
  ...{ certainFrom: percent(list.certainFrom), possibleFrom: percent(list.possibleFrom) },
  ...{ controllers: list.controllers, kind: list.active.kind },
  ...(list.active.kind === 'window'
    ? { from: localOf(list.active.from), until: localOf(list.active.until) }
    : { from: '', until: '' }),
  incident: list.active.kind === 'incident' ? list.active.incident : '',
  basedOn: definitionKey(list),
});

/** A list that is not there yet: nothing decided that a person must decide, and off until they say otherwise. */
export const newListForm = (restrictions: readonly string[]): ListForm => ({
  ...{ id: '', nl: '', fr: '', en: '', owner: '', category: '', basis: '', priority: '3' },
  ...{ colour: 'grey', tune: 'single', restrictions, covert: false, persons: '1', convoy: false },
  ...{ retentionDays: '30', certainFrom: '95', possibleFrom: '50', controllers: [] },
  ...{ kind: 'off', from: '', until: '', incident: '', basedOn: '' },
});

const share = (text: string): number =>
  text.trim() === '' ? NaN : Math.round(Number(text.replace(',', '.')) * 10) / 1000;

function activeOf({ kind, from, until, incident }: ListForm): object {
  if (kind === 'window') return { kind, from: instantOf(from), until: instantOf(until) };
  return kind === 'incident' ? { kind, incident } : { kind };
}

/** The definition that a form says; whether it is one is told by `wrongInList`. */
export const listOf = (form: ListForm): HotList =>
  ({
    id: form.id.trim(),
    title: {
      nl: cleanText(form.nl, 120),
      fr: cleanText(form.fr, 120),
      en: cleanText(form.en, 120),
    },
    owner: cleanText(form.owner, 160),
    category: form.category,
    basis: cleanText(form.basis, 300),
    priority: Number(form.priority),
    ...{ colour: form.colour, tune: form.tune, restrictions: form.restrictions },
    ...{ covert: form.covert, persons: Number(form.persons) },
    retentionDays: form.retentionDays.trim() === '' ? NaN : Number(form.retentionDays),
    ...{ certainFrom: share(form.certainFrom), possibleFrom: share(form.possibleFrom) },
    ...{ controllers: form.controllers, convoy: form.convoy, active: activeOf(form) },
  }) as HotList;

/** Fields of the form, by which a mistake is shown where it is. */
export type ListField =
  Exclude<keyof ListForm, 'basedOn' | 'kind' | 'convoy' | 'tune' | 'colour'> | 'other';

const FIELD: Readonly<Record<string, ListField>> = {
  ...{ 'title.nl': 'nl', 'title.fr': 'fr', 'title.en': 'en' },
  ...{ 'active.from': 'from', 'active.until': 'until', 'active.incident': 'incident' },
};
const PLAIN: readonly string[] = [
  ...['id', 'owner', 'category', 'basis', 'priority', 'restrictions', 'covert', 'persons'],
  ...['retentionDays', 'certainFrom', 'possibleFrom', 'controllers'],
];
const fieldOf = (path: readonly PropertyKey[]): ListField => {
  const [head = '', next = ''] = path.map(String);
  return FIELD[`${head}.${next}`] ?? (PLAIN.includes(head) ? (head as ListField) : 'other');
};

/**
 * Everything that keeps this from being saved, by field, as the end of a key of words `hotlist.wrong-…`.
 * `taken`: ids of lists that are there, for a new one.
 */
export function wrongInList(form: ListForm, taken: readonly string[] = []): Map<ListField, string> {
  const list = listOf(form);
  const wrong = new Map<ListField, string>();
  const say = (field: ListField, why: string) => {
    if (!wrong.has(field)) wrong.set(field, why);
  };
  const parsed = HotList.safeParse(list);
  for (const { path } of parsed.error?.issues ?? []) {
    const field = fieldOf(path);
    say(field, field === 'nl' || field === 'fr' || field === 'en' ? 'title' : field);
  }
  if (taken.includes(list.id)) say('id', 'taken');
  if (list.possibleFrom > list.certainFrom) say('possibleFrom', 'order');
  if (list.covert && !list.restrictions.includes('covert')) say('restrictions', 'covert');
  if (list.active.kind === 'window' && list.active.until <= list.active.from)
    say('until', 'window');
  return wrong;
}
