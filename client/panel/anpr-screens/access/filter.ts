import type { AccessRow } from '../../../../shared/anpr/lookback.ts';
import { instantOf } from '../local.ts';

/** What is asked of the access log, as its form has it. Never kept. */
export interface AccessFilter {
  actor: string;
  what: AccessRow['what'] | '';
  case: string;
  /** Asked by its fingerprint: the log tells whether it was this one, never which it was. */
  plate: string;
  from: string;
  until: string;
}

export const WHATS: readonly AccessRow['what'][] = [
  ...(['look', 'refused', 'export', 'picture', 'list-read', 'list-export'] as const),
  ...(['deletion', 'access-read'] as const),
];

export const NO_FILTER: AccessFilter = {
  ...{ actor: '', what: '', case: '', plate: '', from: '', until: '' },
};

/** The filter as the server is asked; only what was filled in. */
export function askedOf(filter: AccessFilter): Record<string, string> {
  const { actor, what } = filter;
  const asked = {
    ...{ actor, what, case: filter.case.trim(), plate: filter.plate.trim() },
    ...{ from: instantOf(filter.from), until: instantOf(filter.until) },
  };
  return Object.fromEntries(
    Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1])),
  );
}
