import { z } from 'zod';
import type { GeoFeature } from '../../shared/geo/feature.ts';

/**
 * An imported layer on disk: NDJSON, its first line a head that knows how many features follow, so that
 * a torn file is recognised and a large one can be read bit by bit.
 */
export const LayerHead = z.object({ layer: z.string(), count: z.int().nonnegative() });
export type LayerHead = z.infer<typeof LayerHead>;

export function* layerLines(layer: string, features: readonly GeoFeature[]): Generator<string> {
  yield `${JSON.stringify({ layer, count: features.length } satisfies LayerHead)}\n`;
  for (const feature of features) yield `${JSON.stringify(feature)}\n`;
}
