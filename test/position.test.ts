import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterMessage, afterTime, type Units } from '../client/positions.ts';
import { openCommit } from '../server/commit.ts';
import { openGate } from '../server/gate.ts';
import { spaceModel } from '../server/live.ts';
import { openLane, type Lane, type LaneOptions } from '../server/position/lane.ts';
import { openShare } from '../server/position/share.ts';
import { openTrail } from '../server/position/trail.ts';
import { viewOf } from '../shared/role.ts';
import type { Fix } from '../shared/subject/unit/schema.ts';
import type { Positions } from '../shared/wire.ts';
import { startRedis } from './fake/redis.ts';
import { memoryLog } from './fuzz/memory-log.ts';
import { plan, roles } from './given.ts';

const START = Date.parse('2026-11-24T08:00:00.000Z');
const at = (seconds: number): string => new Date(START + seconds * 1_000).toISOString();
const fix = (id: string, seconds: number, more: Partial<Fix> = {}): Fix => ({
  ...{ id, kind: 'vehicle', point: [4.35, 50.85] },
  ...{ at: at(seconds), stale: at(seconds + 60), gone: at(seconds + 600) },
  ...more,
});
const secret = { restrictions: ['police'] };
const police = viewOf(roles['police']!);
const operator = viewOf(roles['operator']!);
const SPACE = 'live';

/** A lane with what it sent, by room. */
function laneWith(options: Partial<LaneOptions> = {}) {
  const sent: [room: string, batch: Positions][] = [];
  const lane = openLane({
    space: SPACE,
    emit: (room, batch) => void (batch && sent.push([room, batch])),
    now: () => START,
    ...options,
  });
  return { lane, sent };
}
const ids = (batch: Positions): string[] => batch.fixes.map(({ id }) => id);

