import { z } from 'zod';
import { Slug } from '../../plan/step.ts';
import type { CommandOf, EventOf, Table } from '../../subject.ts';
import { Id, someText, text } from '../../value.ts';

/**
 * The means of reaching people (measure M10.9, redundancy of means): which work, which are down, when each
 * was last tested. Which channels there are is `config/channels.yaml`; what is known of them is here, per
 * space, so that an exercise may take the radio away from its trainees without anybody missing it.
 */
export const HEALTHS = ['ok', 'failing', 'dead', 'unknown'] as const;
export type Health = (typeof HEALTHS)[number];

/** Failures in a row after which a channel is called dead. */
export const DEAD_AFTER = 3;
/** What a server says of a channel that nobody set up: dead from the first time. */
export const NOT_CONFIGURED = 'not-configured';

const One = z.object({ channel: Slug });
/** A short code, for machines and for words: `timeout`, `http-503`. Never what another server wrote. */
const Reason = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .max(60);

export const commands = {
  /** Somebody tried it and says how it went. */
  'channel.test': One.extend({ ok: z.boolean(), note: text(500).optional() }),
  /** A test message to an address of one's own; the server sends it. The command's id becomes the probe's. */
  'channel.probe': One.extend({ address: someText(200) }),
  /** A server process takes a probe on itself. */
  'channel.carry': One.extend({ probe: Id }),
  /** By the system: it worked, or did not. `probe`: as a test that somebody asked for. */
  'channel.tell': One.extend({
    ok: z.boolean(),
    reason: Reason.optional(),
    probe: Id.optional(),
  }),
  /** By hand: the radio is down, the radio is back. */
  'channel.set': One.extend({ health: z.enum(['ok', 'failing', 'dead']), reason: someText(300) }),
};

const After = { health: z.enum(HEALTHS) };
export const events = {
  'channel.tested': z.object({
    ...After,
    ok: z.boolean(),
    note: z.string().optional(),
    reason: z.string().optional(),
    probe: z.string().optional(),
  }),
  'channel.probed': z.object({ probe: z.string(), address: z.string().optional() }),
  'channel.carried': z.object({ probe: z.string() }),
  'channel.told': z.object({ ...After, ok: z.boolean(), reason: z.string().optional() }),
  'channel.changed': z.object({ ...After, reason: z.string() }),
};

export interface ChannelRow {
  /** As in `config/channels.yaml`. */
  id: string;
  health: Health;
  since: string;
  /** Why it is not well: words of a person, or a code of the server. */
  reason?: string | undefined;
  /** Who set it by hand: then no success of the server's makes it well, but a person or a test does. */
  by?: string | undefined;
  /** Failures in a row. */
  failures: number;
  test?:
    | {
        at: string;
        by: string;
        ok: boolean;
        note?: string | undefined;
        reason?: string | undefined;
      }
    | undefined;
  success?: string | undefined;
  failure?: { at: string; reason?: string | undefined } | undefined;
  /** A test message that is on its way. */
  probe?: { id: string; at: string; by: string; carried?: boolean } | undefined;
  /** Where to; guarded. */
  address?: string | undefined;
}

export type ChannelSlice = { channels: Table<ChannelRow> };
export type ChannelCommand = CommandOf<typeof commands>;
export type ChannelEvent = EventOf<typeof events>;
