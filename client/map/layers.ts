import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Layer } from '../../shared/geo/layer.ts';
import { useSession } from '../session.ts';

/** What of the ground is shown: what this person chose, over what the centre wrote in `layers.yaml`. */
interface Shown {
  /** Layer id → shown; absent: as the centre wrote it. */
  chosen: Readonly<Record<string, boolean>>;
}

/** What can be switched: a layer of the ground, or one of what moves over it. */
export type Switch = Pick<Layer, 'id' | 'kinds' | 'group' | 'on'>;

/** Units are no ground and stand in no file; they are switched in the same list. */
export const UNIT_SWITCH: Switch = { id: 'units', kinds: ['unit'], group: 'services', on: true };

/** Counts of vehicles: for whom they are, and shown by themselves to who looks at traffic and not at plates. */
export const mayFlow = (): boolean =>
  useSession.getState().me?.rights.rights.includes('anpr-flow') ?? false;
export const FLOW_ID = 'anpr-flow';
export const FLOW_SWITCH = (): Switch => ({
  ...{ id: FLOW_ID, kinds: ['anpr-flow'], group: 'transport' },
  on: !useSession.getState().me?.rights.cleared.includes('plate'),
});

export const switches = (layers: readonly Layer[]): Switch[] => [
  UNIT_SWITCH,
  ...(mayFlow() ? [FLOW_SWITCH()] : []),
  ...layers,
];

export const useLayers = create<Shown>()(
  persist((): Shown => ({ chosen: {} }), { name: 'belfry.layers' }),
);

export const isShown = (layer: Switch, chosen: Shown['chosen']): boolean =>
  chosen[layer.id] ?? layer.on;

export const showLayer = (id: string, shown: boolean): void =>
  void useLayers.setState(({ chosen }) => ({ chosen: { ...chosen, [id]: shown } }));

/** As the centre set it. */
export const resetLayers = (): void => void useLayers.setState({ chosen: {} });

/** Those that this person set otherwise than the centre. */
export const changedLayers = (layers: readonly Layer[], chosen: Shown['chosen']): Switch[] =>
  switches(layers).filter((layer) => isShown(layer, chosen) !== layer.on);

/** The kinds that are not to be drawn. Kinds of no layer always are. */
export const hiddenKinds = (layers: readonly Layer[], chosen: Shown['chosen']): string[] =>
  switches(layers)
    .filter((layer) => !isShown(layer, chosen))
    .flatMap((layer) => layer.kinds);
