import { useTranslation } from 'react-i18next';
import css from './PriorityMark.module.css';

/** Shape, number and colour say the same: diamond 1, triangle 2, square 3, ring 4. */
const SHAPES: Readonly<Record<number, string>> = {
  1: 'M10 .5 19.5 10 10 19.5 .5 10Z',
  2: 'M10 1 19.5 18.5H.5Z',
  3: 'M2 2h16v16H2Z',
  4: 'M10 18.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Z',
};

export function PriorityMark({ priority, size = 20 }: { priority: number; size?: number }) {
  const { t } = useTranslation();
  return (
    <svg
      className={css.mark}
      data-priority={priority}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      role="img"
      aria-label={t('shell.priority', { priority })}
    >
      <path d={SHAPES[priority] ?? SHAPES[4]} />
      <text x="10" y={priority === 2 ? 16 : 14.2} textAnchor="middle">
        {priority}
      </text>
    </svg>
  );
}
