import type { TFunction } from 'i18next';
import type { Because } from '../../../shared/plan/resolve.ts';
import { momentOf } from '../../part/time.ts';
import { nameOf, placeName, type Naming } from './names.ts';

/** Why somebody stands on the list, one reason of several, in words. `name` of an organisation by its id. */
export function whyText(
  one: Because,
  t: TFunction,
  naming: Naming,
  organisation: (id: string) => string,
): string {
  const { plan, lang } = naming;
  switch (one.code) {
    case 'function':
      return t('directory.whyFunction', { name: nameOf(plan.functions, one.function, lang) });
    case 'category':
      return t('directory.whyCategory', { name: nameOf(plan.categories, one.category, lang) });
    case 'municipality':
      return t('directory.whyMunicipality', { name: placeName(one, naming) });
    case 'zone':
      return t('directory.whyZone', { name: placeName(one, naming) });
    case 'manager':
      return t('directory.whyManager', { name: placeName(one, naming) });
    case 'duty':
      return t('directory.whyDuty', { at: momentOf(one.until) });
    case 'holder':
      return t('directory.rankHolder');
    case 'deputy':
      return t('directory.rankDeputy', { rank: one.rank - 1 });
    case 'single':
      return t('directory.whySingle', { name: organisation(one.organisation) });
    case 'absent':
      return t(`directory.whyAbsent-${one.hours}`);
  }
}
