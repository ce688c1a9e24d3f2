import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lang } from '../../../shared/refusal.ts';
import type { Perimeter } from '../../../shared/subject/perimeter.ts';
import { theGround } from '../../ground.ts';
import { insideList, type InsideList } from '../../panel/perimeter/inside.ts';
import { peopleText } from '../../panel/perimeter/radius.ts';
import { fullOf } from '../../part/time.ts';
import { useSession } from '../../session.ts';
import { kindName } from '../kind.ts';
import { perimetersIn, type Moment } from './capture.ts';
import type { Plan } from './choice.ts';
import css from './print.module.css';

/** Name of its pages (CSS Paged Media, named pages). */
export const LIST_PAGE = 'belfry-list';

/** On sheets of its own after the map: who and what lies inside each perimeter. */
export function InsideSheet({
  plan,
  moment,
  title,
  exercise,
  closed,
  rows,
}: {
  plan: Plan;
  moment: Moment;
  title: string;
  exercise: boolean;
  /** Whom it may not be shown to, in words. */
  closed: readonly string[];
  rows: readonly Perimeter[];
}) {
  const { t } = useTranslation();
  const own = plan.incident
    ? rows.filter((one) => one.incident === plan.incident?.id)
    : perimetersIn(rows, plan.box);
  const lists = useLists(own);
  return (
    <article className={css.list} style={{ page: LIST_PAGE }} data-testid="sheet-inside">
      <header>
        <h1>{t('print.insideHead')}</h1>
        <p>
          {exercise && <b className={css.space}>{t('print.exercise')}</b>} {title} ·{' '}
          {fullOf(moment.at)} · {t('print.entry', { seq: moment.seq })}{' '}
          {closed.length > 0 && (
            <b className={css.closed}>{t('print.restricted', { who: closed.join(', ') })}</b>
          )}
        </p>
      </header>
      {own.length === 0 && <p>{t('print.noPerimeters')}</p>}
      {own.map((one) => (
        <One key={one.id} perimeter={one} list={lists?.get(one.id)} />
      ))}
    </article>
  );
}

function useLists(perimeters: readonly Perimeter[]): ReadonlyMap<string, InsideList> | undefined {
  const [lists, setLists] = useState<ReadonlyMap<string, InsideList>>();
  const layers = useSession((s) => s.settings?.layers);
  useEffect(() => {
    let over = false;
    void theGround().then((ground) => {
      if (!ground || over) return;
      const told = perimeters.map(
        ({ id, shape }) => [id, insideList(ground, shape, layers ?? [])] as const,
      );
      setLists(new Map(told));
    });
    return () => {
      over = true;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- of one moment
  }, []);
  return lists;
}

function One({ perimeter, list }: { perimeter: Perimeter; list: InsideList | undefined }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language as Lang;
  const { settings } = useSession.getState();
  const { kind, label, restrictions } = perimeter;
  return (
    <section>
      <h2 data-zone={kind}>
        {t(`perimeter.kind-${kind}`)}
        {label && `: ${label}`}
        {list?.people !== undefined && (
          <small>{t('print.people', { n: peopleText(list.people) })}</small>
        )}
        {restrictions && (
          <b className={css.closed}>
            {t('print.restricted', {
              who: restrictions.map((id) => settings?.restrictions[id]?.[lang] ?? id).join(', '),
            })}
          </b>
        )}
      </h2>
      {list?.groups.length === 0 && <p>{t('print.nothing')}</p>}
      {list?.groups.map(({ kind: sort, things }) => (
        <p key={sort}>
          <b>
            {kindName(sort)} ({things.length}):
          </b>{' '}
          {things.map(({ properties }) => properties[lang]).join('; ')}
        </p>
      ))}
    </section>
  );
}
