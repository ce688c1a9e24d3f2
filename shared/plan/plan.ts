import { z } from 'zod';
import { Zone } from '../geo/municipality.ts';
import { Category, Channel, PlanFunction } from './directory.ts';
import { GreenSite } from './site.ts';
import { Name, PhaseRule, Slug, Workflow } from './step.ts';

/**
 * What decisions and screens need of the regional plan, as it is in force: served by `GET /api/plan`,
 * held by the server in `Plan.crisis`. The texts of the measures are apart (`GET /api/plan/measures`).
 */
export const CrisisPlan = z.strictObject({
  /** Hash of all below: another one, another edition. */
  edition: z.string(),
  /** Ids of the measures, `M1.1` … `M10.15`. */
  measures: z.array(z.string()),
  /** Workflows and blocks, laid out. */
  workflows: z.array(Workflow),
  phases: z.array(PhaseRule),
  categories: z.array(Category),
  functions: z.array(PlanFunction),
  channels: z.array(Channel),
  /** Short id, Dutch name as `Place.municipality` has it, names. */
  municipalities: z.array(z.strictObject({ id: Slug, name: Name })),
  zones: z.array(Zone),
  /** Green spaces with a wind threshold, from `config/geo/green.yaml`. */
  sites: z.array(GreenSite),
});
export type CrisisPlan = z.infer<typeof CrisisPlan>;
