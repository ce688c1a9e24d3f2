import type { TFunction } from 'i18next';
import type { Because } from '../../../shared/plan/resolve.ts';
import type { Group, Person } from '../../../shared/subject/alarm/schema.ts';
import type { Naming } from '../directory/names.ts';
import { whyText } from '../directory/why.ts';

/**
 * Why this person is on a list whose heading already names the function, in short:
 * "gemeente Elsene · politiezone 5339 · van wacht tot 20:00". An alarm has it as it was frozen then: a reason of
 * a code that is not known any more is left out.
 */
export const becauseText = (
  because: Person['because'] | readonly Because[],
  t: TFunction,
  naming: Naming,
): string =>
  (because as readonly Because[])
    .map((one): string | undefined => {
      switch (one.code) {
        case 'function':
          return undefined;
        case 'zone':
          return t('alarm.because-zone', { zone: one.zone });
        case 'single':
          return t('alarm.because-single');
        default:
          return whyText(one, t, naming, (id) => id);
      }
    })
    .filter(Boolean)
    .join(' · ');

/** The municipality for which people were put on the list; undefined where none was needed. */
export const listedFor = (groups: readonly Pick<Group, 'people'>[]): string | undefined =>
  groups
    .flatMap(({ people }) => people.flatMap(({ because }) => because))
    .map((one) => (one.code === 'municipality' ? one['municipality'] : undefined))
    .find((one) => typeof one === 'string');
