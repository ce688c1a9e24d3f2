import type { Lang } from '../../../shared/refusal.ts';
import { api } from '../../api.ts';
import type { FieldParts } from './field.ts';
import type { FieldTold } from '../../../shared/geo/field.ts';
import type { Drawing } from '../layer/drawing.ts';
import type { Tokens } from '../tokens.ts';

/** The field base map, ready to be drawn, and what of our own ground it makes superfluous. */
export interface FieldLook {
  parts(tokens: Tokens, lang: Lang): FieldParts;
  /** A kind of the built-in ground that the field map draws better, in this part of the map. */
  covers(part: Drawing['part'], kind: string): boolean;
  /** Whom to name for it. */
  attribution: readonly string[];
}

/** Names of layers in tiles → kinds of our own ground that they stand in for, and in which part of the map. */
const COVERS: Readonly<Record<string, Partial<Record<Drawing['part'], readonly string[]>>>> = {
  water: { base: ['pond', 'river', 'canal'], name: ['pond', 'river', 'canal'] },
  // Parks are land use in some tiles and leisure in others: ours stay, unless the whole ground is there.
  landuse: { base: ['cemetery', 'event-ground'] },
  earth: { base: ['park', 'forest'] },
  railway: { base: ['railway'] },
  transit: { base: ['railway'] },
  roads: {
    base: ['axis', 'ring', 'motorway', 'tunnel'],
    name: ['axis', 'ring', 'motorway', 'tunnel', 'square'],
  },
  places: { name: ['quarter'] },
};
const SAME: Readonly<Record<string, string>> = {
  transportation: 'roads',
  road: 'roads',
  streets: 'roads',
  waterway: 'water',
  landcover: 'landuse',
  place: 'places',
};

/** Undefined when there is none, or it cannot be had now: the built-in ground then stands alone. */
export async function openFieldLook(): Promise<FieldLook | undefined> {
  const told = await api<FieldTold>('GET', '/api/map/field');
  if (!told.ok || (told.body.sources.length === 0 && !told.body.style)) return undefined;
  try {
    const { openField, fieldLayers } = await import('./field.ts');
    const field = await openField(told.body);
    if (!field) return undefined;
    const drawn = field.sheet
      ? Object.keys(COVERS)
      : field.sources.flatMap(({ layers }) => layers.map((layer) => SAME[layer] ?? layer));
    const covered = drawn.flatMap((layer) => COVERS[layer] ?? []);
    return {
      parts: (tokens, lang) => fieldLayers(field, tokens, lang),
      covers: (part, kind) => covered.some((kinds) => kinds[part]?.includes(kind) ?? false),
      attribution: [...new Set(field.sources.map(({ attribution }) => attribution))].filter(
        Boolean,
      ),
    };
  } catch {
    return undefined;
  }
}
