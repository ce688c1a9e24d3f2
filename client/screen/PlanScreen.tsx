import { stepTo } from '../part/step.ts';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchMeasures, find, useMeasures } from '../panel/plan/measures.ts';
import { MeasureDetail } from '../panel/plan/MeasureDetail.tsx';
import { MeasureRow } from '../panel/plan/MeasureRow.tsx';
import { useLang } from '../panel/hooks.ts';
import { Empty } from '../part/Empty.tsx';
import { Field } from '../part/Field.tsx';
import { Button } from '../part/Button.tsx';
import css from '../panel/plan/plan.module.css';

/**
 * The regional plan whole: themes and measures, what each asks, and where it lives in Belfry. What the
 * software only supports is said to be so.
 */
export function PlanScreen() {
  const { t } = useTranslation();
  const lang = useLang();
  const { themes, failed } = useMeasures();
  const [typed, setTyped] = useState('');
  const [crisis, setCrisis] = useState(true);
  const [chosen, setChosen] = useState('M10.1');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => void (themes.length === 0 && fetchMeasures()), [themes.length]);

  const found = useMemo(() => find(themes, typed, crisis), [themes, typed, crisis]);
  const order = found.flatMap(({ measures }) => measures);
  const measure =
    order.find(({ id }) => id === chosen) ??
    order[0] ??
    themes.flatMap((theme) => theme.measures).find(({ id }) => id === chosen);

  const go = (event: KeyboardEvent) => {
    const at = order.findIndex(({ id }) => id === measure?.id);
    const to = stepTo(event.key, at, order.length);
    if (to === undefined) return;
    event.preventDefault();
    const next = order[to]!;
    setChosen(next.id);
    requestAnimationFrame(() => {
      const row = list.current?.querySelector<HTMLElement>(`[data-id="${next.id}"]`);
      row?.scrollIntoView({ block: 'nearest' });
      if (document.activeElement?.getAttribute('role') === 'option') row?.focus();
    });
  };

  return (
    <div className={css.plan} data-testid="plan">
      <section className={css.left} aria-label={t('plan.measures')}>
        <div className={css.top}>
          <h1>{t('plan.title')}</h1>
          <Field
            label={t('plan.search')}
            quiet
            type="search"
            placeholder={t('plan.searchHint')}
            value={typed}
            onChange={setTyped}
            onKeyDown={go}
            autoFocus
          />
          <label className={css.toggle}>
            <input
              type="checkbox"
              checked={crisis}
              onChange={(event) => setCrisis(event.target.checked)}
            />
            {t('plan.crisisOnly')}
            <span className={css.dim}>{t('plan.count', { count: order.length })}</span>
          </label>
        </div>
        <div
          ref={list}
          className={css.list}
          role="listbox"
          aria-label={t('plan.measures')}
          onKeyDown={go}
        >
          {found.map(({ theme, measures }) => (
            <div key={theme.theme} role="group" aria-label={theme.title[lang]}>
              <h2 className={css.theme} aria-hidden="true">
                {theme.theme}. {theme.title[lang]}
              </h2>
              {measures.map((one) => (
                <MeasureRow
                  key={one.id}
                  measure={one}
                  chosen={one.id === measure?.id}
                  onChoose={() => setChosen(one.id)}
                />
              ))}
            </div>
          ))}
        </div>
        {failed && (
          <Empty title={t('plan.failed')}>
            <Button onClick={() => void fetchMeasures()}>{t('plan.retry')}</Button>
          </Empty>
        )}
        {!failed && themes.length > 0 && order.length === 0 && <Empty title={t('plan.none')} />}
      </section>
      {measure && <MeasureDetail key={measure.id} measure={measure} />}
    </div>
  );
}
