import type { Subject } from '../../subject.ts';
import { decide } from './decide.ts';
import { fold } from './evolve.ts';
import { commands, events, type JournalSlice } from './schema.ts';

export const journal = { ...fold, commands, events, decide } satisfies Subject<JournalSlice>;
