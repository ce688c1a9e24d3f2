import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Event } from '../shared/entry.ts';
import { refuse } from '../shared/refusal.ts';
import { accept, fact, reject } from '../shared/subject.ts';
import { openCommit, type Commit, type CommitOptions } from '../server/commit.ts';
import { hashOf, verify } from '../server/log/chain.ts';
import { LogUnavailable, type Appended, type Log, type Tail } from '../server/log/log.ts';
import { openSqliteLog } from '../server/log/sqlite.ts';
import type { Job, Model, Outcome } from '../server/model.ts';

/** A space that is a list of words: enough to see order, and who decided on what. */
type Words = readonly string[];
const model: Model<Words> = {
  initial: [],
  reduce: (words, { events }) => [...words, ...events.map((event) => event.id)],
  shape: 'words-1',
  toText: (words) => JSON.stringify(words),
  fromText: (text) => JSON.parse(text) as Words,
};
const actor = { id: 'p-1', name: 'Demo een', role: 'operator' };
const said = (word: string): Event => fact('word.said', word, {});

let folder: string;
let log: Log;
const opened: { close(): Promise<void> }[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'belfry-commit-'));
  log = await openSqliteLog({ dataDir: folder });
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await log.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(options: Partial<CommitOptions<Words>> = {}): Promise<Commit<Words>> {
  const commit = await openCommit({ log, space: 'live', model, ...options });
  opened.push(commit);
  return commit;
}

/** Says a word; refused when it was said before. */
const say = (word: string, more: Partial<Job<Words>> = {}): Job<Words> => ({
  ...{ id: `c-${word}`, type: 'word.say', actor },
  decide: (words) => (words.includes(word) ? reject(refuse('id-taken')) : accept(said(word))),
  ...more,
});
const at = (outcome: Outcome): number | string => (outcome.ok ? outcome.seq : outcome.refusal.code);

/** The log, with something that befalls its appends, one after the other. */
type Trouble = 'conflict' | 'full' | 'unwritten' | 'answer-lost' | 'throws' | undefined;
function troubled(troubles: Trouble[], before: () => Promise<unknown> = async () => {}): Log {
  return {
    ...log,
    async append(space, expected, entries): Promise<Appended> {
      const trouble = troubles.shift();
      if (trouble === 'conflict') await before();
      if (trouble === 'full') return { ok: false, reason: 'full', message: 'no space left' };
      if (trouble === 'unwritten') return { ok: false, reason: 'unavailable', message: 'away' };
      if (trouble === 'throws') throw new LogUnavailable('away');
      const done = await log.append(space, expected, entries);
      return trouble === 'answer-lost'
        ? { ok: false, reason: 'unavailable', message: 'no answer' }
        : done;
    },
  };
}
/** Somebody else's writes, on the same log. */
async function other(...words: string[]): Promise<void> {
  const commit = await openCommit({ log, space: 'live', model });
  for (const word of words) await commit.submit(say(word));
  await commit.close();
}

describe('what is acknowledged', () => {
  test('[P1.14] is in the log before it is answered, and applied before that', async () => {
    const commit = await open();
    const outcome = await commit.submit(say('a'));
    expect(outcome).toMatchObject({ ok: true, seq: 1, entry: { seq: 1, events: [{ id: 'a' }] } });
    expect(commit.now()).toMatchObject({ seq: 1, state: ['a'] });
    const [entry] = await log.read('live', 0, 10);
    expect(entry).toMatchObject({ actor, command: { id: 'c-a', type: 'word.say' } });
    expect(entry!.hash).toBe(hashOf('', entry!));
  });

  test('[P1.14] waiting commands are one group on disk, each decided on what the ones before leave', async () => {
    const groups: number[] = [];
    const commit = await open({ onAppend: (count) => groups.push(count) });
    const heard: number[] = [];
    commit.onApplied((entries) => heard.push(...entries.map(({ seq }) => seq)));
    const words = ['a', 'b', 'a', 'c', 'b'];
    const outcomes = await Promise.all(
      words.map((word, i) => commit.submit(say(word, { id: `c-${i}` }))),
    );
    expect(outcomes.map(at)).toEqual([1, 2, 'id-taken', 3, 'id-taken']);
    expect(groups).toEqual([3]);
    expect(heard).toEqual([1, 2, 3]);
    expect(commit.now().state).toEqual(['a', 'b', 'c']);
  });

  test('[P1.14] more than a group can hold is still one order', async () => {
    const commit = await open();
    const words = Array.from({ length: 700 }, (_, i) => `w${i}`);
    const outcomes = await Promise.all(words.map((word) => commit.submit(say(word))));
    expect(outcomes.map(at)).toEqual(words.map((_, i) => i + 1));
    expect(commit.now().state).toEqual(words);
    expect(await verify(log, 'live')).toMatchObject({ ok: true, head: { seq: 700 } });
  });
});

