import type { Action } from '../../action.ts';

export const planActions: readonly Action[] = [];
