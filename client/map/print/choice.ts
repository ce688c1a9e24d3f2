import type { Box } from '../../../shared/geo/feature.ts';
import type { State } from '../../../shared/folds.ts';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import type { Point } from '../../../shared/value.ts';
import { boxOfIncident } from './rows.ts';
import { mapOf, type Paper, type Size, type Turn } from './paper.ts';
import { boxOnPaper, fittingScale, middleOfBox } from './scale.ts';

/** What somebody wants on paper. */
export interface Choice {
  /** Id of an incident; empty: what is on the screen. */
  about: string;
  paper: Paper;
  turn: Turn;
  /** Undefined: the one that fits. */
  scale: number | undefined;
  /** Undefined: the proposed one. */
  title: string | undefined;
  perimeters: boolean;
  reports: boolean;
  inside: boolean;
  /** Open alerts of plate cameras, and the trail of the selected one. */
  plates?: boolean;
}

/** What follows from it. */
export interface Plan {
  center: Point;
  scale: number;
  /** The scale that shows all of what it is about. */
  fitting: number;
  /** Millimetres of the map on paper. */
  map: Size;
  /** What of the ground is on the sheet. */
  box: Box;
  incident: Incident | undefined;
}

/** For a place without perimeters: the streets around it. */
const AROUND = 10_000;

export function planOf(choice: Choice, state: State, screen: Readonly<Box>): Plan {
  const incident = choice.about ? state.incident.incidents.get(choice.about) : undefined;
  const about = (incident && boxOfIncident(state, incident)) ?? screen;
  const map = mapOf(choice.paper, choice.turn);
  const isPoint = about[0] === about[2] && about[1] === about[3];
  const fitting = isPoint ? AROUND : fittingScale(about, map);
  const scale = choice.scale ?? fitting;
  const center = middleOfBox(about);
  return { center, scale, fitting, map, box: boxOnPaper(center, scale, map), incident };
}

export const proposedTitle = (incident: Incident | undefined, otherwise: string): string =>
  incident ? `${incident.number} ${incident.title}` : otherwise;
