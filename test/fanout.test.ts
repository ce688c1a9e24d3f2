import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Entry, Event } from '../shared/entry.ts';
import { reduce } from '../shared/reduce.ts';
import { initial, type State } from '../shared/folds.ts';
import { viewOf } from '../shared/role.ts';
import { canonical, fromPlain } from '../shared/state.ts';
import { fact } from '../shared/subject.ts';
import type { Batch, Beat, Join } from '../shared/wire.ts';
import { markOf, type Commit } from '../server/commit.ts';
import { openFanout, RING, type Fanout } from '../server/fanout.ts';
import { seal } from '../server/log/chain.ts';
import type { Standing } from '../server/model.ts';
import { minute, roles } from './given.ts';

const TICK = 20;
const opened: Fanout[] = [];
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const fanout of opened.splice(0)) fanout.close();
  vi.useRealTimers();
});

const view = (role: string) => viewOf(roles[role]!);
const written = (n: number, restrictions?: string[]): Event =>
  fact('journal.written', `j-${n}`, { kind: 'message', text: `Regel ${n}` }, restrictions);

/** A commit whose entries come when the test says so. */
function fakeCommit() {
  let standing: Standing<State> = { seq: 0, at: '', hash: '', state: initial };
  let listener: (entries: readonly Entry[]) => void = () => {};
  let fresh = true;
  const entries: Entry[] = [];
  const take = (...events: Event[]): Entry[] =>
    events.map((event) => {
      const seq = standing.seq + 1;
      const actor = { id: 'p-1', name: 'Demo een', role: 'operator' };
      const command = { id: `c-${seq}`, type: 'test' };
      const entry = seal(standing.hash, { seq, at: minute(seq), actor, command, events: [event] });
      standing = { ...entry, state: reduce(standing.state, entry) };
      entries.push(entry);
      return entry;
    });
  const commit = {
    space: 'live',
    now: () => standing,
    onApplied: (heard: typeof listener) => void (listener = heard),
    fresh: () => fresh,
  } as Commit<State>;
  return {
    ...{ commit, entries, take },
    apply: (...events: Event[]) => listener(take(...events)),
    setFresh: (now: boolean) => void (fresh = now),
    markAt: (seq: number) => markOf(entries[seq - 1]!.hash),
  };
}

/** `sending`: milliseconds that it takes to send a batch. */
function open(fake = fakeCommit(), seed?: readonly Entry[], sending = 0) {
  const batches: { room: string; batch: Batch }[] = [];
  const beats: { room: string; beat: Beat }[] = [];
  const fanout = openFanout({
    commit: fake.commit,
    ...(seed ? { seed } : {}),
    emitBatch: (room, batch) => {
      batches.push({ room, batch });
      if (sending > 0) vi.advanceTimersByTime(sending);
    },
    emitBeat: (room, beat) => void beats.push({ room, beat }),
    tick: TICK,
    beat: 1,
  });
  opened.push(fanout);
  const join = (role: string, more: Partial<Join> = {}) =>
    fanout.join(view(role), { space: 'live', after: 0, ...more });
  const spans = () => batches.splice(0).map(({ batch }) => [batch.after, batch.upTo]);
  return { ...fake, fanout, batches, beats, join, spans };
}

