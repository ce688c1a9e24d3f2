import { expect, test } from 'vitest';
import { regionalThreat, threatsAhead, threatsAt } from '../../shared/subject/threat/select.ts';
import { given, minute, withPlan, type Given } from '../given.ts';
import { PHASE_PLAN } from '../fake/phases.ts';

const START = minute(0);
const world = (): Given => withPlan(PHASE_PLAN)(given());
const country = { level: 3, scope: { kind: 'country' }, start: START, source: 'OCAD' };
const region = { level: 4, scope: { kind: 'region' }, start: START, source: 'NCCN' };
const levels = ({ state }: Given, at: string) =>
  threatsAt(state, at).map(({ level, scope }) => [level, scope.kind]);

test('[P5.77] levels differ by place: several stand, each with its scope, start and source', () => {
  const after = world()
    .when('threat.set', country, { id: 't-1' })
    .done()
    .when('threat.set', { ...region, reason: 'Aanslag' }, { id: 't-2' })
    .done()
    .when(
      'threat.set',
      { ...region, level: 2, scope: { kind: 'target', name: 'Ambassades' } },
      { id: 't-3' },
    )
    .done();
  expect(levels(after, minute(9))).toEqual([
    [4, 'region'],
    [3, 'country'],
    [2, 'target'],
  ]);
  expect(regionalThreat(after.state, minute(9))).toMatchObject({ id: 't-2', source: 'NCCN' });
  expect(after.state.journal.entries.size).toBe(3);
  expect([...after.state.journal.entries.values()].map(({ incident }) => incident)).toEqual([
    ...[undefined, undefined, undefined],
  ]);
});

test('[P5.77] a new level for the same scope takes the place of the old one, when it starts', () => {
  const now = world()
    .when('threat.set', region, { id: 't-1' })
    .done()
    .when('threat.set', { ...region, level: 3, start: minute(2) }, { id: 't-2' })
    .done();
  expect(levels(now, minute(3))).toEqual([[3, 'region']]);
  const ahead = world()
    .when('threat.set', region, { id: 't-1' })
    .done()
    .when('threat.set', { ...region, level: 3, start: minute(60) }, { id: 't-2' })
    .done();
  expect(levels(ahead, minute(59))).toEqual([[4, 'region']]);
  expect(threatsAhead(ahead.state, minute(59)).map(({ id }) => id)).toEqual(['t-2']);
  expect(levels(ahead, minute(60))).toEqual([[3, 'region']]);
  const place = (name: string) => ({ ...region, scope: { kind: 'place', name } });
  const named = world()
    .when('threat.set', place('Station Noord'), { id: 't-1' })
    .done()
    .when('threat.set', { ...place('station  noord'), level: 2 }, { id: 't-2' })
    .done();
  expect(levels(named, minute(9))).toEqual([[2, 'place']]);
});

test('[P5.77] what has expired drops off, and what is ended is over at once', () => {
  const timed = world()
    .when('threat.set', { ...region, until: minute(30) }, { id: 't-1' })
    .done();
  expect(levels(timed, minute(29))).toEqual([[4, 'region']]);
  expect(levels(timed, minute(30))).toEqual([]);
  timed
    .when('threat.end', { threat: 't-1' }, { at: minute(31) })
    .then({ code: 'threat-unknown', path: 'data.threat' });
  const ended = timed.when('threat.end', { threat: 't-1', reason: 'Voorbij' }).done();
  expect(levels(ended, minute(5))).toEqual([]);
  ended.when('threat.end', { threat: 't-1' }).then({ code: 'threat-unknown', path: 'data.threat' });
});

test('[P5.77] wrong times and places are refused, and only the latest of what is over are kept', () => {
  world()
    .when('threat.set', { ...region, until: START })
    .then({ code: 'time-order', path: 'data.until' });
  world()
    .when('threat.set', { ...region, scope: { kind: 'municipality', municipality: 'gent' } })
    .then({ code: 'phase-municipality-unknown', path: 'data.scope.municipality' });
  let many = world();
  for (let n = 1; n <= 30; n += 1)
    many = many.when('threat.set', { ...region, level: 1 + (n % 4) }, { id: `t-${n}` }).done();
  expect(many.state.threat.threats.size).toBe(21);
  expect(levels(many, minute(99))).toEqual([[3, 'region']]);
});
