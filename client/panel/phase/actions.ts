import type { Action } from '../../action.ts';

export const phaseActions: readonly Action[] = [];
