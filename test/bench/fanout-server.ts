import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Server } from 'socket.io';
import type { Entry } from '../../shared/entry.ts';
import { initial, type State } from '../../shared/folds.ts';
import { viewOf } from '../../shared/role.ts';
import type { Batch } from '../../shared/wire.ts';
import type { Commit } from '../../server/commit.ts';
import { readConfig } from '../../server/config.ts';
import { openFanout } from '../../server/fanout.ts';
import { openSockets } from '../../server/socket.ts';
import { Sender, WebSocketServer, type RawSocket } from '../fake/ws.ts';
import { journalEntries } from './make-log.ts';

/**
 * The contenders of the fan-out bench, each in a process of its own: Belfry's own fan-out and
 * sockets, plain `io.emit` per event, and frames built beforehand written to bare `ws` connections.
 */
export type Order =
  | { do: 'start'; contender: 'belfry' | 'plain' | 'raw' }
  | { do: 'go'; entries: number; batch: number }
  /** All have everything: what did it cost? */
  | { do: 'stop' };
export type Report =
  | { is: 'listening'; url: string }
  /** Frames that each socket is being sent. */
  | { is: 'sent'; frames: number }
  /** Seconds of CPU since the start, user and system. */
  | { is: 'cost'; cpu: number };

const say = (report: Report) => process.send!(report);
const server = createServer();
let feed: (group: Entry[]) => void = () => {};
let connections: () => RawSocket[] = () => [];
let frames = 0;

function startBelfry(): void {
  const listeners: ((entries: readonly Entry[]) => void)[] = [];
  let standing = { seq: 0, at: '', hash: '', state: initial };
  const commit = {
    space: 'live',
    now: () => standing,
    onApplied: (listener: (entries: readonly Entry[]) => void) => void listeners.push(listener),
    fresh: () => true,
  } as unknown as Commit<State>;
  const role = readConfig('config').roles.roles['operator']!;
  const actor = { id: 'op', name: 'Operator', role: 'operator' };
  const account = { role: 'operator' } as never;
  const fanout = openFanout({
    commit,
    emitBatch(room, batch) {
      frames += 1;
      sockets.emitBatch(room, batch);
    },
    emitBeat: (room, beat) => sockets.emitBeat(room, beat),
    // Shorter than the real one, which would leave the core idle in between.
    tick: 4,
    beat: 1,
  });
  const gate = { space: () => commit } as never;
  const who = () => ({ account, actor, role, view: viewOf(role) });
  const sockets = openSockets({ server, who, gate, fanouts: new Map([['live', fanout]]) });
  feed = (group) => {
    const last = group.at(-1)!;
    standing = { seq: last.seq, at: last.at, hash: last.hash, state: initial };
    for (const listener of listeners) listener(group);
  };
}

function startPlain(): void {
  const io = new Server(server, { transports: ['websocket'], serveClient: false });
  io.on('connection', (socket) => socket.on('join', (_join, answer) => answer({ ok: true })));
  feed = (group) => {
    for (const entry of group) {
      frames += 1;
      io.emit('event', entry);
    }
  };
}

function startRaw(): void {
  const raw = new WebSocketServer({ server });
  connections = () => [...raw.clients];
  feed = (group) => {
    frames += 1;
    const built = builtFrames.shift()!;
    for (const { _socket } of raw.clients) _socket.write(built);
    void group;
  };
}

/** For `raw`: the very bytes that Belfry would send, made before the clock starts. */
let builtFrames: Buffer[] = [];
function buildFrame(group: readonly Entry[]): Buffer {
  const last = group.at(-1)!;
  const batch: Batch = {
    ...{ space: 'live', after: group[0]!.seq - 1, upTo: last.seq, mark: '0'.repeat(16) },
    entries: group.map(({ hash: _hash, ...entry }) => entry),
  };
  const data = Buffer.from(`42${JSON.stringify(['batch', batch])}`);
  const options = { fin: true, rsv1: false, opcode: 1, mask: false, readOnly: true };
  return Buffer.concat(Sender.frame(data, options));
}

/** Bytes that the slowest of some connections has not passed on: nothing is gained by piling up more. */
const tcp: Socket[] = [];
server.on('connection', (socket) => tcp.push(socket));
const backlog = (): number =>
  Math.max(0, ...tcp.filter((_, i) => i % 97 === 0).map((socket) => socket.writableLength));

async function go({ entries, batch }: Order & { do: 'go' }): Promise<void> {
  const groups = Array.from({ length: entries / batch }, (_, i) =>
    journalEntries(i * batch, batch),
  );
  if (connections().length > 0) builtFrames = groups.map(buildFrame);
  await sleep(200);
  frames = 0;
  cpu = process.cpuUsage();
  for (const group of groups) {
    const before = frames;
    feed(group);
    // A batch goes out per tick; what is fed is what one tick brings.
    // Few looks, so that they cost nothing beside.
    while (frames === before) await sleep(2);
    while (backlog() > 500_000) await sleep(2);
  }
  say({ is: 'sent', frames });
}
let cpu = process.cpuUsage();

process.on('message', (order: Order) => {
  if (order.do === 'go') return void go(order);
  if (order.do === 'stop') {
    const { user, system } = process.cpuUsage(cpu);
    return say({ is: 'cost', cpu: (user + system) / 1e6 });
  }
  ({ belfry: startBelfry, plain: startPlain, raw: startRaw })[order.contender]();
  server.listen(0, '127.0.0.1', () => {
    say({ is: 'listening', url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  });
});
