import { z } from 'zod';
import { Instant } from '../../entry.ts';
import type { CommandOf, EventOf, Table } from '../../subject.ts';
import { Id, someText, text } from '../../value.ts';

/**
 * Measure M6.6: one approach of all authorities to closing parks and green spaces in storm and strong
 * wind. Each manager has a threshold of its own; there is one board of all sites, and a site reopens only
 * after inspection. The system advises, people close.
 */

/**
 * `open` → `closing` (its manager was asked) → `closed` → `inspected` (found safe) → `reopened`.
 * An inspection that finds danger leaves it closed.
 */
export const SITE_STATES = ['open', 'closing', 'closed', 'inspected', 'reopened'] as const;
export type SiteState = (typeof SITE_STATES)[number];

/** Colours of the national weather service (KMI / IRM): yellow, orange, red. */
export const COLOURS = ['yellow', 'orange', 'red'] as const;

const SiteId = z.string().max(128);
const Sites = z.array(SiteId).min(1).max(300);

/** Why a site should close: a gust that was measured, or a warning that expects one. Km/h. */
const Why = z.strictObject({
  gust: z.number(),
  station: z.string().optional(),
  warning: z.string().optional(),
});
export type Why = z.infer<typeof Why>;

const Warning = {
  colour: z.enum(COLOURS),
  /** Strongest gust expected, km/h. */
  gust: z.number().min(0).max(400).optional(),
  from: Instant,
  until: Instant,
  source: someText(120),
  text: text(1000).optional(),
};

export const commands = {
  /** An official warning for wind. The command's id becomes the warning's. */
  'site.warn': z.object(Warning),
  'site.endWarning': z.object({ warning: Id, reason: text(500).optional() }),
  /** Their managers are asked to close them. */
  'site.close': z.object({ sites: Sites, note: text(500).optional() }),
  /** What a manager tells: closed; or, before that, that it stays open, with the reason. */
  'site.mark': z.object({
    sites: Sites,
    state: z.enum(['closed', 'open']),
    note: text(500).optional(),
  }),
  'site.inspect': z.object({
    site: SiteId,
    safe: z.boolean(),
    /** Who inspected. */
    by: someText(120),
    note: text(1000).optional(),
  }),
  'site.reopen': z.object({ sites: Sites, note: text(500).optional() }),
};

export const events = {
  'site.warned': z.object(Warning),
  'site.warningEnded': z.object({ reason: z.string().optional() }),
  /** Wind from which these close was measured or is expected. */
  'site.advised': z.object({
    sites: z.array(z.strictObject({ site: z.string(), closeAt: z.number() })),
    why: Why,
  }),
  /** The reason to close them is gone, before anybody did. */
  'site.calmed': z.object({ sites: z.array(z.string()) }),
  'site.changed': z.object({
    sites: z.array(z.string()),
    state: z.enum(SITE_STATES),
    note: z.string().optional(),
    /** Of an inspection. */
    safe: z.boolean().optional(),
    inspector: z.string().optional(),
  }),
};

export interface WarningRow extends z.infer<(typeof events)['site.warned']> {
  id: string;
  at: string;
  by: string;
}

export interface SiteRow {
  id: string;
  state: SiteState;
  /** Since when, by whom, with what words. */
  since: string;
  by: string;
  note?: string | undefined;
  /** It should close, and why; until it is closed, or calm. */
  advised?: { at: string; closeAt: number; why: Why } | undefined;
  /** Its manager keeps it open in this gust, km/h: advised again only in a stronger one. */
  kept?: number | undefined;
  closed?: string | undefined;
  inspection?:
    | { at: string; by: string; inspector: string; safe: boolean; note?: string | undefined }
    | undefined;
}

export type SiteSlice = { warnings: Table<WarningRow>; sites: Table<SiteRow> };
export type SiteCommand = CommandOf<typeof commands>;
export type SiteEvent = EventOf<typeof events>;
