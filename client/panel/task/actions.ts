import type { Action } from '../../action.ts';

export const taskActions: readonly Action[] = [];
