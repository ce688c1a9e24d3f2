import { describe, expect, it } from 'vitest';
import type { Event } from '../../shared/entry.ts';
import { refuse } from '../../shared/refusal.ts';
import type { State } from '../../shared/folds.ts';
import { fact } from '../../shared/subject.ts';
import { CRISIS, EVACUATION, FIRE, FIRST, FLOOD, step, workflow } from '../fake/plan.ts';
import { task as taskSubject } from '../../shared/subject/task/task.ts';
import { contextOf, given, minute, plan, withPlan, type As, type Given } from '../given.ts';

const scene = withPlan(CRISIS);
const OPEN = { type: 'fire', title: 'Brand', priority: 2 };
const MAYOR: As = { role: 'supervisor' };
/** A fire, reported at minute 1, as incident `i`. */
const fire = (more: object = {}, as: As = {}): Given =>
  scene(given())
    .when('incident.open', { ...OPEN, ...more }, { id: 'i', ...as })
    .done();
const RUN = 'i~first-thirty';
const FIRE_RUN = 'i~fire';

const task = ({ state }: { state: State }, step: string, run = RUN) =>
  state.task.runs.get(run)?.tasks[step];
const stateOf = (at: { state: State }, run = RUN) =>
  Object.fromEntries(
    Object.entries(at.state.task.runs.get(run)?.tasks ?? {}).map(([id, one]) => [id, one.state]),
  );
const titleOf = (id: string) => ({ nl: id, fr: `${id} (fr)` });
const told = (step: string, incident = 'i') => ({ incident, step, title: titleOf(step) });
const closed = (step: string, more: object, run = RUN, restrictions?: string[]) =>
  fact(
    'task.closed',
    run,
    {
      ...told(step),
      ...{ outcome: 'done', how: 'person', measures: ['M10.2'], minutes: 1 },
      ...{ within: 10, priority: false },
      ...more,
    },
    restrictions,
  );

