import type { Event } from '../../entry.ts';

/**
 * What the logbook keeps of a step's story: every start, end, answer and delay is an automatic entry of the
 * incident. That steps open and wait is no story: it follows from the rest. An order or a decision stands in
 * the logbook with its own words, and is not told twice.
 */
export function tellable(event: Event): { incident: string; event: Event } | undefined {
  const { type, id, data } = event;
  if (type === 'task.answered') return { incident: id, event };
  if (!TOLD.includes(type) || data['entry'] !== undefined) return undefined;
  const { incident, edition: _edition, before: _before, due: _due, dropped, ...rest } = data;
  const step = data['step'] as string | { id: string; title: object; owner: string } | undefined;
  const own =
    typeof step === 'object' ? { step: step.id, title: step.title, owner: step.owner } : {};
  const gone = Array.isArray(dropped) ? { dropped: dropped.length } : {};
  const name = typeof step === 'string' ? step : step?.id;
  return {
    incident: incident as string,
    // Several steps of one run can end in one entry: each has a line of its own.
    event: {
      ...event,
      id: name === undefined ? id : `${id}/${name}`,
      data: { ...rest, ...own, ...gone },
    },
  };
}

const TOLD = [
  'started',
  'added',
  'closed',
  'reopened',
  'lapsed',
  'noted',
  'stopped',
  'tookOver',
].map((word) => `task.${word}`);
