import { setTimeout as sleep } from 'node:timers/promises';
import { viewOf } from '../../shared/role.ts';
import { fromPlain, type PlainState } from '../../shared/state.ts';
import { openLog } from '../../server/log/open.ts';
import { signInAs } from '../fake/client.ts';
import { makeRandom, type Random } from '../fake/random.ts';
import { startRedis, type FakeRedis } from '../fake/redis.ts';
import { fakeServer, type FakeServer } from '../fake/server.ts';
import { openCrew, type Crew } from './crew.ts';
import { hashFor, readTruth, stateHash } from './judge.ts';

/**
 * Kills the server again and again while twenty people work, and looks afterwards whether anything
 * that was acknowledged is lost, anything happened twice, or anybody sees something else (P1).
 */
export interface TortureOptions {
  log: 'sqlite' | 'redis';
  kills: number;
  seed: number;
  /** Milliseconds between two commands of one person, on average. */
  pause?: number;
  say?: (line: string) => void;
}

export interface TortureResult {
  log: string;
  seed: number;
  kills: number;
  /** Times that Redis itself was killed. */
  redisKills: number;
  entries: number;
  acked: number;
  again: number;
  refused: Record<string, number>;
  /** Slowest and middle time from start to listening, in milliseconds. */
  startMiddle: number;
  startSlowest: number;
  /** Milliseconds from listening until everybody had joined; the slowest. */
  joinSlowest: number;
  lost: string[];
  doubled: string[];
  diverged: string[];
  wrong: string[];
  chain: string;
  seconds: number;
}

export async function torture(options: TortureOptions): Promise<TortureResult> {
  const { kills, seed, pause = 40, say = () => {} } = options;
  const begun = performance.now();
  const random = makeRandom(seed);
  const redis = options.log === 'redis' ? await startRedis() : undefined;
  const server = await fakeServer(redis ? { redisUrl: redis.url } : {});
  const starts: number[] = [];
  const joins: number[] = [];
  let redisKills = 0;
  try {
    await server.start();
    const crew = await openCrew(server.url, seed, pause);
    for (let kill = 1; kill <= kills; kill++) {
      await sleep(random.int(100, 1_100));
      if (server.died()) throw new Error(`the server ended by itself: ${server.output()}`);
      if (redis && random.chance(0.25)) redisKills += await killRedis(redis, server, random);
      else await server.kill();
      // Sometimes killed again before it is up.
      if (random.chance(0.1)) await killWhileStarting(server, random);
      const from = performance.now();
      await server.start();
      starts.push(performance.now() - from);
      joins.push(await allJoined(crew));
      if (kill % 20 === 0) say(`${options.log}: ${kill} kills, ${crew.tally.acked.size} acked`);
    }
    await sleep(500);
    await crew.stop();
    const diverged = await settle(crew, server);
    crew.close();
    await server.stop();
    const judged = await judge(crew, server, redis, diverged);
    starts.sort((a, b) => a - b);
    return {
      ...{ log: options.log, seed, kills, redisKills },
      ...judged,
      startMiddle: Math.round(starts[starts.length >> 1] ?? 0),
      startSlowest: Math.round(starts.at(-1) ?? 0),
      joinSlowest: Math.round(Math.max(0, ...joins)),
      seconds: Math.round((performance.now() - begun) / 1_000),
    };
  } finally {
    await server.close();
    await redis?.close();
  }
}

/** Redis alone, or both in either order; Redis comes back, the server is left dead. */
async function killRedis(redis: FakeRedis, server: FakeServer, random: Random): Promise<number> {
  if (random.chance(0.3)) await server.kill();
  await redis.kill();
  await sleep(random.int(0, 600));
  if (random.chance(0.5)) await server.kill();
  await redis.start();
  // The server may live on with the new Redis for a while.
  await sleep(random.int(0, 600));
  await server.kill();
  return 1;
}

