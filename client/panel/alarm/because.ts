import type { TFunction } from 'i18next';
import type { CrisisPlan } from '../../../shared/plan/plan.ts';
import type { Lang } from '../../../shared/refusal.ts';
import type { Group, Person } from '../../../shared/subject/alarm/schema.ts';
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
      case 'manager':
        return word('manager');
      case 'absent':
        return t(`alarm.because-absent-${word('hours')}`);
      case 'single':
        return t('alarm.because-single');
      default:
        return '';
    }
  });
  return parts.filter(Boolean).join(' · ');
}

/** The municipality for which people were put on the list; undefined where none was needed. */
export const listedFor = (groups: readonly Pick<Group, 'people'>[]): string | undefined =>
  groups
    .flatMap(({ people }) => people.flatMap(({ because }) => because))
    .map((one) => (one.code === 'municipality' ? one['municipality'] : undefined))
    .find((one) => typeof one === 'string');
