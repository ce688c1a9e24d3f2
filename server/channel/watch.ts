import { v7 as uuid } from 'uuid';
import type { Channel } from '../../shared/plan/directory.ts';
import type { State } from '../../shared/folds.ts';
import type { Who } from '../auth/auth.ts';
import type { Commit } from '../commit.ts';
import type { Gate } from '../gate.ts';
import { testMessage } from './compose.ts';
import type { Outlet } from './message.ts';

/**
 * Whether the channels that go by themselves would work (measure M10.9): looked at every few minutes, the sick
 * ones more often, without sending anything to anybody; and test messages that somebody asked for.
 */
export interface Watch {
  look(): Promise<void>;
  close(): void;
}

export interface WatchOptions {
  commit: Commit<State>;
  gate: Gate;
  who: Who;
  outlet: Outlet;
  channels: () => readonly Channel[];
  now?: () => number;
  every?: number;
}

const WELL_MS = 5 * 60_000;
const SICK_MS = 30_000;

export function openWatch(options: WatchOptions): Watch {
  const { commit, gate, who, outlet, channels } = options;
  const now = options.now ?? Date.now;
  const looked = new Map<string, number>();
  const busy = new Map<string, Promise<void>>();
  let closing = false;

  const send = (type: string, data: object) =>
    gate.submit(who, commit.space, { id: uuid(), type, data });
  const rowOf = (id: string) => commit.now().state.channel.channels.get(id);

  async function check({ id: channel }: Channel): Promise<void> {
    looked.set(channel, now());
    const sent = await outlet.check(channel);
    if (closing) return;
    await send('channel.tell', {
      channel,
      ...(sent.ok ? { ok: true } : { ok: false, reason: sent.reason }),
    });
  }

  async function probe({ id: channel }: Channel): Promise<void> {
    const row = rowOf(channel);
    if (!row?.probe || row.probe.carried || row.address === undefined) return;
    const { id: key } = row.probe;
    const mine = await send('channel.carry', { channel, probe: key });
    if (!mine.ok) return;
    const sent = await outlet.send(channel, testMessage(commit.space, key, row.address));
    const told = sent.ok ? { ok: true } : { ok: false, reason: sent.reason };
    await send('channel.tell', { channel, probe: key, ...told });
  }

  /** Unless it is well and was looked at lately; one look at a time. */
  function checkOnce(channel: Channel): Promise<void> {
    const { id } = channel;
    const looking = busy.get(id);
    const well = rowOf(id)?.health === 'ok';
    const due = (looked.get(id) ?? -Infinity) + (well ? WELL_MS : SICK_MS);
    if (looking || now() < due) return looking ?? Promise.resolve();
    const done = check(channel).finally(() => busy.delete(id));
    busy.set(id, done);
    return done;
  }

  async function look(): Promise<void> {
    const auto = channels().filter(({ kind }) => kind !== 'operator');
    await Promise.all(auto.flatMap((channel) => [probe(channel), checkOnce(channel)]));
  }

  const wake = () => void look().catch(() => {});
  commit.onApplied((entries) => {
    const asked = entries.some(({ events }) =>
      events.some(({ type }) => type === 'channel.probed'),
    );
    if (asked && !closing) setImmediate(wake);
  });
  const timer = setInterval(wake, options.every ?? 5_000);
  wake();
  return {
    look,
    close() {
      closing = true;
      clearInterval(timer);
    },
  };
}
