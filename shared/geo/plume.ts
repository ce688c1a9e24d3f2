import type { Point } from '../value.ts';
import type { Shape } from './shape.ts';

/**
 * Downwind sector: a first estimate of where smoke or gas goes, before anybody has measured or
 * modelled it. It is a drawn aid for the first minutes and says so wherever it is shown; the
 * calculation of a specialist (CBRNE adviser, Civil Protection) takes its place.
 *
 * The table follows the usual field practice for first distances: a still or turning wind is drawn as
 * a full circle; the steadier the wind, the narrower the sector; smoke that rises with heat needs
 * less length than a heavy or toxic gas. Confirm the figures with the fire service before use: they are
 * meant to be changed here, in one place.
 */
export const AGENTS = ['smoke', 'gas', 'toxic'] as const;
export type Agent = (typeof AGENTS)[number];

export interface Wind {
  /** Where it blows from, compass degrees, as weather services give it (WMO). */
  from: number;
  /** Metres per second, ten-minute mean at 10 m. */
  speed: number;
}

/** Opening of the sector by wind speed, m/s: below 2 the direction means little. */
const ANGLES: readonly { below: number; angle: number }[] = [
  { below: 2, angle: 360 },
  { below: 4, angle: 90 },
  { below: 8, angle: 60 },
  { below: Infinity, angle: 40 },
];

/** Length by what is carried, metres: in a wind, and all around in still air. */
const LENGTHS: Readonly<Record<Agent, { wind: number; still: number }>> = {
  smoke: { wind: 800, still: 200 },
  gas: { wind: 1000, still: 300 },
  toxic: { wind: 2000, still: 500 },
};

/** The sector downwind of a place. Same input, same sector. */
export function plume(origin: Point, agent: Agent, { from, speed }: Wind): Shape {
  const { angle } = ANGLES.find(({ below }) => speed < below)!;
  const length = angle === 360 ? LENGTHS[agent].still : LENGTHS[agent].wind;
  return { form: 'sector', origin, bearing: (from + 180) % 360, angle, length };
}
