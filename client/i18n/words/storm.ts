import type { Words } from '../../../shared/refusal.ts';

export const storm = {} satisfies Record<string, Words>;
