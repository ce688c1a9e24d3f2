import { addProtocol, type LayerSpecification, type SourceSpecification } from 'maplibre-gl';
import { Protocol } from 'pmtiles';
import type { Lang } from '../../../shared/refusal.ts';
import { plainLayers } from './plain.ts';
import { isProtomaps, protomapsLayers } from './protomaps.ts';
import type { FieldSource, FieldTold } from '../../../shared/geo/field.ts';
import { sheetLayers, type Sheet } from './sheet.ts';
import type { Tokens } from '../tokens.ts';

/**
 * The field base map: tiles of our own server, or another server's style, between the plain ground and
 * what the console draws. Loaded by itself, and only where there is one.
 */

export interface Field {
  sources: readonly FieldSource[];
  sheet?: Sheet;
}

export interface FieldParts {
  sources: Record<string, SourceSpecification>;
  layers: LayerSpecification[];
}

const STYLE_MS = 8_000;
let protocol: Protocol | undefined;

/** What is needed to draw what the server told of. Undefined when that is nothing, or cannot be had now: the built-in ground then stands alone. */
export async function openField(told: FieldTold): Promise<Field | undefined> {
  const sheet = told.style === undefined ? undefined : await fetchSheet(told.style);
  const sources = told.sources.map((source) => ({
    ...source,
    url: new URL(source.url, location.href).href,
  }));
  if (sources.length === 0 && !sheet) return undefined;
  if (!protocol) {
    protocol = new Protocol();
    addProtocol('pmtiles', protocol.tile);
  }
  return sheet ? { sources, sheet } : { sources };
}

async function fetchSheet(url: string): Promise<Sheet | undefined> {
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      signal: AbortSignal.timeout(STYLE_MS),
    });
    const style = (await response.json()) as Sheet['style'];
    return response.ok && Array.isArray(style.layers) ? { url, style } : undefined;
  } catch {
    return undefined;
  }
}

/** Sources and layers, from the ground upwards; every id begins with `field-`. Pure. */
export function fieldLayers(field: Field, tokens: Tokens, lang: Lang): FieldParts {
  const foreign = field.sheet ? sheetLayers(field.sheet, lang) : { sources: {}, layers: [] };
  const plain = field.sources.filter((source) => !isProtomaps(source));
  const vector = (source: FieldSource) => source.tiles === 'vector';
  return {
    sources: {
      ...foreign.sources,
      ...Object.fromEntries(field.sources.map((one) => [sourceId(one), sourceOf(one)])),
    },
    layers: [
      ...foreign.layers,
      ...field.sources.filter((source) => !vector(source)).map(rasterLayer),
      ...field.sources
        .filter(isProtomaps)
        .flatMap((source) => protomapsLayers(sourceId(source), tokens, lang)),
      ...plainLayers(
        plain.filter(vector).map(({ id, layers }) => ({ source: `field-${id}`, layers })),
        tokens,
        lang,
      ),
    ],
  };
}

const sourceId = ({ id }: FieldSource): string => `field-${id}`;

function sourceOf(source: FieldSource): SourceSpecification {
  const { url, tiles, minzoom, maxzoom, bounds, attribution } = source;
  const common = { tiles: [`pmtiles://${url}/{z}/{x}/{y}`], minzoom, maxzoom, bounds, attribution };
  return tiles === 'vector'
    ? { type: 'vector', ...common }
    : { type: 'raster', tileSize: 256, ...common };
}

const rasterLayer = (source: FieldSource): LayerSpecification => ({
  id: `${sourceId(source)}-raster`,
  type: 'raster',
  source: sourceId(source),
  paint: { 'raster-fade-duration': 0 },
});