describe('workflows of an incident', () => {
  it('[P5.30] an incident starts what every incident has and what its type has', () => {
    scene(given())
      .when('incident.open', OPEN, { id: 'i' })
      .then([
        fact('incident.opened', 'i', { number: '2026-0001', ...OPEN }),
        fact('task.published', 'first-thirty@000000000001', { workflow: FIRST }),
        fact('task.started', RUN, {
          ...{ incident: 'i', workflow: 'first-thirty', title: FIRST.title, auto: true },
          edition: 'first-thirty@000000000001',
        }),
        fact('task.published', 'fire@000000000001', { workflow: FIRE }),
        fact('task.started', FIRE_RUN, {
          ...{ incident: 'i', workflow: 'fire', title: FIRE.title, auto: true },
          edition: 'fire@000000000001',
        }),
        fact('task.held', RUN, { incident: 'i', waiting: ['report'], hidden: [] }),
        fact('task.opened', RUN, {
          incident: 'i',
          due: { locate: minute(11), 'ask-smoke': minute(11), warn: minute(6) },
        }),
        fact('task.opened', FIRE_RUN, {
          incident: 'i',
          due: {
            ...{ engage: minute(11), perimeter: minute(11) },
            ...{ choose: minute(11), victims: minute(11) },
          },
        }),
      ]);
  });

  it('[P5.30] an edition is written once, however many incidents have it, and each keeps its own', () => {
    const one = fire();
    const two = one.when('incident.open', OPEN, { id: 'j' }).done();
    expect(two.state.task.editions.keySeq().toArray()).toEqual([
      'first-thirty@000000000001',
      'fire@000000000001',
    ]);
    // The plan changes: what runs stays as it was, what begins has the new one.
    const newer = workflow('fire', [step('other')], { edition: 2, hash: '000000000002' });
    const after = withPlan({ ...CRISIS, workflows: [newer] })(two)
      .when('incident.open', OPEN, { id: 'k' })
      .done();
    expect(after.state.task.runs.get(FIRE_RUN)?.edition).toBe('fire@000000000001');
    expect(after.state.task.editions.get('fire@000000000001')?.workflow).toEqual(FIRE);
    expect(stateOf(after, 'k~fire')).toEqual({ other: 'open' });
  });

  it('[P5.30] editions that nobody has any more leave, others stay', () => {
    const two = fire();
    const keys = ['fire@000000000001', 'first-thirty@000000000001', 'none@000000000001'];
    two.when('task.retire', { editions: keys }, { role: 'administrator' }).then([]);
    const gone = two
      .when('incident.close', { incident: 'i', summary: 'Uit' })
      .done()
      .when('incident.archive', { incidents: ['i'] })
      .done()
      .when('task.retire', { editions: keys }, { role: 'administrator' })
      .then(keys.slice(0, 2).map((key) => fact('task.retired', key, {})));
    expect(gone.state.task.editions.size).toBe(0);
    expect([gone.state.task.runs.size, gone.state.task.facts.size]).toEqual([0, 0]);
  });

  it('[P5.31] a step opens when the facts ask for it and what comes before is settled; its time runs from then', () => {
    const begun = fire();
    expect(stateOf(begun)).toEqual({
      ...{ locate: 'open', 'ask-smoke': 'open', warn: 'open', report: 'waiting' },
    });
    const located = begun
      .when('incident.locate', { incident: 'i', place: { point: [4.37, 50.82] } })
      .done();
    expect(stateOf(located)).toMatchObject({ locate: 'done', report: 'waiting' });
    const warned = located.when('task.close', { run: RUN, step: 'warn' }).done();
    expect(task(warned, 'report')).toEqual({ state: 'open', since: minute(3), due: minute(13) });
  });

  it('[P5.31] what the facts do not ask for holds up nothing; a condition that holds again begins anew', () => {
    const begun = fire();
    expect(stateOf(begun, FIRE_RUN)).toMatchObject({ choose: 'open' });
    expect(task(begun, 'keep-indoors', FIRE_RUN)).toBeUndefined();
    const smoke = begun
      .when('task.answer', { incident: 'i', fact: 'smoke-plume', value: true })
      .done();
    expect(task(smoke, 'keep-indoors', FIRE_RUN)).toMatchObject({ state: 'open', due: minute(12) });
    // Open stays open, though a step before it came up only now.
    expect(task(smoke, 'choose', FIRE_RUN)?.state).toBe('open');
    const none = smoke
      .when('task.answer', { incident: 'i', fact: 'smoke-plume', value: false })
      .done();
    expect(task(none, 'keep-indoors', FIRE_RUN)).toEqual({ state: 'hidden' });
    const again = none
      .when('task.answer', { incident: 'i', fact: 'smoke-plume', value: true })
      .done();
    expect(task(again, 'keep-indoors', FIRE_RUN)).toMatchObject({ state: 'open', due: minute(14) });
  });
});

describe('what closes a step', () => {
  const PERIMETER = {
    ...{ incident: 'i', kind: 'exclusion' },
    shape: { form: 'circle', center: [4.37, 50.82], radius: 100 },
  };

  it('[P5.32] what happens closes the step that asked for it', () => {
    fire()
      .when('perimeter.draw', { ...PERIMETER, kind: 'isolation' })
      .then([fact('perimeter.drawn', 'c-1', { ...PERIMETER, kind: 'isolation' })])
      .when('perimeter.draw', PERIMETER, { id: 'p' })
      .then([
        fact('perimeter.drawn', 'p', PERIMETER),
        closed('perimeter', { how: 'perimeter', minutes: 2 }, FIRE_RUN),
      ]);
    const involve = { incident: 'i', discipline: 'D1' };
    const soFar = fire()
      .when('incident.involve', { ...involve, involvement: 'onTheWay' })
      .done();
    expect(task(soFar, 'engage', FIRE_RUN)?.state).toBe('open');
    const there = soFar.when('incident.involve', { ...involve, involvement: 'onSite' }).done();
    expect(task(there, 'engage', FIRE_RUN)).toMatchObject({
      state: 'done',
      settled: { how: 'involved', at: minute(3), by: 'Demo operator' },
    });
  });

  it('[P5.32] what is there already when a step opens closes it at once', () => {
    const drawn = fire({ type: 'other' })
      .when('perimeter.draw', PERIMETER, { id: 'p' })
      .done()
      .when('perimeter.tally', { perimeter: 'p', things: [] })
      .done()
      .when('incident.retype', { incident: 'i', type: 'flood' })
      .done();
    expect(task(drawn, 'tally', 'i~flood')).toMatchObject({
      state: 'done',
      settled: { how: 'tally' },
    });
    const there = fire({ place: { point: [4.37, 50.82] } });
    expect(task(there, 'locate')).toMatchObject({ state: 'done', settled: { how: 'located' } });
    // Opened again by a person, it waits for that person.
    const again = there
      .when('task.reopen', { run: RUN, step: 'locate', reason: 'Verkeerd adres' })
      .done();
    expect(task(again, 'locate')?.state).toBe('open');
  });

  it('[P5.32] an alarm that reached enough people closes the step that it was started for, and no other', () => {
    const twice = workflow('fire', [step('a', reached), step('b', reached)]);
    const begun = withPlan({ ...CRISIS, workflows: [twice] })(given())
      .when('incident.open', OPEN, { id: 'i' })
      .done();
    const events = reactTo(
      begun,
      fact('alarm.reached', 'x', { incident: 'i', run: FIRE_RUN, step: 'b' }),
    );
    expect(events).toEqual([closed('b', { how: 'reached', minutes: 0 }, FIRE_RUN)]);
  });
});