describe('the fast lane', () => {
  let lane: Lane;
  let sent: [string, Positions][];
  beforeEach(() => {
    vi.useFakeTimers();
    ({ lane, sent } = laneWith());
  });
  afterEach(() => {
    lane.close();
    vi.useRealTimers();
  });

  it('[P1.40] a burst goes out bit by bit, the latest of each, the first come first', () => {
    const published: Fix[][] = [];
    ({ lane, sent } = laneWith({ publish: (fixes) => void published.push(fixes) }));
    lane.join(operator, 'room');
    for (let n = 0; n < 5_000; n += 1) lane.take(fix(`u${n}`, 1));
    vi.advanceTimersByTime(10);
    lane.take(fix('u4999', 2));
    vi.advanceTimersByTime(5_000);
    const batches = sent.map(([, batch]) => batch.fixes);
    expect(batches.map((fixes) => fixes.length)).toEqual([2_000, 2_000, 1_000]);
    expect(published).toEqual(batches);
    expect(batches.flat().map(({ id }) => id)).toEqual(
      Array.from({ length: 5_000 }, (_, n) => `u${n}`),
    );
    expect(batches.flat().at(-1)!.at).toBe(at(2));
  });

  it('[P1.40] many fixes of a unit go out as its latest, at most five times a second', () => {
    lane.join(operator, 'room');
    for (let n = 0; n < 1_000; n += 1) {
      lane.take(fix('a', n / 100));
      if (n % 100 === 0) lane.take(fix(`still-${n}`, 0));
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(400);
    expect(sent.length).toBeGreaterThan(3);
    expect(sent.length).toBeLessThan(9);
    expect(sent.at(-1)![1].fixes.find(({ id }) => id === 'a')).toEqual(fix('a', 9.99));
    // Only what changed: those that stood still are told once.
    expect(sent.filter(([, batch]) => ids(batch).includes('still-100'))).toHaveLength(1);
    vi.advanceTimersByTime(2_000);
    expect(sent.length).toBeLessThan(9);
  });

  it('[P1.40] an older fix, the same one and one that is out of date change nothing', () => {
    lane.join(operator, 'room');
    expect(lane.take(fix('a', 0))).toBe('taken');
    for (const old of [fix('a', -1), fix('a', 0), fix('b', -700)])
      expect(lane.take(old)).toBe('old');
    vi.advanceTimersByTime(500);
    expect(sent.map(([, batch]) => batch.fixes)).toEqual([[fix('a', 0)]]);
  });

  it('[P4.40] a role gets the units for which it is cleared, and others never hear of them', () => {
    lane.take(fix('p', 0, secret));
    lane.take(fix('a', 0));
    expect(lane.join(police, 'police').flatMap(ids)).toEqual(['p', 'a']);
    expect(lane.join(operator, 'operator').flatMap(ids)).toEqual(['a']);
    expect(lane.join({ sees: ['incident'], cleared: ['police'] }, 'blind')).toEqual([]);
    vi.advanceTimersByTime(500);
    sent.length = 0;
    lane.take(fix('p', 1, secret));
    vi.advanceTimersByTime(500);
    expect(sent.map(([room, batch]) => [room, ids(batch), batch.gone])).toEqual([
      ['police', ['p'], []],
    ]);
  });

  it('[P4.40] a unit that becomes restricted leaves those who saw it, though it came and went within a tick', () => {
    lane.join(police, 'police');
    lane.join(operator, 'operator');
    lane.take(fix('a', 0));
    lane.take(fix('b', 0, secret));
    vi.advanceTimersByTime(500);
    sent.length = 0;
    lane.take(fix('a', 1));
    lane.take(fix('a', 2, secret));
    lane.take(fix('b', 2));
    vi.advanceTimersByTime(500);
    expect(sent.map(([room, batch]) => [room, ids(batch), batch.gone])).toEqual([
      ['police', ['a', 'b'], []],
      ['operator', ['b'], ['a']],
    ]);
  });

  it('[P1.40] the whole picture comes in parts, of which the first empties what was known', () => {
    for (let n = 0; n < 2_500; n += 1) lane.take(fix(`u-${n}`, 0));
    const parts = lane.join(operator, 'room');
    expect(parts.map(({ whole, fixes }) => [whole, fixes.length])).toEqual([
      [true, 1_000],
      [undefined, 1_000],
      [undefined, 500],
    ]);
    const old: Units = new Map([['gone', { id: 'gone', fix: fix('gone', 0), age: undefined }]]);
    const units = parts.reduce((known, part) => afterMessage(known, part, START), old);
    expect([units.size, units.has('gone')]).toEqual([2_500, false]);
  });

  it('[P1.40] there is an end to the units that it knows, and room again when some are gone', () => {
    let now = START;
    const small = laneWith({ most: 2, now: () => now }).lane;
    expect(['a', 'b', 'c', 'b'].map((id, n) => small.take(fix(id, n)))).toEqual([
      ...['taken', 'taken', 'full', 'taken'],
    ]);
    now += 700_000;
    vi.advanceTimersByTime(60_000);
    expect(small.take(fix('c', 700))).toBe('taken');
    expect(small.all().map(({ id }) => id)).toEqual(['c']);
    small.close();
  });

  it('[P1.40] when all places are taken, units that fell silent make room, the longest silent first', () => {
    let now = START;
    const full = laneWith({ most: 3, now: () => now });
    full.lane.join(operator, 'room');
    for (const [id, seconds] of [['a', 0], ['b', -30], ['c', 30]] as const) full.lane.take(fix(id, seconds)); // prettier-ignore
    vi.advanceTimersByTime(1_000);
    // Nobody is stale: not one of them has to go.
    expect(full.lane.take(fix('d', 1))).toBe('full');
    now += 61_000;
    vi.advanceTimersByTime(61_000);
    full.sent.length = 0;
    expect(['d', 'e', 'f'].map((id) => full.lane.take(fix(id, 61)))).toEqual([
      ...['taken', 'taken', 'full'],
    ]);
    expect(full.lane.all().map(({ id }) => id)).toEqual(['c', 'd', 'e']);
    vi.advanceTimersByTime(1_000);
    expect(full.sent.map(([, { gone }]) => gone)).toEqual([['b', 'a']]);
    // It is heard again: it is new now, and finds no place while the others are there.
    expect(full.lane.take(fix('a', 62))).toBe('full');
    full.lane.close();
  });
});

describe('units on a screen', () => {
  it('[P2.20] a unit whose fix is too old shows its age, and later is not shown, without a word from the server', () => {
    const message = { space: SPACE, whole: true as const, fixes: [fix('a', 0)], gone: [] };
    let units = afterMessage(new Map(), message, START);
    const ages: (number | string | undefined)[] = [];
    for (const seconds of [0, 59, 60, 65, 125, 599, 600]) {
      units = afterTime(units, START + seconds * 1_000);
      ages.push(units.has('a') ? units.get('a')!.age : 'gone');
    }
    expect(ages).toEqual([undefined, undefined, 60_000, 60_000, 120_000, 540_000, 'gone']);
  });

  it('[P2.20] what looks the same is the same, so that nothing is drawn for nothing', () => {
    const message = { space: SPACE, fixes: [fix('a', 0), fix('b', -30)], gone: [] };
    const units = afterMessage(new Map(), message, START);
    expect(afterTime(units, START + 20_000)).toBe(units);
    const later = afterTime(units, START + 30_000);
    expect(later.get('a')).toBe(units.get('a'));
    expect(later.get('b')).toMatchObject({ age: 60_000 });
    // A fix that comes late does not take a unit back.
    const back = afterMessage(later, { ...message, fixes: [fix('a', -10)] }, START + 30_000);
    expect(back.get('a')).toBe(units.get('a'));
  });

  it('[P4.40] a unit that may not be seen any more goes at once', () => {
    const message = { space: SPACE, fixes: [fix('a', 0), fix('b', 0)], gone: [] };
    const units = afterMessage(new Map(), message, START);
    const after = afterMessage(units, { space: SPACE, fixes: [], gone: ['a', 'none'] }, START);
    expect([...after.keys()]).toEqual(['b']);
  });
});

/** The system's own hand. */
const who = {
  account: undefined as never,
  actor: { id: 'system', name: 'Belfry', role: 'system' },
  role: { ...roles['administrator']!, may: ['*'] },
  view: viewOf(roles['administrator']!),
};

describe('the trail in the log', () => {
  it('[P6.20] two processes with the same units record them once each interval; what stands still, seldom', async () => {
    const memory = memoryLog(SPACE);
    let now = START;
    const fixes: Fix[] = [];
    const processes = await Promise.all(
      [0, 1].map(async () => {
        const commit = await openCommit({
          ...{ log: memory.open(), space: SPACE, model: spaceModel },
          now: () => new Date(now),
        });
        const gate = openGate({ spaces: new Map([[SPACE, commit]]), plan: () => plan });
        const options = { seconds: 30, metres: 10, hours: 24, now: () => now };
        const trail = openTrail({ positions: () => fixes, gate, commit, who, ...options });
        return { commit, trail };
      }),
    );
    const round = async (...next: Fix[]) => {
      fixes.splice(0, Infinity, ...next);
      await Promise.all(processes.map(({ trail }) => trail.record()));
      return memory.entries.length;
    };
    const move = (metres: number): Partial<Fix> => ({ point: [4.35, 50.85 + metres / 111_195] });
    expect(await round(fix('a', 0), fix('p', 0, secret))).toBe(1);
    expect(memory.entries[0]!.events.map(({ restrictions }) => restrictions)).toEqual([
      undefined,
      ['police'],
    ]);
    // In the same interval nothing more, however far it went.
    now += 20_000;
    expect(await round(fix('a', 20, move(500)))).toBe(1);
    now += 10_000;
    expect(await round(fix('a', 30, move(9)), fix('p', 30, { ...secret, ...move(11) }))).toBe(2);
    expect(memory.entries[1]!.events).toHaveLength(1);
    now += 600_000;
    expect(await round(fix('a', 630, move(9)))).toBe(3);
    const states = processes.map(({ commit }) => commit.now().state.unit.units);
    expect(states[0]!.get('a')?.trail.map(([, , time]) => time)).toEqual([at(0), at(630)]);
    expect(states[1]!.toJS()).toEqual(states[0]!.toJS());

    // A day later, the silent ones leave, by one entry.
    now += 24 * 3_600_000 + 1_000;
    await Promise.all(processes.map(({ trail }) => trail.tidy()));
    expect(memory.entries).toHaveLength(4);
    expect(processes[0]!.commit.now().state.unit.units.size).toBe(0);
    for (const { trail, commit } of processes) {
      trail.close();
      await commit.close();
    }
  });
});

describe('several server processes', () => {
  it('[P1.40] what comes in on one is shown by all, also by one that starts later, and Redis may go meanwhile', async () => {
    const redis = await startRedis();
    const opened: { lane: Lane; close(): Promise<void> }[] = [];
    /** A server process with a console of the operator on it. */
    const open = async () => {
      const batches: Positions[] = [];
      const lane: Lane = openLane({
        space: SPACE,
        emit: (_room, batch) => void (batch && batches.push(batch)),
        publish: (fixes) => share?.publish(fixes),
        tick: 20,
      });
      const share = await openShare({ ...lane, url: redis.url, space: SPACE });
      let units: Units = new Map();
      const see = (message: Positions) => (units = afterMessage(units, message, Date.now()));
      lane.join(operator, 'room').forEach(see);
      const process = {
        lane,
        units: () => batches.splice(0).reduce((_, batch) => see(batch), units),
        close: async () => (lane.close(), share.close()),
      };
      opened.push(process);
      return process;
    };
    const soon = (id: string, ago: number, more: Partial<Fix> = {}): Fix => {
      const time = (ms: number) => new Date(Date.now() - ago + ms).toISOString();
      return { ...fix(id, 0), at: time(0), stale: time(60_000), gone: time(600_000), ...more };
    };
    const until = async (what: string, isTrue: () => boolean) => {
      const late = performance.now() + 15_000;
      while (!isTrue()) {
        if (performance.now() > late) throw new Error(`not in time: ${what}`);
        await sleep(20);
      }
    };
    try {
      const [a, b] = [await open(), await open()];
      const [first, later] = [soon('x', 2_000), soon('x', 1_000)];
      a.lane.take(first);
      await until('b shows what a took', () => b.units().has('x'));
      b.lane.take(later);
      await until('a shows the later one', () => a.units().get('x')?.fix.at === later.at);
      a.lane.take(soon('p', 500, secret));
      // An older one that comes by the other way changes nothing anywhere.
      a.lane.take(soon('x', 5_000));
      await sleep(200);
      expect(b.units().get('x')?.fix).toEqual(later);
      expect(b.lane.all().map(({ id }) => id)).toEqual(['x', 'p']);
      expect([...b.units().keys()]).toEqual(['x']);

      // The hash is written a little later: a new process begins with what all know.
      await sleep(2_500);
      const c = await open();
      expect(c.units().get('x')?.fix).toEqual(later);

      await redis.kill();
      a.lane.take(soon('y', 0));
      await sleep(300);
      expect(a.units().has('y')).toBe(true);
      expect(b.units().has('y')).toBe(false);
      await redis.start();
      await until('the others catch up', () => b.units().has('y') && c.units().has('y'));
    } finally {
      for (const one of opened) await one.close();
      await redis.close();
    }
  });
});
