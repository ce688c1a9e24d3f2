import { parseArgs } from 'node:util';
import { isClean, summary, torture, type TortureOptions } from './torture.ts';

/** `npm run torture -- [--kills 200] [--log sqlite|redis] [--seed n]`: the full proof of promise P1. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    log: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
// So that the processes that this one started end with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const logs: TortureOptions['log'][] = ['sqlite', 'redis'];
let clean = true;
for (const log of logs.filter((one) => values.log === undefined || values.log === one)) {
  const options = { log, kills: Number(values.kills), seed: Number(values.seed) };
  const result = await torture({ ...options, say: (line) => console.log(`  ${line}`) });
  console.log(summary(result));
  for (const list of [result.lost, result.doubled, result.diverged, result.wrong])
    for (const line of list.slice(0, 20)) console.log(`  ${line}`);
  console.log(`  refused: ${JSON.stringify(result.refused)}`);
  clean &&= isClean(result);
}
process.exit(clean ? 0 : 1);
