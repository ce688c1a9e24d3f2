import type { Entry } from '../../shared/entry.ts';
import type { Appended, Log, Snapshot } from '../../server/log/log.ts';

/**
 * A log in memory that several processes share, for fuzzing. Answers come a turn later, as they
 * would from a disk; troubles are arranged by the fuzzer.
 */
export interface MemoryLog {
  entries: Entry[];
  /** One process's way to the log. */
  open(): ProcessLog;
}
export interface ProcessLog extends Log {
  /** The process dies: nothing that it asked for is answered, nothing more is written. */
  kill(): void;
  /** What befalls the next append. */
  trouble: 'none' | 'unwritten' | 'answer-lost' | 'full';
}

const turn = () => new Promise((done) => setImmediate(done));

export function memoryLog(space: string): MemoryLog {
  const entries: Entry[] = [];
  const byId = new Map<string, number>();
  const processes = new Set<() => void>();
  let snapshot: Snapshot | undefined;

  function write(expectedSeq: number, group: readonly Entry[]): Appended {
    const known = group.some((entry) => byId.has(entry.command.id));
    if (entries.length !== expectedSeq || known)
      return { ok: false, reason: 'conflict', head: entries.length };
    for (const entry of group) {
      entries.push(JSON.parse(JSON.stringify(entry)) as Entry);
      byId.set(entry.command.id, entry.seq);
    }
    for (const wake of processes) wake();
    return { ok: true };
  }

  function open(): ProcessLog {
    let dead = false;
    const followers = new Set<() => void>();
    const wake = () => followers.forEach((follow) => follow());
    processes.add(wake);
    /** Whatever a dead process awaits never comes. */
    const answer = async <T>(value: () => T): Promise<T> => {
      await turn();
      if (dead) return new Promise<T>(() => {});
      return value();
    };
    const log: ProcessLog = {
      trouble: 'none',
      kill() {
        dead = true;
        processes.delete(wake);
      },
      head: () => answer(() => ({ seq: entries.length, hash: entries.at(-1)?.hash ?? '' })),
      async append(_space, expectedSeq, group) {
        const { trouble } = log;
        log.trouble = 'none';
        await turn();
        if (dead) return new Promise<Appended>(() => {});
        if (trouble === 'full') return { ok: false, reason: 'full', message: 'disk full' };
        const written: Appended =
          trouble === 'unwritten'
            ? { ok: false, reason: 'unavailable', message: 'no answer' }
            : write(expectedSeq, group);
        if (trouble === 'answer-lost')
          return answer(() => ({ ok: false, reason: 'unavailable', message: 'no answer' }));
        return answer(() => written);
      },
      read: (_space, after, limit) => answer(() => entries.slice(after, after + limit)),
      find: (_space, ids) =>
        answer(() => new Map(ids.filter((id) => byId.has(id)).map((id) => [id, byId.get(id)!]))),
      tail(_space, after, onEntries) {
        let last = after;
        const follow = () =>
          setImmediate(() => {
            if (dead || entries.length <= last) return;
            const news = entries.slice(last);
            last = entries.length;
            onEntries(news);
          });
        followers.add(follow);
        follow();
        return { fresh: () => true, stop: async () => void followers.delete(follow) };
      },
      spaces: async () => [space],
      saveSnapshot: (_space, made) => answer(() => void (snapshot = made)),
      loadSnapshot: () => answer(() => snapshot),
      close: async () => log.kill(),
    };
    return log;
  }
  return { entries, open };
}
