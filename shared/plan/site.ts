import { z } from 'zod';
import { Name } from './step.ts';

/** A green space that its manager closes in strong wind (measure M6.6): the features of `config/geo/green.yaml` with `wind`. */
export const GreenSite = z.strictObject({
  /** Id on the ground. */
  id: z.string(),
  name: Name,
  manager: z.string().optional(),
  /** Gusts in km/h from which the manager closes it. */
  closeAt: z.number(),
});
export type GreenSite = z.infer<typeof GreenSite>;