describe('what a person does with a step', () => {
  it('[P5.33] it is done with the evidence that it wants, and not without', () => {
    const ready = fire()
      .when('incident.locate', { incident: 'i', place: { point: [4.37, 50.82] } })
      .done()
      .when('task.close', { run: RUN, step: 'warn' })
      .done();
    const close = { run: RUN, step: 'report' };
    ready.when('task.close', close).then(refuse('evidence-missing', 'data.note'));
    ready
      .when('task.close', { ...close, note: '  ' })
      .then(refuse('evidence-missing', 'data.note'));
    const done = ready
      .when('task.close', { ...close, note: 'Twee verdiepingen in brand' })
      .then([closed('report', { note: 'Twee verdiepingen in brand' })]);
    expect(task(done, 'report')?.settled).toEqual({
      ...{ at: minute(4), by: 'Demo operator', how: 'person' },
      note: 'Twee verdiepingen in brand',
    });
    done.when('task.close', close).then(refuse('step-settled', 'data.step'));
    ready
      .when('task.close', { ...close, note: 'x', time: minute(60) })
      .then(refuse('time-ahead', 'data.time'));
  });

  it('[P5.33] what waits may be done ahead of its turn; what does not apply may not', () => {
    const ahead = fire().when('task.close', { run: RUN, step: 'report', note: 'Al gedaan' }).done();
    expect(task(ahead, 'report')).toMatchObject({ state: 'done' });
    const hidden = fire()
      .when('task.answer', { incident: 'i', fact: 'smoke-plume', value: true })
      .done()
      .when('task.answer', { incident: 'i', fact: 'smoke-plume', value: false })
      .done();
    hidden
      .when('task.close', { run: FIRE_RUN, step: 'keep-indoors' })
      .then(refuse('step-hidden', 'data.step'));
    hidden
      .when('task.close', { run: FIRE_RUN, step: 'many' })
      .then(refuse('step-unknown', 'data.step'));
  });

  it('[P5.33] a choice is a decision of the logbook, with its reason', () => {
    const choose = { run: FIRE_RUN, step: 'choose' };
    const begun = fire();
    begun
      .when('task.close', { ...choose, note: 'Rook' })
      .then(refuse('option-missing', 'data.option'));
    begun
      .when('task.close', { ...choose, note: 'Rook', option: 'fly' })
      .then(refuse('option-missing', 'data.option'));
    begun
      .when('task.close', { ...choose, option: 'leave' })
      .then(refuse('evidence-missing', 'data.note'));
    const decided = begun
      .when('task.close', { ...choose, option: 'leave', note: 'Instortingsgevaar' }, { id: 'd' })
      .then([
        closed('choose', { note: 'Instortingsgevaar', option: 'leave', entry: 'd' }, FIRE_RUN),
        fact('journal.written', 'd', {
          ...{ incident: 'i', kind: 'decision' },
          text: 'choose: Evacueren / choose (fr): Évacuer\nInstortingsgevaar',
        }),
      ]);
    // Told once: by the decision itself.
    const lines = decided.state.journal.entries.filter((entry) => entry.seq === 2);
    expect(
      lines
        .valueSeq()
        .map(({ kind }) => kind)
        .toArray(),
    ).toEqual(['decision']);
  });

  it('[P5.33] a question is closed by its answer, not by a tick', () => {
    fire()
      .when('task.close', { run: RUN, step: 'ask-smoke' })
      .then(refuse('answer-first', 'data.step'));
  });

  it('[P5.34] a step is skipped with a reason, and opened again with one', () => {
    const skipped = fire()
      .when('task.skip', { run: RUN, step: 'warn', reason: 'Burgemeester is ter plaatse' })
      .then([
        closed('warn', {
          ...{ outcome: 'skipped', note: 'Burgemeester is ter plaatse' },
          ...{ within: 5, priority: true },
        }),
      ]);
    skipped
      .when('task.skip', { run: RUN, step: 'warn', reason: 'x' })
      .then(refuse('step-settled', 'data.step'));
    const again = skipped
      .when('task.reopen', { run: RUN, step: 'warn', reason: 'Toch niet' })
      .then([fact('task.reopened', RUN, { ...told('warn'), reason: 'Toch niet', due: minute(8) })]);
    expect(task(again, 'warn')).toEqual({
      ...{ state: 'open', since: minute(3), due: minute(8), reopened: 'Toch niet' },
    });
    again
      .when('task.reopen', { run: RUN, step: 'warn', reason: 'x' })
      .then(refuse('step-open', 'data.step'));
  });

  it('[P5.35] a delegated step is an order, which waits for received and executed; executed, the step is done', () => {
    const ordered = fire()
      .when('task.delegate', { run: RUN, step: 'warn', to: 'PZ 5339' }, { id: 'o' })
      .then([
        fact('task.delegated', RUN, { ...told('warn'), to: 'PZ 5339', order: 'o' }),
        fact('journal.written', 'o', {
          ...{ incident: 'i', kind: 'order', text: 'warn / warn (fr)', to: 'PZ 5339' },
        }),
      ]);
    expect(task(ordered, 'warn')).toMatchObject({
      state: 'open',
      delegated: { to: 'PZ 5339', order: 'o', at: minute(2) },
    });
    const received = ordered
      .when('journal.acknowledge', { entry: 'o', as: 'received' })
      .then([fact('journal.acknowledged', 'o', { as: 'received' })]);
    received
      .when('journal.acknowledge', { entry: 'o', as: 'executed' })
      .then([
        fact('journal.acknowledged', 'o', { as: 'executed' }),
        closed('warn', { how: 'order', minutes: 3, within: 5, priority: true }),
      ]);
  });

  it('[P5.36] an answer is a fact of the incident: it closes its question, and can be given anew', () => {
    const answer = { incident: 'i', fact: 'victims' };
    const five = fire()
      .when('task.answer', { ...answer, value: 5 })
      .then([
        fact('task.answered', 'i', { fact: 'victims', value: 5 }),
        closed('victims', { how: 'answer' }, FIRE_RUN),
        fact('task.opened', FIRE_RUN, { incident: 'i', due: { many: minute(12) } }),
      ]);
    expect(five.state.task.facts.get('i')?.values).toEqual({
      victims: { value: 5, at: minute(2), by: 'Demo operator' },
    });
    five.when('task.answer', { ...answer, value: 5 }).then([]);
    five
      .when('task.answer', { ...answer, value: 3 })
      .then([
        fact('task.answered', 'i', { fact: 'victims', value: 3 }),
        fact('task.held', FIRE_RUN, { incident: 'i', waiting: [], hidden: ['many'] }),
      ]);
    five
      .when('task.answer', answer)
      .then([
        fact('task.answered', 'i', { fact: 'victims' }),
        fact('task.held', FIRE_RUN, { incident: 'i', waiting: [], hidden: ['many'] }),
      ]);
    fire()
      .when('task.answer', { ...answer, value: true })
      .then(refuse('answer-unfit', 'data.value'));
    fire()
      .when('task.answer', { incident: 'i', fact: 'moon', value: true })
      .then(refuse('fact-unknown', 'data.fact'));
  });
});

