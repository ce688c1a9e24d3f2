import os from 'node:os';
import { parseArgs } from 'node:util';
import { benchAnpr } from './anpr.bench.ts';
import { benchAnprLists } from './anpr-lists.bench.ts';
import { benchAnprMatch } from './anpr-match.bench.ts';
import { benchConsole } from './console.bench.ts';
import { benchFanout } from './fanout.bench.ts';
import { benchGeo } from './geo.bench.ts';
import { benchLatency } from './latency.bench.ts';
import { benchJump, benchStart } from './start.bench.ts';
import { benchIngest } from './ingest.bench.ts';
import { benchLog } from './log.bench.ts';
import { benchMap } from './map.bench.ts';
import { rateRow, type BenchRow } from './row.ts';

/** `npm run bench -- [--only fanout,latency,log,start,jump,ingest,console,map,geo,anpr,anpr-lists,anpr-match]`: the budgets, measured. Never fails a build. */
const benches: Record<string, () => Promise<BenchRow[]>> = {
  fanout: benchFanout,
  latency: benchLatency,
  log: async () =>
    (await benchLog()).map(({ name, figure, unit, limitName, limit, budget }) =>
      rateRow(name, figure, unit, [limitName, limit], budget),
    ),
  ingest: benchIngest,
  start: benchStart,
  jump: benchJump,
  console: benchConsole,
  map: benchMap,
  geo: benchGeo,
  'anpr-lists': benchAnprLists,
  'anpr-match': benchAnprMatch,
  anpr: benchAnpr,
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = values.only?.split(',') ?? Object.keys(benches);
console.log(`${os.cpus().length} cores, ${os.cpus()[0]?.model}, Node ${process.version}\n`);
for (const name of wanted) {
  const bench = benches[name];
  if (!bench) throw new Error(`no bench ${name}: ${Object.keys(benches).join(', ')}`);
  const from = performance.now();
  const rows = await bench().catch((error: unknown) => {
    console.error(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
    return [];
  });
  console.table(
    rows.map(({ ok, ...row }) => ({ ...row, '': ok === undefined ? '' : ok ? 'ok' : 'MISSED' })),
  );
  console.log(`${name}: ${((performance.now() - from) / 1_000).toFixed(0)} s\n`);
}
process.exit(0);
