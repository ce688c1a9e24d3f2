import { z } from 'zod';
import { Instant } from '../entry.ts';
import { Id, someText, text } from '../value.ts';
import { Name, Slug } from './step.ts';

/**
 * The directory: partner categories of the plan → organisations → functions → contacts, with one contact
 * point per partner service, as the plan's method asks. Categories and functions are config
 * (`config/directory/`); organisations, contacts and duties are records that are edited in the screen.
 */

/** Partner categories of the plan's overview table. */
export const Category = z.strictObject({ id: Slug, name: Name });
export type Category = z.infer<typeof Category>;

/** What somebody is for: mayor, duty officer of the fire service, spokesperson. */
export const PlanFunction = z.strictObject({
  id: Slug,
  name: z.strictObject({ nl: text(200), fr: text(200), en: text(200) }),
  category: Slug,
  /** For what piece of ground one holder stands: the region, a municipality, a police zone, a manager of parks or tunnels. */
  scope: z.enum(['region', 'municipality', 'zone', 'manager']),
  discipline: z.enum(['D1', 'D2', 'D3', 'D4', 'D5']).optional(),
});
export type PlanFunction = z.infer<typeof PlanFunction>;

/** A means of reaching somebody: `config/channels.yaml`. */
export const Channel = z.strictObject({
  id: Slug,
  name: z.strictObject({ nl: text(120), fr: text(120), en: text(120) }),
  /** `operator`: dialled by hand and recorded; the others send by themselves. */
  kind: z.enum(['operator', 'email', 'webhook']),
  /** Days after which its test is overdue. */
  testEvery: z.int().min(1).max(400),
  /** For a webhook: name of the environment variable that holds its address. */
  env: z
    .string()
    .regex(/^BELFRY_[A-Z0-9_]+$/)
    .optional(),
});
export type Channel = z.infer<typeof Channel>;

const Day = z.iso.date();
/** In force from one day up to and including another. */
const Valid = { from: Day.optional(), until: Day.optional() };
/** Who keeps the record right, and when it was last looked at: at least once a year. */
const Kept = { keeper: text(120), checked: Day };

export const Organisation = z.strictObject({
  id: Id,
  name: Name,
  category: Slug,
  /** Short ids as in `config/geo`: of a municipality, a police zone, or a manager of ground. */
  municipality: Slug.optional(),
  zone: text(20).optional(),
  manager: Slug.optional(),
  ...Valid,
  ...Kept,
  note: text(1000).optional(),
});
export type Organisation = z.infer<typeof Organisation>;

/** One function that a contact holds, where and when. */
export const Holding = z.strictObject({
  function: Slug,
  municipality: Slug.optional(),
  zone: text(20).optional(),
  manager: Slug.optional(),
  /** 1 the holder, 2 the first deputy… */
  rank: z.int().min(1).max(9),
  ...Valid,
});
export type Holding = z.infer<typeof Holding>;

export const Way = z.strictObject({
  /** Id of `config/channels.yaml`. */
  channel: Slug,
  /** Number, address, talkgroup; shown as it stands. */
  address: someText(200),
  /** When it makes sense to try it. */
  hours: z.enum(['always', 'office', 'outside']).default('always'),
});
export type Way = z.infer<typeof Way>;

/** A person, or a desk that is manned around the clock. */
export const Contact = z.strictObject({
  id: Id,
  name: someText(120),
  organisation: Id,
  holds: z.array(Holding).max(20),
  /** Channels in the order in which they are tried. */
  ways: z.array(Way).max(12),
  /** The one contact point of its organisation, which outsiders call first. */
  single: z.boolean().default(false),
  languages: z.array(z.enum(['nl', 'fr', 'en', 'de'])).max(4),
  ...Valid,
  ...Kept,
  note: text(1000).optional(),
});
export type Contact = z.infer<typeof Contact>;

/** Time of day on the wall in Brussels, `20:00`. */
export const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A pattern that comes back every week, by the clock on the wall in Brussels. */
export const Weekly = z.strictObject({
  /** Days on which it begins: 1 Monday … 7 Sunday. */
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
  from: Clock,
  /** Not later than `from`: on the day after. The same as `from`: a whole day. */
  until: Clock,
});
export type Weekly = z.infer<typeof Weekly>;

/**
 * Who is on duty for a function (wachtrol / rôle de garde): from one moment to another, or every week the
 * same, where wanted between two moments. One of moments goes before a weekly one: a replacement.
 */
export const Duty = z
  .strictObject({
    id: Id,
    function: Slug,
    municipality: Slug.optional(),
    zone: text(20).optional(),
    manager: Slug.optional(),
    contact: Id,
    from: Instant.optional(),
    until: Instant.optional(),
    weekly: Weekly.optional(),
  })
  .refine(({ from, until, weekly }) => weekly || (from && until), {
    error: 'needs from and until, or weekly',
    path: ['from'],
  })
  .refine(({ from, until }) => !from || !until || from < until, {
    error: 'ends before it begins',
    path: ['until'],
  });
export type Duty = z.infer<typeof Duty>;
