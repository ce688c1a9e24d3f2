import { Worker } from 'node:worker_threads';
import type { Question } from './clerk.ts';
import type { Asked, ClerkData, Told } from './clerk-worker.ts';

/** Nobody is there to answer, or too many ask: worth asking again. */
export class DeskBusy extends Error {
  override name = 'DeskBusy';
}

/**
 * Where the ground is asked. A clerk answers in a thread of its own; after an import another one is
 * called, who learns the new picture and takes over, so that nobody waits for it.
 */
export interface Desk {
  ask(cleared: readonly string[], question: Question): Promise<string>;
  close(): void;
}

export interface DeskOptions {
  /** What the next clerk is to know. */
  now(): ClerkData;
  onChange(changed: () => void): () => void;
  warn(message: string, error?: unknown): void;
  /** Milliseconds until the first clerk is called without being asked. */
  soon?: number;
}

/** Ready before anybody asks, yet not in the way of a start. */
const SOON = 1_000;
/** One who takes longer over a question will not come back. */
const LONGEST = 10_000;
const MOST_WAITING = 500;
/** After one that could not even begin. */
const PAUSE = 5_000;

export function openDesk({ now, onChange, warn, soon = SOON }: DeskOptions): Desk {
  let serving: Clerk | undefined;
  let coming: Promise<Clerk> | undefined;
  let stale = false;
  let closed = false;
  let notBefore = 0;

  function call(): Promise<Clerk> {
    if (closed || performance.now() < notBefore)
      return Promise.reject(new DeskBusy('the desk is closed'));
    stale = false;
    coming ??= callClerk(now())
      .then((clerk) => {
        serving?.leave();
        serving = clerk;
        if (closed) clerk.leave();
        return clerk;
      })
      .catch((error: unknown) => {
        notBefore = performance.now() + PAUSE;
        warn('places cannot be sought', error);
        throw new DeskBusy('no clerk came');
      })
      .finally(() => {
        coming = undefined;
        if (stale) renew();
      });
    return coming;
  }
  function renew(): void {
    if (coming) stale = true;
    else call().catch(() => {});
  }
  const timer = setTimeout(renew, soon).unref();
  const stop = onChange(renew);

  return {
    async ask(cleared, question) {
      const clerk = serving?.isThere() ? serving : await (coming ?? call());
      return clerk.ask(cleared, question);
    },
    close() {
      closed = true;
      stale = false;
      clearTimeout(timer);
      stop();
      serving?.leave();
    },
  };
}

interface Clerk {
  ask(cleared: readonly string[], question: Question): Promise<string>;
  isThere(): boolean;
  /** Goes when what was asked is answered. */
  leave(): void;
}

interface Waiting {
  answer(json: string): void;
  fail(error: Error): void;
}

/** Resolves when the clerk knows the picture. */
function callClerk(data: ClerkData): Promise<Clerk> {
  const worker = new Worker(new URL('clerk-worker.ts', import.meta.url), { workerData: data });
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let [count, there, leaving] = [0, true, false];
  const go = () => void worker.terminate();
  let late: NodeJS.Timeout | undefined;
  const watch = () => {
    clearTimeout(late);
    if (waiting.size > 0) late = setTimeout(go, LONGEST).unref();
  };

  return new Promise((ready, failed) => {
    worker.on('message', (told: Told) => {
      if (told.nr === undefined) return ready({ ask, isThere: () => there, leave });
      const one = waiting.get(told.nr);
      waiting.delete(told.nr);
      watch();
      if ('error' in told) one?.fail(told.error);
      else one?.answer(told.json);
      if (leaving && waiting.size === 0) go();
    });
    worker.on('error', failed);
    worker.on('exit', (code) => {
      there = false;
      failed(new Error(`the clerk left (${code})`));
      for (const { fail } of waiting.values()) fail(new DeskBusy('the clerk left'));
      waiting.clear();
      watch();
    });
  });

  function ask(cleared: readonly string[], question: Question): Promise<string> {
    if (!there || waiting.size >= MOST_WAITING)
      return Promise.reject(new DeskBusy('too many are waiting'));
    const nr = ++count;
    return new Promise<string>((answer, fail) => {
      waiting.set(nr, { answer, fail });
      if (waiting.size === 1) watch();
      worker.postMessage({ nr, cleared, question } satisfies Asked);
    });
  }
  function leave(): void {
    leaving = true;
    if (waiting.size === 0) go();
  }
}
