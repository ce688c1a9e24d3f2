import { cleanText } from '../../../../shared/clean.ts';
import { exactPlate, HOUR_MS, limitsAt } from '../../../../shared/anpr/lookback-rules.ts';
import { regimeOf, type LookQuery, type Purpose } from '../../../../shared/anpr/lookback.ts';
import { instantOf } from '../local.ts';

/** A question to the read store as its form has it. Never kept: it dies with the screen. */
export interface LookForm {
  purpose: Purpose | '';
  case: string;
  reason: string;
  prosecutor: string;
  by: 'plate' | 'cameras';
  plate: string;
  cameras: readonly string[];
  from: string;
  until: string;
}
export type LookField = Exclude<keyof LookForm, 'by'>;

export const CAMERAS_MOST = 20;

export const NEW_LOOK: LookForm = {
  ...{ purpose: '', case: '', reason: '', prosecutor: '', by: 'plate', plate: '', cameras: [] },
  ...{ from: '', until: '' },
};

/** Administrative use asks after a plate, never after all who passed. */
export const byOf = ({ purpose, by }: LookForm): LookForm['by'] =>
  purpose && regimeOf(purpose) === 'administrative' ? 'plate' : by;

/** The period reaches further back than may be looked into without the prosecutor. `now`: ms. */
export function needsProsecutor(form: LookForm, now: number): boolean {
  const from = instantOf(form.from);
  if (!form.purpose || !from || regimeOf(form.purpose) === 'administrative') return false;
  return Date.parse(from) < limitsAt(now).month;
}

export function queryOf(form: LookForm, now: number): LookQuery {
  const prosecutor = cleanText(form.prosecutor, 120);
  return {
    purpose: form.purpose as Purpose,
    case: cleanText(form.case, 80),
    reason: cleanText(form.reason, 500),
    ...(prosecutor && needsProsecutor(form, now) ? { prosecutor } : {}),
    ...(byOf(form) === 'plate'
      ? { plate: cleanText(form.plate, 24) }
      : { cameras: [...form.cameras] }),
    from: instantOf(form.from) ?? '',
    until: instantOf(form.until) ?? '',
  };
}

/**
 * What keeps the question from being asked, by field, as the end of a key of words `lookback.wrong-…`. The
 * server holds the same rules and has the last word.
 */
export function wrongInLook(form: LookForm, now: number): Map<LookField, string> {
  const wrong = new Map<LookField, string>();
  if (!form.purpose) wrong.set('purpose', 'purpose');
  if (!form.case.trim()) wrong.set('case', 'case');
  if (!form.reason.trim()) wrong.set('reason', 'reason');
  const by = byOf(form);
  if (by === 'plate') {
    const plate = form.plate.trim();
    if (plate === '' || plate.length > 24) wrong.set('plate', 'plate');
    else if (exactPlate(plate) === '') wrong.set('plate', 'wildcard');
  } else if (form.cameras.length === 0) wrong.set('cameras', 'cameras');
  else if (form.cameras.length > CAMERAS_MOST) wrong.set('cameras', 'tooMany');
  const [from, until] = [
    Date.parse(instantOf(form.from) ?? ''),
    Date.parse(instantOf(form.until) ?? ''),
  ];
  if (Number.isNaN(from)) wrong.set('from', 'moment');
  if (Number.isNaN(until)) wrong.set('until', 'moment');
  if (Number.isNaN(from) || Number.isNaN(until)) return wrong;
  if (until <= from) wrong.set('until', 'order');
  else if (by === 'cameras' && until - from > HOUR_MS) wrong.set('until', 'hour');
  if (from > now) wrong.set('from', 'future');
  const limits = limitsAt(now);
  if (from < limits.year) wrong.set('from', 'year');
  else if (form.purpose && regimeOf(form.purpose) === 'administrative' && from < limits.month)
    wrong.set('from', 'month');
  else if (needsProsecutor(form, now) && !form.prosecutor.trim())
    wrong.set('prosecutor', 'prosecutor');
  return wrong;
}
