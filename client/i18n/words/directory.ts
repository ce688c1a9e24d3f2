import type { Words } from '../../../shared/refusal.ts';

export const directory = {} satisfies Record<string, Words>;
