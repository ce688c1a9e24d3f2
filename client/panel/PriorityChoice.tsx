import { useTranslation } from 'react-i18next';
import type { Priority } from '../../shared/value.ts';
import { PriorityMark } from '../part/PriorityMark.tsx';
import css from './detail.module.css';

/** Four buttons, one pressed; each named in words, not by colour alone. */
export function PriorityChoice({
  value,
  onChange,
  disabled,
}: {
  value: Priority;
  onChange: (priority: Priority) => void;
  disabled?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <div className={css.priorities} role="group" aria-label={t('incident.priority')}>
      {([1, 2, 3, 4] as const).map((priority) => (
        <button
          key={priority}
          type="button"
          aria-pressed={value === priority}
          aria-label={`${t('incident.setPriority', { n: priority })}, ${t(`incident.meaning${priority}`)}`}
          title={t(`incident.meaning${priority}`)}
          disabled={disabled}
          onClick={() => onChange(priority)}
        >
          <PriorityMark priority={priority} />
        </button>
      ))}
    </div>
  );
}
