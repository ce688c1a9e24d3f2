/** Lists and limits of plate alerts, without schemas: for folds and screens alike. */
/**
 * Alerts of the cameras that read number plates (M6.4): from a hit on a hot list to what was done with it.
 * A hit is checked by people in two steps, picture against plate and list still valid, before anything may
 * follow from it; on severe lists by two of them. Nothing is ever dispatched by the system.
 *
 * What tells a person or a vehicle (`Open`) is in the log only as `sealed`: encrypted under a key of its
 * own, kept beside the log, deleted at the end of the list's retention. The server opens it at the door
 * for those who are cleared for `plate`, and puts `open` in the place of `sealed`. What people write about
 * an alert (`note`, `notes`) is for the same readers only: words about a vehicle tell which one it is. And as
 * words stay in the log for good, those that look like a plate are refused (`words.ts`).
 */
export const STATUSES = [
  'new',
  'acknowledged',
  'verified',
  'linked',
  'dispatched',
  'closed',
  'rejected',
] as const;
export type Status = (typeof STATUSES)[number];

/** Why it was nothing. `false-read`: the plate in the picture is another one. */
export const REJECTIONS = [
  'false-read',
  'list-outdated',
  'not-the-vehicle',
  'parked',
  'test',
] as const;
export type Rejection = (typeof REJECTIONS)[number];

export const OUTCOMES = [
  'stopped',
  'found',
  'lost',
  'handed-over',
  'observed',
  'no-action',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The same plate before the same camera within so many minutes is a parked or queueing car. */
export const PARKED_MINUTES = 10;

/** A parked car is counted so often at most. */
export const STOOD_MS = 60_000;

/** After a rejection, so long a hit that is the same again stays silent (`silence.ts`). */
export const SILENT_MINUTES = 30;

/** Passages of an alert that are kept in the state, the latest; all of them are in the log. */
export const KEPT_PASSAGES = 200;

/** Vehicles beside one alert. */
export const MAX_COMPANIONS = 20;

/** Law on the police function: 12 months at most. */
export const MAX_DAYS = 365;
