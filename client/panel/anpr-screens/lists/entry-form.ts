import { cleanText } from '../../../../shared/clean.ts';
import { ListEntry } from '../../../../shared/anpr/list.ts';
import { instantOf, localOf } from '../local.ts';

/** A vehicle of a list as its form has it: everything is text, an empty field is a thing that is not there. */
export interface EntryForm {
  plate: string;
  country: string;
  from: string;
  until: string;
  reason: string;
  instruction: string;
  vehicle: string;
  reference: string;
}

export const entryForm = (entry: ListEntry | undefined): EntryForm => ({
  ...{ plate: entry?.plate ?? '', country: entry ? (entry.country ?? '') : 'BE' },
  ...{ from: localOf(entry?.from), until: localOf(entry?.until) },
  ...{ reason: entry?.reason ?? '', instruction: entry?.instruction ?? '' },
  ...{ vehicle: entry?.vehicle ?? '', reference: entry?.reference ?? '' },
});

/** `before`: the entry as it stands, whose seconds a field that nobody touched keeps. */
export function entryOf(form: EntryForm, id: string, before?: ListEntry): ListEntry {
  const moment = (local: string, had: string | undefined) =>
    local && local === localOf(had) ? had : instantOf(local);
  const from = moment(form.from, before?.from);
  const until = moment(form.until, before?.until);
  const [instruction, vehicle] = [cleanText(form.instruction, 600), cleanText(form.vehicle, 160)];
  const reference = cleanText(form.reference, 80);
  return {
    ...{ id, plate: cleanText(form.plate, 24).toUpperCase() },
    ...(form.country ? { country: form.country } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    reason: cleanText(form.reason, 300),
    ...(instruction ? { instruction } : {}),
    ...(vehicle ? { vehicle } : {}),
    ...(reference ? { reference } : {}),
  };
}

/** Fields that keep it from being saved, with the end of a key of words `hotlist.wrong-…`. */
export function wrongInEntry(form: EntryForm): Map<keyof EntryForm, string> {
  const entry = entryOf(form, 'x');
  const wrong = new Map<keyof EntryForm, string>();
  // Longer is cut by `cleanText`: a plate with a part missing would be another plate.
  if (form.plate.trim().length > 24 || !/[A-Za-z0-9]/.test(form.plate)) wrong.set('plate', 'plate');
  if (form.from && !entry.from) wrong.set('from', 'moment');
  if (form.until && !entry.until) wrong.set('until', 'moment');
  for (const { path } of ListEntry.safeParse(entry).error?.issues ?? []) {
    const [field] = path as [keyof EntryForm];
    if (!wrong.has(field))
      wrong.set(field, field === 'plate' || field === 'reason' ? field : 'entry');
  }
  if (entry.from && entry.until && entry.until <= entry.from) wrong.set('until', 'window');
  return wrong;
}
