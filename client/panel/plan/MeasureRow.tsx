import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/plan/measure.ts';
import { usePlan } from '../../plan.ts';
import { levelOf } from './measures.ts';
import { useLang } from '../hooks.ts';
import { useUse } from './use.ts';
import css from './plan.module.css';

export function MeasureRow({
  measure,
  chosen,
  onChoose,
}: {
  measure: Measure;
  chosen: boolean;
  onChoose: () => void;
}) {
  const { t } = useTranslation();
  const lang = useLang();
  const { open, used } = useUse(measure.id);
  const level = usePlan((p) => levelOf(p.plan, measure));
  return (
    <div
      role="option"
      aria-selected={chosen}
      tabIndex={chosen ? 0 : -1}
      className={css.row}
      data-id={measure.id}
      data-testid="measure"
      onClick={onChoose}
    >
      <span className={css.id}>{measure.id}</span>
      <span className={css.name}>{measure.title[lang]}</span>
      <span className={css.level} data-level={level} title={t(`plan.level-${level}Long`)}>
        {t(`plan.level-${level}`)}
      </span>
      {(used > 0 || open > 0) && (
        <span className={css.dim}>
          {[
            used > 0 && t('plan.usedShort', { count: used }),
            open > 0 && t('plan.openShort', { count: open }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
    </div>
  );
}
