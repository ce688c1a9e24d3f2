import { expect, it } from 'vitest';
import { reduceFor } from '../../shared/reduce.ts';
import { initial, type State } from '../../shared/folds.ts';
import { commandSchemas, decide } from '../../shared/registry.ts';
import { mayDo, redactEntry, redactState, viewOf } from '../../shared/role.ts';
import { canonical } from '../../shared/state.ts';
import { isSettled } from '../../shared/subject/task/flow.ts';
import { CRISIS, FIRE, step, workflow } from '../fake/plan.ts';
import { makeRandom, type Random } from '../fake/random.ts';
import { makeWork, type Work } from '../fake/work.ts';
import { contextOf, entryOf, minute, plan, reduceFrozen, roles } from '../given.ts';

/** Whatever people do, in whatever order, and whenever the plan changes under them. */
const RUNS = 20 * Number(process.env['BELFRY_RUNS'] ?? 1);
const STEPS = 300;
const NEWER = workflow('fire', [...FIRE.steps.slice(1), step('fresh', { after: ['choose'] })], {
  ...{ edition: 2, hash: '000000000002' },
});
const PLANS = [
  CRISIS,
  { ...CRISIS, workflows: [...CRISIS.workflows.filter(({ id }) => id !== 'fire'), NEWER] },
];
const ACTORS = ['supervisor', 'operator', 'police', 'medical', 'administrator'];
/** What this is about, whatever else people may come to do. */
const ABOUT = Object.keys(commandSchemas).filter((type) =>
  /^(task\.|incident\.|perimeter\.draw|journal\.acknowledge)/.test(type),
);
const people = ACTORS.map((role) => ({ id: role, name: role }));

function tidied(random: Random, { incident, task }: State): Work | undefined {
  if (random.chance(0.6)) return undefined;
  const closed = incident.incidents.filter((one) => one.status === 'closed').keySeq();
  if (closed.isEmpty())
    return { type: 'task.retire', data: { editions: [...task.editions.keys()] } };
  return { type: 'incident.archive', data: { incidents: closed.toArray() } };
}

/** What must hold of every state; names what does not. */
function wrongWith({ task, incident }: State, frozen: Map<string, string>): string[] {
  const wrong: string[] = [];
  const listed = new Set([...task.facts.values()].flatMap(({ runs }) => runs));
  for (const [key, { workflow }] of task.editions) {
    const text = JSON.stringify(workflow);
    if ((frozen.get(key) ?? text) !== text) wrong.push(`${key} changed`);
    frozen.set(key, text);
  }
  for (const run of task.runs.values()) {
    if (!listed.has(run.id)) wrong.push(`${run.id} is not among its incident's`);
    if (!incident.incidents.has(run.incident)) wrong.push(`${run.id} has no incident`);
    for (const key of [run.edition, ...(run.before ?? [])])
      if (key !== undefined && !task.editions.has(key)) wrong.push(`${key} is gone`);
    for (const [id, one] of Object.entries(run.tasks)) {
      if (isSettled(one.state) !== (one.settled !== undefined))
        wrong.push(`${run.id} ${id} is ${one.state} and settled: ${JSON.stringify(one.settled)}`);
      if (one.state === 'open' && !(one.since && one.due && one.since < one.due))
        wrong.push(`${run.id} ${id} is open without a time`);
      if (run.stopped && !isSettled(one.state) && one.state !== 'hidden')
        wrong.push(`${run.id} ${id} goes on in what was stopped`);
    }
  }
  for (const id of listed) if (!task.runs.has(id)) wrong.push(`${id} is lost`);
  return wrong;
}

it(
  '[P5.43] no step is both open and settled, no edition changes, and who sees less folds what they may see',
  () => {
    const reached = new Set<string>();
    for (let run = 1; run <= RUNS; run++) {
      const random = makeRandom(run * 15_485_863);
      const frozen = new Map<string, string>();
      let state = initial;
      let crisis = PLANS[0]!;
      const seen = new Map(['operator', 'medical', 'wall'].map((role) => [role, initial]));
      for (let n = 1; n <= STEPS; n++) {
        if (random.chance(0.05)) crisis = random.pick(PLANS);
        const name = random.pick(ACTORS);
        const role = roles[name]!;
        const own = { ...role, may: ABOUT.filter((type) => mayDo(role, type)) };
        const worker = { id: name, name, role: own, people, keep: 3 };
        const shown = redactState(viewOf(role), state);
        // Now and then somebody clears up.
        const work =
          (name === 'administrator' && tidied(random, state)) ||
          makeWork(random, shown, worker, `n${n}`);
        if (!work) continue;
        const context = contextOf({ role: name }, minute(n), { ...plan, crisis });
        const decision = decide(state, { id: `t-${run}-${n}`, ...work }, context);
        if (!decision.ok || decision.events.length === 0) continue;
        const command = { id: `t-${run}-${n}`, type: work.type };
        const entry = entryOf(n, decision.events, { role: name }, command);
        state = reduceFrozen(state, entry);
        for (const { type } of decision.events) reached.add(type);
        expect({ run, n, type: work.type, wrong: wrongWith(state, frozen) }).toEqual({
          ...{ run, n, type: work.type, wrong: [] },
        });
        for (const [who, before] of seen) {
          const view = viewOf(roles[who]!);
          seen.set(who, reduceFor(view.sees)(before, redactEntry(view, entry)));
        }
      }
      for (const [who, folded] of seen)
        expect(canonical(folded)).toBe(canonical(redactState(viewOf(roles[who]!), state)));
    }
    const types = [
      'started',
      'added',
      'opened',
      'held',
      'closed',
      'reopened',
      'delegated',
      'answered',
    ];
    for (const word of [...types, 'stopped', 'tookOver', 'lapsed', 'noted', 'retired', 'published'])
      expect(reached).toContain(`task.${word}`);
  },
  30_000 + RUNS * 2_000,
);
