import type { Action } from '../../action.ts';

export const alarmActions: readonly Action[] = [];
