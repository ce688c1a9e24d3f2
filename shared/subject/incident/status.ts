import type { Status } from './schema.ts';

/** From a status to those that may follow; closing and reopening have commands of their own. */
export const NEXT: Readonly<Record<Status, readonly Status[]>> = {
  open: ['active', 'controlled'],
  active: ['open', 'controlled'],
  controlled: ['active'],
  closed: [],
};
