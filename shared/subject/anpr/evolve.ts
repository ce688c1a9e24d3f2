import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import type { Fold } from '../../subject.ts';
import type { AnprSlice } from './schema.ts';

function evolve(slice: AnprSlice, _event: Event): AnprSlice {
  return slice;
}

export const fold = {
  name: 'anpr',
  initial: {
    alerts: Map(),
    passages: Map(),
    links: Map(),
    companions: Map(),
    lists: Map(),
    quality: Map(),
  },
  evolve,
  follows: ['incident'],
  guarded: { sealed: 'plate', open: 'plate' },
  internal: ['quality'],
} satisfies Fold<AnprSlice>;
