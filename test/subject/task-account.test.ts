import { describe, expect, it } from 'vitest';
import { refuse } from '../../shared/refusal.ts';
import { fact } from '../../shared/subject.ts';
import { factsOf } from '../../shared/subject/task/facts.ts';
import { lateByIncident, toNote } from '../../shared/subject/task/overdue.ts';
import { summaryOf } from '../../shared/subject/task/summary.ts';
import { CRISIS, FIRE, step, workflow } from '../fake/plan.ts';
import { given, minute, withPlan, type Given } from '../given.ts';

const OPEN = { type: 'fire', title: 'Brand', priority: 2 };
const fire = (crisis = CRISIS, id = 'i'): Given =>
  withPlan(crisis)(given()).when('incident.open', OPEN, { id }).done();

describe('facts of an incident', () => {
  const ELSENE = { point: [4.37, 50.82], text: 'Flagey', municipality: 'Elsene' };
  const plan = {
    ...CRISIS,
    zones: [
      { id: '5339', name: { nl: 'A', fr: 'A' }, of: ['elsene'], from: '2000-01-01' },
      { id: '9999', name: { nl: 'B', fr: 'B' }, of: ['elsene'], from: '2027-01-01' },
    ],
  };
  const known = (scene: Given, at: string) =>
    factsOf(scene.state, scene.state.incident.incidents.get('i')!, at, plan);

  it('[P5.44] type, priority, place and clock are known without asking; what nobody knows is unknown', () => {
    const placed = fire().when('incident.locate', { incident: 'i', place: ELSENE }).done();
    expect(known(placed, '2026-11-24T18:59:00.000Z')).toMatchObject({
      ...{ type: 'fire', priority: 2, municipality: 'elsene', zone: '5339' },
      ...{ night: false, weekend: false, phase: 'none', perimeter: 'none' },
    });
    // By the clock in Brussels, and by the zone in force on that day.
    expect(known(placed, '2026-11-24T19:00:00.000Z').night).toBe(true);
    expect(known(placed, '2026-07-24T05:00:00.000Z').night).toBe(false);
    expect(known(placed, '2026-11-28T10:00:00.000Z').weekend).toBe(true);
    expect(known(placed, '2027-01-01T10:00:00.000Z').zone).toBe('9999');
    const bare = known(fire(), minute(2));
    expect([bare['municipality'], bare['zone'], bare['wind'], bare['threat']]).toEqual([
      ...[undefined, undefined, undefined, undefined],
    ]);
  });

  it('[P5.44] the innermost perimeter that stands, and the strongest gust of the last hour', () => {
    const shape = { form: 'circle', center: [4.37, 50.82], radius: 100 };
    const drawn = (['dissuasion', 'isolation', 'exclusion'] as const).reduce(
      (scene, kind) =>
        scene.when('perimeter.draw', { incident: 'i', kind, shape }, { id: kind }).done(),
      fire(),
    );
    expect(known(drawn, minute(9))['perimeter']).toBe('exclusion');
    const lifted = drawn.when('perimeter.lift', { perimeter: 'exclusion', reason: 'Vrij' }).done();
    expect(known(lifted, minute(9))['perimeter']).toBe('isolation');

    const wind = (station: string, gust: number, at: string) =>
      fact('wind.observed', station, { name: station, from: 0, speed: 5, gust, observed: at });
    const blowing = given(
      fact('incident.opened', 'i', { number: '2026-0001', ...OPEN }),
      wind('a', 20, minute(1)),
      wind('b', 30, minute(2)),
    );
    expect(known(blowing, minute(10))['wind']).toBe(108);
    expect(known(blowing, minute(61.5))['wind']).toBe(108);
    expect(known(blowing, minute(120))['wind']).toBeUndefined();
  });

  it('[P5.44] the highest threat level of the region or the country, from its start until its end', () => {
    const level = (id: string, scope: object, level: number, from: number, to?: number) =>
      fact('threat.set', id, {
        ...{ scope, level, source: 'OCAD', start: minute(from) },
        ...(to === undefined ? {} : { until: minute(to) }),
      });
    const scene = given(
      fact('incident.opened', 'i', { number: '2026-0001', ...OPEN }),
      level('country', { kind: 'country' }, 2, 0),
      level('region', { kind: 'region' }, 3, 10, 20),
      level('place', { kind: 'place', name: 'Kiekestraat' }, 4, 0),
    );
    const threat = [9, 10, 19, 20].map((at) => known(scene, minute(at))['threat']);
    expect(threat).toEqual([2, 3, 3, 2]);
  });

  it('[P5.44] what was answered is a fact, but never instead of what is known by itself', () => {
    const answered = fire()
      .when('task.answer', { incident: 'i', fact: 'victims', value: 4 })
      .done();
    expect(known(answered, minute(3))).toMatchObject({ victims: 4, type: 'fire' });
    fire()
      .when('task.answer', { incident: 'i', fact: 'type', value: 'x' })
      .then(refuse('fact-unknown', 'data.fact'));
  });
});

