import type { TFunction } from 'i18next';
import type { CrisisPlan } from '../../../shared/plan/plan.ts';
import type { Lang } from '../../../shared/refusal.ts';
import type { Person } from '../../../shared/subject/alarm/schema.ts';
import { momentOf } from '../../part/time.ts';
import { nameIn } from './name.ts';

/** Why this person is on the list, as it was frozen: "Elsene · politiezone 5339 · van wacht tot 20:00". */
export function becauseText(
  { because }: Pick<Person, 'because'>,
  { t, plan, lang }: { t: TFunction; plan: CrisisPlan; lang: Lang },
): string {
  const parts = because.map((one): string => {
    const word = (key: string): string => {
      const value = one[key];
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    };
    switch (one.code) {
      case 'municipality':
        return nameIn(plan.municipalities, word('municipality'), lang);
      case 'zone':
        return t('alarm.because-zone', { zone: word('zone') });
      case 'duty':
        return t('alarm.because-duty', { until: momentOf(word('until')) });
      case 'holder':
        return t('alarm.because-holder');
      case 'deputy':
        return t('alarm.because-deputy', { rank: Math.max(1, Number(word('rank')) - 1) });
      case 'single':
        return t('alarm.because-single');
      default:
        return '';
    }
  });
  return parts.filter(Boolean).join(' · ');
}
