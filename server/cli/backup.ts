import { createReadStream, createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Entry } from '../../shared/entry.ts';
import { hashOf } from '../log/chain.ts';
import type { Log } from '../log/log.ts';

/**
 * Backup and restore, and the way from one kind of log to the other. A backup is gzipped NDJSON:
 * one line `{space, entry}` per entry, each space in order. It can be made while the server runs:
 * a log only grows, so a copy up to any number is a whole one.
 */
const CHUNK = 2_000;

/** Writes all spaces to `file`; returns entries per space. The file appears only when complete. */
export async function backup(log: Log, file: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  async function* lines() {
    for (const space of await log.spaces()) {
      const { seq: head } = await log.head(space);
      for (let at = 0; at < head;) {
        const entries = await log.read(space, at, Math.min(CHUNK, head - at));
        if (entries.length === 0) throw new Error(`${space}: entry ${at + 1} is missing`);
        at = entries.at(-1)!.seq;
        counts.set(space, at);
        yield entries.map((entry) => `${JSON.stringify({ space, entry })}\n`).join('');
      }
    }
  }
  const draft = `${file}.part`;
  await pipeline(
    Readable.from(lines()),
    createGzip(),
    createWriteStream(draft, { mode: 0o600, flush: true }),
  );
  await rename(draft, file);
  return counts;
}

/**
 * Reads a backup into a log in which its spaces are still empty, checking numbers and chain on the
 * way. Stops at the first entry that does not fit; what was written up to there is a valid log.
 */
export async function restoreInto(log: Log, file: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const heads = new Map<string, { seq: number; hash: string }>();
  let waiting: Entry[] = [];
  let into = '';

  async function write(): Promise<void> {
    const [first] = waiting;
    if (!first) return;
    const appended = await log.append(into, first.seq - 1, waiting);
    if (!appended.ok)
      throw new Error(`${into}: entry ${first.seq} was not written (${appended.reason})`);
    counts.set(into, waiting.at(-1)!.seq);
    waiting = [];
  }

  const lines = createInterface({
    input: createReadStream(file).pipe(createGunzip()),
    crlfDelay: Infinity,
  });
  for await (const line of lines) {
    const { space, entry } = JSON.parse(line) as { space: string; entry: Entry };
    if (!heads.has(space)) {
      if ((await log.head(space)).seq > 0)
        throw new Error(`${space} is not empty: restore into a new log`);
      heads.set(space, { seq: 0, hash: '' });
    }
    const head = heads.get(space)!;
    const whole = Entry.safeParse(entry).success;
    if (!whole || entry.seq !== head.seq + 1 || hashOf(head.hash, entry) !== entry.hash)
      throw new Error(`${space}: entry ${head.seq + 1} of the backup does not fit the chain`);
    heads.set(space, { seq: entry.seq, hash: entry.hash });
    if (space !== into || waiting.length >= CHUNK) await write();
    into = space;
    waiting.push(entry);
  }
  await write();
  return counts;
}
