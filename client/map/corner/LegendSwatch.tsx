import { POIS } from '../poi.ts';
import { LegendIcon } from './LegendIcon.tsx';

/** How the map draws a kind: an area, a line with its stroke, a picture, or letters. */
interface Look {
  form: 'area' | 'line' | 'letters';
  colour: string;
  width?: number;
  dash?: string;
  /** A second stroke over the first. */
  over?: { colour: string; width: number; dash: string };
}

const LOOKS: Readonly<Record<string, Look>> = {
  region: { form: 'line', colour: '--map-border', width: 1.6, dash: '6 2 1.5 2' },
  municipality: { form: 'line', colour: '--map-border', width: 1.6, dash: '6 2 1.5 2' },
  canal: { form: 'area', colour: '--map-water' },
  river: { form: 'area', colour: '--map-water' },
  pond: { form: 'area', colour: '--map-water' },
  park: { form: 'area', colour: '--map-green' },
  forest: { form: 'area', colour: '--map-green' },
  cemetery: { form: 'area', colour: '--map-cemetery' },
  quarter: { form: 'letters', colour: '--map-name' },
  square: { form: 'letters', colour: '--map-name' },
  motorway: { form: 'line', colour: '--map-road', width: 4 },
  ring: { form: 'line', colour: '--map-road', width: 4 },
  axis: { form: 'line', colour: '--map-axis', width: 3 },
  tunnel: { form: 'line', colour: '--map-tunnel', width: 4, dash: '4 3' },
  railway: {
    form: 'line',
    colour: '--map-rail',
    width: 1.5,
    over: { colour: '--map-rail', width: 6, dash: '1.5 4' },
  },
  'metro-line': { form: 'line', colour: '--map-transport', width: 3 },
  'traffic-line': { form: 'line', colour: '--map-traffic', width: 4 },
  'anpr-leg': { form: 'line', colour: '--accent', width: 3.4 },
  'anpr-leg-possible': { form: 'line', colour: '--accent', width: 3, dash: '6 4' },
  'anpr-reach': { form: 'line', colour: '--accent', width: 2.4 },
  route: { form: 'line', colour: '--warn', width: 3, dash: '7 3' },
  exclusion: { form: 'line', colour: '--zone-exclusion', width: 2.6 },
  isolation: { form: 'line', colour: '--zone-isolation', width: 2.6, dash: '8 3' },
  dissuasion: { form: 'line', colour: '--zone-dissuasion', width: 2.6, dash: '4 4' },
  effect: { form: 'line', colour: '--zone-effect', width: 2.6, dash: '1.6 4' },
};

/** A piece of the map's drawing; nothing for kinds that it does not know. */
export function LegendSwatch({ kind }: { kind: string }) {
  if (kind === 'unit') return <LegendIcon name="unit:D1:D1:fresh" scale={0.6} />;
  if (kind === 'traffic') return <LegendIcon name="traffic:congestion:now" scale={0.8} />;
  if (kind === 'anpr-flow') return <LegendIcon name="anpr-flow:4" scale={0.8} />;
  if (Object.hasOwn(POIS, kind)) return <LegendIcon name={`poi:${kind}`} scale={0.9} />;
  const look = LOOKS[kind];
  if (!look) return null;
  const colour = `var(${look.colour})`;
  return (
    <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
      {look.form === 'area' && (
        <rect x="2" y="1.5" width="22" height="11" rx="2" fill={colour} stroke="var(--line)" />
      )}
      {look.form === 'letters' && (
        <text x="13" y="11" textAnchor="middle" fontSize="11" fontWeight="600" fill={colour}>
          Aa
        </text>
      )}
      {look.form === 'line' && (
        <>
          <path d="M1 7H25" stroke={colour} strokeWidth={look.width} strokeDasharray={look.dash} />
          {look.over && (
            <path
              d="M1 7H25"
              stroke={`var(${look.over.colour})`}
              strokeWidth={look.over.width}
              strokeDasharray={look.over.dash}
            />
          )}
        </>
      )}
    </svg>
  );
}
