/** Key of a link: both ids in order, whichever way it was made. */
export const linkKey = (one: string, other: string): string =>
  one < other ? `${one}|${other}` : `${other}|${one}`;
