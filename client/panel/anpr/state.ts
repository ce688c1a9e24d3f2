import { create } from 'zustand';
import { letGo } from '../walk.ts';

/** What a person has opened and looks at among the alerts; not kept: it may tell of a vehicle. */
interface Looking {
  /** Groups whose alerts stand under them, by `groupOf`. */
  opened: ReadonlySet<string>;
  /** Of the selected alert: the passage whose picture is shown, and how large. */
  read: string | undefined;
  zoom: number;
}

export const useLooking = create<Looking>()(() => ({
  opened: new Set(),
  read: undefined,
  zoom: 1,
}));

export function toggleGroup(id: string, open = !useLooking.getState().opened.has(id)): void {
  const opened = new Set(useLooking.getState().opened);
  if (open) opened.add(id);
  else opened.delete(id);
  useLooking.setState({ opened });
  // What comes to stand under it is not news that waits until the hand is off the queue.
  letGo();
}

const ZOOMS = [1, 2, 4] as const;

/** Larger, and from the largest back to the whole. */
export function zoomOn(): void {
  const { zoom } = useLooking.getState();
  const at = ZOOMS.findIndex((one) => one === zoom);
  useLooking.setState({ zoom: ZOOMS[(at + 1) % ZOOMS.length] ?? 1 });
}
