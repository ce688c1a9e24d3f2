import { z } from 'zod';
import { Id } from '../../../shared/value.ts';
import { readYaml } from '../../config.ts';

/** `config/feeds/anpr.yaml`: how long ago a passage may be, and the broker that engines publish to. */
const Words = z.strictObject({ nl: z.string(), fr: z.string(), en: z.string() });

export const AnprFeed = z.strictObject({
  id: Id,
  title: Words,
  time: z
    .strictObject({
      /** Hours: older reads are refused. */
      oldest: z.number().positive().max(720).default(24),
      /** Hours that a camera's clock may be ahead of ours. */
      ahead: z.number().positive().max(168).default(24),
    })
    .prefault({}),
  mqtt: z
    .strictObject({
      enabled: z.boolean().default(false),
      /** `mqtt://`, `mqtts://`, `ws://` or `wss://`; with name and password in BELFRY_MQTT_URL, not here. */
      url: z.string().max(300).optional(),
      topics: z
        .array(z.string().min(1).max(200))
        .min(1)
        .max(50)
        .default(['frigate/tracked_object_update', 'frigate/events']),
      /** With it, the broker keeps what came while we were away. */
      client: z.string().min(1).max(60).default('belfry'),
    })
    .prefault({}),
});
export type AnprFeed = z.infer<typeof AnprFeed>;

/** Throws `ConfigMistake`. */
export const readAnprFeed = (config: string): AnprFeed =>
  readYaml(config, 'feeds/anpr.yaml', AnprFeed);
