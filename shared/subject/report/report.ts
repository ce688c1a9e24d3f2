import type { Subject } from '../../subject.ts';
import { decide } from './decide.ts';
import { fold } from './evolve.ts';
import { commands, events, type ReportSlice } from './schema.ts';

export const report = { ...fold, commands, events, decide } satisfies Subject<ReportSlice>;
