import { setTimeout as sleep } from 'node:timers/promises';
import { openConsole, signInAs } from '../fake/client.ts';
import { fakeServer } from '../fake/server.ts';
import { openChild } from './child.ts';
import { benchFolder } from './folder.ts';
import { percentile, timeRow, type BenchRow } from './row.ts';
import { clock, type Order, type Report } from './sockets.ts';

/**
 * From the acknowledgement of a command to its arrival at each of 500 other consoles, at 50 commands
 * a second, on the embedded log on disk. The consoles are in two processes of their own; all clocks
 * are the host's monotonic one. An entry can be shown before its author has the answer: then 0.
 */
const CONSOLES = 500;
const RATE = 50;
const SECONDS = 15;

export async function benchLatency(): Promise<BenchRow[]> {
  const folder = benchFolder('latency');
  const server = await fakeServer({ data: folder.path });
  const watchers = [0, 1].map(() => openChild<Order, Report>('./sockets.ts'));
  try {
    await server.start();
    const { url } = server;
    const cookie = await signInAs(url, 'operator');
    for (const watcher of watchers) {
      watcher.tell({ do: 'open', url, cookie, count: CONSOLES / 2, kind: 'io' });
      await watcher.hear('opened');
      watcher.tell({ do: 'watch' });
    }
    const typed = new Map<string, number>();
    const acked: Record<string, number> = {};
    const sent: Record<string, number> = {};
    const rounds: number[] = [];
    const author = openConsole({
      ...{ url, cookie },
      onAnswer({ id }, answer) {
        if (!answer.ok) throw new Error(answer.code);
        const now = clock();
        acked[answer.seq] = now;
        sent[answer.seq] = typed.get(id)!;
        rounds.push(now - typed.get(id)!);
      },
    });
    while (!author.joined()) await sleep(10);
    const begun = clock();
    for (let i = 0; i < RATE * SECONDS; i++) {
      const now = clock();
      const text = `Brandweer ter plaatse, regel ${i}`;
      typed.set(author.send('journal.write', { kind: 'message', text }), now);
      await sleep(Math.max(0, begun + ((i + 1) * 1_000) / RATE - clock()));
    }
    while (author.waiting() > 0) await sleep(10);
    await sleep(1_000);
    const ask = async (moments: Record<string, number>): Promise<number[]> => {
      let all: number[] = [];
      for (const watcher of watchers) {
        watcher.tell({ do: 'since', moments });
        const { sorted, missing } = await watcher.hear('since');
        if (missing > 0) console.log(`latency: ${missing} arrivals are missing`);
        all = all.concat(sorted.map((ms) => Math.max(0, ms)));
      }
      return all.sort((a, b) => a - b);
    };
    const shown = await ask(acked);
    const whole = await ask(sent);
    author.close();
    rounds.sort((a, b) => a - b);
    const what = `${CONSOLES} consoles, ${RATE} commands/s`;
    return [
      timeRow(`acknowledged → shown, ${what}, p50`, percentile(shown, 0.5), 10),
      timeRow(`acknowledged → shown, ${what}, p99`, percentile(shown, 0.99), 50),
      timeRow(`typed → shown, p50`, percentile(whole, 0.5)),
      timeRow(`typed → shown, p99`, percentile(whole, 0.99)),
      timeRow(`typed → acknowledged, p50`, percentile(rounds, 0.5)),
      timeRow(`typed → acknowledged, p99`, percentile(rounds, 0.99)),
    ];
  } finally {
    await Promise.all(watchers.map((watcher) => watcher.end()));
    await server.close();
    folder.remove();
  }
}