describe('sent again', () => {
  test('[P1.4] gets the first answer, in the same group, later, and after a restart', async () => {
    const commit = await open();
    const twins = await Promise.all([commit.submit(say('a')), commit.submit(say('a'))]);
    expect(twins.map(at)).toEqual([1, 1]);
    await commit.submit(say('b'));
    // It would be refused now; but it was heard.
    expect(await commit.submit(say('a'))).toMatchObject({ ok: true, seq: 1, entry: { seq: 1 } });
    const again = await open();
    expect(at(await again.submit(say('a')))).toBe(1);
    expect(again.now().seq).toBe(2);
  });

  test('[P1.4] also when it would be accepted a second time', async () => {
    const commit = await open();
    const often = (): Job<Words> => say('x', { decide: () => accept(said('x')) });
    expect(at(await commit.submit(often()))).toBe(1);
    await commit.submit(say('b'));
    const [again, fresh] = await Promise.all([commit.submit(often()), commit.submit(say('c'))]);
    expect([again, fresh].map(at)).toEqual([1, 3]);
    expect(commit.now().state).toEqual(['x', 'b', 'c']);
  });

  test('[P1.4] an id that belongs to another command or person is refused', async () => {
    const commit = await open();
    await commit.submit(say('a'));
    const taken = refuse('command-id-taken', 'id');
    const strange = [
      say('b', { id: 'c-a', type: 'word.shout' }),
      say('b', { id: 'c-a', actor: { ...actor, id: 'p-2' } }),
    ];
    for (const job of strange)
      expect(await commit.submit(job)).toEqual({ ok: false, refusal: taken });
    const both = await Promise.all([
      commit.submit(say('d')),
      commit.submit(say('d', { actor: { ...actor, id: 'p-2' } })),
    ]);
    expect(both.map(at)).toEqual([2, 'command-id-taken']);
  });

  test('[P1.15] what changes nothing leaves no entry, and names the head', async () => {
    const commit = await open();
    const nothing = say('n', { decide: () => accept() });
    expect(await commit.submit(nothing)).toEqual({ ok: true, seq: 0, entry: undefined });
    await commit.submit(say('a'));
    expect(await commit.submit(nothing)).toEqual({ ok: true, seq: 1, entry: undefined });
    expect(commit.now().seq).toBe(1);
  });
});

describe('somebody else was first', () => {
  test('[P1.2] [P1.16] all are decided again on what is there now: refusals and acceptances too', async () => {
    const commit = await open({ log: troubled(['conflict'], () => other('b', 'x')) });
    const outcomes = await Promise.all([
      // Accepted at first, refused now.
      commit.submit(say('b', { id: 'mine-b' })),
      commit.submit(say('c')),
      // Refused at first, accepted now.
      commit.submit(
        say('after-x', {
          decide: (words) =>
            words.includes('x') ? accept(said('after-x')) : reject(refuse('entry-unknown')),
        }),
      ),
      // Refused on what never came about.
      commit.submit(
        say('not-after-b', {
          decide: (words) =>
            words[0] === 'b' && words.length === 1
              ? reject(refuse('entry-unknown'))
              : accept(said('not-after-b')),
        }),
      ),
    ]);
    expect(outcomes.map(at)).toEqual(['id-taken', 3, 4, 5]);
    expect(commit.now().state).toEqual(['b', 'x', 'c', 'after-x', 'not-after-b']);
  });

  test('[P1.4] the same command, through two processes at once, takes effect once', async () => {
    const [one, two] = [await open(), await open()];
    const outcomes = await Promise.all(
      ['a', 'b', 'c', 'd'].flatMap((word) => [one.submit(say(word)), two.submit(say(word))]),
    );
    const seqs = outcomes.map(at);
    for (let i = 0; i < seqs.length; i += 2) expect(seqs[i]).toBe(seqs[i + 1]);
    expect((await log.head('live')).seq).toBe(4);
  });

  test('[P1.3] two commits on one log converge, and tell their listeners every entry once, in order', async () => {
    const both = [await open(), await open()];
    const heard = both.map((commit) => {
      const seqs: number[] = [];
      commit.onApplied((entries) => seqs.push(...entries.map(({ seq }) => seq)));
      return seqs;
    });
    const jobs = Array.from({ length: 120 }, async (_, i) => {
      if (i % 9 === 0) await sleep(i / 4);
      return both[i % 2]!.submit(say(`w${i}`));
    });
    const outcomes = await Promise.all(jobs);
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    const upTo = Array.from({ length: 120 }, (_, i) => i + 1);
    await expect.poll(() => heard).toEqual([upTo, upTo]);
    expect(both[0]!.now()).toEqual(both[1]!.now());
    expect(await verify(log, 'live')).toMatchObject({ ok: true, head: { seq: 120 } });
  });
});

