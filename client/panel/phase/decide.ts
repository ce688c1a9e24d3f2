import { cleanText } from '../../../shared/clean.ts';
import { serverNow } from '../../part/time.ts';
import { parseWhen } from './when.ts';

/** What every decision on a phase is told with. */
export interface Decided {
  /** Id of a contact. */
  contact: string;
  /** Typed, where the directory knows nobody. */
  name: string;
  reason: string;
  when: string;
}
export const UNDECIDED: Decided = { contact: '', name: '', reason: '', when: '' };

/** Which field is wrong, as a key of the words; undefined: it can be sent. */
export interface Wrong {
  decider?: string;
  reason?: string;
  when?: string;
}

/** The decision as the command wants it, or what is wrong. `known`: ids of those who may decide. */
export function decisionOf(
  form: Decided,
  known: readonly string[],
): { ok: true; data: object } | { ok: false; wrong: Wrong } {
  const [name, reason] = [cleanText(form.name, 120), cleanText(form.reason, 2000)];
  const contact = known.length === 1 ? known[0] : known.find((id) => id === form.contact);
  const occurred = form.when.trim() ? parseWhen(form.when, serverNow(), false) : undefined;
  const wrong: Wrong = {
    ...(known.length > 0 && contact === undefined ? { decider: 'choose' } : {}),
    ...(known.length === 0 && !name ? { decider: 'needed' } : {}),
    ...(reason ? {} : { reason: 'needed' }),
    ...(form.when.trim() && occurred === undefined ? { when: 'badTime' } : {}),
  };
  if (Object.keys(wrong).length > 0) return { ok: false, wrong };
  const decider = contact === undefined ? { name } : { contact };
  return { ok: true, data: { decider, reason, ...(occurred ? { occurred } : {}) } };
}
