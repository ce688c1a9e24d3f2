import { useTranslation } from 'react-i18next';
import { timeOf } from '../../../part/time.ts';
import { useLang } from '../../hooks.ts';
import { peakOf, sumOf, type Hour } from './flow.ts';
import css from './cameras.module.css';

const WIDTH = 6;
const GAP = 1;

/** Hours as small bars; what they say is in their name for the ear, hour by hour in their tips. */
export function Bars({
  hours,
  most,
  name,
  height = 26,
}: {
  hours: readonly Hour[];
  /** What a bar of full height stands for. */
  most: number;
  name: string;
  height?: number;
}) {
  const { t } = useTranslation();
  const lang = useLang();
  const all = hours.reduce((sum, hour) => sum + sumOf(hour), 0);
  const peak = peakOf(hours);
  const number = (value: number) => value.toLocaleString(lang);
  const label = t(peak ? 'plates.flowText' : 'plates.flowNone', {
    name,
    hours: hours.length,
    all: number(all),
    at: peak && timeOf(peak.from),
    peak: peak && number(sumOf(peak)),
  });
  return (
    <svg
      className={css.bars}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${hours.length * (WIDTH + GAP)} ${height}`}
      width={hours.length * (WIDTH + GAP)}
      height={height}
    >
      {hours.map((hour, i) => {
        const share = most > 0 ? sumOf(hour) / most : 0;
        const tall = sumOf(hour) > 0 ? Math.max(1, share * (height - 1)) : 0;
        return (
          <g key={hour.from}>
            <title>
              {t('plates.flowHour', {
                ...{ at: timeOf(hour.from), count: number(sumOf(hour)) },
                ...{ approaching: number(hour.approaching), leaving: number(hour.leaving) },
              })}
            </title>
            <rect
              className={css.ground}
              x={i * (WIDTH + GAP)}
              y={0}
              width={WIDTH}
              height={height}
            />
            <rect
              className={css.bar}
              data-running={hour.running || undefined}
              x={i * (WIDTH + GAP)}
              y={height - tall}
              width={WIDTH}
              height={tall}
            />
          </g>
        );
      })}
    </svg>
  );
}
