import type { Subject } from '../../subject.ts';
import { decide } from './decide.ts';
import { fold } from './evolve.ts';
import { commands, events, type ChannelSlice } from './schema.ts';

export const channel = { ...fold, commands, events, decide } satisfies Subject<ChannelSlice>;
