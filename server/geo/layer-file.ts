import { z } from 'zod';
import type { GeoFeature } from '../../shared/geo/feature.ts';

/**
 * An imported layer on disk: NDJSON, its first line a head that knows how many features follow, so that
 * a torn file is recognised and a large one can be read bit by bit.
 */
export const LayerHead = z.object({ layer: z.string(), count: z.int().nonnegative() });
export type LayerHead = z.infer<typeof LayerHead>;

/** Lines that are written in one go. */
const TOGETHER = 1_000;

export function* layerLines(layer: string, features: readonly GeoFeature[]): Generator<string> {
  yield `${JSON.stringify({ layer, count: features.length } satisfies LayerHead)}\n`;
  for (let from = 0; from < features.length; from += TOGETHER) {
    const some = features.slice(from, from + TOGETHER);
    yield some.map((feature) => `${JSON.stringify(feature)}\n`).join('');
  }
}
