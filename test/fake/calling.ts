import type { State } from '../../shared/folds.ts';
import { viewOf } from '../../shared/role.ts';
import type { Role } from '../../shared/roles.ts';
import { subjects } from '../../shared/registry.ts';
import { NO_PLAN } from '../../shared/plan/none.ts';
import type { Event } from '../../shared/entry.ts';
import type { Plan } from '../../shared/subject.ts';
import type { Alarm } from '../../shared/subject/alarm/schema.ts';
import type { Who } from '../../server/auth/auth.ts';
import { openCompose } from '../../server/channel/compose.ts';
import type { Outlet } from '../../server/channel/message.ts';
import { openOutlet } from '../../server/channel/outlet.ts';
import { openTokens } from '../../server/channel/token.ts';
import { openWatch, type Watch } from '../../server/channel/watch.ts';
import { openWorker, type Worker } from '../../server/channel/worker.ts';
import { openCommit, type Commit } from '../../server/commit.ts';
import { openGate, type Gate, type Passed } from '../../server/gate.ts';
import { spaceModel } from '../../server/live.ts';
import { memoryLog, type MemoryLog, type ProcessLog } from '../fuzz/memory-log.ts';
import { plan, roles } from '../given.ts';
import { CALLS, openedIncident, PEOPLE } from './call-list.ts';

/** A server's calling side, whole but for sockets: gate, commit, worker, watch and outlet of one space and process. */
export const inForce: Plan = { ...plan, crisis: { ...NO_PLAN, ...CALLS } };

const every: Role = {
  title: { nl: 'Systeem', fr: 'Système', en: 'System' },
  ...{ may: ['*'], sees: Object.keys(subjects), cleared: plan.restrictions.slice() },
  ...{ rights: [], machine: true },
};
const whoOf = (id: string, role: Role): Who => ({
  ...{ account: undefined as never, actor: { id, name: id, role: id }, role, view: viewOf(role) },
});
export const system = whoOf('system', every);
export const operator = whoOf('operator', roles['operator']!);

export interface Process {
  commit: Commit<State>;
  log: ProcessLog;
  gate: Gate;
  outlet: Outlet;
  worker: Worker;
  watch: Watch;
  send(type: string, data: object, id?: string, who?: Who): Promise<Passed>;
  alarm(id?: string): Alarm;
  close(): Promise<void>;
}

export interface ProcessOptions {
  space?: string;
  log?: MemoryLog;
  env?: Readonly<Record<string, string | undefined>>;
  demo?: boolean;
  /** Milliseconds for one attempt. */
  patience?: number;
  pauses?: readonly number[];
  now?: () => Date;
  /** Instead of the real one. */
  outlet?: Outlet;
  secret?: string;
}

export const SECRET = 'a-secret-of-this-test-only';
export const tokensOf = (secret = SECRET) => openTokens(Buffer.from(secret));

/** A log with the people and one incident in it already. */
export async function calledLog(space = 'live', restrictions?: string[]): Promise<MemoryLog> {
  const log = memoryLog(space);
  const commit = await openCommit({ log: log.open(), space, model: spaceModel });
  const happened: Event[] = [...PEOPLE, openedIncident(restrictions)];
  for (const [i, event] of happened.entries())
    await commit.submit({
      ...{ id: `seed-${i}`, type: 'test', actor: system.actor },
      decide: () => ({ ok: true, events: [event] }),
    });
  await commit.close();
  return log;
}

export async function openProcess(options: ProcessOptions = {}): Promise<Process> {
  const { space = 'live', env = {}, patience = 10_000, pauses = [5, 5] } = options;
  const shared = options.log ?? (await calledLog(space));
  const log = shared.open();
  const commit = await openCommit({
    ...{ log, space, model: spaceModel },
    ...(options.now ? { now: options.now } : {}),
  });
  const gate = openGate({ spaces: new Map([[space, commit]]), plan: () => inForce });
  const channels = () => inForce.crisis.channels;
  const outlet =
    options.outlet ??
    openOutlet({ space, channels, env, patience, pauses, demo: options.demo ?? false });
  const incidentTypes = [{ id: 'fire', name: { nl: 'Brand', fr: 'Incendie' } }];
  const compose = openCompose({
    ...{ space, incidentTypes, tokens: tokensOf(), publicUrl: 'https://belfry.example' },
    plan: () => inForce.crisis,
  });
  const now = options.now ? () => options.now!().getTime() : Date.now;
  const calling = { commit, gate, who: system, outlet, now };
  // Looked at by the tests when they want, and not in between.
  const worker = openWorker({ ...calling, compose, every: 3_600_000 });
  const watch = openWatch({ ...calling, channels, every: 3_600_000 });
  return {
    ...{ commit, log, gate, outlet, worker, watch },
    send: (type, data, id = `c-${(counter += 1)}`, who = operator) =>
      gate.submit(who, space, { id, type, data }),
    alarm: (id = 'a-1') => commit.now().state.alarm.alarms.get(id)!,
    async close() {
      watch.close();
      await worker.close();
      outlet.close();
      await commit.close();
    },
  };
}
let counter = 0;

export async function until(what: string, isTrue: () => boolean, ms = 5_000): Promise<void> {
  const late = performance.now() + ms;
  while (!isTrue()) {
    if (performance.now() > late) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((done) => setTimeout(done, 5));
  }
}
