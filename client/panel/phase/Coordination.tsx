import type { Incident } from '../../../shared/subject/incident/schema.ts';

/** To come. */
export function Coordination(_props: { incident: Incident }) {
  return null;
}
