import type { Action } from './action.ts';
import { mapActions } from './map/actions.ts';
import { panelActions } from './panel/actions.ts';
import { shellActions } from './panel/shell-actions.ts';

/** Everything that can be done, in the order of the key list. */
export const actions = (): readonly Action[] => [...panelActions, ...mapActions, ...shellActions];
