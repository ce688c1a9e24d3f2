import { Worker } from 'node:worker_threads';
import { refuse } from '../../../shared/refusal.ts';
import { ListRefused } from './refused.ts';
import type { Asked, Task, Told, WorkerData } from './worker.ts';
import type { Imported, Loaded } from './work.ts';

/** Has the long work on lists done by a thread that comes when there is some, and leaves when there is none. */
export interface Loader {
  /** Where the parts of a file go that is imported later; `drop` when it will not be. */
  file(): LoaderFile;
  load(task: Extract<Task, { what: 'load' }>['task']): Promise<Loaded | undefined>;
  rekey(task: Extract<Task, { what: 'rekey' }>['task']): Promise<number>;
  close(): Promise<void>;
}
export interface LoaderFile {
  add(part: Uint8Array): void;
  import(task: Extract<Task, { what: 'import' }>['task']): Promise<Imported>;
  drop(): void;
}

/** Until it leaves, with its memory. */
const IDLE_MS = 10_000;
/** A list of two million takes about 1 GB for some seconds; a file that would take more is refused. */
const LIMITS = { maxOldGenerationSizeMb: 2_048, maxYoungGenerationSizeMb: 64 };

interface Waiting {
  answer(told: Told): void;
  fail(error: Error): void;
}

export function openLoader(data: WorkerData): Loader {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let count = 0;
  /** Tasks and files under way. */
  const open = new Set<number>();
  const waiting = new Map<number, Waiting>();

  function thread(): Worker {
    if (worker) return worker;
    const started = new Worker(new URL('worker.ts', import.meta.url), {
      ...{ workerData: data, resourceLimits: LIMITS },
    });
    started.on('message', (told: Told) => waiting.get(told.nr)?.answer(told));
    const gone = (error: Error) => {
      if (worker === started) worker = undefined;
      for (const { fail } of waiting.values()) fail(error);
    };
    started.on('error', (error) =>
      gone(
        (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new ListRefused(refuse('too-large'))
          : (error as Error),
      ),
    );
    started.on('exit', (code) => gone(new Error(`the thread that loads lists left (${code})`)));
    worker = started;
    return started;
  }

  function begin(): number {
    clearTimeout(idle);
    open.add(++count);
    // While there is work to do, the process does not end.
    thread().ref();
    return count;
  }
  function end(nr: number): void {
    open.delete(nr);
    waiting.delete(nr);
    clearTimeout(idle);
    if (open.size > 0) return;
    worker?.unref();
    idle = setTimeout(leave, IDLE_MS).unref();
  }
  function leave(): Promise<unknown> | undefined {
    const left = worker;
    worker = undefined;
    return left?.terminate();
  }

  async function ask(nr: number, task: Task): Promise<unknown> {
    try {
      return await new Promise((answer, fail) => {
        waiting.set(nr, {
          fail,
          answer(told) {
            if ('done' in told) answer(told.done);
            else fail('refusal' in told ? new ListRefused(told.refusal) : told.error);
          },
        });
        thread().postMessage({ nr, ...task } satisfies Asked);
      });
    } finally {
      end(nr);
    }
  }

  return {
    file() {
      const nr = begin();
      const own = thread();
      // A file of which another thread has the first half would be taken for a short one.
      const whole = () => {
        if (worker !== own) throw new Error('the thread that loads lists left');
      };
      return {
        add(part) {
          whole();
          // A copy: what comes from the network is part of a bigger buffer.
          const copy = new Uint8Array(part);
          own.postMessage({ nr, part: copy } satisfies Asked, [copy.buffer]);
        },
        async import(task) {
          whole();
          return (await ask(nr, { what: 'import', task })) as Imported;
        },
        drop() {
          if (!open.has(nr)) return;
          if (worker === own) own.postMessage({ nr, drop: true } satisfies Asked);
          end(nr);
        },
      };
    },
    load: (task) => ask(begin(), { what: 'load', task }) as Promise<Loaded | undefined>,
    rekey: (task) => ask(begin(), { what: 'rekey', task }) as Promise<number>,
    async close() {
      clearTimeout(idle);
      await leave();
    },
  };
}
