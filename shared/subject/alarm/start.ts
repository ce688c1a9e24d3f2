import type { Channel, PlanFunction } from '../../plan/directory.ts';
import { Reach } from '../../plan/step.ts';
import { resolve, whereIs, type Resolved } from '../../plan/resolve.ts';
import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision } from '../../subject.ts';
import { incidentFor } from '../incident/decide.ts';
import type { Incident } from '../incident/schema.ts';
import { stepOf } from '../task/steps.ts';
import type { Needs } from './needs.ts';
import { isOver } from './rule.ts';
import type { AlarmCommand, Group, Person } from './schema.ts';
import { later } from './settle.ts';

type Start = AlarmCommand & { type: 'alarm.start' };

/** More than these are not called in one alarm: a list that long wants another means. */
const MOST_GROUPS = 80;
const MOST_PEOPLE = 30;

/** Resolves whom to call, here and now, and freezes the list. */
export function start(state: Needs, { id, data }: Start, context: Context): Decision {
  if (state.alarm.alarms.has(id)) return reject(refuse('id-taken'));
  const { run, step: stepId } = data;
  let incident: Incident | undefined;
  if (data.incident !== null) {
    incident = incidentFor(state, data.incident, context);
    if (!incident) return reject(refuse('incident-unknown', 'data.incident'));
    if (incident.status === 'closed') return reject(refuse('incident-closed', 'data.incident'));
  }
  const ofStep = run !== undefined || stepId !== undefined;
  const step =
    incident && state.task.runs.get(run ?? '')?.incident === incident.id
      ? stepOf(state, run ?? '', stepId ?? '')
      : undefined;
  if (ofStep && !step) return reject(refuse('step-unknown', 'data.step'));
  if (ofStep && isRunning(state, run!, stepId!))
    return reject(refuse('alarm-running', 'data.step'));

  const { functions, categories, need, within, message } = { ...step?.reach, ...given(data) };
  const reach = Reach.parse({ functions, categories, need, within, message });
  if (reach.functions.length + reach.categories.length === 0)
    return reject(refuse('alarm-nobody', 'data.functions'));
  const wrong = unknown(reach, context);
  if (wrong) return wrong;

  const { groups, ways } = listOf(state, reach, data.managers ?? [], incident, context);
  if (groups.every(({ people }) => people.length === 0)) {
    const placeless = groups.some((one) => one.missing === 'place-unknown');
    return reject(refuse(placeless ? 'alarm-place-unknown' : 'alarm-nobody', 'data.functions'));
  }
  const first = groups.findIndex(({ people }) => people.length > 0);
  const title = data.title ?? step?.title;
  return accept(
    fact(
      'alarm.started',
      id,
      {
        ...(incident ? { incident: incident.id } : {}),
        ...(ofStep ? { run, step: stepId } : {}),
        ...(title ? { title } : {}),
        ...(reach.message ? { message: reach.message } : {}),
        ...{ need: reach.need, within: reach.within, groups, ways },
        called: reach.need === 'all' ? groups.length : first + 1,
        until: later(context.at, reach.within),
      },
      incident?.restrictions,
    ),
  );
}

/** What the command itself says, over what the step says. */
const given = (data: Start['data']): Partial<Reach> =>
  Object.fromEntries(
    Object.entries({
      ...{ functions: data.functions, categories: data.categories },
      ...{ need: data.need, within: data.within, message: data.message },
    }).filter(([, value]) => value !== undefined),
  );

const isRunning = ({ alarm }: Needs, run: string, step: string): boolean =>
  alarm.alarms.some((row) => row.run === run && row.step === step && !isOver(row));

function unknown({ functions, categories }: Reach, { plan }: Context): Decision | undefined {
  const strange = <Row extends { id: string }>(ids: readonly string[], known: readonly Row[]) =>
    ids.findIndex((id) => !known.some((one) => one.id === id));
  const at = strange(functions, plan.crisis.functions);
  if (at >= 0) return reject(refuse('function-unknown', `data.functions.${at}`));
  const category = strange(categories, plan.crisis.categories);
  if (category >= 0) return reject(refuse('category-unknown', `data.categories.${category}`));
  return undefined;
}

interface List {
  groups: Group[];
  ways: Record<string, string[]>;
}

function listOf(
  state: Needs,
  { functions, categories }: Reach,
  managers: readonly string[],
  incident: Incident | undefined,
  { at, plan: { crisis } }: Context,
): List {
  const known = { directory: state.directory, plan: crisis };
  const where = whereIs(incident?.place, at, crisis);
  const perManager = (id: string): boolean =>
    managers.length > 0 &&
    crisis.functions.some((one: PlanFunction) => one.id === id && one.scope === 'manager');
  const found = functions.flatMap((id) =>
    perManager(id)
      ? managers.flatMap((manager) =>
          resolve({ functions: [id] }, { ...where, manager }, at, known).map((one) => ({
            ...one,
            manager,
          })),
        )
      : resolve({ functions: [id] }, where, at, known),
  );
  const beside =
    categories.length > 0 ? resolve({ functions: [], categories }, where, at, known) : [];
  const ways: List['ways'] = {};
  const groups = [...found, ...beside]
    .slice(0, MOST_GROUPS)
    .map((one) => groupOf(one, crisis.channels, ways));
  return { groups, ways };
}

/** A group without the addresses, which go to `ways`. */
function groupOf(
  { wanted, people, missing, manager }: Resolved & { manager?: string },
  channels: readonly Channel[],
  ways: List['ways'],
): Group {
  const kinds = new Map(channels.map(({ id, kind }) => [id, kind]));
  return {
    ...wanted,
    ...(manager === undefined ? {} : { manager }),
    people: people.slice(0, MOST_PEOPLE).map((one): Person => {
      const usable = (one.ways ?? []).filter(({ channel }) => kinds.has(channel));
      ways[one.contact] = usable.map(({ address }) => address);
      return {
        ...{ contact: one.contact, name: one.name, organisation: one.organisation },
        ...{ rank: one.rank, because: [...one.because] },
        channels: usable.map(({ channel }) => ({
          ...{ id: channel, auto: kinds.get(channel) !== 'operator' },
        })),
      };
    }),
    ...(missing ? { missing } : {}),
  };
}
