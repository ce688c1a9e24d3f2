import { inOffice } from './clock.ts';
import type { Way } from './directory.ts';

/**
 * The ways that make sense at this hour, in their own order: office hours are Monday to Friday, 08-18 in
 * Brussels (public holidays are not known). Where none does: all of them, and `absent` says so.
 */
export function waysNow(
  ways: readonly Way[] | undefined,
  ms: number,
): { ways?: Way[]; absent?: 'office' | 'outside' } {
  if (!ways) return {};
  const now = inOffice(ms) ? 'office' : 'outside';
  const fit = ways.filter(({ hours }) => hours === 'always' || hours === now);
  if (fit.length > 0 || ways.length === 0) return { ways: fit };
  return { ways: [...ways], absent: now === 'office' ? 'outside' : 'office' };
}
