import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { makeRandom } from '../fake/random.ts';
import { fakeServer } from '../fake/server.ts';
import { benchFolder } from './folder.ts';
import { rateRow, type BenchRow } from './row.ts';

/**
 * Reports of a feed over HTTP as NDJSON, each mapped, checked, decided and on disk when answered,
 * beside a server that only reads the same lines as JSON. Half new, half sent a second time.
 */
const REPORTS = 20_000;
const BATCH = 1_000;

export async function benchIngest(): Promise<BenchRow[]> {
  const random = makeRandom(5);
  const record = (i: number) => ({
    ...{ id: `r-${i}`, time: '2026-11-24T03:12:00+01:00', type: 'traffic', priority: 3 },
    text: `File op de binnenring, rijstrook ${i % 3}`,
    ...{ lon: 4.25 + random() * 0.25, lat: 50.78 + random() * 0.12, place: 'Ring R0' },
  });
  const bodies = Array.from({ length: REPORTS / BATCH }, (_, b) =>
    Array.from({ length: BATCH }, (_, i) => `${JSON.stringify(record(b * BATCH + i))}\n`).join(''),
  );
  const folder = benchFolder('ingest');
  const server = await fakeServer({ data: folder.path });
  const bare = createServer((request, response) => {
    const lines = createInterface({ input: request });
    lines.on('line', (line) => void JSON.parse(line));
    lines.on('close', () => response.end('{}'));
  });
  try {
    await server.start();
    await new Promise<void>((ready) => bare.listen(0, '127.0.0.1', ready));
    const send = async (url: string): Promise<number> => {
      const from = performance.now();
      for (const body of bodies) {
        const headers = {
          'content-type': 'application/x-ndjson',
          authorization: 'Bearer belfry-demo-feed',
        };
        const response = await fetch(url, { method: 'POST', headers, body });
        if (!response.ok) throw new Error(`ingest: ${response.status} ${await response.text()}`);
        await response.arrayBuffer();
      }
      return (REPORTS / (performance.now() - from)) * 1_000;
    };
    const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`;
    await send(bareUrl);
    const limit = await send(bareUrl);
    const url = `${server.url}/api/ingest/reports?feed=belfry`;
    const first = await send(url);
    const second = await send(url);
    const beside = ['the same lines only parsed', limit] as const;
    return [
      rateRow('reports of a feed, NDJSON, new, on disk', first, 'reports/s', beside),
      rateRow('reports of a feed, NDJSON, known already', second, 'reports/s', beside),
    ];
  } finally {
    bare.close();
    await server.close();
    folder.remove();
  }
}
