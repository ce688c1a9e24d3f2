import { z } from 'zod';
import { Instant } from '../../entry.ts';
import type { CommandOf, EventOf, Table } from '../../subject.ts';
import { someText, text } from '../../value.ts';
import type { Restrictions } from '../../restrictions.ts';

/**
 * Logbook (logboek / journal de bord): what was said, decided, ordered, asked and known, with
 * author, role, event time and server time. Nothing is ever edited: a correction is a new entry
 * that refers to the old one. What other subjects do appears as automatic entries, which can be
 * hidden. Without an incident, an entry belongs to the shift.
 */
export const KINDS = ['message', 'decision', 'order', 'request', 'information'] as const;
export type Kind = (typeof KINDS)[number];

export const commands = {
  /** The command's id becomes the entry's. */
  'journal.write': z.object({
    incident: z.string().optional(),
    kind: z.enum(KINDS),
    text: someText(8000),
    /** When it happened, if not now; never ahead of the server's clock by more than a minute. */
    occurred: Instant.optional(),
    /** Who must act on an order or a request. */
    to: text(200).optional(),
    /** The entry that this one corrects. */
    corrects: z.string().optional(),
    restrictions: z.array(z.string().max(40)).max(8).optional(),
  }),
  /** Received: the addressee knows. Executed: it is done. By name, from who sends it. */
  'journal.acknowledge': z.object({
    entry: z.string(),
    as: z.enum(['received', 'executed']),
    /** For whom, when somebody else reports it by radio or phone. */
    onBehalfOf: text(120).optional(),
  }),
  /** "I have seen this incident up to entry `upTo`": the unread mark, and the record of who knew what when. */
  'journal.read': z.object({ incident: z.string(), upTo: z.int().min(0) }),
  /** Old entries of the shift leave the working state, and stay in the log. */
  'journal.archive': z.object({ entries: z.array(z.string()).min(1).max(1000) }),
};

export const events = {
  'journal.written': z.object({
    incident: z.string().optional(),
    kind: z.enum(KINDS),
    text: z.string(),
    occurred: Instant.optional(),
    to: z.string().optional(),
    corrects: z.string().optional(),
    own: z.array(z.string()).optional(),
  }),
  'journal.acknowledged': z.object({
    as: z.enum(['received', 'executed']),
    onBehalfOf: z.string().optional(),
  }),
  'journal.read': z.object({ incident: z.string(), upTo: z.int() }),
  'journal.archived': z.object({}),
};
export type JournalCommand = CommandOf<typeof commands>;
export type JournalEvent = EventOf<typeof events>;

export interface Acknowledgement {
  at: string;
  by: string;
  onBehalfOf?: string | undefined;
}

export interface JournalEntry {
  id: string;
  seq: number;
  /** Server time, and the time of what it tells. */
  at: string;
  occurred: string;
  author: { id: string; name: string; role: string };
  incident?: string | undefined;
  kind: Kind | 'auto';
  text: string;
  /** An automatic entry: the event that it stands for, told in the reader's language. */
  auto?: { type: string; data: Record<string, unknown> } | undefined;
  to?: string | undefined;
  corrects?: string | undefined;
  corrected?: string | undefined;
  received?: Acknowledgement | undefined;
  executed?: Acknowledgement | undefined;
  /** Its own restrictions, beside those of its incident. */
  own?: Restrictions | undefined;
  restrictions?: Restrictions | undefined;
}

/** How far a person has read an incident. Key: `<incident>|<person>`. */
export interface ReadMark {
  incident: string;
  person: string;
  name: string;
  upTo: number;
  at: string;
  restrictions?: Restrictions | undefined;
}

export type JournalSlice = { entries: Table<JournalEntry>; read: Table<ReadMark> };
