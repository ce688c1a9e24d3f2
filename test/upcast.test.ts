import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Entry, Event } from '../shared/entry.ts';
import { reduce, reduceFor } from '../shared/reduce.ts';
import { eventSchemas, initial } from '../shared/registry.ts';
import { redactEntry, redactState, viewOf } from '../shared/role.ts';
import { canonical, fromPlain, toPlain } from '../shared/state.ts';
import { fact } from '../shared/subject.ts';
import { lift, upcast, type Lifts } from '../shared/upcast.ts';
import { hashOf } from '../server/log/chain.ts';
import { roles } from './given.ts';
import { hashOfState, readGolden } from './golden/golden.ts';

/**
 * Golden logs: what was once written is read for ever, and means the same. When the hash of a state
 * changes because rows have got a new field: see that nothing else changed, then put the new hash here.
 * A log itself is never changed; a new format of events gets a new one (`test/golden/make.ts`).
 */
const GOLDEN: Readonly<Record<string, string>> = {
  v1: '',
};

describe.each(Object.entries(GOLDEN))('golden log %s', (name, hash) => {
  const entries = readGolden(name);
  const state = entries.reduce(reduce, initial);

  test('[P6.6] folds to the same state as ever', () => {
    expect(hashOfState(state)).toBe(hash);
  });

  test('[P6.1] is whole', () => {
    let before: Pick<Entry, 'seq' | 'hash'> = { seq: 0, hash: '' };
    for (const entry of entries) {
      expect(entry.seq).toBe(before.seq + 1);
      expect(hashOf(before.hash, entry)).toBe(entry.hash);
      before = entry;
    }
  });

  test('[P6.6] its events, lifted, are as today’s schemas describe them', () => {
    for (const event of entries.flatMap((entry) => entry.events).map(upcast)) {
      const schema = eventSchemas[event.type] as z.ZodObject;
      expect([event.type, schema.strict().safeParse(event.data).error?.issues]).toEqual([
        event.type,
        undefined,
      ]);
    }
  });

  test('[P4.6] every role folds what it is sent to what it may see', () => {
    for (const [role, { sees }] of Object.entries(roles)) {
      const view = viewOf(roles[role]!);
      const folded = entries
        .map((entry) => redactEntry(view, entry))
        .reduce(reduceFor(sees), initial);
      expect([role, canonical(folded)]).toEqual([role, canonical(redactState(view, state))]);
    }
  });

  test('[P6.2] a state survives being written down', () => {
    const back = fromPlain(JSON.parse(JSON.stringify(toPlain(state))) as never);
    expect(canonical(back)).toBe(canonical(state));
    expect(back.incident.numbers.toJS()).toEqual(state.incident.numbers.toJS());
  });
});

test('[P6.6] every event of today occurs in a golden log, as decided or as redacted', () => {
  const entries = Object.keys(GOLDEN).flatMap(readGolden);
  const sent = entries.map((entry) => redactEntry(viewOf(roles['operator']!), entry));
  const types = new Set([...entries, ...sent].flatMap(({ events }) => events.map((e) => e.type)));
  expect([...types].sort()).toEqual(Object.keys(eventSchemas).sort());
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
    const entry = { ...readGolden('v1')[0]!, events: [fact('weather.changed', 'w-1', {})] };
    expect(reduce(initial, entry)).toBe(initial);
  });
});
