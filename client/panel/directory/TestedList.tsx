import { useTranslation } from 'react-i18next';
import type { Candidate, Resolved } from '../../../shared/plan/resolve.ts';
import { Button } from '../../part/Button.tsx';
import { usePicture } from '../../store.ts';
import { inLang, nameOf, useNaming } from './names.ts';
import { show } from './state.ts';
import { whyText } from './why.ts';
import css from './directory.module.css';

/** People in the order in which they are called, each with the reasons, and the numbers that count at that hour. */
export function TestedList({ found }: { found: readonly Resolved[] }) {
  const { t } = useTranslation();
  const { plan, lang } = useNaming();
  return found.map(({ wanted, people, missing }) => {
    const title =
      'function' in wanted
        ? nameOf(plan.functions, wanted.function, lang)
        : nameOf(plan.categories, wanted.category, lang);
    return (
      <section key={JSON.stringify(wanted)} aria-label={title}>
        <h2>{title}</h2>
        {missing && <p className={css.warn}>{t(`directory.missing-${missing}`)}</p>}
        <ol className={css.tested}>
          {people.map((one) => (
            <Tested key={one.contact} one={one} />
          ))}
        </ol>
      </section>
    );
  });
}

function Tested({ one }: { one: Candidate }) {
  const { t } = useTranslation();
  const naming = useNaming();
  const { plan, lang } = naming;
  const organisations = usePicture((p) => p.shown.directory.organisations);
  const organisation = (id: string) => {
    const row = organisations.get(id);
    return row ? inLang(row.name, lang) : id;
  };
  return (
    <li data-testid="directory-tested">
      <div>
        <Button
          kind="quiet"
          className={css.person}
          onClick={() => show({ kind: 'contact', id: one.contact })}
        >
          {one.name}
        </Button>
        <span className={css.dim}>{inLang(one.organisation, lang)}</span>
      </div>
      <p className={css.why}>
        {t('directory.because', {
          why: one.because.map((reason) => whyText(reason, t, naming, organisation)).join(' · '),
        })}
      </p>
      {one.ways === undefined ? (
        <p className={css.dim}>{t('directory.hidden')}</p>
      ) : one.ways.length === 0 ? (
        <p className={css.warn}>{t('directory.noWays')}</p>
      ) : (
        <ol className={css.inlineWays}>
          {one.ways.map((way, i) => (
            <li key={`${way.channel} ${i}`}>
              <span className={css.dim}>{nameOf(plan.channels, way.channel, lang)}</span>{' '}
              <b>{way.address}</b>
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}
