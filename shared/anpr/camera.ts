import { z } from 'zod';
import type { Point } from '../value.ts';

/**
 * The catalogue of cameras that read plates: where they stand is on the ground (`kind: anpr-camera` of
 * `config/geo/layer/anpr.yaml`: name, point, heading, owner, `sort: fixed | mobile`); what belongs to
 * reading is in `config/anpr/cameras.yaml`.
 */
export interface AnprCamera {
  id: string;
  name: { nl: string; fr: string };
  point: Point;
  /** Degrees clockwise from north: where it looks. */
  heading?: number | undefined;
  owner: string;
  mobile: boolean;
  /** Who answers for the data in law: `police` (law on the police function) or another, `lez`. */
  controller: string;
  /** Law and article, permission of the municipal council. */
  basis: string;
  /** Names by which devices tell that it is them: serial or MAC number, channel name, `camera_id`, token of a source. */
  devices: readonly string[];
  /** Of times that name no zone. */
  zone: string;
}

export const HEALTH = ['ok', 'silent', 'clock-off', 'poor', 'never'] as const;
export type Health = (typeof HEALTH)[number];

/** How a camera does: no plates, for everybody with the right `anpr-flow`. */
export const CameraHealth = z.object({
  camera: z.string(),
  health: z.enum(HEALTH),
  /** Last read, and last sign of life of any kind. */
  lastRead: z.string().optional(),
  lastSign: z.string().optional(),
  /** Median of the last reads, milliseconds: the camera's clock minus ours. */
  offset: z.int().optional(),
  /** Mean confidence of the last reads, 0-1. */
  confidence: z.number().optional(),
  /** Hits of this camera that a person judged in the last 30 days, and how many of them were false reads. */
  judged: z.int(),
  falseReads: z.int(),
  /** Reads of the last hour. */
  readsLastHour: z.int(),
});
export type CameraHealth = z.infer<typeof CameraHealth>;

/** Vehicles per camera and five minutes: what a traffic operator sees. Never a plate. */
export interface FlowSlot {
  camera: string;
  /** Start of the five minutes. */
  slot: string;
  approaching: number;
  leaving: number;
  unknown: number;
}
