import type { Subject } from '../../subject.ts';
import { decide } from './decide.ts';
import { fold } from './evolve.ts';
import { commands, events, type AnprSlice } from './schema.ts';

export const anpr = { ...fold, commands, events, decide } satisfies Subject<AnprSlice>;
