import { describe, expect, it } from 'vitest';
import type { SeenEntry } from '../../shared/entry.ts';
import { reduce, reduceFor } from '../../shared/reduce.ts';
import { initial, type State } from '../../shared/folds.ts';
import { decide } from '../../shared/registry.ts';
import { redactEntry, redactState, viewOf } from '../../shared/role.ts';
import { canonical } from '../../shared/state.ts';
import { fact } from '../../shared/subject.ts';
import { TRAIL } from '../../shared/subject/unit/evolve.ts';
import type { Fix } from '../../shared/subject/unit/schema.ts';
import { contextOf, entryOf, given, minute, roles } from '../given.ts';
import { makeRandom } from '../fake/random.ts';

const SLOT = minute(1);
const NEXT = minute(2);
const system = { role: 'administrator' };

const fix = (id: string, more: Partial<Fix> = {}): Fix => ({
  id,
  kind: 'vehicle',
  point: [4.35, 50.85],
  at: minute(0),
  stale: minute(1),
  gone: minute(31),
  ...more,
});
/** What is recorded of it. */
function bare({ gone: _gone, restrictions: _restrictions, ...rest }: Fix) {
  return rest;
}
const recorded = (slot: string, ...fixes: Fix[]) =>
  fact(
    'unit.recorded',
    fixes[0]!.restrictions?.join('+') ?? 'open',
    { slot, fixes: fixes.map(bare) },
    fixes[0]!.restrictions,
  );
const police = { restrictions: ['police'] };

describe('the trail of units', () => {
  it('[P6.20] units are recorded in one entry, an event for each group of restrictions', () => {
    const [a, b, c] = [fix('a'), fix('b', police), fix('c', { callsign: 'BW 3' })];
    const after = given()
      .when('unit.record', { slot: SLOT, fixes: [a, b, c] }, system)
      .then([recorded(SLOT, a, c), recorded(SLOT, b)]);
    expect(after.state.unit.units.get('c')).toEqual({
      ...bare(c),
      slot: SLOT,
      trail: [[4.35, 50.85, minute(0)]],
    });
    expect(after.seenBy('operator').unit.units.has('b')).toBe(false);
    expect(after.seenBy('police').unit.units.has('b')).toBe(true);
  });

  it('[P6.20] a unit is recorded once in an interval, whoever sends it, and never backwards', () => {
    const first = given(recorded(SLOT, fix('a')));
    const later = fix('a', { at: minute(1), point: [4.4, 50.85] });
    first.when('unit.record', { slot: SLOT, fixes: [later] }, system).then([]);
    first.when('unit.record', { slot: NEXT, fixes: [fix('a')] }, system).then([]);
    first
      .when('unit.record', { slot: NEXT, fixes: [later, fix('n')] }, system)
      .then([recorded(NEXT, later, fix('n'))]);
  });

  it('[P6.20] the trail keeps the latest points only', () => {
    const events = Array.from({ length: TRAIL + 5 }, (_, i) =>
      recorded(minute(i), fix('a', { at: minute(i), point: [4 + i / 100, 50.85] })),
    );
    const { trail, point } = given(...events).state.unit.units.get('a')!;
    expect(trail).toHaveLength(TRAIL);
    expect(trail[0]).toEqual([4.05, 50.85, minute(5)]);
    expect([...point, minute(TRAIL + 4)]).toEqual(trail.at(-1));
  });

  it('[P4.40] a unit that becomes restricted leaves those who saw it, and its trail begins anew', () => {
    const open = given(recorded(SLOT, fix('a'), fix('b')));
    const next = fix('a', { ...police, at: minute(1) });
    const after = open
      .when('unit.record', { slot: NEXT, fixes: [next] }, system)
      .then([fact('unit.left', 'open', { units: ['a'] }), recorded(NEXT, next)]);
    expect(after.state.unit.units.get('a')?.trail).toHaveLength(1);
    expect([...after.seenBy('operator').unit.units.keys()]).toEqual(['b']);
    const back = fix('a', { at: minute(2) });
    const again = after
      .when('unit.record', { slot: minute(3), fixes: [back] }, system)
      .then([fact('unit.left', 'police', { units: ['a'] }, ['police']), recorded(minute(3), back)]);
    // Where it was while it was restricted, is not told afterwards.
    expect(again.seenBy('operator').unit.units.get('a')?.trail).toHaveLength(1);
  });

  it('[P6.20] a unit that was silent for long leaves the working state, one that was heard since stays', () => {
    const [old, heard] = [fix('a', police), fix('b', { at: minute(9) })];
    given(recorded(SLOT, old), recorded(SLOT, heard))
      .when('unit.leave', { units: ['a', 'b', 'b', 'none'], before: minute(5) }, system)
      .then([fact('unit.left', 'police', { units: ['a'] }, ['police'])])
      .when('unit.leave', { units: ['a'], before: minute(5) }, system)
      .then([]);
  });

  it('[P5.1] a restriction that the configuration does not name is refused', () => {
    const strange = fix('a', { restrictions: ['secret'] });
    given()
      .when('unit.record', { slot: SLOT, fixes: [fix('b'), strange] }, system)
      .then({ code: 'restriction-unknown', path: 'data.fixes.1.restrictions' });
  });

  it('[P4.40] for every role, folding what it is sent of units gives what it may see', () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const random = makeRandom(seed * 7_919);
      let state: State = initial;
      const seen = new Map(Object.keys(roles).map((name) => [name, initial]));
      let entries = 0;
      for (let n = 1; n <= 120; n += 1) {
        const ids = ['a', 'b', 'c', 'd', 'e', 'f'].filter(() => random.chance(0.5));
        if (ids.length === 0) continue;
        const clearances = () =>
          random.pick([undefined, ['police'], ['medical'], ['medical', 'police']]);
        const fixes = ids.map((id) => {
          const restrictions = clearances();
          return fix(id, { at: minute(n), ...(restrictions ? { restrictions } : {}) });
        });
        const command = random.chance(0.8)
          ? { id: `c-${n}`, type: 'unit.record', data: { slot: minute(n), fixes } }
          : { id: `c-${n}`, type: 'unit.leave', data: { units: ids, before: minute(n - 2) } };
        const decision = decide(state, command, contextOf(system, minute(n)));
        if (!decision.ok) throw new Error(decision.refusal.code);
        if (decision.events.length === 0) continue;
        const entry: SeenEntry = entryOf(++entries, decision.events, system, command);
        state = reduce(state, entry);
        for (const [name, before] of seen) {
          const view = viewOf(roles[name]!);
          const after = reduceFor(view.sees)(before, redactEntry(view, entry));
          seen.set(name, after);
          expect([name, n, canonical(after)]).toEqual([
            name,
            n,
            canonical(redactState(view, state)),
          ]);
        }
      }
      expect(entries).toBeGreaterThan(50);
    }
  });
});
