import type { Channel } from '../../plan/directory.ts';
import type { ChannelRow, ChannelSlice, Health } from './schema.ts';

/** What screens and other subjects ask of the channels. */
type Of = { channel: ChannelSlice };

export const healthOf = ({ channel }: Of, id: string): Health =>
  channel.channels.get(id)?.health ?? 'unknown';

export const isDead = (state: Of, id: string): boolean => healthOf(state, id) === 'dead';

const DAY_MS = 24 * 60 * 60_000;

/** Days by which its test is overdue; 0 while it is not. One that was never tested is overdue at once. */
export function overdueBy(channel: Channel, row: ChannelRow | undefined, now: number): number {
  if (!row?.test) return channel.testEvery;
  const days = (now - Date.parse(row.test.at)) / DAY_MS;
  return Math.max(0, Math.floor(days - channel.testEvery));
}

export interface BoardRow {
  channel: Channel;
  row: ChannelRow | undefined;
  overdue: number;
}

/** All channels of the plan with what is known of them, the dead first, then in the plan's own order. */
export function board({ channel }: Of, channels: readonly Channel[], now: number): BoardRow[] {
  const rank = ({ row }: BoardRow) =>
    row?.health === 'dead' ? 0 : row?.health === 'failing' ? 1 : 2;
  return channels
    .map((one): BoardRow => {
      const row = channel.channels.get(one.id);
      return { channel: one, row, overdue: overdueBy(one, row, now) };
    })
    .sort((a, b) => rank(a) - rank(b));
}
