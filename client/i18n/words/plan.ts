import type { Words } from '../../../shared/refusal.ts';

export const plan = {} satisfies Record<string, Words>;
