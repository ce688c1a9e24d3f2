import type { Subject } from '../../subject.ts';
import { decide } from './decide.ts';
import { fold } from './evolve.ts';
import { commands, events, type PhaseSlice } from './schema.ts';

export const phase = { ...fold, commands, events, decide } satisfies Subject<PhaseSlice>;
