import { useTranslation } from 'react-i18next';
import { textsOf, type Measure } from '../../../shared/plan/measure.ts';
import { Tag } from '../../part/Tag.tsx';
import { usePlan } from '../../plan.ts';
import { levelOf } from './measures.ts';
import { useLang } from '../hooks.ts';
import { Actions } from './Actions.tsx';
import { Indicators } from './Indicators.tsx';
import { Lives } from './Lives.tsx';
import { Uses } from './Uses.tsx';
import css from './plan.module.css';

/** One measure: what the plan asks, word for word, and what Belfry makes of it. */
export function MeasureDetail({ measure }: { measure: Measure }) {
  const { t } = useTranslation();
  const lang = useLang();
  const categories = usePlan((p) => p.plan.categories);
  const [text = '', ...items] = textsOf(measure);
  const level = usePlan((p) => levelOf(p.plan, measure));
  const partners = [
    ...measure.partners.map((id) => {
      const { name } = categories.find((one) => one.id === id) ?? {};
      return name?.[lang] ?? name?.nl ?? id;
    }),
    ...measure.others,
  ];
  return (
    <article className={css.detail} data-testid="measure-detail" data-id={measure.id} tabIndex={-1}>
      <header>
        <p className={css.line}>
          <b className={css.id}>{measure.id}</b>
          <Tag>{t(`plan.axis-${measure.axis}`)}</Tag>
          {measure.crisis && <Tag tone="accent">{t('plan.crisis')}</Tag>}
        </p>
        <h2>{measure.title[lang]}</h2>
      </header>
      <blockquote className={css.quote} lang="nl">
        <p>{text}</p>
        {items.length > 0 && (
          <ul>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        )}
        <footer className={css.dim}>{t('plan.source')}</footer>
      </blockquote>
      <section>
        <h3>{t('plan.partners')}</h3>
        <p>{partners.join(', ') || t('plan.noPartners')}</p>
      </section>
      <section>
        <h3>
          {t('plan.inBelfry')}{' '}
          <span className={css.level} data-level={level}>
            {t(`plan.level-${level}Long`)}
          </span>
        </h3>
        <p>
          {measure.belfry?.note[lang] ?? t(level === 'support' ? 'plan.stepsOnly' : 'plan.noNote')}
        </p>
        <Lives measure={measure} />
      </section>
      <Uses measure={measure.id} />
      <Actions measure={measure.id} />
      <Indicators measure={measure.id} />
    </article>
  );
}
