import { parentPort, workerData } from 'node:worker_threads';
import type { Refusal } from '../../../shared/refusal.ts';
import { openListStore } from './open.ts';
import { ListRefused } from './refused.ts';
import type { ListIndex } from '../matcher.ts';
import {
  importList,
  loadList,
  rekeyList,
  type Imported,
  type ImportTask,
  type Loaded,
  type LoadTask,
  type RekeyTask,
} from './work.ts';

/**
 * A thread that reads, compares, writes and indexes lists one after the other, with the store open for itself:
 * nothing that it does holds up a read or a command. Indexes are handed over without a copy.
 */
export interface WorkerData {
  dataDir: string;
  redisUrl: string | undefined;
}
export type Task =
  | { what: 'import'; task: Omit<ImportTask, 'bytes'> }
  | { what: 'load'; task: LoadTask }
  | { what: 'rekey'; task: RekeyTask };
/** Parts of a file come before the task that is about it. */
export type Asked = { nr: number } & ({ part: Uint8Array } | { drop: true } | Task);
export type Told = { nr: number } & (
  { done: Imported | Loaded | number | undefined } | { refusal: Refusal } | { error: Error }
);

const port = parentPort!;
const { dataDir, redisUrl } = workerData as WorkerData;
const store = await openListStore({ dataDir, redisUrl });
const files = new Map<number, Uint8Array[]>();
let turn = Promise.resolve();

port.on('message', (asked: Asked) => {
  const { nr } = asked;
  if ('part' in asked) partsOf(nr).push(asked.part);
  else if ('drop' in asked) files.delete(nr);
  else turn = turn.then(() => work(nr, asked)).then(tell, (error) => tell(failed(nr, error)));
});

function partsOf(nr: number): Uint8Array[] {
  const parts = files.get(nr) ?? [];
  files.set(nr, parts);
  return parts;
}

async function work(nr: number, asked: Task): Promise<Told> {
  if (asked.what === 'load') return { nr, done: await loadList(store, asked.task) };
  if (asked.what === 'rekey') return { nr, done: await rekeyList(store, asked.task) };
  const bytes = Buffer.concat(partsOf(nr));
  files.delete(nr);
  return { nr, done: await importList(store, { ...asked.task, bytes }) };
}

function failed(nr: number, error: unknown): Told {
  if (error instanceof ListRefused) return { nr, refusal: error.refusal };
  return { nr, error: error instanceof Error ? error : new Error(String(error)) };
}

function tell(told: Told): void {
  const index = indexOf(told);
  port.postMessage(told, index ? Object.values(index.buffers) : []);
}

function indexOf(told: Told): ListIndex | undefined {
  if (!('done' in told) || typeof told.done !== 'object') return undefined;
  return 'index' in told.done ? told.done.index : told.done.made?.index;
}
