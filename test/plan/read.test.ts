import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { checkPlan } from '../../server/plan/check.ts';
import { hashOf } from '../../server/plan/make.ts';
import { layOut, type Item } from '../../shared/plan/expand.ts';
import { CrisisPlan } from '../../shared/plan/plan.ts';
import type { Condition, Step } from '../../shared/plan/step.ts';
import { planFolder } from '../fake/plan-folder.ts';
import { step } from '../fake/plan.ts';

/** How the files become the plan. */
const DAY = '2026-11-24';
const dark: Condition = { fact: 'night', is: true };
const urgent: Condition = { fact: 'priority', is: 1 };
const lay = (items: Item[], blocks: Record<string, Item[]> = {}, id?: string) =>
  layOut(items, new Map(Object.entries(blocks)), id).map(({ step: laid }) => laid);
const order = (steps: readonly Step[]) =>
  Object.fromEntries(steps.map(({ id, after }) => [id, after ?? []]));

describe('blocks', () => {
  const block = [
    step('one'),
    step('two', { after: ['one'], when: dark }),
    step('three', { after: ['one'] }),
    step('apart'),
  ];

  it('[P5.100] are laid out in their place, their steps called after them', () => {
    const steps = lay([step('before'), { use: 'b' }, step('after')], { b: block });
    expect(steps.map(({ id }) => id)).toEqual([
      ...['before', 'b.one', 'b.two', 'b.three', 'b.apart', 'after'],
    ]);
  });

  it('[P5.100] keep their own order; what comes before them comes before their first steps', () => {
    const steps = lay([step('x'), { use: 'b', after: ['x'] }], { b: block });
    expect(order(steps)).toEqual({
      ...{ x: [], 'b.one': ['x'], 'b.two': ['b.one'], 'b.three': ['b.one'], 'b.apart': ['x'] },
    });
  });

  it('[P5.100] who waits for a block waits for all its last steps; for one step of it, for that', () => {
    const waits = [step('all', { after: ['b'] }), step('some', { after: ['b.two'] })];
    const { all, some } = order(lay([{ use: 'b' }, ...waits], { b: block }));
    expect([all, some]).toEqual([['b.two', 'b.three', 'b.apart'], ['b.two']]);
  });

  it('[P5.100] one block after another', () => {
    const steps = lay([{ use: 'c', after: ['b'] }, { use: 'b' }], { b: block, c: [step('go')] });
    expect(order(steps)['c.go']).toEqual(['b.two', 'b.three', 'b.apart']);
  });

  it('[P5.100] are shown when both the condition of their use and that of the step hold', () => {
    const steps = lay([{ use: 'b', when: urgent }], { b: block });
    expect(steps.map(({ when }) => when)).toEqual([
      ...[urgent, { all: [urgent, dark] }, urgent, urgent],
    ]);
  });

  it('[P5.100] may use blocks, whose steps keep their own names', () => {
    const outer: Item[] = [step('start'), { use: 'b', after: ['start'], when: urgent }];
    const blocks = { b: block, outer };
    const steps = lay([{ use: 'outer', when: dark }, step('end', { after: ['outer'] })], blocks);
    expect(order(steps)).toMatchObject({
      'outer.start': [],
      'b.one': ['outer.start'],
      'b.apart': ['outer.start'],
      end: ['b.two', 'b.three', 'b.apart'],
    });
    expect(steps.find(({ id }) => id === 'b.two')?.when).toEqual({
      all: [dark, { all: [urgent, dark] }],
    });
    // By itself, a block's own steps have their short names.
    expect(order(lay(outer, blocks, 'outer'))).toMatchObject({
      ...{ start: [], 'b.one': ['start'] },
    });
  });

  it('[P5.100] that use themselves end, and what is not there leaves nothing', () => {
    const round: Item[] = [step('in'), { use: 'round' }];
    expect(lay([{ use: 'round' }, { use: 'nowhere' }], { round }).map(({ id }) => id)).toEqual([
      'round.in',
    ]);
  });
});

