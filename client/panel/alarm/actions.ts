import { forRow } from '../../for-row.ts';
import { may } from '../../may.ts';
import { isOver } from '../../../shared/subject/alarm/rule.ts';
import { OUTCOMES } from '../../../shared/subject/alarm/outcome.ts';
import type { Action } from '../../action.ts';
import { send } from '../../send.ts';
import { openDialog } from '../../ui.ts';
import { selectedIncident } from '../do.ts';
import { record, resend, rowInHand, stepRow, stepWay, wayToResend, type InHand } from './dial.ts';

const action = (one: Omit<Action, 'group'>): Action => ({ group: 'alarm.group', ...one });

/** About the person whose row has the keyboard: so its keys may mean something else elsewhere. */
const ofRow = forRow('alarm', rowInHand);

const goesOn = ({ alarm }: InHand): boolean => !isOver(alarm);

/** Before the other actions: the row in hand goes first. */
export const alarmActions: readonly Action[] = [
  ...OUTCOMES.map((outcome, i) =>
    ofRow(
      `outcome-${outcome}`,
      `alarm.outcome-${outcome}`,
      String(i + 1),
      'alarm.try',
      (row) => record(row, outcome),
      ({ person }) => person.channels.some(({ auto }) => !auto),
    ),
  ),
  ofRow('way', 'alarm.way', 'w', 'alarm.try', ({ alarm, person }) => stepWay(alarm, person)),
  ofRow(
    'resend',
    'alarm.resend',
    'r',
    'alarm.resend',
    (row) => {
      const way = wayToResend(row);
      if (way !== undefined) resend(row, way);
    },
    (row) => goesOn(row) && wayToResend(row) !== undefined,
  ),
  ofRow(
    'advance',
    'alarm.advance',
    'n',
    'alarm.advance',
    ({ alarm: { id, called } }) => send('alarm.advance', { alarm: id, called, early: true }),
    ({ alarm }) => alarm.status === 'running',
  ),
  ofRow(
    'stop',
    'alarm.stopLong',
    's',
    'alarm.stop',
    ({ alarm }) => openDialog({ name: 'alarm-stop', alarm: alarm.id }),
    goesOn,
  ),
  ...([1, -1] as const).map((by) =>
    action({
      id: `alarm.step${by}`,
      label: by > 0 ? 'alarm.next' : 'alarm.previous',
      keys: by > 0 ? 'ArrowDown' : 'ArrowUp',
      when: () => rowInHand() !== undefined,
      run: () => stepRow(by),
    }),
  ),
  action({
    ...{ id: 'alarm.start', label: 'alarm.start', keys: 'Shift+R' },
    when: () => {
      const incident = selectedIncident();
      return may('alarm.start') && incident !== undefined && incident.status !== 'closed';
    },
    run: () => {
      const incident = selectedIncident();
      if (incident) openDialog({ name: 'alarm-start', incident: incident.id });
    },
  }),
];
