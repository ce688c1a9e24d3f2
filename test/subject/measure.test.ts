import { describe, expect, it } from 'vitest';
import { refuse } from '../../shared/refusal.ts';
import { fact } from '../../shared/subject.ts';
import { usesOf } from '../../shared/subject/measure/uses.ts';
import { given, minute, withPlan } from '../given.ts';

const scene = withPlan({ measures: ['M6.6', 'M10.9', 'M10.15'] });
const by = (seq: number) => ({ at: minute(seq), by: 'Demo operator' });

const action = { title: 'Radiokanaal testen', owner: 'Dienst telecom', due: '2026-12-15' };
const acted = fact('measure.acted', 'a-1', { measure: 'M10.9', ...action });
const indicator = {
  measure: 'M10.9',
  name: { nl: 'Kanalen getest', fr: 'Canaux testés' },
  unit: '%',
  target: { value: 95, aim: 'atLeast' },
};
const chosen = fact('measure.chosen', 'i-1', indicator);
const measured = (day: string, value: number) =>
  fact('measure.measured', 'i-1', { measure: 'M10.9', day, value });

const closed = (
  measures: string[],
  more: { outcome?: string; minutes?: number } = {},
  restrictions?: string[],
) =>
  fact(
    'task.closed',
    'i1~fire',
    {
      ...{ incident: 'i1', step: 'warn', title: { nl: 'Verwittig', fr: 'Avertissez' } },
      ...{ outcome: 'done', how: 'person', measures, within: 5, priority: true, ...more },
    },
    restrictions,
  );

describe('actions of a measure', () => {
  it('[P5.6] an action is written, said anew, and done; by whom and when stays', () => {
    const written = scene(given())
      .when('measure.act', { measure: 'M10.9', ...action }, { id: 'a-1' })
      .then([acted]);
    expect(written.state.measure.actions.get('a-1')).toEqual({
      ...{ id: 'a-1', measure: 'M10.9', ...action, state: 'open', written: by(1) },
    });
    const anew = { title: 'Radiokanaal en satelliet testen' };
    const done = written
      .when('measure.reword', { action: 'a-1', ...anew })
      .then([fact('measure.reworded', 'a-1', { measure: 'M10.9', ...anew })])
      .when('measure.settle', { action: 'a-1', note: 'Getest' }, { role: 'supervisor' })
      .then([fact('measure.settled', 'a-1', { measure: 'M10.9', note: 'Getest' })]);
    const row = done.state.measure.actions.get('a-1')!;
    expect(row).toMatchObject({
      ...anew,
      state: 'done',
      written: by(1),
      reworded: by(2),
      settled: { at: minute(3), by: 'Demo supervisor', note: 'Getest' },
    });
    // What was left out was taken away.
    expect([row.owner, row.due]).toEqual([undefined, undefined]);
  });

  it('[P5.6] the same words change nothing; what is done stays as it is', () => {
    const open = scene(given(acted));
    open.when('measure.reword', { action: 'a-1', ...action }).then([]);
    open
      .when('measure.act', { measure: 'M10.9', ...action }, { id: 'a-1' })
      .then(refuse('id-taken'));
    const done = open.when('measure.settle', { action: 'a-1' }).done();
    const settled = refuse('action-settled', 'data.action');
    done.when('measure.settle', { action: 'a-1' }).then(settled);
    done.when('measure.reword', { action: 'a-1', title: 'Anders' }).then(settled);
    const unknown = refuse('action-unknown', 'data.action');
    open.when('measure.settle', { action: 'a-2' }).then(unknown);
    open.when('measure.reword', { action: 'a-2', title: 'Anders' }).then(unknown);
  });

  it('[P5.6] a measure that the plan does not have is refused', () => {
    const unknown = refuse('measure-unknown', 'data.measure');
    scene(given()).when('measure.act', { measure: 'M10.16', title: 'Iets' }).then(unknown);
    scene(given())
      .when('measure.choose', { ...indicator, measure: 'M10.16' })
      .then(unknown);
    scene(given())
      .when('measure.rehearse', {
        ...{ exercise: 'ex-1', name: 'Storm', day: '2026-11-20', measures: ['M6.6', 'M10.16'] },
      })
      .then(refuse('measure-unknown', 'data.measures.1'));
  });
});

