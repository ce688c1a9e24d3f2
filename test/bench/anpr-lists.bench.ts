import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { aList, fakeVault, importText, startLists } from '../fake/hot-lists.ts';
import { openUse } from '../fake/hot-list-use.ts';
import { timeRow, type BenchRow } from './row.ts';

/** A hot list of a million: imported as a file, read at a start, edited, and how long the process stood still. */
const ENTRIES = 1_000_000;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function csv(): Buffer {
  const rows = ['id;plate;country;reason;reference'];
  for (let i = 0; i < ENTRIES; i++) {
    const letters = Math.floor(i / 1_000);
    const word = [letters * 7, Math.floor(letters / 26), letters]
      .map((n) => LETTERS[n % 26])
      .join('');
    rows.push(`e${i};1-${word}-${String(i % 1_000).padStart(3, '0')};B;Gestolen;PV ${i}`);
  }
  return Buffer.from(rows.join('\n'));
}

/** Milliseconds that the work took, and the longest time in which this thread did nothing else. */
async function watched<T>(work: () => Promise<T>): Promise<[result: T, ms: number, pause: number]> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begun = performance.now();
  const result = await work();
  const ms = performance.now() - begun;
  // What was handed over at the very end shows in the turn after.
  await new Promise((next) => setTimeout(next, 20));
  delay.disable();
  return [result, ms, delay.max / 1e6];
}

export async function benchAnprLists(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'belfry-bench-lists-'));
  const list = aList('long');
  const vault = fakeVault();
  try {
    const first = await startLists(openUse(), { dataDir, vault });
    await first.lists.define(list, 0, 'bench');
    const file = csv();
    const [, imported, importPause] = await watched(() => importText(first.lists, 'long', file));
    const [, again, againPause] = await watched(() => importText(first.lists, 'long', file));
    const put = { id: 'x', plate: '9-TST-123', reason: 'Gestolen' };
    const [, edited, editPause] = await watched(() =>
      first.lists.put('long', put, undefined, 'bench'),
    );
    const found: number[] = [];
    for (let i = 0; i < 200; i++) {
      const begun = performance.now();
      await first.lists.entry('long', 3, `e${i * 4_999}`);
      found.push(performance.now() - begun);
    }
    await first.lists.close();
    const [second, loaded, loadPause] = await watched(() =>
      startLists(openUse(), { dataDir, vault }),
    );
    await second.lists.close();
    const mb = `${Math.round(file.length / 1e6)} MB of CSV`;
    return [
      timeRow('list of 1 M: loaded from the store and indexed', loaded, 5_000),
      timeRow('list of 1 M: longest pause while it loads and is swapped in', loadPause, 50),
      timeRow('list of 1 M: imported, compared, kept, indexed', imported, undefined, mb),
      timeRow('list of 1 M: longest pause while it is imported', importPause, 50),
      timeRow('list of 1 M: the same file once more, nothing new', again),
      timeRow('list of 1 M: longest pause of that', againPause, 50),
      timeRow('list of 1 M: one entry put (looked for everywhere first)', edited),
      timeRow('list of 1 M: longest pause of that', editPause, 50),
      timeRow('list of 1 M: one entry found for a hit', found.sort((a, b) => a - b)[100]!),
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