describe('a workflow in the middle', () => {
  it('[P5.37] another type stops what the old one began, and begins its own', () => {
    const done = fire().when('task.close', { run: RUN, step: 'warn' }).done();
    const flooded = done.when('incident.retype', { incident: 'i', type: 'flood' }).then([
      fact('incident.retyped', 'i', { type: 'flood' }),
      fact('task.stopped', FIRE_RUN, { incident: 'i', title: FIRE.title, why: 'retyped' }),
      fact('task.published', 'flood@000000000001', { workflow: FLOOD }),
      fact('task.started', 'i~flood', {
        ...{ incident: 'i', workflow: 'flood', title: FLOOD.title, auto: true },
        edition: 'flood@000000000001',
      }),
      fact('task.opened', 'i~flood', {
        incident: 'i',
        due: { pumps: minute(13), tally: minute(13) },
      }),
    ]);
    expect(stateOf(flooded, FIRE_RUN)).toEqual({
      ...{ engage: 'dropped', perimeter: 'dropped', choose: 'dropped', victims: 'dropped' },
    });
    // What every incident has goes on.
    expect(stateOf(flooded)).toMatchObject({ locate: 'open', warn: 'done' });
    flooded
      .when('task.close', { run: FIRE_RUN, step: 'engage' })
      .then(refuse('run-stopped', 'data.run'));
    // And back: the old one begins anew, beside what it was.
    const back = flooded.when('incident.retype', { incident: 'i', type: 'fire' }).done();
    expect(back.state.task.facts.get('i')?.runs).toEqual([RUN, FIRE_RUN, 'i~flood', 'i~fire~2']);
    expect(stateOf(back, 'i~fire~2')).toMatchObject({ engage: 'open' });
  });

  it('[P5.38] a block is added in the middle; not twice at once', () => {
    const added = fire()
      .when('task.start', { incident: 'i', workflow: 'evacuation' })
      .then([
        fact('task.published', 'evacuation@000000000001', { workflow: EVACUATION }),
        fact('task.started', 'i~evacuation', {
          ...{ incident: 'i', workflow: 'evacuation', title: EVACUATION.title },
          edition: 'evacuation@000000000001',
        }),
        fact('task.opened', 'i~evacuation', {
          incident: 'i',
          due: { assembly: minute(12), count: minute(12) },
        }),
      ]);
    added
      .when('task.start', { incident: 'i', workflow: 'evacuation' })
      .then(refuse('workflow-running', 'data.workflow'));
    added
      .when('task.start', { incident: 'i', workflow: 'none' })
      .then(refuse('workflow-unknown', 'data.workflow'));
    const over = ['assembly', 'count'].reduce(
      (at, one) => at.when('task.close', { run: 'i~evacuation', step: one }).done(),
      added,
    );
    const second = over.when('task.start', { incident: 'i', workflow: 'evacuation' }).done();
    expect(stateOf(second, 'i~evacuation~2')).toEqual({ assembly: 'open', count: 'open' });
  });

  it('[P5.38] a step of our own has an owner and a target like any other', () => {
    const own = { title: 'Bel de dierentuin', owner: 'operator', within: 15 };
    const added = fire()
      .when('task.add', { incident: 'i', ...own })
      .done();
    const two = added.when('task.add', { incident: 'i', ...own, measures: ['M10.4'] }).done();
    expect(stateOf(two, 'i~own')).toEqual({ 'own-1': 'open', 'own-2': 'open' });
    expect(task(two, 'own-1', 'i~own')).toMatchObject({ due: minute(17) });
    const done = two.when('task.close', { run: 'i~own', step: 'own-2' }).done();
    expect(stateOf(done, 'i~own')).toEqual({ 'own-1': 'open', 'own-2': 'done' });
  });

  it('[P5.39] a later edition is taken over only knowingly, and what was done stays done', () => {
    const newer = workflow(
      'fire',
      [
        step('engage', { within: 20, closes: FIRE.steps[0]!.closes }),
        step('choose', { ...FIRE.steps[3]! }),
        step('fresh'),
      ],
      { edition: 2, hash: '000000000002' },
    );
    const begun = fire().when('task.answer', { incident: 'i', fact: 'victims', value: 1 }).done();
    const take = (edition: string) => ({ run: FIRE_RUN, edition });
    begun.when('task.takeOver', take('000000000001')).then([]);
    const next = withPlan({ ...CRISIS, workflows: [FIRST, newer] })(begun);
    next
      .when('task.takeOver', take('000000000003'))
      .then(refuse('edition-not-current', 'data.edition'));
    const taken = next.when('task.takeOver', take('000000000002')).then([
      fact('task.published', 'fire@000000000002', { workflow: newer }),
      fact('task.tookOver', FIRE_RUN, {
        ...{ incident: 'i', title: newer.title, edition: 'fire@000000000002' },
        ...{ before: 'fire@000000000001', dropped: ['perimeter'] },
        due: { engage: minute(21) },
      }),
      fact('task.opened', FIRE_RUN, { incident: 'i', due: { fresh: minute(13) } }),
    ]);
    expect(stateOf(taken, FIRE_RUN)).toEqual({
      ...{ engage: 'open', perimeter: 'dropped', choose: 'open', victims: 'done', fresh: 'open' },
    });
    // Steps of the edition before keep their words.
    taken.when('task.reopen', { run: FIRE_RUN, step: 'victims', reason: 'Opnieuw tellen' }).done();
  });

  it('[P5.30] nothing is done in an incident that is closed', () => {
    const over = fire()
      .when('incident.close', { incident: 'i', summary: 'Uit' })
      .then([fact('incident.closed', 'i', { summary: 'Uit' })]);
    for (const [type, data] of [
      ['task.close', { run: RUN, step: 'warn' }],
      ['task.skip', { run: RUN, step: 'warn', reason: 'x' }],
      ['task.takeOver', { run: RUN, edition: 'x' }],
    ] as const)
      over.when(type, data).then(refuse('incident-closed', 'data.run'));
    over
      .when('task.answer', { incident: 'i', fact: 'victims', value: 1 })
      .then(refuse('incident-closed', 'data.incident'));
  });
});

