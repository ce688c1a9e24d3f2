import { cleanText } from '../../../shared/clean.ts';
import type { Organisation } from '../../../shared/plan/directory.ts';
import type { OrganisationRow } from '../../../shared/subject/directory/schema.ts';
import { days } from './contact-form.ts';

/** An organisation as its form has it: everything is text, an empty field is a thing that is not there. */
export interface OrganisationForm {
  nl: string;
  fr: string;
  en: string;
  category: string;
  municipality: string;
  zone: string;
  manager: string;
  from: string;
  until: string;
  keeper: string;
  checked: string;
  note: string;
  basedOn: number;
}

export const organisationForm = (row: OrganisationRow): OrganisationForm => ({
  ...{ nl: row.name.nl, fr: row.name.fr, en: row.name.en ?? '', category: row.category },
  ...{ municipality: row.municipality ?? '', zone: row.zone ?? '', manager: row.manager ?? '' },
  ...{ from: row.from ?? '', until: row.until ?? '' },
  ...{ keeper: row.keeper, checked: row.checked, note: row.note ?? '', basedOn: row.seq },
});

export const newOrganisation = (keeper: string, today: string): OrganisationForm => ({
  ...{ nl: '', fr: '', en: '', category: '', municipality: '', zone: '', manager: '' },
  ...{ from: '', until: '', keeper, checked: today, note: '', basedOn: 0 },
});

export function organisationRecord(form: OrganisationForm, id: string): Organisation {
  const text = (value: string) => cleanText(value, 200);
  const en = text(form.en);
  const note = cleanText(form.note, 1000);
  const { municipality, zone, manager } = form;
  return {
    id,
    name: { nl: text(form.nl), fr: text(form.fr), ...(en ? { en } : {}) },
    category: form.category,
    ...(municipality ? { municipality } : {}),
    ...(zone ? { zone } : {}),
    ...(manager ? { manager } : {}),
    ...days(form),
    ...{ keeper: cleanText(form.keeper, 120), checked: form.checked },
    ...(note ? { note } : {}),
  };
}
