import type { Incident } from '../../../shared/subject/incident/schema.ts';

/** To come. */
export function Steps(_props: { incident: Incident }) {
  return null;
}
