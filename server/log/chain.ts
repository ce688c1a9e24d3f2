import { createHash } from 'node:crypto';
import type { Entry } from '../../shared/entry.ts';
import type { Head, Log } from './log.ts';

/** The chain: each entry's hash covers its content and the hash before, so that no entry can be altered, removed or put in unseen. */

export type Unsealed = Omit<Entry, 'hash'>;

/** SHA-256 over `previous hash LF entry without hash as JSON in this key order`. */
export function hashOf(previous: string, entry: Unsealed): string {
  return hashText(previous, bodyOf(entry));
}

const bodyOf = ({ seq, at, actor, command, events }: Unsealed): string =>
  JSON.stringify({ seq, at, actor, command, events });

const hashText = (previous: string, body: string): string =>
  createHash('sha256').update(previous).update('\n').update(body).digest('hex');

/**
 * The entry with its hash, exactly as JSON will give it back from the log: a fold of what was decided
 * equals a fold of what was written. Its text is kept for `textOf`, so that it is encoded once only.
 */
export function seal(previous: string, entry: Unsealed): Entry {
  const body = bodyOf(entry);
  const text = `${body.slice(0, -1)},"hash":"${hashText(previous, body)}"}`;
  const sealed = JSON.parse(text) as Entry;
  texts.set(sealed, text);
  return sealed;
}

const texts = new WeakMap<Entry, string>();

/** An entry as JSON text, for the log to write. Entries are never changed, so the text stays true. */
export const textOf = (entry: Entry): string => texts.get(entry) ?? JSON.stringify(entry);

export type Verdict = { ok: true; head: Head } | { ok: false; seq: number; why: 'gap' | 'altered' };

/** Walks a whole space and names the first entry that does not fit. */
export async function verify(log: Log, space: string): Promise<Verdict> {
  let head: Head = { seq: 0, hash: '' };
  for (;;) {
    const entries = await log.read(space, head.seq, 5_000);
    if (entries.length === 0) return { ok: true, head };
    for (const entry of entries) {
      if (entry.seq !== head.seq + 1) return { ok: false, seq: head.seq + 1, why: 'gap' };
      if (hashOf(head.hash, entry) !== entry.hash)
        return { ok: false, seq: entry.seq, why: 'altered' };
      head = { seq: entry.seq, hash: entry.hash };
    }
  }
}

/** A group as one JSON array. */
export const groupText = (entries: readonly Entry[]): string =>
  `[${entries.map(textOf).join(',')}]`;