describe('indicators of a measure', () => {
  it('[P5.7] values stand by day, whatever the order in which they came; the later one of a day counts', () => {
    const after = scene(given())
      .when('measure.choose', indicator, { id: 'i-1' })
      .then([chosen])
      .when('measure.measure', { indicator: 'i-1', day: '2026-11-20', value: 90 })
      .then([measured('2026-11-20', 90)])
      .when('measure.measure', { indicator: 'i-1', day: '2026-11-01', value: 70 })
      .then([measured('2026-11-01', 70)])
      .when('measure.measure', { indicator: 'i-1', day: '2026-11-20', value: 92 })
      .then([measured('2026-11-20', 92)]);
    expect(after.state.measure.indicators.get('i-1')).toEqual({
      ...{ id: 'i-1', ...indicator, chosen: by(1) },
      values: [
        { day: '2026-11-01', value: 70, ...by(3) },
        { day: '2026-11-20', value: 92, ...by(4) },
      ],
    });
    after.when('measure.measure', { indicator: 'i-1', day: '2026-11-20', value: 92 }).then([]);
  });

  it('[P5.7] today in Brussels can be measured, tomorrow not', () => {
    const late = '2026-11-24T23:30:00.000Z';
    const measure = (day: string) =>
      scene(given(chosen)).when(
        'measure.measure',
        { indicator: 'i-1', day, value: 1 },
        { at: late },
      );
    measure('2026-11-25').then([measured('2026-11-25', 1)]);
    measure('2026-11-26').then(refuse('time-ahead', 'data.day'));
  });

  it('[P5.7] dropped, it is measured no more and keeps what was measured', () => {
    const dropped = scene(given(chosen, measured('2026-11-20', 90)))
      .when('measure.drop', { indicator: 'i-1', reason: 'Zegt niets' })
      .then([fact('measure.dropped', 'i-1', { measure: 'M10.9', reason: 'Zegt niets' })]);
    expect(dropped.state.measure.indicators.get('i-1')).toMatchObject({
      values: [{ day: '2026-11-20', value: 90 }],
      dropped: { ...by(3), reason: 'Zegt niets' },
    });
    const gone = refuse('indicator-dropped', 'data.indicator');
    dropped.when('measure.drop', { indicator: 'i-1', reason: 'Nog eens' }).then(gone);
    const value = { day: '2026-11-21', value: 1 };
    dropped.when('measure.measure', { indicator: 'i-1', ...value }).then(gone);
    const unknown = refuse('indicator-unknown', 'data.indicator');
    dropped.when('measure.measure', { indicator: 'i-2', ...value }).then(unknown);
    dropped.when('measure.drop', { indicator: 'i-2', reason: 'Weg' }).then(unknown);
    dropped.when('measure.choose', indicator, { id: 'i-1' }).then(refuse('id-taken'));
  });

  it('[P5.7] of a long series the last hundred and twenty days stay in the working state', () => {
    const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10);
    const many = Array.from({ length: 125 }, (_, n) => measured(day(n + 1), n));
    const { values } = given(chosen, ...many).state.measure.indicators.get('i-1')!;
    expect([values.length, values[0]?.value, values.at(-1)?.value]).toEqual([120, 5, 124]);
  });
});

describe('use of a measure', () => {
  it('[P5.8] each closed step counts for each of its measures, with its time', () => {
    const { state } = given(
      closed(['M10.9', 'M6.6'], { minutes: 4 }),
      closed(['M10.9', 'M10.9'], { minutes: 9 }),
      closed(['M10.9']),
      closed(['M10.9'], { outcome: 'skipped', minutes: 30 }),
    );
    expect(usesOf(state.measure, 'M10.9')).toEqual({
      ...{ measure: 'M10.9', done: 3, skipped: 1, timed: 2, minutes: 13, late: 1 },
      ...{ last: minute(4), rehearsals: [] },
    });
    expect(usesOf(state.measure, 'M6.6')).toMatchObject({ done: 1, minutes: 4, last: minute(1) });
    expect(usesOf(state.measure, 'M10.15')).toEqual({
      ...{ measure: 'M10.15', done: 0, skipped: 0, timed: 0, minutes: 0, late: 0 },
      rehearsals: [],
    });
  });

  it('[P5.8] steps of a restricted incident count for those only who may know of it', () => {
    const scene = given(closed(['M10.9']), closed(['M10.9'], { minutes: 3 }, ['police']));
    const seen = (role: string) => usesOf(scene.seenBy(role).measure, 'M10.9');
    expect([seen('police').done, seen('police').last]).toEqual([2, minute(2)]);
    expect([seen('operator').done, seen('operator').last]).toEqual([1, minute(1)]);
    expect(scene.seenBy('wall').measure.uses.size).toBe(0);
  });

  it('[P5.9] an exercise counts once for each measure that it practised; told anew, as told last', () => {
    const told = { exercise: 'ex-1', name: 'Storm', day: '2026-11-20' };
    const once = scene(given())
      .when('measure.rehearse', { ...told, measures: ['M6.6', 'M10.9', 'M6.6'] })
      .then([
        fact('measure.rehearsed', 'ex-1', {
          ...{ name: 'Storm', day: '2026-11-20', measures: ['M6.6', 'M10.9'] },
        }),
      ]);
    once.when('measure.rehearse', { ...told, measures: ['M6.6', 'M10.9'] }).then([]);
    const again = once.when('measure.rehearse', { ...told, measures: ['M6.6'] }).done();
    const earlier = { exercise: 'ex-0', name: 'Tafel', day: '2026-10-01', measures: ['M6.6'] };
    const both = again.when('measure.rehearse', earlier).done();
    const names = (measure: string) =>
      usesOf(both.state.measure, measure).rehearsals.map(({ name }) => name);
    expect([names('M6.6'), names('M10.9')]).toEqual([['Storm', 'Tafel'], []]);
    both
      .when('measure.rehearse', { ...told, day: '2026-11-25', measures: ['M6.6'] })
      .then(refuse('time-ahead', 'data.day'));
  });
});
