import type { Event } from '../../entry.ts';
import { fact, type Context } from '../../subject.ts';
import type { Needs } from './needs.ts';
import { isOver } from './rule.ts';
import type { Alarm } from './schema.ts';
import { about, settle } from './settle.ts';

/** Events after which an alarm may have to go on. */
const MOVES = ['started', 'tried', 'failed', 'answered', 'advanced'].map((one) => `alarm.${one}`);

export const reacts = {
  to: [...MOVES, 'channel.', 'incident.closed', 'task.closed', 'task.stopped'],
  react(state: Needs, events: readonly Event[], context: Context): Event[] {
    const { alarms } = state.alarm;
    const moved = new Set<Alarm>();
    const said: Event[] = [];
    const stop = (alarm: Alarm, why: 'closed' | 'step'): void => {
      if (!isOver(alarm))
        said.push(fact('alarm.stopped', alarm.id, { ...about(alarm), why }, alarm.restrictions));
    };
    for (const { type, id, data } of events) {
      if (type === 'incident.closed')
        alarms.filter((row) => row.incident === id).forEach((row) => stop(row, 'closed'));
      else if (type === 'task.closed' || type === 'task.stopped')
        alarms
          .filter((row) => row.run === id && (type === 'task.stopped' || row.step === data['step']))
          .forEach((row) => stop(row, 'step'));
      else if (type.startsWith('channel.')) {
        if (data['health'] === 'dead')
          alarms.filter((row) => !isOver(row)).forEach((row) => void moved.add(row));
      } else {
        const row = alarms.get(id);
        if (row) moved.add(row);
      }
    }
    return [...said, ...[...moved].flatMap((row) => settle(row, state, context))];
  },
};