describe('what is late', () => {
  it('[P5.45] late steps are counted per incident, by the clock; settled and stopped ones are not', () => {
    const two = fire().when('incident.open', OPEN, { id: 'j' }).done();
    expect(lateByIncident(two.state.task, minute(5))).toEqual(new Map());
    // The priority step of five minutes; then all of ten.
    expect(lateByIncident(two.state.task, minute(6.5))).toEqual(new Map([['i', 1]]));
    expect(lateByIncident(two.state.task, minute(11.5)).get('i')).toBe(7);
    const done = two.when('task.close', { run: 'i~first-thirty', step: 'warn' }).done();
    expect(lateByIncident(done.state.task, minute(6.5))).toEqual(new Map());
    const other = two.when('incident.retype', { incident: 'i', type: 'other' }).done();
    expect(lateByIncident(other.state.task, minute(11.5)).get('i')).toBe(3);
  });

  it('[P5.40] what was late or skipped stays on the list of who leads the shift until it is noted', () => {
    const about = { run: 'i~first-thirty', step: 'warn' };
    const list = ({ state }: Given) =>
      toNote(state.task, state.incident.incidents).map(({ run, step, why }) => [run.id, step, why]);
    const lapsed = fire()
      .when('task.lapse', about, { role: 'administrator', at: minute(7) })
      .done();
    expect(list(lapsed)).toEqual([['i~first-thirty', 'warn', 'late']]);
    // Done in the end, it was late all the same.
    const done = lapsed.when('task.close', about).done();
    expect(list(done)).toHaveLength(1);
    expect(list(done.when('task.note', about, { role: 'supervisor' }).done())).toEqual([]);
    const skipped = fire()
      .when('task.skip', { ...about, reason: 'Geen tijd' })
      .done();
    expect(list(skipped)).toEqual([['i~first-thirty', 'warn', 'skipped']]);
    // A step without priority is skipped without further notice.
    const plain = fire()
      .when('task.skip', { run: 'i~first-thirty', step: 'locate', reason: 'x' })
      .done();
    expect(list(plain)).toEqual([]);
  });
});

describe('the account per measure', () => {
  it('[P5.46] what was done, how fast against the target, and what was not, in the order of the plan', () => {
    const crisis = {
      ...CRISIS,
      workflows: [
        workflow('fire', [
          step('a', { measures: ['M10.2', 'M6.6'], within: 1 }),
          step('b', { within: 9 }),
          step('c', { within: 5 }),
          step('d', { measures: ['M10.14'], after: ['c'] }),
          step('e', { measures: ['M10.3'], when: { fact: 'type', is: 'flood' } }),
        ]),
      ],
    };
    const close = (scene: Given, one: string, at: number) =>
      scene.when('task.close', { run: 'i~fire', step: one }, { at: minute(at) }).done();
    const scene = close(close(fire(crisis), 'a', 4), 'b', 7)
      .when('task.skip', { run: 'i~fire', step: 'c', reason: 'Niet nodig' }, { at: minute(8) })
      .done();
    const rows = summaryOf(scene.state, 'i');
    expect(rows.map(({ measure }) => measure)).toEqual(['M6.6', 'M10.2', 'M10.14']);
    expect(rows[1]).toEqual({
      ...{ measure: 'M10.2', done: 2, skipped: 1, dropped: 0, open: 0 },
      // 3 and 6 minutes; 1 and 9.
      ...{ minutes: 4.5, target: 5, late: 1 },
      undone: [{ title: { nl: 'c', fr: 'c (fr)' }, state: 'skipped', note: 'Niet nodig' }],
    });
    expect(rows[2]).toMatchObject({ done: 0, open: 1, minutes: undefined, target: undefined });
  });

  it('[P5.46] what another type made unwanted is told apart from what was skipped', () => {
    const other = fire().when('incident.retype', { incident: 'i', type: 'other' }).done();
    const engage = summaryOf(other.state, 'i').find(({ measure }) => measure === 'M10.6');
    expect(engage).toMatchObject({ dropped: 1, skipped: 0, open: 0 });
    expect(FIRE.steps[0]?.measures).toEqual(['M10.6']);
  });
});
