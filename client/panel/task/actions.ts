import { stepIn } from '../../../shared/subject/task/steps.ts';
import type { Action } from '../../action.ts';
import { usePicture } from '../../store.ts';
import { openDialog } from '../../ui.ts';
import { selectedIncident } from '../do.ts';
import { PART_ID } from '../focus.ts';
import { may } from '../../may.ts';
import { close, mainOf } from './do.ts';
import { findRow, focusedRow, onRow, openForm, stepRow, useHand } from './hand.ts';
import type { Row } from './rows.ts';

const action = (one: Omit<Action, 'group'>): Action => ({ group: 'task.group', ...one });

type InHand = Pick<Row, 'id' | 'run' | 'step' | 'task'>;

/** The step whose row has the keyboard. */
function rowInHand(): InHand | undefined {
  const found = findRow(focusedRow());
  const id = found?.id.slice(found.run.id.length + 1);
  const step = found && stepIn(usePicture.getState().shown, found.run, id!);
  return found && step && { ...found, step };
}

const atWork = ({ run, task }: InHand): boolean =>
  !run.stopped && (task.state === 'open' || task.state === 'waiting');
const settled = ({ run, task }: InHand): boolean =>
  !run.stopped && (task.state === 'done' || task.state === 'skipped');

/** About the step in hand: so its keys may be letters that mean something else elsewhere. */
const ofRow = (
  id: string,
  label: string,
  keys: string,
  fits: (row: InHand) => boolean,
  run: (row: InHand) => void,
): Action =>
  action({
    ...{ id: `task.${id}`, label, keys },
    when: () => {
      const row = rowInHand();
      return row !== undefined && fits(row);
    },
    run: () => {
      const row = rowInHand();
      if (row) run(row);
    },
  });

/** Before the other actions: the row in hand goes first. */
export const taskActions: readonly Action[] = [
  ofRow(
    'do',
    'task.do',
    'Enter',
    (row) => onRow() && mainOf(row) !== undefined,
    (row) => mainOf(row)?.run(),
  ),
  ofRow(
    'close',
    'task.closeLong',
    'd',
    (row) => atWork(row) && may(row.step.question ? 'task.answer' : 'task.close'),
    close,
  ),
  ofRow(
    'skip',
    'task.skipLong',
    'x',
    (row) => atWork(row) && may('task.skip'),
    ({ id }) => openForm(id, 'skip'),
  ),
  ofRow(
    'delegate',
    'task.delegateLong',
    'a',
    (row) => atWork(row) && may('task.delegate'),
    ({ id }) => openForm(id, 'delegate'),
  ),
  ofRow(
    'reopen',
    'task.reopenLong',
    'o',
    (row) => settled(row) && may('task.reopen'),
    ({ id }) => openForm(id, 'reopen'),
  ),
  ofRow(
    'how',
    'task.how',
    'i',
    () => true,
    () => useHand.setState({ brief: !useHand.getState().brief }),
  ),
  ...([1, -1] as const).map((by) =>
    action({
      id: `task.step${by}`,
      label: by > 0 ? 'task.next' : 'task.previous',
      keys: by > 0 ? 'ArrowDown' : 'ArrowUp',
      when: () => focusedRow() !== undefined,
      run: () => stepRow(by),
    }),
  ),
  action({
    ...{ id: 'task.add', label: 'task.add', keys: '+' },
    when: () => {
      const incident = selectedIncident();
      // Elsewhere the sign brings the map nearer.
      const here = document.activeElement?.closest(`#${PART_ID}`) ?? undefined;
      return here !== undefined && incident?.status !== 'closed' && may('task.start');
    },
    run: () => {
      const incident = selectedIncident();
      if (incident) openDialog({ name: 'task-add', incident: incident.id });
    },
  }),
];
