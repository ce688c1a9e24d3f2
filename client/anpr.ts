import { create } from 'zustand';
import type { AnprCamera, CameraHealth } from '../shared/anpr/camera.ts';
import type { ListSummary } from '../shared/anpr/list.ts';

/** What the console knows of plate reading beside the log: lists and cameras, asked from the server. */
export interface Anpr {
  /** Lists that this person may see. */
  lists: readonly ListSummary[];
  cameras: ReadonlyMap<string, AnprCamera>;
  health: ReadonlyMap<string, CameraHealth>;
}

export const useAnpr = create<Anpr>()(() => ({
  lists: [],
  cameras: new Map(),
  health: new Map(),
}));
