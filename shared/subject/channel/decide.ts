import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision } from '../../subject.ts';
import {
  DEAD_AFTER,
  NOT_CONFIGURED,
  type ChannelCommand,
  type ChannelRow,
  type ChannelSlice,
  type Health,
} from './schema.ts';

type Needs = { channel: ChannelSlice };

/** A channel that goes on working is worth an entry now and then, not at every message. */
const QUIET_MS = 15 * 60_000;
/** A probe whose process died is forgotten after so long: another may be asked for. */
export const PROBE_MS = 5 * 60_000;

export function decide(state: Needs, command: ChannelCommand, context: Context): Decision {
  const { channel: id } = command.data;
  const channel = context.plan.crisis.channels.find((one) => one.id === id);
  if (!channel) return reject(refuse('channel-unknown', 'data.channel'));
  const row = state.channel.channels.get(id);
  switch (command.type) {
    case 'channel.test': {
      const { ok, note } = command.data;
      // Who tried it and had nobody need not wait for the third time.
      const health: Health = ok ? 'ok' : 'dead';
      return accept(fact('channel.tested', id, { health, ok, ...(note ? { note } : {}) }));
    }
    case 'channel.probe': {
      if (channel.kind === 'operator') return reject(refuse('channel-by-hand', 'data.channel'));
      if (row?.probe && isFresh(row.probe.at, context.at, PROBE_MS))
        return reject(refuse('channel-busy', 'data.channel'));
      const { address } = command.data;
      return accept(fact('channel.probed', id, { probe: command.id, address }));
    }
    case 'channel.carry': {
      const { probe } = command.data;
      if (row?.probe?.id !== probe) return reject(refuse('request-unknown', 'data.probe'));
      if (row.probe.carried) return reject(refuse('request-carried', 'data.probe'));
      return accept(fact('channel.carried', id, { probe }));
    }
    case 'channel.tell':
      return tell(row, command.data, context.at);
    case 'channel.set': {
      const { health, reason } = command.data;
      return row?.health === health && row.reason === reason
        ? accept()
        : accept(fact('channel.changed', id, { health, reason }));
    }
  }
}

type Told = (ChannelCommand & { type: 'channel.tell' })['data'];

function tell(row: ChannelRow | undefined, told: Told, at: string): Decision {
  const { channel, ok, reason, probe } = told;
  const why = reason ? { reason } : {};
  if (probe !== undefined && row?.probe?.id === probe) {
    const health: Health = ok ? 'ok' : 'dead';
    return accept(fact('channel.tested', channel, { health, ok, probe, ...why }));
  }
  const before = row?.health ?? 'unknown';
  const health = row?.by && before !== 'ok' ? before : healthAfter(row, ok, reason);
  const said = row && (ok ? row.success && isFresh(row.success, at, QUIET_MS) : before === 'dead');
  return said && health === before
    ? accept()
    : accept(fact('channel.told', channel, { health, ok, ...why }));
}

function healthAfter(row: ChannelRow | undefined, ok: boolean, reason?: string): Health {
  if (ok) return 'ok';
  const failures = (row?.failures ?? 0) + 1;
  return reason === NOT_CONFIGURED || failures >= DEAD_AFTER || row?.health === 'dead'
    ? 'dead'
    : 'failing';
}

const isFresh = (then: string, now: string, within: number): boolean =>
  Date.parse(now) - Date.parse(then) < within;
