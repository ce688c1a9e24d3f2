import type { Subject } from '../../subject.ts';
import { decide } from './decide.ts';
import { fold } from './evolve.ts';
import { commands, events, type DirectorySlice } from './schema.ts';

export const directory = { ...fold, commands, events, decide } satisfies Subject<DirectorySlice>;
