/** Key of a reading mark. */
export const readKey = (incident: string, person: string): string => `${incident}|${person}`;
