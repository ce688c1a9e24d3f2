import type { Batch } from '../../shared/wire.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol.ts';
import { WebSocket } from '../fake/ws.ts';

/**
 * Many light consoles in a process of their own: they join, take what comes and note when, and do
 * nothing else, since the computers of real consoles are not the server's load. Spoken to by IPC.
 */
export type Order =
  | { do: 'open'; url: string; cookie?: string; count: number; kind: 'io' | 'raw' }
  /** Says `counted` when every socket has had this many frames since the last time. */
  | { do: 'count'; frames: number }
  /** Notes when each entry arrives at each socket… */
  | { do: 'watch' }
  /** …and answers with the times since these moments (entry number → moment). */
  | { do: 'since'; moments: Record<string, number> };
export type Report =
  | { is: 'opened' }
  | { is: 'counted'; at: number }
  | { is: 'since'; sorted: number[]; missing: number };

export const clock = (): number => performance.timeOrigin + performance.now();
const say = (report: Report) => process.send!(report);

let wanted = Infinity;
let left = 0;
const counts: number[] = [];
let arrivals: Map<number, number[]> | undefined;

function onFrame(index: number, data: Buffer): void {
  const count = (counts[index]! += 1);
  if (count === wanted && --left === 0) say({ is: 'counted', at: clock() });
  if (!arrivals) return;
  const now = clock();
  const [name, body] = JSON.parse(data.toString('utf8', 2)) as [string, Batch];
  if (name !== 'batch') return;
  for (const { seq } of body.entries) {
    const times = arrivals.get(seq);
    if (times) times.push(now);
    else arrivals.set(seq, [now]);
  }
}

const PING = 0x32;
const MESSAGE = 0x34;

function openOne(order: Order & { do: 'open' }, index: number): Promise<void> {
  counts[index] = 0;
  const { url, cookie = '', kind } = order;
  const base = url.replace('http', 'ws');
  const path = kind === 'io' ? '/socket.io/?EIO=4&transport=websocket' : '/';
  const socket = new WebSocket(base + path, { headers: { cookie }, perMessageDeflate: false });
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    if (kind === 'raw') socket.on('open', () => resolve());
    socket.on('message', (data: Buffer) => {
      if (kind === 'raw') return onFrame(index, data);
      if (data[0] === PING) return socket.send('3');
      if (data[0] !== MESSAGE) return socket.send(`40{"protocol":${PROTOCOL_VERSION}}`);
      const second = String.fromCharCode(data[1]!);
      if (second === '0') socket.send('420["join",{"space":"live","after":0}]');
      else if (second === '3') resolve();
      else if (second === '2' && data.toString('latin1', 4, 8) !== 'beat') onFrame(index, data);
    });
  });
}

process.on('message', (order: Order) => {
  if (order.do === 'open') void open(order);
  if (order.do === 'count') {
    counts.fill(0);
    [wanted, left] = [order.frames, counts.length];
  }
  if (order.do === 'watch') arrivals = new Map();
  if (order.do === 'since') {
    const all: number[] = [];
    let missing = 0;
    for (const [seq, moment] of Object.entries(order.moments)) {
      const times = arrivals?.get(Number(seq)) ?? [];
      missing += counts.length - times.length;
      for (const time of times) all.push(time - moment);
    }
    say({ is: 'since', sorted: all.sort((a, b) => a - b), missing });
  }
});

/** Not all at once: the server's accept queue is no subject here. */
async function open(order: Order & { do: 'open' }): Promise<void> {
  for (let from = 0; from < order.count; from += 50)
    await Promise.all(
      Array.from({ length: Math.min(50, order.count - from) }, (_, i) => openOne(order, from + i)),
    );
  say({ is: 'opened' });
}
