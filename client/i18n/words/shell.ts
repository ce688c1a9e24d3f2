import type { Words } from '../../../shared/refusal.ts';

export const shell = {
  priority: {
    nl: 'Prioriteit {{priority}}',
    fr: 'Priorité {{priority}}',
    en: 'Priority {{priority}}',
  },
} satisfies Record<string, Words>;
