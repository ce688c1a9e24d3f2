import type { Layer } from './layer.ts';

/** Kinds that are sent only with a clearance: kind → clearance. */
export const clearanceByKind = (layers: readonly Layer[]): Record<string, string> =>
  Object.fromEntries(
    layers.flatMap(({ kinds, clearance }) =>
      clearance === undefined ? [] : kinds.map((kind) => [kind, clearance]),
    ),
  );

/** Found by seeking, never drawn: there are too many of them, and the ground shows them already. */
export const SOUGHT_ONLY: readonly string[] = ['address', 'crossing', 'street', 'portal'];
