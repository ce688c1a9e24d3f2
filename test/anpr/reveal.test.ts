import { describe, expect, it } from 'vitest';
import { openReveal } from '../../server/reveal.ts';
import type { SeenEntry } from '../../shared/entry.ts';
import { initial } from '../../shared/folds.ts';
import type { PassageRow } from '../../shared/subject/anpr/schema.ts';

const known = { plate: '1XXX001' };
const reveal = openReveal((sealed) => (sealed === 'good' ? known : undefined));

const entry = (data: Record<string, unknown>, type = 'anpr.passed'): SeenEntry => ({
  ...{ seq: 1, at: '2026-03-01T08:00:00.000Z', actor: { id: 'u', name: 'U', role: 'police' } },
  ...{ command: { id: 'c', type: 'anpr.raise' }, events: [{ type, v: 1, id: 'a', data }] },
});
const passage = (sealed: string | undefined): PassageRow => ({
  ...{ id: 'a/r', alert: 'a', read: 'r', camera: 'c', point: [4.3, 50.8] },
  ...{ at: '2026-03-01T08:00:00.000Z', certainty: 'certain', probability: 1, picture: false },
  ...{ times: 1, last: '2026-03-01T08:00:00.000Z', ...(sealed ? { sealed } : {}) },
});

describe('opening what is sealed, at the door', () => {
  it('[P4.50] puts what is behind it in its place, in events and in rows', () => {
    const [event] = reveal.entry(entry({ camera: 'c', sealed: 'good' })).events;
    expect(event?.data).toEqual({ camera: 'c', open: known });
    const passages = initial.anpr.passages.set('a/r', passage('good'));
    const state = reveal.state({ ...initial, anpr: { ...initial.anpr, passages } });
    expect(state.anpr.passages.get('a/r')).toMatchObject({ alert: 'a', open: known });
    expect(state.anpr.passages.get('a/r')).not.toHaveProperty('sealed');
  });

  it('[P4.51] without its key, or for whom nothing sealed was left, nothing is opened', () => {
    const [gone] = reveal.entry(entry({ camera: 'c', sealed: 'lost' })).events;
    expect(gone?.data).toEqual({ camera: 'c' });
    const bare = entry({ camera: 'c' });
    expect(reveal.entry(bare).events).toEqual(bare.events);
    const passages = initial.anpr.passages.set('a/r', passage(undefined));
    const state = reveal.state({ ...initial, anpr: { ...initial.anpr, passages } });
    expect(state.anpr.passages.get('a/r')).toEqual(passage(undefined));
  });

  it('[P4.50] touches no other subject, whatever its fields are called', () => {
    const other = entry({ sealed: 'good' }, 'journal.written');
    expect(reveal.entry(other)).toBe(other);
  });
});
