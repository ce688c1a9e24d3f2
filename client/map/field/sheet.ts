import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { Lang } from '../../../shared/refusal.ts';
import { nameIn } from './name.ts';
import { FONT } from '../layer/base.ts';

/**
 * Another server's style, laid beneath ours. Its colours are its own; its letters are ours, and its
 * pictures are left out, so that of what it names only the tiles are fetched.
 */
export interface Sheet {
  /** Where it came from: its own addresses may be relative to it. */
  url: string;
  style: Pick<StyleSpecification, 'sources' | 'layers'>;
}

/** A layer as any of its kinds may be. */
interface Loose {
  id: string;
  source?: string;
  layout?: Record<string, unknown>;
  paint?: Record<string, unknown>;
}

export function sheetLayers({ url, style }: Sheet, lang: Lang) {
  const sources: Record<string, SourceSpecification> = {};
  for (const [id, source] of Object.entries(style.sources ?? {}))
    sources[`field-${id}`] = withAddresses(source, url);
  const layers = (style.layers as Loose[])
    .filter(({ source }) => source === undefined || `field-${source}` in sources)
    .map((layer) => ours(layer, lang));
  return { sources, layers };
}

/** Braces stand for the tile's numbers; an URL would write them otherwise. */
function withAddresses(source: SourceSpecification, base: string): SourceSpecification {
  const whole = (address: string) =>
    new URL(address, base).href.replaceAll('%7B', '{').replaceAll('%7D', '}');
  const { url, tiles } = source as { url?: string; tiles?: string[] };
  return {
    ...source,
    ...(url === undefined ? {} : { url: whole(url) }),
    ...(tiles === undefined ? {} : { tiles: tiles.map(whole) }),
  };
}

function ours(layer: Loose, lang: Lang): LayerSpecification {
  const { source, layout = {}, paint = {}, ...rest } = layer;
  const kept = (values: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(values).filter(
        ([name]) => !name.startsWith('icon-') && !name.endsWith('-pattern'),
      ),
    );
  const text = layout['text-field'];
  const named = text !== undefined && JSON.stringify(text).includes('name');
  return {
    ...rest,
    id: `field-${layer.id}`,
    ...(source === undefined ? {} : { source: `field-${source}` }),
    layout: {
      ...kept(layout),
      ...(text === undefined ? {} : { 'text-font': FONT }),
      ...(named ? { 'text-field': nameIn(lang) } : {}),
    },
    paint: kept(paint),
  } as LayerSpecification;
}
