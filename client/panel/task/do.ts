import { may } from '../../may.ts';
import { standing } from '../../../shared/subject/perimeter/standing.ts';
import { takeUp } from '../../map/draw/state.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { setUi } from '../../ui.ts';
import { openPart } from '../focus.ts';
import { leaveRow, openForm } from './hand.ts';
import type { Row } from './rows.ts';

/** What the main key of a row does, and under which name: each kind of step has one thing that one does first. */
export interface Main {
  /** Of the words `task.main-…`. */
  name: string;
  values?: { discipline: string; involvement: string };
  run: () => void;
}

/** Undefined when there is nothing to do, or not for this person. */
export function mainOf(row: Pick<Row, 'id' | 'run' | 'step' | 'task'>): Main | undefined {
  const { step, task, run } = row;
  const { closes } = step;
  const { incident } = run;
  if (run.stopped || (task.state !== 'open' && task.state !== 'waiting')) return undefined;
  if (step.question) return when('task.answer', 'answer', () => openForm(row.id, 'answer'));
  if (step.options) return when('task.close', 'decide', () => openForm(row.id, 'decide'));
  const own = when('task.close', 'close', () => close(row));
  switch (closes.by) {
    case 'perimeter':
      return when('perimeter.draw', 'draw', () => draw(incident, closes.kind)) ?? own;
    case 'tally':
      return when('perimeter.tally', 'tally', () => toPerimeters(incident)) ?? own;
    case 'located':
      return (
        when('incident.locate', 'locate', () => setUi({ placing: { for: { incident } } })) ?? own
      );
    case 'phase':
    case 'post':
    case 'meeting':
      return { name: 'coordination', run: () => openPart('coordination') };
    case 'sites':
      return { name: 'storm', run: () => setUi({ screen: 'storm' }) };
    case 'order':
      return when('task.delegate', 'delegate', () => openForm(row.id, 'delegate')) ?? own;
    case 'involved': {
      const { discipline, involvement } = closes;
      const involve = when('incident.involve', 'involve', () => {
        leaveRow(row.id);
        send('incident.involve', { incident, discipline, involvement });
      });
      return involve ? { ...involve, values: { discipline, involvement } } : own;
    }
    default:
      return alarmOf(row) ?? own;
  }
}

const when = (type: string, name: string, run: () => void): Main | undefined =>
  may(type) ? { name, run } : undefined;

/** Starts the call list of the step, and shows it. */
function alarmOf({ run, step }: Pick<Row, 'run' | 'step'>): Main | undefined {
  const { reach } = step;
  const nobody = !reach || reach.functions.length + reach.categories.length === 0;
  if (nobody || !['call', 'notify', 'message'].includes(step.kind)) return undefined;
  const running = callsOf(run.id, step.id) > 0;
  if (running) return { name: 'calls', run: () => openPart('calls') };
  return when('alarm.start', 'alarm', () => {
    send('alarm.start', { incident: run.incident, run: run.id, step: step.id });
    openPart('calls');
  });
}

/** Call lists that were started for a step and are under way. */
const callsOf = (run: string, step: string): number =>
  usePicture
    .getState()
    .shown.alarm.alarms.count((one) => one.run === run && one.step === step && !one.ended);

/** By hand: at once, or after what must be told. */
export function close(row: Pick<Row, 'id' | 'run' | 'step'>): void {
  const { run, step } = row;
  if (step.question) return openForm(row.id, 'answer');
  if (step.options) return openForm(row.id, 'decide');
  if (step.evidence) return openForm(row.id, 'close');
  leaveRow(row.id);
  send('task.close', { run: run.id, step: step.id });
}

function draw(incident: string, kind: 'exclusion' | 'isolation' | 'dissuasion' | 'effect'): void {
  takeUp((tools) => {
    if (kind === 'effect') return tools.startEffect(incident);
    const draft = tools.startDraw(incident);
    return draft && { ...draft, kind };
  });
}

/** To the rows of the perimeters, where T makes the list; without one, one is drawn first. */
function toPerimeters(incident: string): void {
  if (standing(usePicture.getState().shown, incident).length === 0)
    return draw(incident, 'exclusion');
  const row = document.querySelector<HTMLElement>('button[data-perimeter]');
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}
