import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { resolve, whereIs, type Resolved } from '../../../shared/plan/resolve.ts';
import type { Reach } from '../../../shared/plan/step.ts';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { momentOf, useNow } from '../../part/time.ts';
import { usePlan } from '../../plan.ts';
import { usePicture } from '../../store.ts';
import { becauseText } from '../alarm/because.ts';
import { useNaming } from '../directory/names.ts';
import { useLang, type Names } from '../hooks.ts';
import { useMoved } from './moved.ts';
import { inLang } from './text.ts';
import css from './task.module.css';

/** Whom the step reaches: for this place, at this hour, and why. */
export function Reached({ reach, incident }: { reach: Reach; incident: Incident }) {
  const { t } = useTranslation();
  const lang = useLang();
  const directory = usePicture((p) => p.shown.directory);
  const plan = usePlan((one) => one.plan);
  const at = Math.floor(useNow(60_000) / 60_000) * 60_000;
  const { place } = incident;
  const list = useMemo(() => {
    const now = new Date(at).toISOString();
    return resolve(reach, whereIs(place, now, plan), now, { directory, plan });
  }, [reach, place, at, plan, directory]);
  const moved = useMoved(reach, incident);
  return (
    <div className={css.reached} data-testid="reached">
      <h4>
        {t('task.reaches')}
        <span className={css.dim}>
          {' '}
          {reach.need === 'all' ? t('task.reachAll') : t('task.reachNeed', { count: reach.need })}
        </span>
      </h4>
      {moved && (
        <p className={css.moved} role="status">
          {t('task.moved', {
            ...{ from: moved.from ?? t('task.nowhere'), to: moved.to ?? t('task.nowhere') },
            at: momentOf(moved.at),
            functions: moved.wanted.map((one) => wantedName(one, plan, lang)).join(', '),
          })}
        </p>
      )}
      <ul>
        {list.map((one) => (
          <Wanted key={JSON.stringify(one.wanted)} one={one} lang={lang} />
        ))}
      </ul>
    </div>
  );
}

type Plan = ReturnType<typeof usePlan.getState>['plan'];

export function wantedName(wanted: Resolved['wanted'], plan: Plan, lang: Names['lang']): string {
  if ('function' in wanted)
    return plan.functions.find(({ id }) => id === wanted.function)?.name[lang] ?? wanted.function;
  const category = plan.categories.find(({ id }) => id === wanted.category);
  return category ? inLang(category.name, lang) : wanted.category;
}

/** The first of the list with the reason, and how many stand behind. */
function Wanted({ one, lang }: { one: Resolved; lang: Names['lang'] }) {
  const { t } = useTranslation();
  const naming = useNaming();
  const [first, ...others] = one.people;
  return (
    <li>
      <b>{wantedName(one.wanted, naming.plan, lang)}</b>{' '}
      {first ? (
        <>
          {first.name}{' '}
          <span className={css.dim}>
            {becauseText(first.because, t, naming)}
            {others.length > 0 && ` · ${t('task.morePeople', { count: others.length })}`}
          </span>
        </>
      ) : (
        <span className={css.wrong}>
          {t(one.missing === 'place-unknown' ? 'task.missingPlace' : 'task.missingNobody')}
        </span>
      )}
    </li>
  );
}
