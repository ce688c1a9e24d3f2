import type { Subject } from '../../subject.ts';
import { decide } from './decide.ts';
import { fold } from './evolve.ts';
import { commands, events, type IncidentSlice } from './schema.ts';

export const incident = { ...fold, commands, events, decide } satisfies Subject<IncidentSlice>;
