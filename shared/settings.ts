import { z } from 'zod';
import { Layer } from './geo/layer.ts';
import { Point, Priority } from './value.ts';

/** What a console needs of `config/`: served by `GET /api/settings`. */

const Words = z.object({ nl: z.string().min(1), fr: z.string().min(1), en: z.string().min(1) });

/** One line of `config/plan/incident-types.yaml`. */
export const IncidentType = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  priority: Priority,
  lead: z.enum(['D1', 'D2', 'D3', 'D4', 'D5']),
  icon: z.string(),
  name: Words,
});
export type IncidentType = z.infer<typeof IncidentType>;

export const MapSettings = z.strictObject({
  center: Point,
  zoom: z.number().min(0).max(22),
});

export const Settings = z.object({
  incidentTypes: z.array(IncidentType),
  restrictions: z.record(z.string(), Words),
  /** Role id → name. */
  roles: z.record(z.string(), Words),
  /** Feed id → name of the source. */
  feeds: z.record(z.string(), Words),
  map: MapSettings,
  /** Those of the region, with both official names; `nis` as text. */
  municipalities: z.array(z.object({ nis: z.string(), nl: z.string(), fr: z.string() })),
  /** What can be switched on the map, for this role. */
  layers: z.array(Layer),
  demo: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;
