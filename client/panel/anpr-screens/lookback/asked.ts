import type { LookAnswer, LookQuery } from '../../../../shared/anpr/lookback.ts';

/** A question with its answer, and when it was given. */
export interface Asked {
  query: LookQuery;
  answer: LookAnswer;
  at: string;
}
