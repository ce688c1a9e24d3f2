import { z } from 'zod';
import { Instant } from '../entry.ts';
import { Point } from '../value.ts';

/**
 * One passage of a vehicle before a camera that reads number plates, as every adapter of
 * `server/ingest/anpr` delivers it. Reads are not events: they go to the read store and are deleted by
 * age; only a hit enters the log.
 */
export const PlateRead = z.strictObject({
  /** Same read, same id, however often it is sent: the source's own id, else made of camera, time and text. */
  id: z.string().min(1).max(128),
  /** Id in the catalogue of cameras (`config/geo/layer/anpr.yaml`, `config/anpr/cameras.yaml`). */
  camera: z.string().min(1).max(80),
  /** When the camera says it was, in UTC. */
  at: Instant,
  /** When it reached us. */
  received: Instant,
  /** The camera's clock minus ours when it came, milliseconds; includes what the network took. */
  offset: z.int(),
  /** What the engine read, as it wrote it, cleaned of control characters only. Always shown beside the match. */
  raw: z.string().min(1).max(32),
  /** `normalise(raw)`: capitals A-Z and digits only (`shared/anpr/plate.ts`). */
  plate: z.string().regex(/^[A-Z0-9]{1,16}$/),
  /** Country as the engine believes, ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** How sure the engine is of the whole plate, 0 to 1; absent where it does not say. */
  confidence: z.number().min(0).max(1).optional(),
  /** Of each character of `plate`, 0 to 1, where the engine tells. */
  characters: z.array(z.number().min(0).max(1)).max(16).optional(),
  /** What else it may be, by the engine itself, the likeliest first. */
  alternatives: z
    .array(
      z.strictObject({
        plate: z.string().max(16),
        confidence: z.number().min(0).max(1).optional(),
      }),
    )
    .max(10)
    .optional(),
  /** Towards the camera, or away from it. */
  direction: z.enum(['approaching', 'leaving']).optional(),
  lane: z.int().min(0).max(32).optional(),
  /** Metres per second. */
  speed: z.number().min(0).max(120).optional(),
  vehicle: z
    .strictObject({
      kind: z.string().max(40).optional(),
      colour: z.string().max(40).optional(),
      make: z.string().max(40).optional(),
    })
    .optional(),
  /** Of a mobile camera, where it was. */
  point: Point.optional(),
});
export type PlateRead = z.infer<typeof PlateRead>;

/** A picture that came with a read: the cut-out of the plate or, without one, the whole view. JPEG or PNG. */
export interface Crop {
  type: 'image/jpeg' | 'image/png';
  bytes: Uint8Array;
}

/** What passes from ingest to the read store and the matcher. */
export interface Passed {
  read: PlateRead;
  crop?: Crop | undefined;
}
