import type { Action } from './action.ts';
import { alarmActions } from './panel/alarm/actions.ts';
import { anprActions } from './panel/anpr/actions.ts';
import { anprScreenActions } from './panel/anpr-screens/actions.ts';
import { directoryActions } from './panel/directory/actions.ts';
import { perimeterActions } from './panel/perimeter/actions.ts';
import { phaseActions } from './panel/phase/actions.ts';
import { planActions } from './panel/plan/actions.ts';
import { shiftActions } from './panel/shift/actions.ts';
import { stormActions } from './panel/storm/actions.ts';
import { taskActions } from './panel/task/actions.ts';

/** What can be done with the row that has the keyboard, and in the parts that come after the first picture. */
export const rowActions: readonly Action[] = [
  ...perimeterActions,
  ...taskActions,
  ...alarmActions,
  ...phaseActions,
  ...shiftActions,
  ...directoryActions,
  ...planActions,
  ...stormActions,
  ...anprActions,
  ...anprScreenActions,
];