describe('time', () => {
  const lapse = { run: RUN, step: 'warn' };
  const late = { role: 'administrator', at: minute(7) };

  it('[P5.40] a priority step that is late is said once, and stands until the supervisor has noted it', () => {
    fire()
      .when('task.lapse', lapse, { ...late, at: minute(5) })
      .then(refuse('step-not-late', 'data.step'));
    const lapsed = fire()
      .when('task.lapse', lapse, late)
      .then([fact('task.lapsed', RUN, { ...told('warn'), minutes: 1 })]);
    lapsed.when('task.lapse', lapse, late).then([]);
    const noted = lapsed
      .when('task.note', lapse, MAYOR)
      .then([fact('task.noted', RUN, told('warn'))]);
    expect(task(noted, 'warn')).toMatchObject({
      ...{ state: 'open', lapsed: minute(7), noted: { by: 'Demo supervisor' } },
    });
    noted.when('task.note', lapse, MAYOR).then([]);
  });

  it('[P5.40] only priority steps that are open are said to be late', () => {
    const locate = { run: RUN, step: 'locate' };
    const at = { ...late, at: minute(60) };
    fire().when('task.lapse', locate, at).then(refuse('step-not-late', 'data.step'));
    fire().when('task.note', locate, MAYOR).then(refuse('step-not-late', 'data.step'));
    fire()
      .when('task.close', lapse)
      .done()
      .when('task.lapse', lapse, at)
      .then(refuse('step-not-late', 'data.step'));
    fire()
      .when('incident.close', { incident: 'i', summary: 'Uit' })
      .done()
      .when('task.lapse', lapse, at)
      .then(refuse('step-not-late', 'data.step'));
  });

  it('[P5.40] a skipped priority step is to be noted too', () => {
    const skipped = fire()
      .when('task.skip', { ...lapse, reason: 'Geen tijd' })
      .done()
      .when('task.note', lapse, MAYOR)
      .done();
    expect(task(skipped, 'warn')?.noted?.by).toBe('Demo supervisor');
  });
});

