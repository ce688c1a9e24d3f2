import type { Action } from '../action.ts';

export const mapActions: readonly Action[] = [];
