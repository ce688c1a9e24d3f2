import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Layer } from '../../shared/geo/layer.ts';

/** What of the ground is shown: what this person chose, over what the centre wrote in `layers.yaml`. */
interface Shown {
  /** Layer id → shown; absent: as the centre wrote it. */
  chosen: Readonly<Record<string, boolean>>;
}

export const useLayers = create<Shown>()(
  persist((): Shown => ({ chosen: {} }), { name: 'belfry.layers' }),
);

export const isShown = (layer: Layer, chosen: Shown['chosen']): boolean =>
  chosen[layer.id] ?? layer.on;

export const showLayer = (id: string, shown: boolean): void =>
  void useLayers.setState(({ chosen }) => ({ chosen: { ...chosen, [id]: shown } }));

/** The kinds that are not to be drawn. Kinds of no layer always are. */
export const hiddenKinds = (layers: readonly Layer[], chosen: Shown['chosen']): string[] =>
  layers.filter((layer) => !isShown(layer, chosen)).flatMap((layer) => layer.kinds);
