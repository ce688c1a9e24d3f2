import { useTranslation } from 'react-i18next';
import type { PhaseName } from '../../../shared/subject/phase/schema.ts';
import css from './phase.module.css';

/** In a row of the queue: the letter of the highest phase in force. */
export function PhaseMark({ phase }: { phase: PhaseName }) {
  const { t } = useTranslation();
  const name = t(`phase.name-${phase}`);
  return (
    <span className={css.letter} data-phase={phase} role="img" aria-label={name} title={name}>
      {t(`phase.letter-${phase}`)}
    </span>
  );
}
