import type { Action } from '../../action.ts';

export const stormActions: readonly Action[] = [];
