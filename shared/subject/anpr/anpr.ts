import { accept, type Subject } from '../../subject.ts';
import { fold } from './evolve.ts';
import { commands, events, type AnprSlice } from './schema.ts';

export const anpr = {
  ...fold,
  commands,
  events,
  decide: () => accept(),
} satisfies Subject<AnprSlice>;
