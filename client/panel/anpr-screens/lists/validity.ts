import type { TFunction } from 'i18next';
import type { ListEntry } from '../../../../shared/anpr/list.ts';
import { momentOf } from '../../../part/time.ts';

type Valid = Pick<ListEntry, 'from' | 'until'>;

/** It does not count any more. `now`: ms. */
export const isOver = ({ until }: Valid, now: number): boolean =>
  until !== undefined && Date.parse(until) <= now;

/** Between which moments it counts, in words. */
export function validityText({ from, until }: Valid, now: number, t: TFunction): string {
  if (isOver({ until }, now)) return t('hotlist.validOver', { until: momentOf(until!, now) });
  const begun = from === undefined || Date.parse(from) <= now;
  if (from && until && !begun)
    return t('hotlist.validFromUntil', { from: momentOf(from, now), until: momentOf(until, now) });
  if (from && !begun) return t('hotlist.validFrom', { from: momentOf(from, now) });
  return until
    ? t('hotlist.validUntil', { until: momentOf(until, now) })
    : t('hotlist.validAlways');
}
