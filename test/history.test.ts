import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCommit } from '../server/commit.ts';
import { openHistory } from '../server/history.ts';
import { spaceModel } from '../server/live.ts';
import { openLog } from '../server/log/open.ts';
import { fact, accept } from '../shared/subject.ts';
import { canonical } from '../shared/state.ts';
import type { State } from '../shared/folds.ts';

it('[P6.15] any moment is the state as it was then, by number and by time, before and after warming up', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'belfry-history-'));
  const log = await openLog({ dataDir: folder });
  let clock = Date.parse('2026-03-01T00:00:00.000Z');
  const commit = await openCommit({
    log,
    space: 'live',
    model: spaceModel,
    now: () => new Date((clock += 1_000)),
  });
  const actor = { id: 'u', name: 'Test', role: 'operator' };
  const kept = new Map<number, { state: State; at: string }>();
  for (let n = 1; n <= 1_800; n += 1) {
    const data = { number: `2026-${n}`, type: 'fire', title: `Brand ${n}`, priority: 2 };
    const id = `i${n % 50}`;
    await commit.submit({
      id: `c${n}`,
      type: 'incident.open',
      actor,
      decide: () => accept(fact('incident.opened', id, data)),
    });
    if (n % 173 === 0) kept.set(n, { state: commit.now().state, at: commit.now().at });
  }
  const history = openHistory(log);
  const look = async () => {
    for (const [seq, { state, at }] of kept) {
      const byNumber = await history.at(commit, seq);
      const byTime = await history.at(commit, at);
      expect([byNumber?.seq, byTime?.seq]).toEqual([seq, seq]);
      expect(canonical(byNumber!.state)).toBe(canonical(state));
    }
  };
  await look();
  await Promise.all([history.warm(commit), look(), look()]);
  await look();
  expect((await history.at(commit, 0))?.state.incident.incidents.size).toBe(0);
  expect((await history.at(commit, '2020-01-01T00:00:00.000Z'))?.seq).toBe(0);
  expect(await history.at(commit, 1_801)).toBeUndefined();
  history.close();
  await commit.close();
  await log.close();
  rmSync(folder, { recursive: true, force: true });
});
