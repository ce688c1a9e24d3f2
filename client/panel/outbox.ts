import type { Waiting } from '../send.ts';

/** Commands that a person gave. Read marks go by themselves and are not listed. */
export const isTyped = (waiting: Waiting): boolean => waiting.type !== 'journal.read';
