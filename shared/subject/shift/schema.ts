import { z } from 'zod';
import type { CommandOf, EventOf, Table } from '../../subject.ts';
import type { Restrictions } from '../../restrictions.ts';
import { Person, someText, text } from '../../value.ts';

/**
 * Hand-over between shifts (aflossing / relève): who goes home gives who comes in a list, and that person
 * ticks every line as read before they accept. Until then it is the giver's still. A line about an incident
 * is as secret as the incident: it is an event and a row of its own.
 */
export const ITEM_KINDS = [
  'incident',
  'phase',
  'order',
  'step',
  'meeting',
  'threat',
  'channel',
  'note',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

const Item = z.strictObject({
  kind: z.enum(ITEM_KINDS),
  /** Id of the thing that it is about. */
  about: z.string().max(400).optional(),
  incident: z.string().max(128).optional(),
  text: someText(600),
});
export type NewItem = z.infer<typeof Item>;

const One = z.object({ shift: z.string() });

export const commands = {
  /** The command's id becomes the hand-over's. */
  'shift.handOver': z.object({
    to: Person,
    items: z.array(Item).max(200),
    note: text(4000).optional(),
  }),
  /** By the person it is for: "I have read this line". */
  'shift.read': One.extend({ item: z.string() }),
  /** By the person it is for, when nothing that they see is left unread. */
  'shift.accept': One,
  /** To somebody else: who it was for did not come. */
  'shift.redirect': One.extend({ to: Person }),
  /** By the giver, while nobody has accepted it. */
  'shift.takeBack': One.extend({ reason: someText(500) }),
};

export const events = {
  'shift.handedOver': z.object({ to: Person, note: z.string().optional() }),
  'shift.listed': z.object({
    shift: z.string(),
    kind: z.enum(ITEM_KINDS),
    about: z.string().optional(),
    incident: z.string().optional(),
    text: z.string(),
    /** Restrictions of the logbook entry that it quotes, beside those of the incident. */
    own: z.array(z.string()).optional(),
  }),
  'shift.read': z.object({ shift: z.string() }),
  'shift.accepted': z.object({ from: Person }),
  'shift.redirected': z.object({ from: Person, to: Person }),
  'shift.takenBack': z.object({ reason: z.string() }),
};
export type ShiftCommand = CommandOf<typeof commands>;
export type ShiftEvent = EventOf<typeof events>;

export interface HandOver {
  id: string;
  from: Person;
  to: Person;
  note?: string | undefined;
  at: string;
  accepted?: { at: string; by: string } | undefined;
  takenBack?: { at: string; by: string; reason: string } | undefined;
  seq: number;
}

export interface ShiftItem {
  id: string;
  shift: string;
  kind: ItemKind;
  about?: string | undefined;
  /** Empty for a line about no incident. */
  incident: string;
  text: string;
  read?: { at: string; by: string } | undefined;
  own?: Restrictions | undefined;
  restrictions?: Restrictions | undefined;
}

export type ShiftSlice = { handOvers: Table<HandOver>; items: Table<ShiftItem> };