async function killWhileStarting(server: FakeServer, random: Random): Promise<void> {
  const started = server.start();
  await sleep(random.int(20, 600));
  await server.kill();
  await started;
}

async function allJoined(crew: Crew): Promise<number> {
  const from = performance.now();
  while (!crew.members.every(({ console }) => console.joined())) {
    if (performance.now() - from > 15_000) {
      const away = crew.members.filter(({ console }) => !console.joined());
      crew.tally.wrong.push(`${away.length} consoles did not join within 15 s`);
      break;
    }
    await sleep(10);
  }
  return performance.now() - from;
}

/** Waits until everybody has everything, and compares what they have with what the server serves. */
async function settle(crew: Crew, server: FakeServer): Promise<string[]> {
  const diverged: string[] = [];
  const served = new Map<string, { seq: number; hash: string }>();
  const ask = async (role: string) => {
    const cookie = await signInAs(server.url, role);
    const response = await fetch(`${server.url}/api/spaces/live/state`, { headers: { cookie } });
    const { seq, state } = (await response.json()) as { seq: number; state: PlainState };
    return { seq, hash: stateHash(fromPlain(state)) };
  };
  const late = performance.now() + 60_000;
  while (crew.members.some(({ console }) => console.waiting() > 0)) {
    if (performance.now() > late) return ['an outbox did not empty within 60 s'];
    await sleep(50);
  }
  for (const role of new Set(crew.members.map((member) => member.role)))
    served.set(role, await ask(role));
  for (const { role, console } of crew.members) {
    const { seq, hash } = served.get(role)!;
    while (console.seq() < seq && performance.now() < late) await sleep(20);
    if (console.seq() !== seq) diverged.push(`${role} stands at ${console.seq()}, not ${seq}`);
    else if (stateHash(console.state()) !== hash) diverged.push(`${role} sees another state`);
  }
  return diverged;
}

async function judge(
  crew: Crew,
  server: FakeServer,
  redis: FakeRedis | undefined,
  diverged: readonly string[],
) {
  const log = await openLog({ redisUrl: redis?.url, dataDir: server.data });
  try {
    const truth = await readTruth(log, 'live');
    const { tally } = crew;
    const lost = [...tally.acked]
      .filter(([id, seq]) => truth.seqOf.get(id) !== seq)
      .map(([id, seq]) => `${id} was acknowledged as ${seq}, the log has ${truth.seqOf.get(id)}`);
    const apart = crew.members
      .filter(({ rights, console }) => {
        return hashFor(viewOf(rights), truth.state) !== stateHash(console.state());
      })
      .map(({ role }) => `${role} does not see what the log says`);
    return {
      entries: truth.entries,
      acked: tally.acked.size,
      again: tally.again,
      refused: Object.fromEntries(tally.refused),
      lost,
      doubled: truth.doubled,
      diverged: [...diverged, ...apart],
      wrong: tally.wrong,
      chain: truth.chain,
    };
  } finally {
    await log.close();
  }
}

/** One line. */
export function summary(r: TortureResult): string {
  const refused = Object.values(r.refused).reduce((sum, n) => sum + n, 0);
  return (
    `[P1] ${r.log}: ${r.kills} kills${r.redisKills ? ` (${r.redisKills} with Redis)` : ''}, ` +
    `${r.acked} acknowledged, ${r.again} sent again, ${refused} refused, ${r.entries} entries; ` +
    `lost ${r.lost.length}, doubled ${r.doubled.length}, diverged ${r.diverged.length}, ` +
    `wrong ${r.wrong.length}, chain ${r.chain}; start ${r.startMiddle} ms (≤ ${r.startSlowest}), ` +
    `all joined ≤ ${r.joinSlowest} ms; ${r.seconds} s, seed ${r.seed}`
  );
}

/** Nothing lost, doubled, diverged or wrong. */
export const isClean = (r: TortureResult): boolean =>
  r.chain === 'whole' && [r.lost, r.doubled, r.diverged, r.wrong].every((list) => !list.length);
