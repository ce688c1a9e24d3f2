import { openChild } from './child.ts';
import { rateRow, type BenchRow } from './row.ts';
import type { Order as ServerOrder, Report as ServerReport } from './fanout-server.ts';
import type { Order as SocketOrder, Report as SocketReport } from './sockets.ts';

/**
 * How many deliveries a core of the server manages with 500 sockets: by its own CPU time, user and
 * system, so that neither waiting for a tick nor other work on the machine counts.
 */
const SOCKETS = 500;
const ROUNDS = 3;
const WORK = {
  belfry: { entries: 5_000, batch: 25 },
  raw: { entries: 5_000, batch: 25 },
  plain: { entries: 300, batch: 25 },
} as const;

export async function benchFanout(): Promise<BenchRow[]> {
  const rates: Record<string, number[]> = { belfry: [], plain: [], raw: [] };
  // In turns: other work on the machine hits all alike.
  for (let round = 0; round < ROUNDS; round++)
    for (const contender of ['belfry', 'raw', 'plain'] as const)
      rates[contender]!.push(await deliver(contender));
  const middle = (name: string) => rates[name]!.sort((a, b) => a - b)[ROUNDS >> 1]!;
  const [belfry, plain, raw] = [middle('belfry'), middle('plain'), middle('raw')];
  const what = 'fan-out, 500 sockets, batches of 25';
  const unit = 'deliveries/core·s';
  return [
    rateRow(what, belfry, unit, ['plain io.emit per event', plain], 10),
    rateRow(what, belfry, unit, ['raw ws, frames built before', raw], 0.8),
  ];
}

async function deliver(contender: keyof typeof WORK): Promise<number> {
  const server = openChild<ServerOrder, ServerReport>('./fanout-server.ts');
  const sockets = openChild<SocketOrder, SocketReport>('./sockets.ts');
  try {
    server.tell({ do: 'start', contender });
    const { url } = await server.hear('listening');
    const kind = contender === 'raw' ? 'raw' : 'io';
    sockets.tell({ do: 'open', url, count: SOCKETS, kind });
    await sockets.hear('opened');
    const { entries, batch } = WORK[contender];
    // The first round warms up the compiler.
    for (let round = 0; ; round++) {
      const frames = contender === 'plain' ? entries : entries / batch;
      sockets.tell({ do: 'count', frames });
      server.tell({ do: 'go', entries, batch });
      const sent = await server.hear('sent');
      if (sent.frames !== frames) throw new Error(`${contender}: ${sent.frames} frames`);
      await sockets.hear('counted');
      server.tell({ do: 'stop' });
      const { cpu } = await server.hear('cost');
      if (round === 1) return (entries * SOCKETS) / cpu;
    }
  } finally {
    await Promise.all([server.end(), sockets.end()]);
  }
}
