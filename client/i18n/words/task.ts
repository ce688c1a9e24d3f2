import type { Words } from '../../../shared/refusal.ts';

export const task = {} satisfies Record<string, Words>;
