import { setTimeout as sleep } from 'node:timers/promises';
import type { Entry } from '../../shared/entry.ts';
import { hashOf } from './chain.ts';
import type { Head, Tail } from './log.ts';
import { ANSWER_MS, within, type Client } from './redis-connection.ts';
import { entriesOf, follows, newestOf, newestRow, streamOf, type Row } from './redis-stream.ts';

/** Groups hold one to some hundred entries: an answer is some megabytes at most. */
const GROUPS_AT_ONCE = 16;
const FRESH_MS = 2_000;
/** A waiting read comes back this often, which shows that the connection is alive. */
const BLOCK_MS = 500;

/** A connection of its own, since its reads wait. */
export function startTail(
  client: Client,
  space: string,
  after: number,
  onEntries: (entries: Entry[]) => void,
  warn: (message: string) => void,
): Tail {
  let last: Head | { seq: number; hash: undefined } = { seq: after, hash: undefined };
  let answered = -Infinity;
  let broken = '';
  let stopped = false;
  client.on('error', () => {});
  client.connect().catch(() => {});
  const finished = follow();
  return {
    fresh: () => !stopped && !broken && performance.now() - answered < FRESH_MS,
    stop: async () => {
      stopped = true;
      client.destroy();
      await finished;
    },
  };

  async function follow(): Promise<void> {
    while (!stopped) {
      let entries: Entry[] = [];
      try {
        const from = { key: streamOf(space), id: `${last.seq}-0` };
        const reply = client.xRead(from, { BLOCK: BLOCK_MS, COUNT: GROUPS_AT_ONCE });
        const streams = (await within(BLOCK_MS + ANSWER_MS, reply)) as { messages: Row[] }[] | null;
        entries = (streams?.[0]?.messages ?? []).flatMap((row) => entriesOf(space, row, last.seq));
        // Nothing new for a while: is what was handed on still there?
        const doubt = entries.length === 0 ? await lost() : misfit(entries);
        if (doubt && doubt !== broken) warn(`The log of ${space} is damaged: ${doubt}`);
        broken = doubt;
        answered = performance.now();
      } catch {
        await sleep(100);
        continue;
      }
      if (broken) await sleep(BLOCK_MS);
      if (broken || stopped || entries.length === 0) continue;
      const { seq, hash } = entries.at(-1)!;
      last = { seq, hash };
      // Outside the try: an error of the receiver is a bug and must show.
      onEntries(entries);
    }
  }

  function misfit(entries: readonly Entry[]): string {
    if (!follows(last.seq, entries)) return `no entry ${last.seq + 1}`;
    const fits = last.hash === undefined || hashOf(last.hash, entries[0]!) === entries[0]!.hash;
    return fits ? '' : `entry ${last.seq + 1} does not continue what was read before`;
  }

  async function lost(): Promise<string> {
    if (last.seq === 0) return '';
    const head = newestOf(space, await within(ANSWER_MS, newestRow(client, space)));
    if (head.seq < last.seq) return `it ends at ${head.seq}, and ${last.seq} was read before`;
    if (head.seq > last.seq) return '';
    last = { seq: head.seq, hash: last.hash ?? head.hash };
    return last.hash === head.hash ? '' : `entry ${head.seq} is not the one read before`;
  }
}
