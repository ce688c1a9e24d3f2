import { useTranslation } from 'react-i18next';
import type { AlertRow } from '../../../shared/subject/anpr/schema.ts';
import { PriorityMark } from '../../part/PriorityMark.tsx';
import { percent } from './names.ts';
import css from './anpr.module.css';

/** Priority by shape, number and colour; hollow and dashed where the hit is only possible. */
export function AlertMark({
  alert: { priority, certainty },
  size = 20,
}: {
  alert: Pick<AlertRow, 'priority' | 'certainty'>;
  size?: number;
}) {
  return (
    <span className={css.mark} data-certainty={certainty} data-priority={priority}>
      <PriorityMark priority={priority} size={size} />
    </span>
  );
}

/** How sure the match is, as a word; for a possible one with its figure. */
export function Certainty({
  alert: { certainty, probability },
}: {
  alert: Pick<AlertRow, 'certainty' | 'probability'>;
}) {
  const { t } = useTranslation();
  return (
    <span className={css.certainty} data-certainty={certainty}>
      {t(`anpr.${certainty}`)}
      {certainty === 'possible' && ` ${percent(probability)}`}
    </span>
  );
}
