import { z } from 'zod';
import { Instant } from '../../entry.ts';
import { Slug } from '../../plan/step.ts';
import type { CommandOf, EventOf, Table } from '../../subject.ts';
import { someText, text } from '../../value.ts';

/**
 * Level of the threat as the coordination unit OCAD / OCAM sets it (royal decree of 28 November 2006):
 * 1 low, 2 medium, 3 serious, 4 very serious. Levels differ by place and target, so that several may stand
 * at once, and there is no one number: a level has its scope, its start and its source.
 */
export const LEVELS = [1, 2, 3, 4] as const;
export type Level = (typeof LEVELS)[number];
const Level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

const Scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('country') }),
  z.strictObject({ kind: z.literal('region') }),
  /** Short id. */
  z.strictObject({ kind: z.literal('municipality'), municipality: Slug }),
  /** A neighbourhood, a station, an event. */
  z.strictObject({ kind: z.literal('place'), name: someText(160) }),
  /** A community, an institution, a kind of building. */
  z.strictObject({ kind: z.literal('target'), name: someText(160) }),
]);
export type Scope = z.infer<typeof Scope>;
export const SCOPES = ['country', 'region', 'municipality', 'place', 'target'] as const;

const Said = {
  level: Level,
  scope: Scope,
  /** From when it holds; may lie ahead. */
  start: Instant,
  /** Where it was set for a time only. */
  until: Instant.optional(),
  /** Who told it: "OCAD", "NCCN, per Paragon". */
  source: someText(160),
};

export const commands = {
  /** The command's id becomes the level's. It takes the place of the one for the same scope. */
  'threat.set': z.object({ ...Said, reason: text(1000).optional() }),
  'threat.end': z.object({ threat: z.string(), reason: text(1000).optional() }),
};

export const events = {
  'threat.set': z.object({
    ...Said,
    reason: z.string().optional(),
    /** Levels for the same scope that end when this one starts. */
    replaces: z.array(z.string()).optional(),
  }),
  'threat.ended': z.object({ level: Level, scope: Scope, reason: z.string().optional() }),
};
export type ThreatCommand = CommandOf<typeof commands>;
export type ThreatEvent = EventOf<typeof events>;

export interface Threat {
  id: string;
  level: Level;
  scope: Scope;
  start: string;
  until?: string | undefined;
  source: string;
  reason?: string | undefined;
  set: { at: string; by: string };
  ended?: { at: string; by: string; reason?: string | undefined } | undefined;
  seq: number;
}

export type ThreatSlice = { threats: Table<Threat> };
