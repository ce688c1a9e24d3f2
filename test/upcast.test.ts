import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Event, SeenEntry } from '../shared/entry.ts';
import { reduce, reduceFor } from '../shared/reduce.ts';
import { initial } from '../shared/folds.ts';
import { eventSchemas } from '../shared/registry.ts';
import { redactEntry, redactState, viewOf } from '../shared/role.ts';
import { canonical, fromPlain, toPlain } from '../shared/state.ts';
import { fact } from '../shared/subject.ts';
import { lift, type Lifts } from '../shared/upcast.ts';
import { roles } from './given.ts';

/** What was once written is read for ever (`test/golden`): by every role, through every change of shape. */
const entries = readFileSync(new URL('golden/v4.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as SeenEntry);
const state = entries.reduce(reduce, initial);

describe('a golden log', () => {
  test('[P4.6] every role folds what it is sent of it to what it may see', () => {
    for (const [role, { sees }] of Object.entries(roles)) {
      const view = viewOf(roles[role]!);
      const sent = entries.map((entry) => redactEntry(view, entry));
      const folded = sent.reduce(reduceFor(sees), initial);
      expect([role, canonical(folded)]).toEqual([role, canonical(redactState(view, state))]);
    }
  });

  test('[P6.14] with what redaction makes of it, it holds every event of today', () => {
    const sent = entries.map((entry) => redactEntry(viewOf(roles['operator']!), entry));
    const types = new Set([...entries, ...sent].flatMap(({ events }) => events.map((e) => e.type)));
    expect([...types].sort()).toEqual(Object.keys(eventSchemas).sort());
  });

  test('[P6.2] its state survives being written down, counters too', () => {
    const back = fromPlain(JSON.parse(JSON.stringify(toPlain(state))) as never);
    expect(canonical(back)).toBe(canonical(state));
    expect(back.incident.numbers.toJS()).toEqual(state.incident.numbers.toJS());
    expect(fromPlain({ incident: { gone: {} } })).toEqual(initial);
  });
});

describe('lifting', () => {
  const lifts: Lifts = {
    'incident.named@1': (event) => ({ ...event, v: 2, data: { label: event.data['name'] } }),
    'incident.named@2': (event) => ({
      ...event,
      type: 'incident.retitled',
      v: 3,
      data: { title: event.data['label'] },
    }),
  };
  const old = fact('incident.named', 'i-1', { name: 'Brand' }, ['police']);

  test('[P6.6] goes step by step, keeps what it does not name, and leaves the stored event alone', () => {
    Object.freeze(old);
    expect(lift(lifts, old)).toEqual({
      ...{ type: 'incident.retitled', v: 3, id: 'i-1', restrictions: ['police'] },
      data: { title: 'Brand' },
    });
    expect(old.data).toEqual({ name: 'Brand' });
  });

  test('[P6.6] what needs no lift, or is newer than this program, is passed on as it is', () => {
    for (const event of [fact('journal.written', 'j-1', {}), { ...old, v: 9 }] as Event[])
      expect(lift(lifts, event)).toBe(event);
  });

  test('[P6.6] a lift that lifts nothing is a bug, not a server that hangs', () => {
    expect(() => lift({ 'incident.named@1': (event) => event }, old)).toThrow('does not raise v');
  });

  test('[P6.6] an event that this program does not know changes nothing', () => {
    const entry = { ...entries[0]!, events: [fact('weather.changed', 'w-1', {})] };
    expect(reduce(initial, entry)).toBe(initial);
  });
});