describe('editions', () => {
  it('[P5.101] what tells two editions apart is their content, not the order or look of the file', () => {
    expect(hashOf({ a: 1, b: [{ c: 2, d: undefined }] })).toBe(hashOf({ b: [{ c: 2 }], a: 1 }));
    expect(hashOf({ a: [1, 2] })).not.toBe(hashOf({ a: [2, 1] }));
    expect(hashOf({ a: '1' })).not.toBe(hashOf({ a: 1 }));
    const one = planFolder();
    const read = () => checkPlan(one.folder, { day: DAY, env: {} }).made!.plan;
    const first = read();
    const hashes = ({ workflows }: CrisisPlan) =>
      Object.fromEntries(workflows.map(({ id, hash }) => [id, hash]));
    const flood = 'plan/workflows/flood.yaml';
    one.edit(flood, (text) =>
      text
        .replace(
          '{ nl: Vraag pompen, fr: Demandez des pompes }',
          '\n      fr: Demandez des pompes\n      nl: Vraag pompen # zo',
        )
        .replace('edition: 1', 'edition: 1 # a remark'),
    );
    expect(read()).toEqual(first);

    one.edit('plan/workflows/blocks/shelter.yaml', (text) =>
      text.replace('within: 10', 'within: 12'),
    );
    const second = read();
    const changed = Object.keys(hashes(first)).filter(
      (id) => hashes(first)[id] !== hashes(second)[id],
    );
    // The block, and the workflow that uses it.
    expect(changed.sort()).toEqual(['fire', 'shelter']);
    expect(second.edition).not.toBe(first.edition);
    one.edit(flood, (text) => text.replace('edition: 1', 'edition: 2'));
    expect(hashes(read())).toEqual(hashes(second));
    one.close();
  });
});

describe('the plan as it is shipped', () => {
  const { findings, made } = checkPlan('config', { day: DAY, env: {} });
  const plan = made!.plan;
  const { incidentTypes } = readConfig('config');

  it('[P5.106] has no mistake, and warns only of gateways that are not set up', () => {
    expect(findings.filter(({ message }) => !message.includes('_URL is not set'))).toEqual([]);
    expect(made).toBeDefined();
    const { success, error } = CrisisPlan.safeParse(plan);
    expect([success, error?.issues]).toEqual([true, undefined]);
    expect(plan.measures).toHaveLength(120);
    expect(plan.municipalities).toHaveLength(19);
    expect(plan.zones).toHaveLength(6);
    expect(plan.sites.length).toBeGreaterThan(20);
  });

  it('[P5.106] starts the first thirty minutes for all, and something of its own for every type', () => {
    const first = plan.workflows.find(({ id }) => id === 'first-thirty')!;
    expect(first.types).toEqual(['*']);
    expect(Math.max(...first.steps.map(({ within }) => within))).toBe(30);
    for (const { id } of incidentTypes)
      expect([id, plan.workflows.some(({ types }) => types.includes(id))]).toEqual([id, true]);
  });

  it('[P5.106] notifies mayor, High Official, chief of the zone and NCCN, and decides phase and warning', () => {
    const { steps } = plan.workflows.find(({ id }) => id === 'first-thirty')!;
    const reached = new Set(steps.flatMap(({ reach }) => reach?.functions ?? []));
    for (const one of ['mayor', 'high-official', 'zone-chief', 'nccn'])
      expect(reached).toContain(one);
    const closing = steps.map(({ closes }) => closes.by);
    for (const by of ['located', 'post', 'perimeter', 'reached', 'phase', 'meeting'])
      expect(closing).toContain(by);
    const decisions = steps.filter(({ kind }) => kind === 'decide').map(({ id }) => id);
    expect(decisions).toEqual(['phase', 'warning']);
  });

  it('[P5.106] its blocks have three to eight steps, and are used', () => {
    const blocks = plan.workflows.filter(({ kind }) => kind === 'block');
    expect(blocks.map(({ id }) => id).sort()).toEqual([
      ...['dangerous-goods', 'drone', 'evacuation', 'hand-over', 'hospital-prealert', 'media'],
      ...['metro-stop', 'psychosocial', 'public-warning', 'reception-centre', 'road-closure'],
      ...['second-device', 'smoke-plume', 'tunnel-closure', 'utilities-cut'],
    ]);
    const laid = new Set(
      plan.workflows
        .filter(({ kind }) => kind === 'workflow')
        .flatMap(({ steps }) => steps.map(({ id }) => id.split('.')[0])),
    );
    for (const { id, steps } of blocks) {
      expect([id, steps.length >= 3 && steps.length <= 8]).toEqual([id, true]);
      // Handing over is added by hand.
      if (id !== 'hand-over') expect([id, laid.has(id)]).toEqual([id, true]);
    }
  });

  it('[P5.106] phases: mayor, High Official and Minister; public order is the Minister-President’s', () => {
    expect(plan.phases.map(({ id, functions }) => [id, functions])).toEqual([
      ['municipal', ['mayor']],
      ['provincial', ['high-official']],
      ['federal', ['interior-minister']],
      ['public-order', ['minister-president']],
    ]);
    expect(plan.phases.map(({ ofMunicipality }) => ofMunicipality)).toEqual([
      ...[true, false, false, false],
    ]);
    // The parameters of the law, for the two that are chosen by them.
    expect(plan.phases.map(({ parameters }) => parameters.length)).toEqual([9, 9, 7, 4]);
  });
});
