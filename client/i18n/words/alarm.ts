import type { Words } from '../../../shared/refusal.ts';

export const alarm = {} satisfies Record<string, Words>;
