import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import type { Fold, Moment } from '../../subject.ts';
import type { ChannelEvent, ChannelRow, ChannelSlice, Health } from './schema.ts';

function evolve(slice: ChannelSlice, event: Event, entry: Moment): ChannelSlice {
  if (!event.type.startsWith('channel.')) return slice;
  const known = event as ChannelEvent;
  const { at } = entry;
  const row: ChannelRow = slice.channels.get(known.id) ?? {
    ...{ id: known.id, health: 'unknown', since: at, failures: 0 },
  };
  const put = (patch: Partial<ChannelRow>): ChannelSlice => ({
    channels: slice.channels.set(known.id, { ...row, ...patch }),
  });
  /** Its health from now on, and the reason while it is not well. */
  const health = (next: Health, reason?: string, by?: string): Partial<ChannelRow> => ({
    ...{ health: next, since: next === row.health ? row.since : at },
    ...{ reason: next === 'ok' ? undefined : (reason ?? row.reason), by },
  });
  /** What a success or a failure leaves. */
  const went = (ok: boolean, reason?: string): Partial<ChannelRow> =>
    ok
      ? { success: at, failures: 0 }
      : { failure: { at, ...(reason ? { reason } : {}) }, failures: row.failures + 1 };
  switch (known.type) {
    case 'channel.tested': {
      const { ok, note, reason, probe } = known.data;
      const mine = probe !== undefined && row.probe?.id === probe;
      const by = mine ? row.probe!.by : entry.actor.name;
      return put({
        ...health(known.data.health, note ?? reason),
        ...went(ok, reason),
        test: { at, by, ok, ...(note ? { note } : {}), ...(reason ? { reason } : {}) },
        ...(mine ? { probe: undefined, address: undefined } : {}),
      });
    }
    case 'channel.probed':
      return put({
        probe: { id: known.data.probe, at, by: entry.actor.name },
        address: known.data.address,
      });
    case 'channel.carried':
      return row.probe?.id === known.data.probe
        ? put({ probe: { ...row.probe, carried: true } })
        : slice;
    case 'channel.told': {
      const { ok, reason } = known.data;
      return put({ ...health(known.data.health, reason, row.by), ...went(ok, reason) });
    }
    case 'channel.changed':
      return put({
        ...health(known.data.health, known.data.reason, entry.actor.name),
        failures: 0,
      });
  }
}

export const fold = {
  name: 'channel',
  initial: { channels: Map() },
  evolve,
  follows: [],
  guarded: { address: 'personal' },
  internal: [],
} satisfies Fold<ChannelSlice>;
