import { useTranslation } from 'react-i18next';
import type { ListSummary } from '../../../../shared/anpr/list.ts';
import { PriorityMark } from '../../../part/PriorityMark.tsx';
import { Tag } from '../../../part/Tag.tsx';
import { fullOf, momentOf } from '../../../part/time.ts';
import { usePicture } from '../../../store.ts';
import { useLang } from '../../hooks.ts';
import { showList } from '../state.ts';
import { walkRows } from '../walk-rows.ts';
import { activeText } from './active.ts';
import { Stripe } from './Stripe.tsx';
import frame from '../anpr-screens.module.css';
import css from './lists.module.css';

const HEADS = [
  ...['title', 'category', 'owner', 'basis', 'priority', 'entryCount', 'version', 'activeHead'],
  ...['covertHead', 'personsHead'],
] as const;

/** Hot lists that this person may see. None is opened by itself: reading one is written down. */
export function ListTable({
  lists,
  chosen,
}: {
  lists: readonly ListSummary[];
  chosen: string | undefined;
}) {
  const { t } = useTranslation();
  return (
    <div className={css.tableBox}>
      <table
        className={`${frame.table} ${frame.edge}`}
        data-testid="hotlists"
        onKeyDown={(event) => walkRows(event, '[data-list]')}
      >
        <caption className="visually-hidden">{t('hotlist.lists')}</caption>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {t(`hotlist.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lists.map((list) => (
            <Row key={list.id} list={list} chosen={list.id === chosen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ list, chosen }: { list: ListSummary; chosen: boolean }) {
  const { t } = useTranslation();
  const lang = useLang();
  const incidents = usePicture((p) => p.shown.incident.incidents);
  const { changed } = list;
  return (
    <tr data-chosen={chosen || undefined} onClick={() => showList(list.id)} data-id={list.id}>
      <th scope="row">
        <button type="button" className={css.name} data-list={list.id} aria-pressed={chosen}>
          <Stripe list={list} />
        </button>
      </th>
      <td>{t(`hotlist.category-${list.category}`)}</td>
      <td>{list.owner}</td>
      <td className={css.basis}>{list.basis}</td>
      <td>
        <PriorityMark priority={list.priority} />
      </td>
      <td className={frame.number}>{list.entries.toLocaleString(lang)}</td>
      <td title={fullOf(changed.at)}>
        {list.version}
        <small className={frame.under}>
          {t('hotlist.changedBy', { at: momentOf(changed.at), by: changed.by })}
        </small>
      </td>
      <td>
        <Tag tone={list.counts ? 'good' : 'plain'} icon={list.counts ? 'tick' : 'close'}>
          {t(list.counts ? 'hotlist.counts' : 'hotlist.countsNot')}
        </Tag>
        <small className={frame.under}>
          {activeText(list.active, t, (id) => incidents.get(id)?.title)}
        </small>
      </td>
      <td>
        {list.covert ? (
          <Tag tone="restricted" icon="lock" solid>
            {t('hotlist.covertYes')}
          </Tag>
        ) : (
          t('hotlist.no')
        )}
      </td>
      <td>{t('hotlist.persons', { count: list.persons })}</td>
    </tr>
  );
}
