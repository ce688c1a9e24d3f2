import { msOf, wallOf } from '../../../shared/plan/clock.ts';
import type { Duty } from '../../../shared/plan/directory.ts';
import type { CrisisPlan } from '../../../shared/plan/plan.ts';
import { scopeOf } from './names.ts';
import type { PostOf } from './week.ts';

/** A duty as its form has it; moments by the clock on the wall in Brussels, `2026-11-24T20:00`. */
export interface DutyForm {
  function: string;
  place: string;
  contact: string;
  weekly: boolean;
  days: number[];
  /** Of the pattern: `20:00`. */
  begins: string;
  ends: string;
  /** Between two moments; of a pattern, the bounds within which it holds, if any. */
  from: string;
  until: string;
}

const placeIn = ({ municipality, zone, manager }: Omit<PostOf, 'function'>): string =>
  municipality ?? zone ?? manager ?? '';

export const dutyForm = (duty: Duty): DutyForm => ({
  ...{ function: duty.function, place: placeIn(duty), contact: duty.contact },
  ...{ weekly: duty.weekly !== undefined, days: [...(duty.weekly?.days ?? [])] },
  ...{ begins: duty.weekly?.from ?? '20:00', ends: duty.weekly?.until ?? '08:00' },
  ...{ from: wallText(duty.from), until: wallText(duty.until) },
});

export const newDuty = (post: PostOf | undefined): DutyForm => ({
  ...{ function: post?.function ?? '', place: post ? placeIn(post) : '', contact: '' },
  ...{ weekly: post === undefined, days: [1, 2, 3, 4, 5, 6, 7], begins: '20:00', ends: '08:00' },
  ...{ from: '', until: '' },
});

export function dutyRecord(form: DutyForm, id: string, plan: CrisisPlan): Duty {
  const scope = scopeOf(plan, form.function);
  const [from, until] = [momentOfWall(form.from), momentOfWall(form.until)];
  return {
    ...{ id, function: form.function, contact: form.contact },
    ...(scope && scope !== 'region' && form.place ? { [scope]: form.place } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    ...(form.weekly
      ? { weekly: { days: [...form.days].sort(), from: form.begins, until: form.ends } }
      : {}),
  };
}

/** ISO 8601 → `2026-11-24T20:00` in Brussels; empty stays empty. */
export function wallText(at: string | undefined): string {
  if (!at) return '';
  const { day, minutes } = wallOf(Date.parse(at));
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The other way round; undefined for what is no moment. */
export function momentOfWall(text: string): string | undefined {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(text);
  if (!found) return undefined;
  const [, day = '', hour, minute] = found;
  return new Date(msOf(day, Number(hour) * 60 + Number(minute))).toISOString();
}
