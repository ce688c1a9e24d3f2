import type { Words } from '../../../shared/refusal.ts';

export const phase = {} satisfies Record<string, Words>;
