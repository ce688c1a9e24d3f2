import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import type { Fold, Moment } from '../../subject.ts';
import type { Threat, ThreatEvent, ThreatSlice } from './schema.ts';

/** Levels that are over and kept in the state; all of them are in the log. */
const KEPT = 20;

function evolve(slice: ThreatSlice, event: Event, entry: Moment): ThreatSlice {
  if (!event.type.startsWith('threat.')) return slice;
  const { threats } = slice;
  const known = event as ThreatEvent;
  const now = { at: entry.at, by: entry.actor.name };
  switch (known.type) {
    case 'threat.set': {
      const { replaces = [], ...data } = known.data;
      const row: Threat = { ...data, id: known.id, set: now, seq: entry.seq };
      const before = replaces
        .map((id) => threats.get(id))
        .filter((one) => one !== undefined)
        .map((one): [string, Threat] => [one.id, endedBy(one, row, now)]);
      return { threats: tidy(threats.merge(Map(before)).set(known.id, row), entry.at) };
    }
    case 'threat.ended': {
      const row = threats.get(known.id);
      if (!row) return slice;
      const { reason } = known.data;
      const ended = { ...now, ...(reason ? { reason } : {}) };
      return { threats: tidy(threats.set(row.id, { ...row, ended }), entry.at) };
    }
  }
}

/** A level that starts later leaves the old one standing until then. */
function endedBy(old: Threat, next: Threat, now: { at: string; by: string }): Threat {
  if (next.start <= now.at || old.start >= next.start) return { ...old, ended: now };
  return old.until !== undefined && old.until < next.start ? old : { ...old, until: next.start };
}

/** Without the oldest of those that are over. */
function tidy(threats: ThreatSlice['threats'], at: string): ThreatSlice['threats'] {
  const over = [...threats.values()]
    .filter(({ ended, until }) => ended !== undefined || (until ?? '9') <= at)
    .sort((a, b) => b.seq - a.seq || (a.id < b.id ? -1 : 1));
  return threats.deleteAll(over.slice(KEPT).map(({ id }) => id));
}

export const fold = {
  name: 'threat',
  initial: { threats: Map() },
  evolve,
  follows: [],
  guarded: {},
  internal: [],
} satisfies Fold<ThreatSlice>;
