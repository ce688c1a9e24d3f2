import type { TFunction } from 'i18next';
import type { AccessRow } from '../../../../shared/anpr/lookback.ts';
import { explain } from '../../../../shared/explain.ts';
import type { Lang, RefusalCode } from '../../../../shared/refusal.ts';
import { stampOf } from '../day.ts';

/** A line of the access log as a plain sentence. Pure. */

export interface Naming {
  t: TFunction;
  lang: Lang;
  role(id: string): string;
  camera(id: string): string;
  list(id: string): string;
}

/** Cameras that are named; the others are counted. */
const NAMED = 3;

/** After what was looked: a plate, cameras, or nothing that is told. */
function whatOf(row: AccessRow, { t, camera }: Naming): string {
  if (row.cameras && row.cameras.length > 0) {
    const named = row.cameras.slice(0, NAMED).map(camera).join(', ');
    const left = row.cameras.length - NAMED;
    return left > 0
      ? t('plates.say-camerasMore', { cameras: named, count: left })
      : t('plates.say-cameras', { cameras: named });
  }
  return t(row.fingerprint ? 'plates.say-plate' : 'plates.say-reads');
}

/** Who did what, after what, of when, for which case and why, and what came of it. */
export function sentenceOf(row: AccessRow, naming: Naming): string {
  const { t, lang, role, list } = naming;
  const parts: string[] = [];
  const who = t('plates.say-who', { name: row.actor.name, role: role(row.actor.role) });
  const about = row.about ?? '';
  parts.push(
    t(`plates.say-${row.what}`, {
      who,
      what: whatOf(row, naming),
      about: row.what.startsWith('list') ? list(about) : about,
      recipient: row.recipient ?? '?',
      count: row.count ?? 0,
      gone: t(`plates.gone-${about}`, { count: row.count ?? 0, defaultValue: about }),
    }),
  );
  if (row.from && row.until)
    parts.push(
      t('plates.say-period', { from: stampOf(row.from, lang), until: stampOf(row.until, lang) }),
    );
  else if (row.until && row.what === 'deletion')
    parts.push(t('plates.say-before', { until: stampOf(row.until, lang) }));
  if (row.purpose)
    parts.push(t('plates.say-purpose', { purpose: t(`lookback.purpose-${row.purpose}`) }));
  if (row.case) parts.push(t('plates.say-case', { case: row.case }));
  if (row.reason) parts.push(t('plates.say-reason', { reason: row.reason }));
  if (row.prosecutor) parts.push(t('plates.say-prosecutor', { prosecutor: row.prosecutor }));
  if (row.refused) parts.push(t('plates.say-why', { why: whyOf(row.refused, naming) }));
  else if (row.what === 'look' && row.count !== undefined)
    parts.push(t('plates.say-given', { count: row.count }));
  return parts.join(' ');
}

/** A refusal in the reader's language, without the values that it had then; a code of another version stays a code. */
function whyOf(code: string, { t, lang }: Naming): string {
  const own = t(`plates.why-${code}`, { defaultValue: '' });
  if (own) return own;
  try {
    return explain({ code: code as RefusalCode }, lang);
  } catch {
    return code;
  }
}