describe('batches', () => {
  test('[P1.20] when idle, an entry goes out in the same turn', () => {
    const { join, apply, batches, markAt } = open();
    const { room } = join('operator');
    apply(written(1));
    expect(batches).toMatchObject([
      { room, batch: { space: 'live', after: 0, upTo: 1, entries: [{ seq: 1 }] } },
    ]);
    expect(batches[0]!.batch.mark).toBe(markAt(1));
    expect(batches[0]!.batch.entries[0]).not.toHaveProperty('hash');
  });

  test('[P1.20] when busy, it rests for twice the time that sending took, with all that came meanwhile', () => {
    const { join, apply, spans } = open(fakeCommit(), undefined, 4);
    join('operator');
    apply(written(1));
    apply(written(2));
    expect(spans()).toEqual([[0, 1]]);
    vi.advanceTimersByTime(7);
    expect(spans()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(spans()).toEqual([[1, 2]]);
  });

  test('[P1.20] nobody waits longer than a tick', () => {
    const { join, apply, spans } = open(fakeCommit(), undefined, 50);
    join('operator');
    for (let i = 1; i <= 3; i++) apply(written(i));
    apply(written(4), written(5));
    expect(spans()).toEqual([[0, 1]]);
    vi.advanceTimersByTime(TICK);
    expect(spans()).toEqual([[1, 5]]);
    apply(written(6));
    expect(spans()).toEqual([]);
    vi.advanceTimersByTime(TICK);
    expect(spans()).toEqual([[5, 6]]);
    vi.advanceTimersByTime(TICK);
    apply(written(7));
    expect(spans()).toEqual([[6, 7]]);
  });

  test('[P1.20] each follows on the one before, also where a role sees nothing', () => {
    const { join, apply, batches } = open();
    join('operator');
    for (let i = 1; i <= 30; i++) {
      apply(written(i, i % 3 === 0 ? ['police'] : undefined));
      vi.advanceTimersByTime(i % 4 === 0 ? TICK : 5);
    }
    vi.advanceTimersByTime(TICK);
    let mine = 0;
    for (const { batch } of batches) {
      expect(batch.after).toBe(mine);
      mine = batch.upTo;
    }
    expect(mine).toBe(30);
    const seqs = batches.flatMap(({ batch }) => batch.entries.map(({ seq }) => seq));
    expect(seqs).toEqual(Array.from({ length: 30 }, (_, i) => i + 1).filter((n) => n % 3 > 0));
  });

  test('[P4.5] one per audience: roles that see the same share it, others get their own', () => {
    const { join, apply, batches } = open();
    const rooms = ['supervisor', 'administrator', 'operator', 'police', 'wall'].map(
      (role) => join(role).room,
    );
    expect(rooms[0]).toBe(rooms[1]);
    expect(new Set(rooms).size).toBe(4);
    apply(written(1, ['police']));
    const seen = Object.fromEntries(batches.map(({ room, batch }) => [room, batch.entries.length]));
    expect(batches).toHaveLength(4);
    expect([rooms[0], rooms[2], rooms[3], rooms[4]].map((room) => seen[room!])).toEqual([
      ...[1, 0, 1, 0],
    ]);
  });
});

describe('joining', () => {
  const filled = (count: number) => {
    const room = open();
    room.apply(...Array.from({ length: count }, (_, i) => written(i + 1)));
    vi.advanceTimersByTime(TICK);
    return room;
  };

  test('[P1.21] who has nothing gets the whole picture', () => {
    const { join, commit } = filled(3);
    const { joined } = join('operator');
    expect(joined).toMatchObject({ ok: true, seq: 3, fresh: true, sees: view('operator').sees });
    expect(joined.entries).toBeUndefined();
    const state = fromPlain(JSON.parse(JSON.stringify(joined.state)));
    expect(canonical(state)).toBe(canonical(commit.now().state));
  });

  test('[P1.21] who has some gets the entries since, or none when there are none', () => {
    const { join, markAt } = filled(5);
    const since = (after: number) => join('operator', { after, mark: markAt(after) }).joined;
    expect(since(2).entries?.map(({ seq }) => seq)).toEqual([3, 4, 5]);
    expect(since(2).state).toBeUndefined();
    expect(since(5)).toMatchObject({ entries: [], seq: 5, mark: markAt(5) });
  });

  test('[P1.21] entries that are decided but not sent yet are in the picture, and come again in the batch', () => {
    const { join, apply, spans, markAt } = open();
    join('operator');
    apply(written(1));
    apply(written(2));
    const { joined } = join('operator', { after: 1, mark: markAt(1) });
    expect(joined.entries?.map(({ seq }) => seq)).toEqual([2]);
    expect(joined.seq).toBe(2);
    spans();
    vi.advanceTimersByTime(TICK);
    expect(spans()).toEqual([[1, 2]]);
  });

  test('[P2.6] who comes from another log, or from after its end, gets the whole picture', () => {
    const { join, markAt } = filled(5);
    for (const join2 of [
      { after: 2, mark: markAt(3) },
      { after: 5, mark: markAt(4) },
      { after: 2 },
      { after: 5 },
      { after: 6, mark: markAt(5) },
    ]) {
      const { joined } = join('operator', join2);
      expect(joined.entries).toBeUndefined();
      expect(joined.state).toBeDefined();
    }
  });

  test('[P1.21] who was away for longer than is kept gets the whole picture', () => {
    const { join, markAt } = filled(RING * 1.3);
    expect(join('operator', { after: 1, mark: markAt(1) }).joined.state).toBeDefined();
    const late = RING * 1.3 - 10;
    expect(join('operator', { after: late, mark: markAt(late) }).joined.entries).toHaveLength(10);
  });

  test('[P1.21] after a restart, what the log gave is at hand; a hole in it is never passed on', () => {
    const fake = fakeCommit();
    fake.take(...[1, 2, 3, 4, 5].map((n) => written(n)));
    const mine = { after: 2, mark: fake.markAt(2) };
    const whole = open(fake, fake.entries.slice(0, 5));
    expect(whole.join('operator', mine).joined.entries?.map(({ seq }) => seq)).toEqual([3, 4, 5]);
    // Entry 5 came while the seed was read.
    const holed = open(fake, fake.entries.slice(0, 4));
    expect(holed.join('operator', mine).joined.state).toBeDefined();
    holed.apply(written(6));
    expect(holed.join('operator', mine).joined.state).toBeDefined();
  });

  test('[P4.5] pictures and differences hold what the role may see, and no more', () => {
    const { join, apply, markAt } = open();
    apply(written(1), written(2, ['police']), written(3));
    const more = { after: 1, mark: markAt(1) };
    for (const [role, sees] of [
      ['operator', false],
      ['police', true],
    ] as const) {
      expect(JSON.stringify(join(role).joined).includes('Regel 2')).toBe(sees);
      expect(JSON.stringify(join(role, more).joined).includes('Regel 2')).toBe(sees);
    }
    expect(join('wall').joined).toMatchObject({ state: { journal: { entries: {} } } });
  });

  test('[P1.21] one picture is made per audience and moment, not per console', () => {
    const { join, apply } = filled(3);
    const first = join('operator').joined.state;
    expect(join('operator').joined.state).toBe(first);
    expect(join('police').joined.state).not.toBe(first);
    apply(written(4));
    expect(join('operator').joined.state).not.toBe(first);
  });
});

describe('heartbeat', () => {
  test('[P2.4] once a second to every room, and none while the log does not answer', () => {
    const { join, beats, setFresh } = open();
    const rooms = [join('operator').room, join('wall').room];
    vi.advanceTimersByTime(2_000);
    expect(beats.map(({ room }) => room)).toEqual([...rooms, ...rooms]);
    expect(beats[0]!.beat).toMatchObject({ space: 'live', head: 0 });
    setFresh(false);
    beats.length = 0;
    vi.advanceTimersByTime(5_000);
    expect(beats).toEqual([]);
    expect(join('operator').joined.fresh).toBe(false);
    setFresh(true);
    vi.advanceTimersByTime(1_000);
    expect(beats).toHaveLength(2);
  });

  test('[P2.5] never names an entry that was not sent', () => {
    const { join, apply, beats, batches } = open();
    join('operator');
    for (let i = 1; i <= 400; i++) {
      apply(written(i));
      vi.advanceTimersByTime(7);
      const sent = batches.at(-1)!.batch.upTo;
      for (const { beat } of beats.splice(0)) expect(beat.head).toBe(sent);
    }
  });

  test('[P2.4] after closing there is none, and no batch', () => {
    const { fanout, join, apply, beats, batches } = open();
    join('operator');
    apply(written(1));
    batches.length = 0;
    fanout.close();
    apply(written(2));
    vi.advanceTimersByTime(3_000);
    expect([beats, batches]).toEqual([[], []]);
  });
});

test('[P2.6] a mark tells nothing of the hash that it stands for', () => {
  const hash = 'a'.repeat(64);
  expect(markOf(hash)).toMatch(/^[0-9a-f]{16}$/);
  expect(hash).not.toContain(markOf(hash));
  expect(markOf(hash)).not.toBe(markOf('b'.repeat(64)));
});
