import { create } from 'zustand';
import type { Hit } from '../../shared/geo/search.ts';
import type { Point } from '../../shared/value.ts';

/** A place that was clicked or sought: its card is open. */
export interface ShownPlace {
  point: Point;
  /** Id of the thing on the ground that was meant. */
  thing?: string;
  /** As the gazetteer found it. */
  name?: Hit;
}

/** What the frame around the map says about it. The engine writes, the frame reads. */
export interface MapState {
  /** Under the mouse; absent outside the map. */
  pointer: Point | undefined;
  /** Why nothing can be drawn: the browser has no WebGL 2, or lost it for now. */
  lost: 'never' | 'for-now' | undefined;
  /** Reports in the queue that have no point: the map does not show them. */
  unplaced: number;
  place: ShownPlace | undefined;
  /** The field for seeking a place is open. */
  searching: boolean;
  /** Whom to name for the field base map; empty where the built-in ground stands alone. */
  attribution: readonly string[];
}

export const useMapState = create<MapState>()(() => ({
  pointer: undefined,
  lost: undefined,
  unplaced: 0,
  place: undefined,
  searching: false,
  attribution: [],
}));
