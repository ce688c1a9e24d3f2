import { z } from 'zod';
import { Contact, Duty, Organisation, type Way } from '../../plan/directory.ts';
import type { CommandOf, EventOf, Table } from '../../subject.ts';
import { Id, text } from '../../value.ts';

/**
 * The directory (measures M10.9 and M10.11): organisations, their contacts, and who is on duty. A record is
 * always saved whole; what it said before stays in the log, the last of it also beside the record, so that
 * an edit is undone by a new one. Numbers and addresses are personal data.
 */
export const KINDS = ['organisation', 'contact', 'duty'] as const;
export type Kind = (typeof KINDS)[number];

/** Left out, the ways stay as they are: who may not see numbers can still mend a name. */
const ContactIn = Contact.extend({ ways: Contact.shape.ways.optional() });
export type ContactIn = z.infer<typeof ContactIn>;

/** One record, whole. Commands are objects with a fixed list of fields, hence the three names. */
const Whole = {
  organisation: Organisation.optional(),
  contact: ContactIn.optional(),
  duty: Duty.optional(),
};

/** Records of one command. */
export const BATCH = 300;
const Ids = z.array(Id).min(1).max(BATCH);

/** A command that names nothing at all is a mistake of its sender. */
const some = (data: object): boolean =>
  Object.values(data).some((one) =>
    Array.isArray(one) ? one.length > 0 : typeof one === 'object',
  );

export const commands = {
  /** Exactly one of the three. `basedOn`: the number of the entry that the editor saw; 0 for a new record. */
  'directory.save': z
    .object({ ...Whole, basedOn: z.int().min(0).optional() })
    .refine(some, { path: ['contact'] }),
  'directory.remove': z.object({ kind: z.enum(KINDS), id: Id, basedOn: z.int().min(0).optional() }),
  /** The yearly look: these are right as of today. */
  'directory.check': z.object({
    kind: z.enum(['organisation', 'contact']),
    ids: Ids,
    keeper: text(120).optional(),
  }),
  /** Many at once, all or none; records that say the same already are left alone. */
  'directory.import': z
    .object({
      organisations: z.array(Organisation).max(BATCH).default([]),
      contacts: z.array(ContactIn).max(BATCH).default([]),
      duties: z.array(Duty).max(BATCH).default([]),
    })
    .refine(some, { path: ['contacts'] }),
  /** A roster: these duties come, those go. */
  'directory.roster': z
    .object({
      duties: z.array(Duty).max(BATCH).default([]),
      remove: z.array(Id).max(BATCH).default([]),
    })
    .refine(some, { path: ['duties'] }),
};

/** Guarded beside the record, each at the top of the event. `before`: what the record said until now, whole. */
const Beside = {
  ways: Contact.shape.ways.optional(),
  note: z.string().optional(),
  before: z.record(z.string(), z.unknown()).optional(),
};

export const events = {
  'directory.saved': z.object({
    kind: z.enum(KINDS),
    record: z.union([
      Organisation.omit({ note: true }),
      Contact.omit({ ways: true, note: true }),
      Duty,
    ]),
    ...Beside,
  }),
  'directory.removed': z.object({ kind: z.enum(KINDS) }),
  'directory.checked': z.object({
    kind: z.enum(['organisation', 'contact']),
    checked: z.iso.date(),
    keeper: z.string(),
  }),
};

/** Which entry wrote it, when and by whom. */
interface Written {
  seq: number;
  at: string;
  by: string;
  /** What it said before that. Guarded. */
  before?: Readonly<Record<string, unknown>> | undefined;
}
export interface OrganisationRow extends Organisation, Written {}
/** `ways` is guarded: absent for who may not see numbers. */
export interface ContactRow extends Omit<Contact, 'ways'>, Written {
  ways?: readonly Way[] | undefined;
}
export interface DutyRow extends Duty, Written {}
export interface RowOf {
  organisation: OrganisationRow;
  contact: ContactRow;
  duty: DutyRow;
}

export type DirectorySlice = {
  organisations: Table<OrganisationRow>;
  contacts: Table<ContactRow>;
  duties: Table<DutyRow>;
};
export type DirectoryCommand = CommandOf<typeof commands>;
export type DirectoryEvent = EventOf<typeof events>;
