import type { Agent } from '../../../shared/geo/plume.ts';
import type { Shape } from '../../../shared/geo/shape.ts';
import type { PerimeterKind } from '../../../shared/subject/perimeter/schema.ts';
import type { Point } from '../../../shared/value.ts';

/**
 * The tool in the hand of whoever draws on the map: one at a time, never sent before it is done. Bar and
 * map, keyboard and mouse all change the same thing here.
 */
export interface Draft {
  name: 'draw';
  incident: string;
  /** The perimeter that is drawn anew; absent: it will be a new one. */
  perimeter?: string;
  kind: Exclude<PerimeterKind, 'effect'>;
  form: 'circle' | 'polygon';
  center: Point;
  /** Metres; undefined while what is typed is no length. */
  radius: number | undefined;
  ring: readonly Point[];
  /** The last side has been drawn: a click sets no further corner. */
  closed: boolean;
  label: string;
}
export interface Measure {
  name: 'measure';
  line: readonly Point[];
}
/** The area of effect: what is typed so far, and the sector that comes of it. */
export interface Effect {
  name: 'effect';
  incident: string;
  perimeter?: string;
  origin: Point;
  agent: Agent;
  shape: Shape | undefined;
}
export type Tool = Draft | Measure | Effect;
