import { useTranslation } from 'react-i18next';
import type { Lang } from '../../../shared/refusal.ts';
import { peopleText } from '../../panel/perimeter/radius.ts';
import { fullOf } from '../../part/time.ts';
import { useSession } from '../../session.ts';
import { kindName } from '../place/kind.ts';
import type { Moment } from './rows.ts';
import type { Listed } from './inside.ts';
import { LIST_PAGE } from './pages.ts';
import css from './print.module.css';

/** On sheets of its own after the map: who and what lies inside each perimeter. */
export function InsideSheet({
  inside,
  moment,
  title,
}: {
  inside: readonly Listed[];
  moment: Moment;
  title: string;
}) {
  const { t } = useTranslation();
  return (
    <article className={css.list} style={{ page: LIST_PAGE }} data-testid="sheet-inside">
      <header>
        <h1>{t('print.insideHead')}</h1>
        <p>
          {title} · {fullOf(moment.at)} · {t('print.entry', { seq: moment.seq })}
        </p>
      </header>
      {inside.length === 0 && <p>{t('print.noPerimeters')}</p>}
      {inside.map((one) => (
        <One
          key={one.perimeter.id}
          {...one}
          number={moment.state.incident.incidents.get(one.perimeter.incident)?.number ?? ''}
        />
      ))}
    </article>
  );
}

function One({ perimeter, list, number }: Listed & { number: string }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language as Lang;
  const { settings } = useSession.getState();
  const { kind, label, restrictions } = perimeter;
  return (
    <section>
      <h2 data-zone={kind}>
        {number} {t(`perimeter.kind-${kind}`)}
        {label && ` · ${label}`}
        {list.people !== undefined && (
          <small>{t('print.people', { n: peopleText(list.people, lang) })}</small>
        )}
        {restrictions && (
          <b className={css.closed}>
            {t('print.restricted', {
              who: restrictions.map((id) => settings?.restrictions[id]?.[lang] ?? id).join(', '),
            })}
          </b>
        )}
      </h2>
      {list.groups.length === 0 && <p>{t('print.nothing')}</p>}
      {list.groups.map(({ kind: sort, things }) => (
        <p key={sort}>
          <b>
            {kindName(sort)} ({things.length})
          </b>{' '}
          {things.map(({ properties }) => properties[lang]).join('; ')}
        </p>
      ))}
    </section>
  );
}
