import type { HotList } from '../../../../shared/anpr/list.ts';
import { useLang } from '../../hooks.ts';
import css from './lists.module.css';

/** The colour of a list as a stripe before its name: the name says which it is. */
export function Stripe({ list }: { list: Pick<HotList, 'title' | 'colour'> }) {
  const lang = useLang();
  return (
    <span className={css.stripe} data-colour={list.colour}>
      {list.title[lang]}
    </span>
  );
}
