import type { Subject } from '../../subject.ts';
import { decide } from './decide.ts';
import { fold } from './evolve.ts';
import { reacts } from './react.ts';
import { commands, events, type TaskSlice } from './schema.ts';

export const task = { ...fold, commands, events, decide, reacts } satisfies Subject<TaskSlice>;