describe('a log in trouble', () => {
  test('[P1.6] full: nobody is told otherwise, nothing changed, and later it goes on', async () => {
    const commit = await open({ log: troubled(['full']) });
    const refusedAll = await Promise.all([commit.submit(say('a')), commit.submit(say('b'))]);
    expect(refusedAll.map(at)).toEqual(['log-full', 'log-full']);
    expect(commit.now()).toMatchObject({ seq: 0, state: [] });
    expect(at(await commit.submit(say('a')))).toBe(1);
  });

  test('[P1.17] unavailable, and written all the same: answered as written, once', async () => {
    const commit = await open({ log: troubled(['answer-lost']) });
    const outcomes = await Promise.all([
      commit.submit(say('a')),
      commit.submit(say('b')),
      commit.submit(say('a', { id: 'other' })),
    ]);
    expect(outcomes.map(at)).toEqual([1, 2, 'id-taken']);
    expect(outcomes[0]).toMatchObject({ entry: { events: [{ id: 'a' }] } });
    expect(commit.now().state).toEqual(['a', 'b']);
    expect((await log.head('live')).seq).toBe(2);
  });

  test('[P1.17] unavailable for a moment: tried again, without anybody noticing', async () => {
    const commit = await open({ log: troubled(['unwritten', 'throws', 'unwritten']) });
    expect(at(await commit.submit(say('a')))).toBe(1);
  });

  test('[P1.17] unavailable for longer: said within seconds, and what follows waits no longer', async () => {
    const down = Array<Trouble>(500).fill('unwritten');
    const commit = await open({ log: troubled(down) });
    const from = performance.now();
    expect(await commit.submit(say('a'))).toEqual({
      ok: false,
      refusal: refuse('log-unavailable'),
    });
    expect(performance.now() - from).toBeLessThan(5_000);
    down.length = 0;
    expect(at(await commit.submit(say('a')))).toBe(1);
  }, 20_000);

  test('[P2.4] it is not fresh when its log is not', async () => {
    let fresh = true;
    const tail = (...args: Parameters<Log['tail']>): Tail => ({
      ...log.tail(...args),
      fresh: () => fresh,
    });
    const commit = await open({ log: { ...log, tail } });
    expect(commit.fresh()).toBe(true);
    fresh = false;
    expect(commit.fresh()).toBe(false);
  });
});

