import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';

export const KIND: ExpressionSpecification = ['get', 'kind'];

/**
 * What a layer of the ground draws: its kinds, which are switched one by one in its filter, and the part
 * of the map that it is of. A handful of layers with many kinds is drawn faster than one for each kind.
 */
export interface Drawing {
  part: 'base' | 'name' | 'ref' | 'poi';
  kinds: readonly string[];
}
type Filter = ExpressionSpecification;

export const draws = (part: Drawing['part'], kinds: readonly string[], ...more: Filter[]) => ({
  metadata: { part, kinds } satisfies Drawing,
  filter: ['all', kindIs(kinds), ...more] as Filter,
});
export const kindIs = (kinds: readonly string[]): Filter => ['in', KIND, ['literal', [...kinds]]];

/** Undefined: no layer of the ground. */
export const drawingOf = ({ metadata }: LayerSpecification): Drawing | undefined =>
  metadata as Drawing | undefined;

/** The filter of a layer of the ground that draws only these of its kinds. */
export const drawOnly = (layer: LayerSpecification, kinds: readonly string[]): Filter => {
  const [all, , ...more] = (layer as { filter: unknown[] }).filter;
  return [all, kindIs(kinds), ...more] as Filter;
};

/** A value for each kind. */
export const byKind = (
  values: Readonly<Record<string, string | number>>,
  other: string | number,
): ExpressionSpecification =>
  ['match', KIND, ...Object.entries(values).flat(), other] as unknown as ExpressionSpecification;
/** Whether the zoom, in whole steps as tiles are cut, has come to where the kind begins. */
export const fromZoom = (values: Readonly<Record<string, number>>, other: number): Filter => [
  '>=',
  ['zoom'],
  byKind(values, other),
];
