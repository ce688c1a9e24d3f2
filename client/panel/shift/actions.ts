import { may } from '../../may.ts';
import type { Action } from '../../action.ts';
import { useSession } from '../../session.ts';
import { openDialog } from '../../ui.ts';

export const shiftActions: readonly Action[] = [
  {
    ...{ id: 'shift.look', group: 'shift.group', label: 'shift.title', keys: 'Shift+X' },
    when: () => useSession.getState().me?.rights.sees.includes('shift') ?? false,
    run: () => openDialog({ name: 'shift' }),
  },
  {
    ...{ id: 'shift.give', group: 'shift.group', label: 'shift.give' },
    when: () => {
      return may('shift.handOver');
    },
    run: () => openDialog({ name: 'shift-give' }),
  },
];
