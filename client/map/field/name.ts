import type { ExpressionSpecification } from 'maplibre-gl';
import type { Lang } from '../../../shared/refusal.ts';

/** A thing's name in the reader's language; where it has none, the name that it bears on the spot. */
export const nameIn = (lang: Lang): ExpressionSpecification => [
  'coalesce',
  ['get', `name:${lang}`],
  ['get', `name_${lang}`],
  ['get', 'name'],
];
