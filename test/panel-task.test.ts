import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { task as words } from '../client/i18n/words/task.ts';
import { lateFirst } from '../client/panel/queue.ts';
import { tellTask } from '../client/panel/task/auto.ts';
import { groupsOf } from '../client/panel/task/rows.ts';
import { dueText } from '../client/panel/task/text.ts';
import { LANGS } from '../shared/refusal.ts';
import { difference } from '../shared/plan/difference.ts';
import { eventSchemas } from '../shared/registry.ts';
import type { Incident } from '../shared/subject/incident/schema.ts';
import { tellable } from '../shared/subject/task/told.ts';
import { CRISIS, FIRE, step, workflow } from './fake/plan.ts';
import { given, minute, withPlan } from './given.ts';

/** i18next's filling in, without i18next; a key that does not exist shows as itself. */
const t = ((key: string, values: Record<string, unknown> = {}) => {
  const known = (words as Record<string, { nl: string }>)[key.slice('task.'.length)];
  const text = known?.nl ?? (values['defaultValue'] as string | undefined) ?? key;
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
}) as unknown as TFunction;

const fire = withPlan(CRISIS)(given())
  .when('incident.open', { type: 'fire', title: 'Brand', priority: 2 }, { id: 'i' })
  .done();

describe('the steps on the screen', () => {
  it('[P5.48] what can be done now comes first, the first due first; what waits and what is settled apart', () => {
    const done = fire
      .when('task.close', { run: 'i~fire', step: 'perimeter' })
      .done()
      .when('task.skip', { run: 'i~fire', step: 'engage', reason: 'x' })
      .done();
    const [first, second] = groupsOf(done.state, 'i', minute(7));
    const ids = (rows: readonly { step: { id: string } }[]) => rows.map((row) => row.step.id);
    expect(ids(first!.now)).toEqual(['warn', 'locate', 'ask-smoke']);
    expect(ids(first!.waiting)).toEqual(['report']);
    expect([first!.late, first!.now[0]?.late, first!.now[1]?.late]).toEqual([1, true, false]);
    expect(ids(second!.settled)).toEqual(['engage', 'perimeter']);
    // Steps that the facts do not ask for are nowhere.
    expect(ids([...second!.now, ...second!.waiting])).toEqual(['choose', 'victims']);
  });

  it('[P5.48] what was stopped comes last, and a step that the plan does not have any more keeps its words', () => {
    const flooded = fire.when('incident.retype', { incident: 'i', type: 'flood' }).done();
    expect(groupsOf(flooded.state, 'i', minute(3)).map(({ run }) => run.workflow)).toEqual([
      ...['first-thirty', 'flood', 'fire'],
    ]);
    const newer = workflow('fire', FIRE.steps.slice(1), { hash: '000000000002' });
    const taken = withPlan({ ...CRISIS, workflows: [newer] })(fire)
      .when('task.takeOver', { run: 'i~fire', edition: '000000000002' })
      .done();
    const gone = groupsOf(taken.state, 'i', minute(3))[1]!.settled;
    expect(gone.map(({ step, gone, task }) => [step.title.nl, gone, task.state])).toEqual([
      ['engage', true, 'dropped'],
    ]);
  });

  it('[P5.48] time is told by the minute, with a word for late', () => {
    expect(dueText(4 * 60_000, t)).toBe('nog 4 min');
    expect(dueText(30_000, t)).toBe('nog 1 min');
    expect(dueText(-1_000, t)).toBe('1 min te laat');
    expect(dueText(-150_000, t)).toBe('3 min te laat');
  });

  it('[P5.45] in the queue, incidents with late steps rise within their priority', () => {
    const incident = (id: string, priority: number) => ({ id, priority }) as Incident;
    const queue = [incident('a', 1), incident('b', 2), incident('c', 2), incident('d', 3)];
    const late = new Map([
      ['c', 2],
      ['d', 9],
    ]);
    expect(lateFirst(queue, late).map(({ id }) => id)).toEqual(['a', 'c', 'b', 'd']);
  });

  it('[P5.39] the difference between two editions: what is new, what goes, what is otherwise', () => {
    const before = workflow('w', [step('a'), step('b', { within: 5 }), step('c')]);
    const after = workflow('w', [step('b', { within: 9 }), step('c'), step('d')]);
    const { added, removed, changed } = difference(before, after);
    expect(added.map(({ id }) => id)).toEqual(['d']);
    expect(removed.map(({ id }) => id)).toEqual(['a']);
    expect(changed.map(({ step, fields }) => [step.id, fields])).toEqual([['b', ['within']]]);
  });
});

describe('the logbook', () => {
  it('[P5.42] every event about a step that the logbook keeps is told in words', () => {
    const sample = {
      ...{ incident: 'i', step: 's', title: { nl: 'Verwittig', fr: 'Avertissez' } },
      ...{ outcome: 'done', how: 'reached', minutes: 3, reason: 'Toch niet', fact: 'victims' },
      value: 3,
    };
    const types = Object.keys(eventSchemas).filter((type) => type.startsWith('task.'));
    const told = types.filter((type) => tellable({ type, v: 1, id: 'r', data: sample }));
    expect(told).toHaveLength(9);
    for (const type of told) {
      const { event } = tellable({ type, v: 1, id: 'r', data: sample })!;
      const text = tellTask(type, { ...event.data, owner: 'D1' }, t, 'nl');
      expect([type, text]).toEqual([type, expect.not.stringMatching(/task\.|undefined|\{\{/)]);
    }
    expect(tellTask('task.closed', sample, t, 'nl')).toBe(
      'Stap gedaan: Verwittig (bereikt, na 3 min)',
    );
    expect(tellTask('task.answered', sample, t, 'nl')).toBe('Slachtoffers: 3');
  });

  it('[P5.48] every word about steps is there in three languages, with the same values to fill in', () => {
    const holes = (text: string) =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, one]) => one).sort();
    for (const [key, text] of Object.entries(words))
      for (const lang of LANGS) expect([key, holes(text[lang])]).toEqual([key, holes(text.nl)]);
  });
});
