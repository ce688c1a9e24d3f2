import { useTranslation } from 'react-i18next';
import { ageText, fullOf, useNow } from '../../part/time.ts';
import css from './phase.module.css';

/** From so many milliseconds before it, a meeting is near. */
export const SOON = 5 * 60_000;

/** How long until then, or since. */
export function Countdown({ at }: { at: string }) {
  const { t } = useTranslation();
  const left = Date.parse(at) - useNow();
  return (
    <time
      dateTime={at}
      title={fullOf(at)}
      className={css.clock}
      data-soon={left < SOON || undefined}
      data-testid="countdown"
    >
      {left >= 0
        ? t('phase.in', { left: ageText(left) })
        : t('phase.ago', { left: ageText(-left) })}
    </time>
  );
}
