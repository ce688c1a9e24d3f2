import type { Action } from '../../action.ts';

export const directoryActions: readonly Action[] = [];
