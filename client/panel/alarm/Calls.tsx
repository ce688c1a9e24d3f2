import type { Incident } from '../../../shared/subject/incident/schema.ts';

/** To come. */
export function Calls(_props: { incident: Incident }) {
  return null;
}
