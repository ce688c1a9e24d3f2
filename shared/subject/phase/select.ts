import type { Phase, PhaseName, PhaseSlice } from './schema.ts';

/** Pure questions about phases, for decisions and screens alike. */
type Of = { phase: PhaseSlice };

/** The higher, the more; public order stands beside them. */
const RANK: Readonly<Record<PhaseName, number>> = {
  'public-order': 0,
  municipal: 1,
  provincial: 2,
  federal: 3,
};
export const rankOf = (phase: PhaseName): number => RANK[phase];

/** All phases that an incident ever had, in the order in which they were declared. */
export const phasesOf = ({ phase }: Of, incident: string): Phase[] =>
  [...phase.phases.values()]
    .filter((row) => row.incident === incident)
    .sort((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1));

/** Neither lifted nor overtaken by a higher one: the highest first, public order last. */
export const inForce = (state: Of, incident: string): Phase[] =>
  phasesOf(state, incident)
    .filter((row) => !row.lifted && !row.superseded)
    .sort((a, b) => rankOf(b.phase) - rankOf(a.phase));

/** Not lifted, though a higher one may stand over it. */
export const notLifted = (state: Of, incident: string): Phase[] =>
  phasesOf(state, incident).filter((row) => !row.lifted);

/** The highest of the three in force. */
export const highest = (state: Of, incident: string): Phase | undefined =>
  inForce(state, incident).find((row) => rankOf(row.phase) > 0);

/** Municipal phases in two municipalities: more than one is hit, which speaks for the provincial phase. */
export const spansMunicipalities = (state: Of, incident: string): boolean =>
  new Set(
    inForce(state, incident)
      .filter(({ phase }) => phase === 'municipal')
      .map(({ municipality }) => municipality),
  ).size > 1;
