import { alertIcon, nextIcon } from '../anpr-icon.ts';
import { LegendIcon } from '../corner/LegendIcon.tsx';
import { LegendSwatch } from '../corner/LegendSwatch.tsx';
import type { PlateSign } from './legend.ts';

const LINES: Partial<Record<PlateSign, string>> = {
  ...{ trail: 'anpr-leg', 'trail-possible': 'anpr-leg-possible', reach: 'anpr-reach' },
};
const ICONS: Partial<Record<PlateSign, string>> = {
  certain: alertIcon(2, 'certain', true),
  possible: alertIcon(2, 'possible', false),
  next: nextIcon(1, 'ahead'),
  overdue: nextIcon(1, 'overdue'),
  flow: 'anpr-flow:4',
};

/** As the sheet draws it. */
export function PlateMark({ sign }: { sign: PlateSign }) {
  const line = LINES[sign];
  return line ? <LegendSwatch kind={line} /> : <LegendIcon name={ICONS[sign]!} scale={0.6} />;
}

const WORDS: Readonly<Record<PlateSign, string>> = {
  certain: 'pursuit.legendCertain',
  possible: 'pursuit.legendPossible',
  trail: 'pursuit.legendTrail',
  'trail-possible': 'pursuit.legendTrailPossible',
  reach: 'pursuit.legendReach',
  next: 'pursuit.legendNext',
  overdue: 'pursuit.legendOverdue',
  flow: 'pursuit.legendFlow',
};
export const plateWord = (sign: PlateSign): string => WORDS[sign];
