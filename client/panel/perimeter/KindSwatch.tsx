import type { PerimeterKind } from '../../../shared/subject/perimeter/schema.ts';
import css from './perimeter.module.css';

/** As on the map: the stroke tells the kinds apart without the colour. */
const DASH = {
  exclusion: undefined,
  isolation: '8 3',
  dissuasion: '4 3',
  effect: '1.5 3',
} as const;

export function KindSwatch({ kind }: { kind: PerimeterKind }) {
  return (
    <svg
      className={css.swatch}
      data-kind={kind}
      width="22"
      height="14"
      viewBox="0 0 22 14"
      aria-hidden="true"
    >
      <rect
        x="1.5"
        y="1.5"
        width="19"
        height="11"
        rx="3"
        fill="currentColor"
        fillOpacity="0.18"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeDasharray={DASH[kind]}
      />
    </svg>
  );
}
