import { useTranslation } from 'react-i18next';
import { scaleBar } from './scale.ts';
import { lengthText, scaleText } from './words.ts';
import css from './print.module.css';

/** Millimetres that a bar may be long. */
const LONGEST = 60;
const PARTS = [0, 1, 2, 3];

/** The scale as a number, and as a bar that tells the truth even after a copying machine. */
export function ScaleOnPaper({ scale }: { scale: number }) {
  const { t } = useTranslation();
  const { metres, width } = scaleBar(scale, LONGEST);
  return (
    <div className={css.scale} data-testid="sheet-scale">
      <strong>{scaleText(scale)}</strong>
      <svg
        style={{ width: `${width}mm`, height: '2.2mm' }}
        viewBox="0 0 4 1"
        preserveAspectRatio="none"
        aria-hidden="true"
        data-metres={metres}
        data-testid="scale-bar"
      >
        {PARTS.map((part) => (
          <path key={part} d={`M${part} 0h1v1h-1Z`} fill={part % 2 === 0 ? '#10161f' : '#fff'} />
        ))}
        <path
          d="M0 0H4V1H0Z"
          fill="none"
          stroke="#10161f"
          strokeWidth="1"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <span>{t('print.centimetre', { length: lengthText(scale / 100) })}</span>
      <div className={css.ends} style={{ width: `${width}mm` }}>
        <span>0</span>
        <span>{lengthText(metres / 2)}</span>
        <span>{lengthText(metres)}</span>
      </div>
    </div>
  );
}
