import { useId } from 'react';
import css from './lookback.module.css';

/** Who looked, when, and under which number, across everything that is shown: so that a photograph of the screen tells it too. */
export function Watermark({ text }: { text: string }) {
  const id = useId();
  const wide = Math.max(420, text.length * 8.2 + 60);
  return (
    <svg className={css.watermark} aria-hidden="true" data-testid="watermark">
      <pattern
        id={id}
        width={wide}
        height={150}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-24)"
      >
        <text x={0} y={40}>
          {text}
        </text>
        <text x={wide / 2 - 20} y={115}>
          {text}
        </text>
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
