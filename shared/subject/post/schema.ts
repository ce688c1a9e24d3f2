import { z } from 'zod';
import { Instant } from '../../entry.ts';
import type { CommandOf, EventOf, Table } from '../../subject.ts';
import type { Restrictions } from '../../restrictions.ts';
import { Discipline, Point, someText, text } from '../../value.ts';

/**
 * Who coordinates an incident, where and when: on site the command post (CP-Ops / PC-Ops) under its
 * director, on the level of policy the coordination committee of the phase, and between them meetings and
 * talkgroups (royal decree of 22 May 2019). Names of talkgroups come from who uses them: none is made up.
 */
export const BODIES = ['CC-GEM', 'CC-PROV', 'CC-FED'] as const;
export type Body = (typeof BODIES)[number];
/** Who meets: a committee, those on site, or others. */
export const MEETING_BODIES = [...BODIES, 'CP-OPS', 'other'] as const;
export type MeetingBody = (typeof MEETING_BODIES)[number];

/** The authority, its planning coordinator, the directors of the disciplines, and whom they call in. */
export const SEATS = [
  'authority',
  'planning',
  ...Discipline.options,
  'expert',
  'secretary',
  'other',
] as const;
export type SeatName = (typeof SEATS)[number];

const One = z.object({ incident: z.string() });
const OfMeeting = z.object({ meeting: z.string() });
const name = someText(120);
const group = someText(60);

const Placed = { text: someText(200), point: Point.optional() };
const Led = { name, service: text(120).optional() };
const Seated = {
  body: z.enum(BODIES),
  seat: z.enum(SEATS),
  name,
  organisation: text(120).optional(),
};
const Met = {
  body: z.enum(MEETING_BODIES),
  at: Instant,
  /** Room, address or call: where it is held. */
  where: someText(200),
  note: text(1000).optional(),
};

export const commands = {
  /** Where the command post stands. */
  'post.place': One.extend(Placed),
  /** Who directs it (Dir-CP-Ops / Dir-PC-Ops). */
  'post.lead': One.extend(Led),
  /** The command's id becomes the seat's. */
  'post.seat': One.extend(Seated),
  'post.unseat': z.object({ seat: z.string() }),
  /** The command's id becomes the meeting's. */
  'post.meet': One.extend(Met),
  /** To another time. */
  'post.adjourn': OfMeeting.extend({ at: Instant, reason: text(500).optional() }),
  'post.cancel': OfMeeting.extend({ reason: someText(500) }),
  /** It took place: with what was agreed, in short. */
  'post.hold': OfMeeting.extend({ note: text(2000).optional() }),
  /** A talkgroup in use, by its name; `use`: who speaks in it, what about. */
  'post.talk': One.extend({ group, use: text(120).optional() }),
  'post.mute': One.extend({ group }),
};

const About = { incident: z.string() };
/** What a line of the logbook needs to tell a meeting. */
const Meeting = { ...About, body: z.enum(MEETING_BODIES), at: Instant };

export const events = {
  'post.placed': z.object({ ...About, ...Placed }),
  'post.led': z.object({ ...About, ...Led }),
  'post.seated': z.object({ ...About, ...Seated }),
  'post.unseated': z.object({ ...About, ...Seated }),
  'post.met': z.object({ ...About, ...Met }),
  'post.adjourned': z.object({ ...Meeting, before: Instant, reason: z.string().optional() }),
  'post.cancelled': z.object({ ...Meeting, reason: z.string() }),
  'post.held': z.object({ ...Meeting, note: z.string().optional() }),
  'post.talked': z.object({ ...About, group: z.string(), use: z.string().optional() }),
  'post.muted': z.object({ ...About, group: z.string() }),
};
export type PostCommand = CommandOf<typeof commands>;
export type PostEvent = EventOf<typeof events>;

interface Told {
  at: string;
  by: string;
}

/** Key: the incident's id. */
export interface Post {
  incident: string;
  place?: ({ text: string; point?: Point | undefined } & Told) | undefined;
  lead?: ({ name: string; service?: string | undefined } & Told) | undefined;
  groups: readonly { name: string; use?: string | undefined }[];
  restrictions?: Restrictions | undefined;
}

export interface Seat {
  id: string;
  incident: string;
  body: Body;
  seat: SeatName;
  name: string;
  organisation?: string | undefined;
  since: string;
  seq: number;
  restrictions?: Restrictions | undefined;
}

export interface Meeting {
  id: string;
  incident: string;
  body: MeetingBody;
  at: string;
  where: string;
  note?: string | undefined;
  called: Told;
  /** As it was fixed before. */
  before?: string | undefined;
  held?: (Told & { note?: string | undefined }) | undefined;
  cancelled?: (Told & { reason: string }) | undefined;
  seq: number;
  restrictions?: Restrictions | undefined;
}

export type PostSlice = {
  posts: Table<Post>;
  seats: Table<Seat>;
  meetings: Table<Meeting>;
};
