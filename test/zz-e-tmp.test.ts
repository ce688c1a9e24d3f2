import { expect, test, vi } from 'vitest';
import { openSecretWorld } from './fake/zz-e-world.ts';
import { makeRandom } from './fake/random.ts';
test('x', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout','clearTimeout','setInterval','clearInterval','performance'] });
  const all = new Set<string>();
  for (let seed = 1; seed <= 25; seed++) {
    const random = makeRandom(seed * 104729);
    const world = await openSecretWorld();
    for (let i = 0; i < 260; i++) { await world.play([random.int(0, 1000), random.int(0, 0x7fffffff)]); if (world.wrong().length) throw new Error(seed + ' ' + i + ' ' + JSON.stringify(world.wrong())); }
    if (world.judge().length) throw new Error(seed + JSON.stringify(world.judge()));
    world.reached().forEach((one) => all.add(one)); world.close();
  }
  console.log([...all].filter((one) => one.startsWith('task')).join(' '), all.has('incident.released'));
  vi.useRealTimers(); expect(all.size).toBeGreaterThan(3);
}, 280000);
