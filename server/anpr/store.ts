import type { FlowSlot } from '../../shared/anpr/camera.ts';
import type { LookRow } from '../../shared/anpr/lookback.ts';
import type { Crop, Passed } from '../../shared/anpr/read.ts';

/**
 * Where raw reads are, for days: never in the log. Plates and pictures are encrypted under a key per day
 * that expires; a plate is found again by a fingerprint under the same day's key, so that with the key even
 * the question cannot be asked any more. One contract, two stores: SQLite, Redis.
 */
export interface ReadStore {
  /** Durable when it resolves, one answer per read in the order given. A read whose id is known (same day) is passed over. */
  put(passed: readonly Passed[]): Promise<('taken' | 'known')[]>;
  /** Passages of a plate (normalised), or before cameras, newest first. `until` exclusive. */
  passages(query: {
    plate?: string | undefined;
    cameras?: readonly string[] | undefined;
    from: string;
    until: string;
    limit: number;
  }): Promise<LookRow[]>;
  picture(read: string, at: string): Promise<Crop | undefined>;
  /** Vehicles per camera and five minutes; no key is needed for it. */
  flow(from: string, until: string): Promise<FlowSlot[]>;
  /** Deletes what is older, with the keys of its days; tells how much. */
  expire(before: string): Promise<{ reads: number; pictures: number; keys: number }>;
  /** Time of the oldest read that is still there. */
  oldest(): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Pictures of alerts: under the alert's own key, for as long as the alert is kept. */
export interface AlertPictures {
  put(alert: string, read: string, crop: Crop, expires: string): Promise<void>;
  get(alert: string, read: string): Promise<Crop | undefined>;
  forget(alerts: readonly string[]): Promise<void>;
}
