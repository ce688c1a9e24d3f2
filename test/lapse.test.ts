import { expect, it } from 'vitest';
import { openCommit } from '../server/commit.ts';
import { openGate } from '../server/gate.ts';
import { openLapse } from '../server/lapse.ts';
import { spaceModel } from '../server/live.ts';
import { viewOf } from '../shared/role.ts';
import { CRISIS } from './fake/plan.ts';
import { memoryLog } from './fuzz/memory-log.ts';
import { plan, roles } from './given.ts';

it('[P5.47] the server says of each priority step, once, that its time is over, however many processes look', async () => {
  const log = memoryLog('live');
  let now = Date.parse('2026-11-24T08:00:00.000Z');
  const role = roles['administrator']!;
  const who = {
    ...{ account: undefined as never, role, view: viewOf(role) },
    actor: { id: 'system', name: 'Belfry', role: 'administrator' },
  };
  const open = async () => {
    const commit = await openCommit({
      ...{ log: log.open(), space: 'live', model: spaceModel, now: () => new Date(now) },
    });
    const inForce = { ...plan, crisis: CRISIS };
    const gate = openGate({ spaces: new Map([['live', commit]]), plan: () => inForce });
    return { commit, gate, lapse: openLapse(gate, commit, who, { now: () => now }) };
  };
  const [one, two] = [await open(), await open()];
  const send = (type: string, data: object) =>
    one.gate.submit(who, 'live', { id: `c-${log.entries.length + 1}`, type, data });
  await send('incident.open', { type: 'fire', title: 'Brand', priority: 1 });
  await send('incident.open', { type: 'fire', title: 'Brand', priority: 1 });
  await send('incident.close', { incident: 'c-2', summary: 'Loos' });
  const said = () =>
    log.entries.flatMap(({ actor, events }) =>
      events
        .filter(({ type }) => type === 'task.lapsed')
        .map(({ id, data }) => [actor.id, id, data['step']]),
    );

  now += 4 * 60_000;
  await one.lapse.look();
  expect(said()).toEqual([]);
  now += 4 * 60_000;
  await Promise.all([one.lapse.look(), two.lapse.look()]);
  await one.lapse.look();
  await two.lapse.look();
  expect(said()).toEqual([['system', 'c-1~first-thirty', 'warn']]);
  for (const { commit, lapse } of [one, two]) {
    lapse.close();
    await commit.close();
  }
});
