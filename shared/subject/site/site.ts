import { Map } from 'immutable';
import type { Subject } from '../../subject.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { reacts } from './react.ts';
import { commands, events, type SiteSlice } from './schema.ts';

export const site = {
  name: 'site',
  commands,
  events,
  initial: { warnings: Map(), sites: Map() },
  decide,
  evolve,
  reacts,
  follows: [],
  guarded: {},
  internal: [],
} satisfies Subject<SiteSlice>;
