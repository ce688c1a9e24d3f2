import type { Event } from '../../entry.ts';
import type { Closing } from '../../plan/step.ts';
import { INVOLVEMENTS, type Incident, type Involvement } from '../incident/schema.ts';
import { standing } from '../perimeter/standing.ts';
import { phasesOf, rowsOf } from './facts.ts';
import type { Needs } from './needs.ts';
import type { OwnStep, Run, Task } from './schema.ts';

/** What closes a step by itself. */

/** This event is what the step waited for. */
export function closedBy(
  run: Run,
  step: OwnStep,
  task: Task | undefined,
  event: Event,
  state: Needs,
) {
  const { type, id, data } = event;
  const { closes, question } = step;
  // Whoever was ordered to do it has done it, whatever else could close it.
  if (type === 'journal.acknowledged')
    return task?.delegated?.order === id && data['as'] === 'executed' ? 'order' : undefined;
  if (type === 'task.answered')
    return question?.fact === data['fact'] && data['value'] !== undefined ? 'answer' : undefined;
  return occurs(run, step, closes, event, state) ? closes.by : undefined;
}

function occurs(run: Run, step: OwnStep, closes: Closing, event: Event, state: Needs): boolean {
  const { type, data } = event;
  switch (closes.by) {
    case 'reached':
      return type === 'alarm.reached' && data['run'] === run.id && data['step'] === step.id;
    case 'perimeter':
      return type === 'perimeter.drawn' && data['kind'] === closes.kind;
    case 'tally':
      return type === 'perimeter.tallied';
    case 'phase':
      return type === 'phase.declared' && (closes.phase ?? data['phase']) === data['phase'];
    case 'post':
      return type === (closes.what === 'place' ? 'post.placed' : 'post.led');
    case 'meeting':
      return type === 'post.met';
    case 'involved':
      return (
        type === 'incident.involved' &&
        data['discipline'] === closes.discipline &&
        isSoFar(data['involvement'] as Involvement, closes.involvement)
      );
    case 'located':
      return (
        type === 'incident.located' &&
        (data['place'] as { point?: unknown } | undefined)?.point !== undefined
      );
    case 'sites':
      return type.startsWith('site.') && areSites(state, closes.state);
    case 'person':
    case 'answer':
    case 'order':
      return false;
  }
}

/** When a step opens, what it asks for may be there already. */
export function metAlready(step: OwnStep, state: Needs, incident: Incident): boolean {
  const { closes, question } = step;
  const asked = state.task.facts.get(incident.id)?.values ?? {};
  if (question && asked[question.fact] !== undefined) return true;
  switch (closes.by) {
    case 'perimeter':
      return standing(state, incident.id).some(({ kind }) => kind === closes.kind);
    case 'tally':
      return standing(state, incident.id).some(({ tally }) => tally !== undefined);
    case 'phase': {
      const there = phasesOf(state, incident.id);
      return closes.phase ? there.includes(closes.phase) : there.length > 0;
    }
    case 'post': {
      const [post] = postsOf(state, incident.id);
      return (closes.what === 'place' ? post?.place : post?.lead) !== undefined;
    }
    case 'meeting':
      return rowsOf<{ incident: string; held?: object; cancelled?: object }>(
        state,
        'post',
        'meetings',
      ).some((row) => row.incident === incident.id && !row.held && !row.cancelled);
    case 'involved':
      return isSoFar(incident.disciplines[closes.discipline] ?? 'none', closes.involvement);
    case 'located':
      return incident.place?.point !== undefined;
    case 'sites':
      return areSites(state, closes.state);
    default:
      return false;
  }
}

const postsOf = (state: object, incident: string) =>
  rowsOf<{ incident: string; place?: object; lead?: object }>(state, 'post', 'posts').filter(
    (row) => row.incident === incident,
  );

const isSoFar = (now: Involvement, wanted: Involvement): boolean =>
  INVOLVEMENTS.indexOf(now) >= INVOLVEMENTS.indexOf(wanted);

/** No site that should close is still open; or none is closed any more (measure M6.6). */
function areSites(state: object, wanted: 'closed' | 'reopened'): boolean {
  const rows = rowsOf<{ state: string; advised?: object }>(state, 'site', 'sites');
  const are = (...states: string[]) => rows.filter((row) => states.includes(row.state));
  if (wanted === 'reopened')
    return are('closing', 'closed', 'inspected').length === 0 && are('reopened').length > 0;
  return (
    are('closed', 'inspected').length > 0 &&
    are('closing').length === 0 &&
    !rows.some(({ advised }) => advised)
  );
}
