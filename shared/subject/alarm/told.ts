import type { Event } from '../../entry.ts';
import type { AlarmEvent } from './schema.ts';

/**
 * What the logbook tells of an alarm: that it began, each try, what was sent and came back, each step onwards and
 * the end. The list stays with the alarm; numbers and addresses never come here.
 */
export function tellable(event: Event): { incident: string | undefined; event: Event } | undefined {
  const known = event as AlarmEvent;
  switch (known.type) {
    case 'alarm.requested':
    case 'alarm.carried':
      return undefined;
    case 'alarm.started': {
      const { incident, title, need, within, groups } = known.data;
      const whom = groups.map(({ function: held, category, manager }) => ({
        ...(held === undefined ? {} : { function: held }),
        ...(category === undefined ? {} : { category }),
        ...(manager === undefined ? {} : { manager }),
      }));
      const data = { ...(title ? { title } : {}), need, within, groups: whom };
      return { incident, event: { ...event, data } };
    }
    case 'alarm.skipped': {
      const { incident, request: _request, ...data } = known.data;
      // A line for each person and channel, though one entry may pass over many.
      return { incident, event: { ...event, id: `${event.id}~${data.contact}~${data.way}`, data } };
    }
    default: {
      const { incident, ...data } = known.data;
      return { incident, event: { ...event, data } };
    }
  }
}
