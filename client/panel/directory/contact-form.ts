import { cleanText } from '../../../shared/clean.ts';
import type { Way } from '../../../shared/plan/directory.ts';
import type { CrisisPlan } from '../../../shared/plan/plan.ts';
import type { ContactIn, ContactRow } from '../../../shared/subject/directory/schema.ts';
import { scopeOf } from './names.ts';

/** A contact as its form has it: everything is text, an empty field is a thing that is not there. */

export interface HoldForm {
  function: string;
  /** Id of the municipality, zone or manager, whichever the function asks for. */
  place: string;
  rank: string;
  from: string;
  until: string;
}
export interface ContactForm {
  name: string;
  organisation: string;
  holds: HoldForm[];
  /** Absent: the reader may not see numbers, and they stay as they are. */
  ways?: Way[];
  single: boolean;
  languages: string[];
  from: string;
  until: string;
  keeper: string;
  checked: string;
  note: string;
  /** The entry that the form was begun on; 0: a new record. */
  basedOn: number;
}

export const NEW_HOLD: HoldForm = { function: '', place: '', rank: '1', from: '', until: '' };
export const newWay = (channel: string): Way => ({ channel, address: '', hours: 'always' });

export function contactForm(row: ContactRow): ContactForm {
  return {
    ...{ name: row.name, organisation: row.organisation, single: row.single },
    holds: row.holds.map((one) => ({
      function: one.function,
      place: one.municipality ?? one.zone ?? one.manager ?? '',
      rank: String(one.rank),
      ...{ from: one.from ?? '', until: one.until ?? '' },
    })),
    ...(row.ways ? { ways: [...row.ways] } : {}),
    languages: [...row.languages],
    ...{ from: row.from ?? '', until: row.until ?? '' },
    ...{ keeper: row.keeper, checked: row.checked, note: row.note ?? '' },
    basedOn: row.seq,
  };
}

export const newContact = (options: {
  organisation: string;
  keeper: string;
  today: string;
  /** The reader may see numbers. */
  numbers: boolean;
  channel: string;
}): ContactForm => ({
  ...{ name: '', organisation: options.organisation, holds: [NEW_HOLD], single: false },
  ...(options.numbers ? { ways: [newWay(options.channel)] } : {}),
  ...{ languages: ['nl', 'fr'], from: '', until: '' },
  ...{ keeper: options.keeper, checked: options.today, note: '', basedOn: 0 },
});

/** What is sent. Rows that nobody filled in are left out; what is wrong in the others, the subject says. */
export function contactRecord(form: ContactForm, id: string, plan: CrisisPlan): ContactIn {
  const note = cleanText(form.note, 1000);
  return {
    ...{ id, name: cleanText(form.name, 120), organisation: form.organisation },
    holds: form.holds.filter(isHold).map((one) => {
      const scope = scopeOf(plan, one.function);
      return {
        ...{ function: one.function, rank: Number(one.rank) || 0 },
        ...(scope && scope !== 'region' && one.place ? { [scope]: one.place } : {}),
        ...days(one),
      };
    }),
    ...(form.ways
      ? {
          ways: form.ways
            .map((way) => ({ ...way, address: cleanText(way.address, 200) }))
            .filter(({ address }) => address !== ''),
        }
      : {}),
    single: form.single,
    languages: form.languages as ContactIn['languages'],
    ...days(form),
    ...{ keeper: cleanText(form.keeper, 120), checked: form.checked },
    ...(note ? { note } : {}),
  };
}

const isHold = (one: HoldForm): boolean => one.function !== '';

export const days = ({ from, until }: { from: string; until: string }) => ({
  ...(from ? { from } : {}),
  ...(until ? { until } : {}),
});

/** The list with one of it a place further on or back. */
export function moved<T>(list: readonly T[], at: number, by: number): T[] {
  const to = at + by;
  if (to < 0 || to >= list.length) return [...list];
  const left = list.filter((_, i) => i !== at);
  left.splice(to, 0, list[at]!);
  return left;
}
