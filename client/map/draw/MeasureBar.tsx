import { useTranslation } from 'react-i18next';
import { metresBetween } from '../../../shared/geo/metres.ts';
import type { Point } from '../../../shared/value.ts';
import { useLang } from '../../panel/hooks.ts';
import { lengthText } from '../../panel/perimeter/radius.ts';
import { IconButton } from '../../part/Button.tsx';
import { endTool } from './state.ts';
import { useToolKeys } from './keys.ts';
import { useMapState } from '../state.ts';
import css from './DrawBar.module.css';

/** Metres over all sides of a line. */
export const lengthOf = (line: readonly Point[]): number =>
  line.slice(1).reduce((sum, point, i) => sum + metresBetween(line[i]!, point), 0);

/** How far it is, as the line grows. Nothing is sent. */
export function MeasureBar({ line }: { line: readonly Point[] }) {
  const { t } = useTranslation();
  const lang = useLang();
  const pointer = useMapState((map) => map.pointer);
  useToolKeys(
    () => false,
    () => undefined,
  );
  const last = line.at(-1);
  const going = last && pointer ? metresBetween(last, pointer) : undefined;
  return (
    <section className={css.bar} aria-label={t('perimeter.measure')} data-testid="measure-bar">
      <header className={css.head}>
        <h2>{t('perimeter.measure')}</h2>
        <output className={css.length} data-testid="measure-length">
          {line.length > 1 ? lengthText(lengthOf(line), lang) : '0 m'}
        </output>
        {going !== undefined && <span className={css.cut}>+ {lengthText(going, lang)}</span>}
        <IconButton
          icon="close"
          size="small"
          label={`${t('perimeter.leave')} (Esc)`}
          onClick={endTool}
        />
      </header>
      <p className={css.hint}>{t('perimeter.measureHint')}</p>
    </section>
  );
}
