/** How a call by an operator ended, in the order of the keys 1 to 6. */
export const OUTCOMES = [
  'reached',
  'no-answer',
  'busy',
  'message-left',
  'wrong-number',
  'refused',
] as const;
export type CallOutcome = (typeof OUTCOMES)[number];