describe('secrecy', () => {
  const SECRET = { restrictions: ['police'] };
  const secret = () => fire(SECRET, { role: 'police' });

  it('[P5.41] steps, facts and the edition of a secret incident are as secret as it is', () => {
    const answered = secret()
      .when('task.answer', { incident: 'i', fact: 'victims', value: 2 }, { role: 'police' })
      .done();
    for (const table of ['runs', 'facts', 'editions'] as const) {
      expect(answered.seenBy('operator').task[table].size).toBe(0);
      expect(answered.seenBy('police').task[table].size).toBeGreaterThan(0);
    }
    answered.when('task.close', { run: RUN, step: 'warn' }).then(refuse('run-unknown', 'data.run'));
    answered
      .when('task.start', { incident: 'i', workflow: 'evacuation' })
      .then(refuse('incident-unknown', 'data.incident'));
  });

  it('[P5.41] an open incident has an edition of its own that tells nothing of the secret one', () => {
    const both = secret().when('incident.open', OPEN, { id: 'j' }).done();
    expect(both.state.task.editions.keySeq().sort().toArray()).toEqual([
      ...['fire@000000000001', 'fire@000000000001~police'],
      ...['first-thirty@000000000001', 'first-thirty@000000000001~police'],
    ]);
    expect(both.seenBy('operator').task.editions.size).toBe(2);
  });

  it('[P5.41] what is released comes with its steps, its facts and its editions', () => {
    const released = secret()
      .when('incident.release', { incident: 'i', restriction: 'police' }, { role: 'police' })
      .done();
    const seen = released.seenBy('operator').task;
    expect([seen.runs.size, seen.facts.size, seen.editions.size]).toEqual([2, 1, 2]);
    // The secret edition stays as it was: it may be that of other incidents.
    expect(released.state.task.runs.get(RUN)?.edition).toBe('first-thirty@000000000001');
    expect(released.seenBy('police').task.editions.size).toBe(4);
    const restricted = released
      .when('incident.restrict', { incident: 'i', restriction: 'police' }, { role: 'police' })
      .done();
    expect(restricted.seenBy('operator').task.runs.size).toBe(0);
    expect(restricted.seenBy('operator').task.facts.size).toBe(0);
  });

  it('[P5.41] whoever is not told of the release keeps the edition as it was; who sees the incident then has one of their own', () => {
    const chief = { role: 'supervisor' };
    const twice = secret()
      .when('incident.restrict', { incident: 'i', restriction: 'medical' }, chief)
      .done()
      .when('incident.release', { incident: 'i', restriction: 'police' }, chief)
      .done();
    const key = 'fire@000000000001';
    expect(twice.state.task.runs.get(FIRE_RUN)?.edition).toBe(`${key}~medical`);
    expect(twice.state.task.editions.get(`${key}~police`)?.restrictions).toEqual(['police']);
    const seen = (role: string) => twice.seenBy(role).task;
    expect([seen('police').runs.size, seen('police').editions.size]).toEqual([0, 2]);
    expect([seen('medical').runs.size, seen('medical').editions.size]).toEqual([2, 2]);
  });
});

