import type { Restrictions } from '../../shared/restrictions.ts';
import { Tag } from '../part/Tag.tsx';
import { useNames } from './hooks.ts';

/** Says who else sees a thing: nothing when that is everybody. */
export function RestrictedTags({ of }: { of: { restrictions?: Restrictions | undefined } }) {
  const names = useNames();
  return of.restrictions?.map((one) => (
    <Tag key={one} tone="restricted" icon="lock">
      {names.restriction(one)}
    </Tag>
  ));
}
