import { create } from 'zustand';
import type { Point } from '../../shared/value.ts';

/** What the frame around the map says about it. The engine writes, the frame reads. */
export interface MapState {
  /** Under the mouse; absent outside the map. */
  pointer: Point | undefined;
  /** Why nothing can be drawn: the browser has no WebGL 2, or lost it for now. */
  lost: 'never' | 'for-now' | undefined;
  /** Reports in the queue that have no point: the map does not show them. */
  unplaced: number;
}

export const useMapState = create<MapState>()(() => ({
  pointer: undefined,
  lost: undefined,
  unplaced: 0,
}));
