import type { Subject } from '../../subject.ts';
import { decide } from './decide.ts';
import { fold } from './evolve.ts';
import { reacts } from './react.ts';
import { commands, events, type AlarmSlice } from './schema.ts';

export const alarm = { ...fold, commands, events, decide, reacts } satisfies Subject<AlarmSlice>;
