import type { Content } from './schema.ts';

const FIELDS: Record<keyof Content, true> = {
  type: true,
  priority: true,
  text: true,
  texts: true,
  place: true,
  occurred: true,
  over: true,
  traffic: true,
};
/** The fields that a newer state of a source's record replaces. */
export const CONTENT_KEYS = Object.keys(FIELDS) as (keyof Content)[];
