import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision, type Subject } from '../../subject.ts';
import { fold } from './evolve.ts';
import { commands, events, type WindCommand, type WindSlice } from './schema.ts';

function decide(state: { wind: WindSlice }, command: WindCommand, context: Context): Decision {
  const { station, ...data } = command.data;
  if (Date.parse(data.observed) > Date.parse(context.at) + 60_000)
    return reject(refuse('time-ahead', 'data.observed'));
  const last = state.wind.stations.get(station);
  // What comes late or twice changes nothing.
  if (last && Date.parse(last.observed) >= Date.parse(data.observed)) return accept();
  return accept(fact('wind.observed', station, data));
}

export const wind = { ...fold, commands, events, decide } satisfies Subject<WindSlice>;