describe('the logbook', () => {
  it('[P5.42] every step that ends has a line of its own, also when one event ends several', () => {
    const twice = workflow('fire', [step('a', located), step('b', located)]);
    const done = withPlan({ ...CRISIS, workflows: [twice] })(given())
      .when('incident.open', OPEN, { id: 'i' })
      .done()
      .when('incident.locate', { incident: 'i', place: { point: [4.37, 50.82] } })
      .done();
    const lines = done.state.journal.entries
      .valueSeq()
      .filter(({ auto }) => auto?.type === 'task.closed')
      .map(({ incident, auto }) => [incident, auto?.data['step'], auto?.data['how']])
      .toArray();
    expect(lines).toEqual([
      ['i', 'a', 'located'],
      ['i', 'b', 'located'],
    ]);
  });

  it('[P5.42] that steps open and wait is no story', () => {
    const types = fire()
      .when('task.answer', { incident: 'i', fact: 'victims', value: 9 })
      .done()
      .state.journal.entries.valueSeq()
      .map(({ auto }) => auto?.type);
    expect([...types]).toEqual([
      'incident.opened',
      ...['task.started', 'task.started'],
      ...['task.answered', 'task.closed'],
    ]);
  });
});

const reached = { kind: 'notify', closes: { by: 'reached' } } as const;
const located = { closes: { by: 'located' } } as const;

/** What tasks make of an event of another subject. */
function reactTo({ state, seq }: Given, event: Event): readonly Event[] {
  const context = contextOf({}, minute(seq), { ...plan, crisis: CRISIS });
  return taskSubject.reacts.react(state, [event], context);
}
