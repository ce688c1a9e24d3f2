import type { TFunction } from 'i18next';
import type { Lang } from '../../../shared/refusal.ts';
import { momentIn } from '../phase/names.ts';
import { cameraName } from './names.ts';

/** What the logbook carries of a plate alert that is linked to its incident: no plate, no words about it. */
interface Told {
  category?: string;
  priority?: number;
  what?: string;
  camera?: string;
  at?: string;
  to?: string;
  outcome?: string;
  reason?: string;
}

/** An automatic entry about a plate alert, in the reader's words; undefined for other types. */
export function tellAnpr(
  type: string,
  data: Record<string, unknown>,
  t: TFunction,
  lang: Lang,
): string | undefined {
  if (!type.startsWith('anpr.')) return undefined;
  const { what = '', category, priority, camera, at, to = '', outcome, reason } = data as Told;
  return t(`platelog.${type === 'anpr.told' ? what : type.slice('anpr.'.length)}`, {
    ...{ to, priority: String(priority ?? '') },
    category: category ? t(`anpr.category-${category}`).toLowerCase() : '',
    camera: camera === undefined ? '' : cameraName(camera, lang),
    at: at ? momentIn(at, lang) : '',
    outcome: outcome ? t(`anpr.outcome-${outcome}`).toLowerCase() : '',
    reason: reason ? t(`anpr.reason-${reason}`).toLowerCase() : '',
  });
}
