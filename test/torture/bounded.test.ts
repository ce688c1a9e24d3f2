import { expect, test } from 'vitest';
import { summary, torture } from './torture.ts';

/** The full one is `npm run torture`. */
test.each(['sqlite', 'redis'] as const)(
  '[P1.1] [P1.2] [P1.3] nothing acknowledged is lost, nothing happens twice, all see the same, however often the server is killed: %s',
  async (log) => {
    const result = await torture({ log, kills: 4, seed: log === 'redis' ? 8 : 3 });
    console.log(summary(result));
    const { lost, doubled, diverged, wrong, chain } = result;
    expect({ lost, doubled, diverged, wrong, chain }).toEqual({
      ...{ lost: [], doubled: [], diverged: [], wrong: [] },
      chain: 'whole',
    });
    expect(result.acked).toBeGreaterThan(200);
    expect(result.again).toBeGreaterThan(0);
  },
  180_000,
);
