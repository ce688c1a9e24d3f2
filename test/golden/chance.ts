import { checkCommand } from '../../shared/command.ts';
import { reduce } from '../../shared/reduce.ts';
import { decide, eventSchemas } from '../../shared/registry.ts';
import { redactState, viewOf } from '../../shared/role.ts';
import { fact } from '../../shared/subject.ts';
import { CRISIS } from '../fake/plan.ts';
import { PEOPLE } from '../fake/call-list.ts';
import { ALERTS } from '../fake/plates.ts';
import { makeRandom } from '../fake/random.ts';
import { actorOf, AT, contextOf, entryOf, roles, type Space } from '../fake/space.ts';
import { makeWork, type Work } from '../fake/work.ts';

/** Made by redaction on the way out, never written. */
const ON_THE_WAY = ['report.withdrawn', 'incident.withdrawn'];
/** The same plan, its workflows in their next edition. */
const LATER = {
  ...CRISIS,
  workflows: CRISIS.workflows.map((one) => ({ ...one, edition: 2, hash: '000000000002' })),
};
const subjectOf = (type: string): string => type.slice(0, type.indexOf('.'));
const TRIES = 6_000;
const SEEDS = 3;

/**
 * Goes on by chance, with a small plan and somebody to call, until every event has happened; of several
 * such nights the shortest.
 */
export function byChance(from: Space): Space {
  const nights = Array.from({ length: SEEDS }, (_, seed) => night(from, seed + 1));
  const whole = nights.filter((one) => one !== undefined);
  if (whole.length === 0) throw new Error('no night held every event');
  return whole.reduce((best, one) => (one.entries.length < best.entries.length ? one : best));
}

function night(from: Space, seed: number): Space | undefined {
  const random = makeRandom(seed);
  const people = Object.keys(roles).map((role) => {
    const { id, name } = actorOf(role);
    return { id, name };
  });
  const entries = [...from.entries];
  let { state } = from;
  let minutes = 0;
  const now = () => new Date(Date.parse(AT) + minutes * 60_000).toISOString();
  const add = (id: string, type: string, role: string, events: Parameters<typeof entryOf>[4]) => {
    const entry = { ...entryOf(entries.length + 1, id, type, role, events), at: now() };
    entries.push(entry);
    state = reduce(state, entry);
  };
  add('people', 'test', 'administrator', [
    ...PEOPLE,
    ...ALERTS,
    fact('measure.acted', 'act-0', { measure: 'M10.2', title: 'Wachtrol nakijken' }),
    fact('measure.chosen', 'ind-0', {
      ...{ measure: 'M10.2', name: { nl: 'Tijd', fr: 'Temps' }, unit: 'min' },
    }),
  ]);
  const missing = new Set(Object.keys(eventSchemas).filter((type) => !ON_THE_WAY.includes(type)));
  for (const { events } of entries) for (const { type } of events) missing.delete(type);
  const play = (id: string, work: Work, name: string, crisis = CRISIS): void => {
    const { plan, ...context } = contextOf(name, now());
    const inForce = { ...context, plan: { ...plan, crisis } };
    const checked = checkCommand({ id, ...work });
    if (!checked.ok) return;
    const decision = decide(state, checked.command, inForce);
    if (!decision.ok || decision.events.length === 0) return;
    add(id, work.type, name, decision.events);
    for (const { type } of decision.events) missing.delete(type);
  };
  // A wind that was expected and did not come.
  const gust = { colour: 'orange', gust: 95, source: 'KMI', from: now() };
  const warned = { ...gust, until: new Date(Date.parse(AT) + 6 * 3_600_000).toISOString() };
  play('w-1', { type: 'site.warn', data: warned }, 'supervisor');
  play('w-2', { type: 'site.endWarning', data: { warning: 'w-1' } }, 'supervisor');
  for (let n = 1; n <= TRIES && [...missing].some((type) => type !== 'task.retired'); n += 1) {
    const name = random.chance(0.6) ? 'administrator' : random.pick(Object.keys(roles));
    const role = roles[name]!;
    const worker = { ...actorOf(name), role, people, keep: 30 };
    const seen = redactState(viewOf(role), state);
    const subjects = new Set([...missing].map(subjectOf));
    // Of a few ideas, one about a subject that still lacks something.
    const ideas = Array.from({ length: 12 }, () => makeWork(random, seen, worker, `regel ${n}`));
    const work = ideas.find((one) => one && subjects.has(subjectOf(one.type))) ?? ideas[0];
    if (!work) continue;
    minutes += 1;
    const id = `n-${n}`;
    const crisis = n % 600 < 300 ? CRISIS : LATER;
    play(id, work, name, crisis);
  }
  // An edition that no incident uses any more.
  const last = CRISIS.workflows.map((one) => ({ ...one, hash: '000000000003' }));
  const flood = { type: 'flood', title: 'Kelders onder water', priority: 3 };
  play('x-1', { type: 'incident.open', data: flood }, 'supervisor', { ...CRISIS, workflows: last });
  play(
    'x-2',
    { type: 'incident.close', data: { incident: 'x-1', summary: 'Droog' } },
    'supervisor',
  );
  play('x-3', { type: 'incident.archive', data: { incidents: ['x-1'] } }, 'supervisor');
  const editions = [...state.task.editions.keys()].filter((key) => key.includes('000000000003'));
  play('x-4', { type: 'task.retire', data: { editions } }, 'administrator');
  if (missing.size > 0) console.log(`seed ${seed}: without ${[...missing].join(' ')}`);
  return missing.size > 0 ? undefined : { state, entries };
}
