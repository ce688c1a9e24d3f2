import { z } from 'zod';
import { Instant } from '../../entry.ts';
import { Point } from '../../value.ts';

/** What a traffic situation is, so far as its picture on the map tells it. */
export const TRAFFIC_KINDS = [
  'accident',
  'obstruction',
  'congestion',
  'works',
  'measure',
  'conditions',
  'other',
] as const;
export type TrafficKind = (typeof TRAFFIC_KINDS)[number];
/** Which way the traffic goes that it concerns (EN ISO 18234-8, `direction_type`). */
export const TRAFFIC_WAYS = [
  ...(['both', 'north', 'north-east', 'east', 'south-east', 'south', 'south-west'] as const),
  ...(['west', 'north-west', 'clockwise', 'anticlockwise', 'inbound', 'outbound'] as const),
  ...(['inner-ring', 'outer-ring'] as const),
] as const;

/** A line of more points than this says nothing more at any zoom. */
export const TRAFFIC_POINTS = 200;

/** What a traffic centre says of a situation beyond the report, for the map's own layer. */
export const Traffic = z.strictObject({
  kind: z.enum(TRAFFIC_KINDS),
  /** The stretch of road, in the direction of the traffic; absent where only a point is known. */
  line: z.array(Point).min(2).max(TRAFFIC_POINTS).optional(),
  way: z.enum(TRAFFIC_WAYS).optional(),
  /** When it holds; absent: already, and until further notice. */
  from: Instant.optional(),
  until: Instant.optional(),
});
export type Traffic = z.infer<typeof Traffic>;
