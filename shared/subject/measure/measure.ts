import type { Subject } from '../../subject.ts';
import { decide } from './decide.ts';
import { fold } from './evolve.ts';
import { commands, events, type MeasureSlice } from './schema.ts';

export const measure = { ...fold, commands, events, decide } satisfies Subject<MeasureSlice>;
