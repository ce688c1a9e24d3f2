import type { Action } from './action.ts';
import { may } from './may.ts';

/**
 * Makes actions about the row that has the keyboard, so that their keys may be letters that mean something
 * else elsewhere. `area`: of the ids and the heading; `inHand`: the row, undefined where none has it.
 */
export const forRow =
  <Row>(area: string, inHand: () => Row | undefined) =>
  (
    id: string,
    label: string,
    keys: string,
    type: string,
    run: (row: Row) => void,
    fits: (row: Row) => boolean = () => true,
  ): Action => ({
    ...{ id: `${area}.${id}`, group: `${area}.group`, label, keys },
    when: () => {
      const row = inHand();
      return row !== undefined && may(type) && fits(row);
    },
    run: () => {
      const row = inHand();
      if (row) run(row);
    },
  });