describe('whatever jobs do', () => {
  test('[P1.18] one that throws is answered, and harms nobody else of its group', async () => {
    const warnings: string[] = [];
    const commit = await open({ warn: (message) => warnings.push(message) });
    const fails = (): never => {
      throw new Error('a bug');
    };
    const outcomes = await Promise.all([
      commit.submit(say('a')),
      commit.submit(say('bug', { decide: fails })),
      commit.submit(say('b')),
    ]);
    expect(outcomes.map(at)).toEqual([1, 'internal', 2]);
    expect(warnings).toHaveLength(1);
  });

  test('[P1.18] one whose events cannot be folded never reaches the log', async () => {
    const strict: Model<Words> = {
      ...model,
      reduce(words, entry) {
        if (entry.events[0]!.id === 'poison') throw new Error('cannot fold');
        return model.reduce(words, entry);
      },
    };
    const commit = await open({ model: strict });
    const outcomes = await Promise.all(
      ['a', 'poison', 'b'].map((word) => commit.submit(say(word))),
    );
    expect(outcomes.map(at)).toEqual([1, 'internal', 2]);
    expect((await log.read('live', 0, 9)).map((entry) => entry.events[0]!.id)).toEqual(['a', 'b']);
  });

  test('[P1.19] time never runs backwards, whatever the clock does', async () => {
    const times = [
      '2026-11-24T08:00:02.000Z',
      '2026-11-24T08:00:01.000Z',
      '2026-11-24T08:00:03.000Z',
    ];
    const decided: string[] = [];
    const commit = await open({ now: () => new Date(times.shift()!) });
    for (const word of ['a', 'b', 'c'])
      await commit.submit(
        say(word, {
          decide: (_, moment) => {
            decided.push(moment);
            return accept(said(word));
          },
        }),
      );
    const written = (await log.read('live', 0, 9)).map((entry) => entry.at);
    expect(written).toEqual([
      '2026-11-24T08:00:02.000Z',
      '2026-11-24T08:00:02.000Z',
      '2026-11-24T08:00:03.000Z',
    ]);
    expect(decided).toEqual(written);
  });

  test('[P1.14] closing lets what waits be written, and takes nothing more', async () => {
    const commit = await open();
    const last = commit.submit(say('a'));
    const closing = commit.close();
    expect(at(await commit.submit(say('b')))).toBe('log-unavailable');
    expect(at(await last)).toBe(1);
    await closing;
    expect((await log.head('live')).seq).toBe(1);
  });
});

describe('snapshots', () => {
  const write = async (...words: string[]) => {
    const commit = await openCommit({ log, space: 'live', model });
    for (const word of words) await commit.submit(say(word));
    await commit.close();
  };
  /** What a commit opens with, and how many entries it had to read for that. */
  async function restored(model2 = model) {
    let read = 0;
    const counting: Log = {
      ...log,
      async read(space, after, limit) {
        const entries = await log.read(space, after, limit);
        if (limit > 1) read += entries.length;
        return entries;
      },
    };
    const { state, seq } = (await open({ log: counting, model: model2 })).now();
    return { state, seq, read };
  }

  test('[P6.2] closing leaves one, and the next start reads only what came after', async () => {
    await write('a', 'b');
    expect(await restored()).toEqual({ state: ['a', 'b'], seq: 2, read: 0 });
    await other('c');
    expect(await restored()).toMatchObject({ state: ['a', 'b', 'c'], seq: 3 });
  });

  test('[P6.2] while running, one is made every so many entries', async () => {
    const commit = await open({ snapshotEvery: 3 });
    for (const word of ['a', 'b', 'c', 'd']) await commit.submit(say(word));
    await expect.poll(() => log.loadSnapshot('live')).toMatchObject({ seq: 3, shape: 'words-1' });
  });

  test.each([
    ['of another log', { hash: 'f'.repeat(64) }],
    ['of another shape', { shape: 'words-0' }],
    ['from beyond the end of the log', { seq: 9 }],
    ['that is damaged', { state: '{"torn' }],
  ])('[P6.4] one %s is thrown away, and the log folded anew', async (_, wrong) => {
    await write('a', 'b');
    const right = (await log.loadSnapshot('live'))!;
    await log.saveSnapshot('live', { ...right, state: '["lie"]', ...wrong });
    expect(await restored()).toEqual({ state: ['a', 'b'], seq: 2, read: 2 });
  });

  test('[P6.2] one that cannot be saved is said and harms nothing', async () => {
    const warnings: string[] = [];
    const saveSnapshot = () => Promise.reject(new Error('disk full'));
    const commit = await open({
      ...{ log: { ...log, saveSnapshot }, snapshotEvery: 1 },
      warn: (message) => warnings.push(message),
    });
    expect(at(await commit.submit(say('a')))).toBe(1);
    await expect.poll(() => warnings).toEqual(['snapshot not saved']);
  });
});
